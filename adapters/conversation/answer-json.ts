import type { Answer, Passage } from "../../src/index.ts";

/** The answer as programs read it: the fields of the command line's contract and no others. */
export function toAnswerJson(id: unknown, answer: Answer): object {
  const { question, outcome, confidence, lead, parts, passages, more, disagreements, missing, notices } = answer;
  return {
    id,
    question,
    outcome,
    confidence,
    // Only where several questions were asked at once: each with how many of the passages are its own, in order.
    ...(parts.length > 0
      ? { parts: parts.map(({ heading, more: _, ...part }) => ({ question: heading, ...part })) }
      : {}),
    passages: passages.map(toPassageJson),
    more: more.map(toPassageJson),
    disagreements: disagreements.map(({ about, passages }) => ({ about, passages: passages.map(toPassageJson) })),
    missing,
    // Where there is nothing, programs are told why, as people are, and what is said beside an answer.
    notices: outcome !== "related" && lead !== null ? [lead, ...notices] : notices,
    ...(answer.explain ? { explain: answer.explain } : {}),
  };
}

function toPassageJson({ text, start, end, speaker, speech, interviewQuestion, ...from }: Passage): object {
  return {
    text,
    start,
    end,
    speaker,
    speech,
    // Only an answer of an interview has one.
    ...(interviewQuestion === null ? {} : { interviewQuestion }),
    article: toArticleJson(from.article),
    alsoIn: from.alsoIn.map(toArticleJson),
    cautions: from.cautions,
  };
}

/** An article as programs read it. */
export function toArticleJson({ id, title, outlet, author, published, url }: Passage["article"]): object {
  return { id, title, outlet, author, published, url };
}
