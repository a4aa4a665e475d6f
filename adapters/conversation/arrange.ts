import type { Answer, AnswerPart, Disagreement, Passage } from "../../src/index.ts";
import { joinWords } from "./citation.ts";
import { NONE_TITLE, RELATED_TITLE } from "./texts.ts";

/** A piece of an answer as it is shown, and how many of `answer.passages` a reader has seen with it. */
export type Piece = {
  /** The parts of the answer that begin with it: their headings stand above. */
  readonly parts: readonly AnswerPart[];
  readonly seen: number;
} & (
  | { readonly kind: "passage"; readonly passage: Passage }
  | { readonly kind: "disagreement"; readonly disagreement: Disagreement }
  | { readonly kind: "headings" }
);

/**
 * The order in which an answer is shown. A passage on which sources disagree stands beside its counterparts, at the place
 * where it would have stood alone, so that nothing is said twice.
 */
export function arrangeAnswer(answer: Answer): readonly Piece[] {
  const { passages, disagreements } = answer;
  const pieces: Piece[] = [];
  const shown = new Set<Disagreement>();
  for (const [n, passage] of passages.entries()) {
    const seen = n + 1;
    const parts = partsAt(answer, n);
    const disagreement = disagreements.find((each) => each.passages.some((side) => isSame(side, passage)));
    const last = pieces.at(-1);
    if (!disagreement) pieces.push({ kind: "passage", passage, parts, seen });
    else if (!shown.has(disagreement)) pieces.push({ kind: "disagreement", disagreement, parts, seen });
    else if (parts.length > 0) pieces.push({ kind: "headings", parts, seen });
    else if (last) pieces[pieces.length - 1] = { ...last, seen };
    if (disagreement) shown.add(disagreement);
  }
  const seen = passages.length;
  const empty = partsAt(answer, seen);
  const rest = disagreements.filter((disagreement) => !shown.has(disagreement));
  return [
    ...pieces,
    ...(empty.length > 0 ? [{ kind: "headings", parts: empty, seen } as const] : []),
    ...rest.map((disagreement) => ({ kind: "disagreement", disagreement, parts: [], seen }) as const),
  ];
}

/** The parts of an answer whose headings stand above its passage number `at`, from 0, or below the last one. */
export function partsAt({ parts }: Answer, at: number): readonly AnswerPart[] {
  let before = 0;
  return parts.filter(({ passages }) => {
    const begins = before;
    before += passages;
    return begins === at;
  });
}

function isSame(one: Passage, other: Passage): boolean {
  return (
    one.article.id === other.article.id && one.start === other.start && one.end === other.end && one.text === other.text
  );
}

/** What stands above the quotations; `null` where they, or the headings of the parts, speak for themselves. */
export function leadOf({ lead, outcome, ...answer }: Answer | AnswerPart): string | null {
  const hasParts = "parts" in answer && answer.parts.length > 0;
  if (lead !== null || outcome === "answered" || hasParts) return lead;
  return outcome === "related" ? RELATED_TITLE : NONE_TITLE;
}

/** How the question was read, the first `most` of it, and what no article mentions: that must not get lost. */
export function noticesOf({ missing, lead, notices }: Answer, most: number): readonly string[] {
  const said = [lead ?? "", ...notices].join("\n");
  const unsaid = missing.filter((name) => !said.includes(name));
  const unmentioned = unsaid.length > 0 ? [`No article here mentions ${joinWords(unsaid)}.`] : [];
  return [...notices.slice(0, most), ...unmentioned];
}
