import fc from "fast-check";
import { expect, test } from "vitest";
import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { relevanceTo } from "../../src/ranking/relevance.ts";
import type { SearchTerm } from "../../src/ranking/search-terms.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const WORDS = ["harbour", "bridge", "crane", "ferry", "strike", "winter", "council", "grain"];
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
const anArticle = fc.record({
  title: fc.option(sentence, { nil: null }),
  body: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((paragraphs) => paragraphs.join("\n\n")),
});
const asked = fc.uniqueArray(
  fc.record({ word: fc.constantFrom(...WORDS), boost: fc.double({ min: 0.1, max: 1, noNaN: true }) }),
  {
    selector: ({ word }) => word,
    minLength: 1,
  },
);

test("a paragraph is as relevant as MiniSearch finds it, for any articles and any weights of what is searched for", () => {
  return fc.assert(
    fc.asyncProperty(fc.array(anArticle, { minLength: 1, maxLength: 6 }), asked, async (articles, wanted) => {
      const stories = articles.map(({ title, body }, at) => story(`story-${at}`, body, { title }));
      const index = buildCorpusIndex(corpusOf(...stories));
      const { vocabulary } = index.lexicon;
      const terms = wanted.flatMap(({ word, boost }): SearchTerm[] => {
        const text = vocabulary.words.get(word)?.term ?? "";
        const id = vocabulary.idOf(text);
        return id === undefined ? [] : [{ id, text, boost, paragraphs: 0, of: 0, isAsked: true }];
      });
      const results = index.read.search.search(terms.map(({ text }) => text).join(" "), {
        boostTerm: (_, at) => terms[at]?.boost ?? 1,
      });
      const relevance = relevanceTo(terms, index.lexicon);
      const all = (await Promise.all(stories.map(({ id }) => index.paragraphsOf(id)))).flat();
      for (const { id, score } of results) {
        const paragraph = all[Number(id)];
        expect(paragraph && relevance(paragraph)).toBeCloseTo(score, 9);
      }
      expect(all.filter((paragraph) => relevance(paragraph) > 0)).toHaveLength(results.length);
    }),
  );
});
