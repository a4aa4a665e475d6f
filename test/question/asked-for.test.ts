import { describe, expect, test } from "vitest";
import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { countedNoun, officeAskedFor } from "../../src/question/asked-for.ts";
import { stem } from "../../src/text/stem.ts";
import { tokenize } from "../../src/text/tokenize.ts";
import { createThesaurus } from "../../src/thesaurus/thesaurus.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const thesaurus = createThesaurus();

describe("what is counted in", () => {
  test.each([
    ["how many tanks did they lose", "tanks"],
    ["how many slot pairs did the airline offer", "pairs"],
    ["and how many of the ships sank", "ships"],
    ["how much money was lost", "money"],
    ["how many vorstags sank", "vorstags"],
  ])("“%s” is the noun: %s", (question, noun) => {
    expect(countedNoun(tokenize(question), thesaurus)).toBe(stem(noun));
  });

  test.each(["how many died", "how much did it cost", "how long did it take", "many ships sank", "so many ships"])(
    "“%s” is nothing that is named",
    (question) => {
      expect(countedNoun(tokenize(question), thesaurus)).toBeNull();
    },
  );
});

describe("whoever holds an office is asked for", () => {
  const town = "Mayor Clara Brandt met the Dutch prime minister, Tom Hill. Ana Ruiz, the keeper of the dam, was away.";
  const { descriptions } = buildCorpusIndex(corpusOf(story("town", town))).lexicon;
  const officeIn = (question: string, isPersonNamed = false) =>
    officeAskedFor(tokenize(question), isPersonNamed, descriptions, thesaurus);

  test.each([
    ["who is the mayor", ["mayor"]],
    ["who is the mayor now", ["mayor"]],
    ["who was the dutch prime minister", ["dutch", "prime", "minister"]],
    ["so who is the keeper of the dam", ["keeper", "dam"]],
  ])("“%s”", (question, words) => {
    expect(officeIn(question)).toEqual(words.map(stem));
  });

  test.each([
    ["who sank the boat of the mayor", "somebody who did something"],
    ["who is the bishop", "an office of which no article knows"],
    ["who is against the mayor seizing boats", "somebody who does something"],
    ["who can be the mayor", "somebody who may hold it"],
    ["the mayor", "nobody"],
    ["who is the keeper mayor minister dutch prime", "too many words for an office"],
  ])("not in “%s”: it asks for %s", (question) => {
    expect(officeIn(question)).toBeNull();
  });

  test("not where a person is named", () => {
    expect(officeIn("who is mayor Brandt", true)).toBeNull();
  });
});
