import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Article,
  buildCorpusIndex,
  type Corpus,
  createEngineOver,
  overlay,
  readChange,
  type WholeIndex,
} from "../../src/index.ts";
import { mergerCorpus, outbreakCorpus, reservoirCorpus } from "../fixtures/corpora.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const QUAY = story("quay", "The quay of Ostrand will be closed in June, harbour master Ilse Maarveld said on Monday.");
const MILL = story(
  "mill",
  "The old windmill burned down on Friday.\n\nNobody was hurt, the fire brigade of Kelby said.",
);
const LOAF = story("loaf", "Bakers sell a loaf called the Sandbag.\n\nIt is heavy and salty.");

async function changed(index: WholeIndex, come: readonly Article[], gone: readonly Article[] = []) {
  return overlay(index, await readChange(index, { come, gone }));
}

async function ask(index: WholeIndex, text: string) {
  return createEngineOver(index).ask({ text });
}

const textsOf = async (index: WholeIndex, question: string) =>
  (await ask(index, question)).passages.map(({ text }) => text);

describe("an index with a change laid over it", () => {
  const base = buildCorpusIndex(corpusOf(LOAF, MILL));

  test("answers from an article that came, with words the corpus did not have", async () => {
    const index = await changed(base, [QUAY]);
    expect(await textsOf(index, "when will the quay be closed")).toEqual([QUAY.body]);
    expect((await ask(index, "what did Maarveld say")).passages[0]?.article.id).toBe("quay");
  });

  test("leaves the index below as it was", async () => {
    const before = await ask(base, "when will the quay be closed");
    await changed(base, [QUAY], [MILL]);
    expect(await ask(base, "when will the quay be closed")).toEqual(before);
    expect(await textsOf(base, "what burned down")).toEqual(["The old windmill burned down on Friday."]);
  });

  test("has nothing of an article that left, nor its words", async () => {
    const index = await changed(base, [], [MILL]);
    const answer = await ask(index, "what happened to the windmill");
    expect(answer.outcome).toBe("none");
    expect(answer.missing).toEqual(["windmill"]);
  });

  test("answers from an article as it was changed last", async () => {
    const later = story("mill", "The old mill burned down on Sunday.");
    const again = story("mill", "The old mill burned down on Thursday.");
    const index = await changed(await changed(base, [later], [MILL]), [again], [later]);
    expect(await textsOf(index, "when did the mill burn down")).toEqual([again.body]);
  });

  test("counts a print that came as one more source, and a print that left no more", async () => {
    const print = story("reprint", MILL.body, { outlet: "Kelby Post" });
    const more = await changed(base, [print]);
    const printsIn = async (index: WholeIndex) => {
      const [passage] = (await ask(index, "what burned down on Friday")).passages;
      return [passage?.article.id, ...(passage?.alsoIn ?? []).map(({ id }) => id)].sort();
    };
    expect(await printsIn(more)).toEqual(["mill", "reprint"]);
    expect(await printsIn(await changed(more, [], [print]))).toEqual(["mill"]);
    expect(await printsIn(await changed(more, [], [MILL]))).toEqual(["reprint"]);
  });
});

/** Something that is done to a corpus: an article of a pool comes, changes or leaves. */
interface Step {
  readonly at: number;
  readonly kind: "come" | "change" | "leave";
}

const POOL = [...mergerCorpus().articles, ...outbreakCorpus().articles, ...reservoirCorpus().articles].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
const steps = fc.array(
  fc.record<Step>({
    at: fc.nat(POOL.length - 1),
    kind: fc.constantFrom("come", "change", "leave"),
  }),
  { minLength: 1, maxLength: 8 },
);

/** The corpus after a step, and what the step does; a step that makes no sense does nothing. */
function stepOn(corpus: Corpus, { at, kind }: Step) {
  const article = POOL[at];
  if (!article) throw new Error("There is no such article.");
  const before = corpus.articles.filter(({ id }) => id === article.id);
  const come =
    kind === "leave"
      ? []
      : [kind === "change" ? { ...article, body: `${article.body}\n\nIt rained in Kelby.\n` } : article];
  const others = corpus.articles.filter(({ id }) => id !== article.id);
  const articles = [...others, ...come].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { corpus: { ...corpus, articles }, change: { gone: before, come } };
}

test("after any changes frequencies are those of the articles, and every passage is one of theirs to the letter", async () => {
  const start = corpusOf(...POOL.slice(0, 12));
  const base = buildCorpusIndex(start);
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      let [corpus, index]: [Corpus, WholeIndex] = [start, base];
      for (const step of all) {
        const { corpus: after, change } = stepOn(corpus, step);
        [corpus, index] = [after, overlay(index, await readChange(index, change))];
      }
      const anew = buildCorpusIndex(corpus).lexicon;
      expect(index.lexicon.sources).toEqual(anew.sources);
      expect(index.lexicon.averageLength).toBeCloseTo(anew.averageLength, 6);
      const { vocabulary } = anew;
      const words = [...vocabulary.words].map(([word, { term, count }]) => [
        word,
        count,
        vocabulary.paragraphsWith(term),
      ]);
      const own = index.lexicon.vocabulary;
      expect([...own.words].map(([word, { term, count }]) => [word, count, own.paragraphsWith(term)]).sort()).toEqual(
        words.sort(),
      );
      const bodies = new Map(corpus.articles.map(({ id, body }) => [id, body]));
      const engine = createEngineOver(index);
      for (const text of ["who said it rained in Kelby", "how many people died", "what does the airline want"])
        for (const { article, start, end, text: shown } of (await engine.ask({ text })).passages)
          expect(shown).toBe(bodies.get(article.id)?.slice(start, end));
    }),
    { numRuns: 8 },
  );
}, 60_000);
