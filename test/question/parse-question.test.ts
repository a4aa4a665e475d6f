import { describe, expect, test } from "vitest";
import type { Question } from "../../src/index.ts";
import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { MAX_QUESTION_LENGTH, parseQuestion } from "../../src/question/parse-question.ts";
import { createSpeller } from "../../src/question/spelling.ts";
import { harbourCorpus } from "../fixtures/corpora.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const { lexicon } = buildCorpusIndex(harbourCorpus());
const speller = createSpeller(lexicon.vocabulary);
const read = (text: string, others: Omit<Question, "text"> = {}) =>
  parseQuestion({ text, ...others }, lexicon, speller);

/** What a question is about, in its own words. */
const topicOf = (text: string, others: Omit<Question, "text"> = {}) =>
  read(text, others)
    .terms.filter(({ role }) => role === "asked")
    .map((term) => term.text);

describe("a question asks for somebody's words", () => {
  test.each([
    ["what did Thornqvist say", "Aldric Thornqvist", []],
    ["What did Thornqvist say about the quota?", "Aldric Thornqvist", ["quota"]],
    ["what has thornqvist told lawmakers", "Aldric Thornqvist", ["lawmakers"]],
    ["thornqvist on the quota", "Aldric Thornqvist", ["quota"]],
    ["a statement from Thornqvist", "Aldric Thornqvist", []],
    ["statements by the mediator", "Tamsin Eldergate", []],
    ["what did the special envoy say?", "Tamsin Eldergate", []],
  ])("%s", (question, subject, topic) => {
    expect(read(question)).toMatchObject({ intent: "statement", subject: { label: subject } });
    expect(topicOf(question)).toEqual(topic);
  });
});

describe("a question asks where a party stands", () => {
  test.each([
    ["What does Sorrenia want?", "Sorrenia"],
    ["what does velmark demand", "Velmark"],
    ["does Sorrenia reject the plan", "Sorrenia"],
  ])("%s", (question, subject) => {
    expect(read(question)).toMatchObject({ intent: "position", subject: { label: subject } });
  });
});

describe("a question asks for", () => {
  test.each([
    ["a speaker", "Who said the door is open?", "speaker"],
    ["a number", "How many jobs depend on herring?", "number"],
    ["a sum of money", "How much has the closure cost?", "money"],
    ["a share", "What percentage of the catch would Velmark get?", "share"],
    ["a length of time", "How long would the trial last?", "duration"],
    ["a time", "When is the next round?", "time"],
    ["a place", "Where do they meet?", "place"],
    ["a person", "Who heads the Fleet Owners’ Association?", "person"],
    ["a reason", "Why was the strait closed?", "reason"],
    ["an age", "How old is the deckhand?", "age"],
    ["nothing in particular", "the hotline", "any"],
  ])("%s", (_, question, need) => {
    expect(read(question).need).toBe(need);
  });
});

describe("a question is read", () => {
  test("with what it limits itself to, and what it is limited to from outside", () => {
    expect(read("quota source:Halcyon since:2024-10").filters).toMatchObject({
      source: "Halcyon",
      since: "2024-10-01",
    });
    expect(read("quota source:Halcyon", { source: "Gazette", until: "2024-10" }).filters).toMatchObject({
      source: "Gazette",
      until: "2024-10-31",
    });
  });

  test("with a name that no article has as missing, although words that explain it are there", () => {
    const legend = story("legend", "The legend says that the ocean swallowed the island in an earthquake.");
    const told = buildCorpusIndex(corpusOf(legend)).lexicon;
    const query = parseQuestion({ text: "what about Atlantis" }, told, createSpeller(told.vocabulary));
    expect(query.missing).toEqual(["Atlantis"]);
  });

  test("with its misspelt words mended, and says so", () => {
    const { notices, missing } = read("what is the herrign quota");
    expect(notices.join()).toMatch(/herrign.*herring/);
    expect(missing).toEqual([]);
  });

  test.each([
    ["written as two", "the fishing in day light"],
    ["written as one", "the patrolboat"],
  ])("with a word mended that is %s", (_, question) => {
    expect(read(question).missing).toEqual([]);
  });

  test("with a small word that is stressed as that word, not as an initialism", () => {
    expect(topicOf("did Velmark NOT reject the quota")).toEqual(topicOf("did Velmark not reject the quota"));
    expect(read("did Velmark NOT reject the quota")).toMatchObject({ missing: [], notices: [] });
  });

  test.each(["the U.S.", "the US", "WHO"])(
    "with a party that no article has, though its letters spell a word: %s",
    (party) => {
      expect(read(`what did ${party} say about the quota`).missing).toEqual([party.replace("the ", "")]);
    },
  );

  test.each(["was sagt der Minister über die Quote", "qu'est promis pour demain", "что сказал министр"])(
    "with a word about the language it should be in: %s",
    (question) => {
      expect(read(question).notices).toContainEqual(expect.stringContaining("in English"));
    },
  );

  test("with the words that no article has", () => {
    expect(read("what did Delacrue say about the herring").missing).toEqual(["Delacrue"]);
  });

  test("without tags, mentions and marks of chats", () => {
    expect(topicOf("<@U0000001> <b>quota</b> @everyone <#C1|general> *herring*")).toEqual(["quota", "herring"]);
  });

  test("up to the limit, cut at a word, and says so", () => {
    const long = `the herring quota ${"again and again ".repeat(60)}`;
    const { text, notices } = read(long);
    expect(text.length).toBeLessThanOrEqual(MAX_QUESTION_LENGTH);
    expect(long.startsWith(`${text} `)).toBe(true);
    expect(notices.join()).toContain(String(MAX_QUESTION_LENGTH));
  });

  test("whole and without a word about it up to the limit", () => {
    const text = "x ".repeat(MAX_QUESTION_LENGTH / 2).trim();
    expect(read(text)).toMatchObject({ text, notices: expect.not.arrayContaining([expect.stringContaining("cut")]) });
  });

  test("without half an emoji at the cut", () => {
    expect(read("🐟".repeat(400)).text.isWellFormed()).toBe(true);
  });
});

describe("a question goes on from the one before:", () => {
  test.each([
    ["another speaker, same topic", "What did Thornqvist say about the quota?", "and Sarvelli?", "Benedetta Sarvelli"],
    ["a pronoun", "What did Thornqvist say?", "what did he say about pilots", "Aldric Thornqvist"],
    ["another topic", "What did Thornqvist say about the quota?", "and about the strait?", "Aldric Thornqvist"],
    ["another party", "What does Sorrenia want?", "and Velmark?", "Velmark"],
  ])("%s", (_, before, question, subject) => {
    const query = read(question, { earlier: [before] });
    expect(query.subject?.label).toBe(subject);
    expect(query.intent).toBe(read(before).intent);
  });

  test("the topic it leaves out helps to choose", () => {
    const { terms } = read("how many died?", { earlier: ["What happened to the Grey Annika?"] });
    expect(terms.filter(({ role }) => role === "context").map(({ text }) => text)).toContain("grey annika");
  });

  test("a question that is whole takes nothing", () => {
    const alone = read("What did Averbeck say about the jobs?");
    expect(read("What did Averbeck say about the jobs?", { earlier: ["What does Sorrenia want?"] })).toEqual(alone);
  });

  test("over questions between that go on themselves", () => {
    const earlier = ["What did Thornqvist say about the quota?", "and Sarvelli?"];
    expect(read("and Eldergate?", { earlier }).subject?.label).toBe("Tamsin Eldergate");
  });
});
