import MiniSearch from "minisearch";
import { splitParagraphs } from "../src/corpus/paragraphs.ts";
import type { Article } from "../src/index.ts";
import { termsOf } from "../src/text/tokenize.ts";

/** What the engine is compared with: a search over the same paragraphs that answers nothing. */
export interface Baseline {
  readonly name: string;
  search(question: string): unknown;
}

/** The texts that the engine searches, in the order of the corpus. */
export function searchedTexts(articles: readonly Article[]): string[] {
  return articles.flatMap(({ body }) =>
    splitParagraphs(body)
      .filter(({ kind }) => kind === "text")
      .map(({ start, end }) => body.slice(start, end)),
  );
}

/** MiniSearch as its README shows it: every word a prefix, and every fifth letter of it may differ. */
export function withReadmeSettings(texts: readonly string[]): Baseline {
  const search = new MiniSearch({ fields: ["text"] });
  search.addAll(texts.map((text, id) => ({ id, text })));
  return {
    name: "MiniSearch, README settings",
    search: (question) => search.search(question, { prefix: true, fuzzy: 0.2 }),
  };
}

/** MiniSearch at its fastest: the engine's own tokens, without stop words, stemmed, each found exactly. */
export function withTunedSettings(texts: readonly string[]): Baseline {
  const search = new MiniSearch({ fields: ["text"], tokenize: termsOf, processTerm: (term) => term });
  search.addAll(texts.map((text, id) => ({ id, text })));
  return { name: "MiniSearch, tuned", search: (question) => search.search(question) };
}
