import MiniSearch from "minisearch";
import { splitParagraphs } from "../../src/corpus/paragraphs.ts";
import type { QuestionSet } from "./question-sets.ts";
import { holdsAny } from "./score.ts";
import { settle, shippedEncoder } from "./shipped-engine.ts";

/** A cosine counts so much beside a share of the best score: what is best on most sets. */
const MEANING = 14;
const DEPTH = 3;

/** How often the first and one of the first three paragraphs hold the evidence. */
export interface BaselineFigures {
  readonly hitAt1: number;
  readonly hitAt3: number;
}

/**
 * What anybody builds in thirty lines: a tuned MiniSearch over the paragraphs and the same encoder, added up. It answers
 * whole paragraphs, never declines and knows no speaker; where the engine stands below it, what stands in the way goes.
 */
export async function askThirtyLines({ corpus, questions }: QuestionSet): Promise<BaselineFigures> {
  const paragraphs = corpus.articles.flatMap(({ title, body }) =>
    splitParagraphs(body)
      .filter(({ kind }) => kind === "text")
      .map(({ start, end }) => ({ text: body.slice(start, end), title: title ?? "" })),
  );
  const search = new MiniSearch({
    fields: ["text", "title"],
    searchOptions: { boost: { title: 0.3 }, fuzzy: 0.15, prefix: (term) => term.length > 4 },
  });
  search.addAll(paragraphs.map((paragraph, id) => ({ id, ...paragraph })));
  const vectors = shippedEncoder.over(async () => ({
    count: paragraphs.length,
    textOf: (number) => paragraphs[number]?.text ?? "",
  }));
  await settle();
  const ask = async (question: string) => {
    const found = search.search(question);
    const best = found[0]?.score ?? 1;
    const shares = new Map(found.map(({ id, score }) => [id, score / best]));
    const asked = await vectors.question(question);
    const cosines = asked ? await vectors.cosines(asked, [...paragraphs.keys()]) : [];
    return paragraphs
      .map(({ text }, id) => ({ text, score: (shares.get(id) ?? 0) + MEANING * (cosines[id] ?? 0) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, DEPTH);
  };
  let [asked, first, among] = [0, 0, 0];
  for (const { question, earlier, isAnswerable, evidence, facets } of questions) {
    if (!isAnswerable || facets.length > 0) continue;
    const found = await ask([...earlier.slice(-1), question].join(" "));
    asked++;
    if (found[0] && holdsAny(found[0].text, evidence)) first++;
    if (found.some(({ text }) => holdsAny(text, evidence))) among++;
  }
  return { hitAt1: first / asked, hitAt3: among / asked };
}
