import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitParagraphs } from "../src/corpus/paragraphs.ts";
import { readArticle } from "../src/corpus/readable-article.ts";
import { type Answer, type Corpus, createEngine, type Passage, type Question } from "../src/index.ts";
import { harbourCorpus, reservoirCorpus, talksCorpus } from "./fixtures/corpora.ts";
import { corpusOf, story } from "./fixtures/stories.ts";

const MOST_PASSAGES = 5;

/** What an answer owes to whoever asked, whatever was asked; the first thing that it does not keep, or `null`. */
function brokenPromise(answer: Answer, corpus: Corpus): string | null {
  const { outcome, lead, passages, more, disagreements, suggestions } = answer;
  if (passages.length > MOST_PASSAGES) return `${passages.length} passages`;
  if (outcome === "none" && passages.length + more.length > 0) return "passages without an answer";
  if (outcome !== "none" && passages.length === 0) return "an answer without passages";
  if ((lead === null) !== (outcome === "answered")) return `a lead of ${lead} for ${outcome}`;
  if (suggestions.length > 3) return `${suggestions.length} suggestions`;
  const all = [...passages, ...more, ...disagreements.flatMap((one) => one.passages)];
  const shown = [...passages, ...more];
  const twice = shown.find((one, at) => shown.slice(at + 1).some((other) => overlap(one, other)));
  if (twice) return `shown twice: ${twice.text}`;
  return all.map((passage) => brokenPassage(passage, corpus)).find((broken) => broken !== null) ?? null;
}

function overlap(a: Passage, b: Passage): boolean {
  return a.article.id === b.article.id && a.start < b.end && b.start < a.end;
}

function brokenPassage({ text, start, end, article, alsoIn, matches }: Passage, corpus: Corpus): string | null {
  const served = corpus.articles.find(({ id }) => id === article.id);
  if (!served || text === "" || text !== served.body.slice(start, end)) return `not in the article: ${text}`;
  const read = readArticle(served);
  const home = splitParagraphs(read.body).find((paragraph) => {
    const cited = read.cite(paragraph);
    return cited.start <= start && end <= cited.end;
  });
  if (home?.kind !== "text") return `in no paragraph of the story: ${text}`;
  if (alsoIn.some(({ id }) => id === article.id)) return `its own copy: ${text}`;
  let behind = 0;
  for (const match of matches) {
    if (match.start < behind || match.end <= match.start || match.end > text.length) return `marks outside: ${text}`;
    behind = match.end;
  }
  return null;
}

const corpora = [talksCorpus(), harbourCorpus(), reservoirCorpus()].map((corpus) => ({
  corpus,
  engine: createEngine(corpus),
}));

/** Words as people type them about these articles, and what else people type. */
const word = fc.oneof(
  fc.constantFrom(
    ...(
      "what did who said how many when where why does want say about the and he she it they Lavrov lavorv Thornqvist " +
      "Sarvelli Velmark Sorrenia Pasterny Derwick Stonewater Crimea Kiev US U.S. us WHO deal quota dam strait soldiers 5000 5,000 " +
      "from:Trump source:Halcyon since:2024 until:2023-05 since:soon from: source: since: “Lavrov” according to “ ” \" ' ? ! … — * _ ` < > & @everyone " +
      "<@U1> 🐟 2014 killed died percent money between than list compare latest Zelenskiy's son‑in‑law full-scale"
    ).split(" "),
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const typed = fc.oneof(
  { weight: 3, arbitrary: fc.array(word, { maxLength: 14 }).map((words) => words.join(" ")) },
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.string({ unit: "grapheme", minLength: 400, maxLength: 900 }),
);
const question: fc.Arbitrary<Question> = fc.record(
  {
    text: typed,
    earlier: fc.array(typed, { maxLength: 3 }),
    speaker: word,
    source: word,
    since: fc.oneof(word, fc.constantFrom("2024", "2023-05", "2024-10-18")),
    until: fc.oneof(word, fc.constantFrom("2024", "2025-04", "2024-10-18")),
  },
  { requiredKeys: ["text"] },
);

describe("whatever is asked,", () => {
  test.each([
    ["talks", corpora[0]],
    ["harbour", corpora[1]],
    ["reservoir", corpora[2]],
  ])("an answer from %s keeps what is promised", (_, served) => {
    return fc.assert(
      fc.asyncProperty(question, async (asked) => {
        if (served) expect(brokenPromise(await served.engine.ask(asked), served.corpus)).toBeNull();
      }),
      { numRuns: 250 },
    );
  });

  test("the context of a passage is paragraphs of its article, with the passage marked", () => {
    return fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...corpora),
        typed,
        fc.integer({ min: 0, max: 3 }),
        async ({ corpus, engine }, text, around) => {
          for (const passage of (await engine.ask({ text })).passages) {
            const body = corpus.articles.find(({ id }) => id === passage.article.id)?.body ?? "";
            const context = await engine.context(passage, around);
            const marked = context.flatMap(({ text, mark }) => (mark ? [text.slice(mark.start, mark.end)] : []));
            expect(marked).toEqual([passage.text]);
            expect(context.length).toBeLessThanOrEqual(2 * around + 1);
            expect(context.filter((paragraph) => !body.includes(paragraph.text))).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("whoever is covered,", () => {
  const shownFor = async (engine: (typeof corpora)[number]["engine"], text: string, name: string) => {
    const { passages, more } = await engine.ask({ text });
    return [...passages, ...more].filter(({ speaker }) => speaker === name).map(({ text: words }) => words);
  };

  test.each([
    ["talks", corpora[0]],
    ["harbour", corpora[1]],
    ["reservoir", corpora[2]],
  ])("from: finds all words of theirs in %s that their name finds", async (_, served) => {
    if (!served) return;
    const { speakers } = await served.engine.coverage();
    expect(speakers.length).toBeGreaterThan(5);
    for (const name of speakers) {
      const fromThem = await shownFor(served.engine, `from:${name}`, name);
      for (const words of await shownFor(served.engine, `what did ${name} say`, name))
        expect(fromThem).toContain(words);
    }
  });
});

describe("whatever an article says,", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ..."“We have time,” Ana Ruiz said.|‘No|”|He said|told reporters that|\n\n|\r\n\r\n|\n- a boat|## Heading|Read also:|© 2024|U.S.|L. P.|5,000|5000 boats|a week|Tom Hill, 41,|according to|nbsp| , |The Kremlin|\u00a0|🐟|\ud83d|—|“|the harbour|closed|in May 2024.|\u00ad|A\u00adna Ru\u00adiz|\u200b|said\u200b|the har\u2060bour|e\u0301|\ufeff|\u202e".split(
        "|",
      ),
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
  );
  const body = fc
    .array(piece, { minLength: 1, maxLength: 40 })
    .map((pieces) => pieces.join(" "))
    .filter((text) => text.trim() !== "");

  test("it is served to the letter", () => {
    return fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 3 }), typed, async (bodies, text) => {
        const corpus = corpusOf(...bodies.map((one, at) => story(`story-${at}`, one)));
        const engine = createEngine(corpus);
        for (const asked of [text, "what did Ana Ruiz say", "how many boats", "what does the Kremlin want"])
          expect(brokenPromise(await engine.ask({ text: asked }), corpus)).toBeNull();
      }),
      { numRuns: 120 },
    );
  });
});
