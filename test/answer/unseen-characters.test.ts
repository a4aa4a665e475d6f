import { describe, expect, test } from "vitest";
import {
  buildCorpusIndex,
  createEngine,
  createEngineOver,
  type Passage,
  packIndex,
  unpackIndex,
} from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const BODY = `\u200BThe har\u00ADbour of Bri\u200Bsen re\u00ADopens in May, said El\u00ADin Cas\u00ADtell, the har\u00ADbour master.

“The ca\u00ADfe\u0301 on the pi\u2060er is a ru\u00ADin,\u200B” Cas\u00ADtell said. \uFEFFNo\u00ADbody has mended it.

The tolls\u202A of 5,\u00AD000 crowns are gone.`;
const corpus = corpusOf(
  story("harbour", BODY, { outlet: "Coast Ga\u00ADzette" }),
  story("mill", "The mill is shut, said Tom Brandt, the miller. “Rye is dear,” Brandt said.", { outlet: "Courier" }),
);
const engine = createEngine(corpus);
const first = async (text: string, options = {}) => (await engine.ask({ text, ...options })).passages[0];

/** A passage is the article's to the letter, with what nobody sees. */
function expectVerbatim(passage: Passage | undefined): asserts passage is Passage {
  expect(passage?.text).toBe(BODY.slice(passage?.start, passage?.end));
}

describe("across what nobody sees in an article is found", () => {
  test.each([
    ["a word", "when does the harbour of Brisen reopen", "The har\u00ADbour"],
    [
      "a word of the question that holds some itself",
      "when does the har\u200Bbour of Bri\u00ADsen reopen",
      "The har\u00ADbour",
    ],
    ["an accent that is a character of its own", "what about the café", "“The ca\u00ADfe\u0301"],
    ["one that is typed so", "what about the cafe\u0301", "“The ca\u00ADfe\u0301"],
    ["a word without its accent", "what about the cafe", "“The ca\u00ADfe\u0301"],
    ["a number", "how many crowns were the tolls", "The tolls\u202A of 5,\u00AD000"],
  ])("%s: “%s”", async (_, question, beginning) => {
    const passage = await first(question);
    expectVerbatim(passage);
    expect(passage.text.startsWith(beginning)).toBe(true);
  });

  test.each([
    "what did Castell say about the café",
    "what did Cas\u00ADtell say about the café",
    "from: elin cas\u200Btell café",
  ])("who says what: “%s”", async (question) => {
    const passage = await first(question);
    expectVerbatim(passage);
    expect(passage).toMatchObject({ speaker: "Elin Castell", speech: "direct" });
  });

  test("an outlet", async () => {
    expect((await first("harbour", { source: "coast gazette" }))?.article.id).toBe("harbour");
  });
});

test("what a passage was found by is marked where it stands", async () => {
  const passage = await first("when does the harbour of Brisen reopen");
  expectVerbatim(passage);
  const marked = passage.matches.map(({ start, end }) => passage.text.slice(start, end));
  expect(marked).toEqual(["har\u00ADbour", "Bri\u200Bsen", "re\u00ADopens", "har\u00ADbour"]);
});

test("the paragraphs around a passage are the article's to the letter", async () => {
  const passage = await first("what did Castell say about the café");
  expectVerbatim(passage);
  const context = await engine.context(passage);
  expect(context.map(({ text }) => BODY.includes(text))).toEqual([true, true, true]);
  const marked = context.flatMap(({ text, mark }) => (mark ? [text.slice(mark.start, mark.end)] : []));
  expect(marked).toEqual([passage.text]);
});

test("an index that was stored and read back answers to the letter, too", async () => {
  const stored = createEngineOver(await unpackIndex(packIndex(buildCorpusIndex(corpus)), corpus));
  const asked = { text: "what did Castell say about the café" };
  expect(await stored.ask(asked)).toEqual(await engine.ask(asked));
  expectVerbatim((await stored.ask(asked)).passages[0]);
});
