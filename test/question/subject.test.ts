import { describe, expect, test } from "vitest";
import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { parseQuestion } from "../../src/question/parse-question.ts";
import { createSpeller } from "../../src/question/spelling.ts";
import { harbourCorpus } from "../fixtures/corpora.ts";

const { lexicon } = buildCorpusIndex(harbourCorpus());
const speller = createSpeller(lexicon.vocabulary);
const read = (text: string) => parseQuestion({ text }, lexicon, speller);
const topicOf = (text: string) => read(text).terms.map((term) => term.text);

describe("a party without a name is asked for its position", () => {
  test.each([
    ["what do the widows want", "the widows"],
    ["what does the fishing ministry demand", "the fishing ministry"],
    ["where do the fishermen stand", "the fishermen"],
  ])("%s", (question, label) => {
    expect(read(question)).toMatchObject({ intent: "position", subject: { label, ids: [] } });
  });

  test("and what it is called stays what is looked for", () => {
    expect(topicOf("what do the fishermen want")).toEqual(expect.arrayContaining(["fishermen"]));
  });

  test.each([
    "why do the fishermen want to stay",
    "how do the fishermen want to fish",
    "when do the fishermen want to go",
  ])("not in “%s”", (question) => {
    expect(read(question).intent).toBe("fact");
  });
});

describe("whether somebody spoke at all", () => {
  test.each(["did Thornqvist comment", "has Thornqvist responded to the offer", "did thornqvist react"])(
    "is no question for their words: %s",
    (question) => {
      expect(read(question)).toMatchObject({ intent: "fact", subject: null });
    },
  );

  test("is not asked where the question is how", () => {
    expect(read("how did Thornqvist respond to the offer")).toMatchObject({
      intent: "statement",
      subject: { label: "Aldric Thornqvist" },
    });
  });
});

describe("somebody's words are asked for", () => {
  test.each([
    ["what was Thornqvist's message to Sorrenia", ["sorrenia"]],
    ["what were Thornqvist’s comments about the quota", ["quota"]],
    ["Thornqvist's reaction to the offer", ["offer"]],
  ])("by a noun that they own, which is no topic: %s", (question, topic) => {
    expect(read(question)).toMatchObject({ intent: "statement", subject: { label: "Aldric Thornqvist" } });
    expect(topicOf(question)).toEqual(topic);
  });

  test.each([
    ["what did Thornqvist accuse Sorrenia of", ["accuse", "sorrenia"]],
    ["what did Thornqvist warn of", ["warn"]],
  ])("by a verb that also tells which words, and stays a topic: %s", (question, topic) => {
    expect(read(question)).toMatchObject({ intent: "statement", subject: { label: "Aldric Thornqvist" } });
    expect(topicOf(question)).toEqual(topic);
  });

  test("not by a verb alone that needs no words", () => {
    expect(read("Thornqvist called the election").intent).toBe("fact");
  });
});
