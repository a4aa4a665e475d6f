import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const town = createEngine(
  corpusOf(
    story(
      "town",
      [
        "The navy lost 12 soldiers near Lind when the dam broke. It has 40 boats.",
        "The fleet caught herring for several weeks, and two crews went home.",
        "Mayor Clara Brandt opened the bridge over the river Elm on Monday.",
        "Tom Hill, the keeper of the dam, was at home.",
        "Ana Ruiz, the finance minister, met the keeper of the lighthouse in the harbour.",
        "The ferry to the islands costs four crowns and leaves at eight.",
      ].join("\n\n"),
    ),
  ),
);
const outcomeOf = async (text: string) => (await town.ask({ text })).outcome;

describe("a question is answered", () => {
  test.each([
    "how many soldiers did the navy lose",
    "how many boats does the navy have",
    "who is the mayor",
    "who is the keeper of the dam",
    "when did the mayor open the bridge",
    "what does the ferry cost",
    "when did brandt open the bridge",
  ])("%s", async (question) => {
    expect(await outcomeOf(question)).toBe("answered");
  });
});

describe("a question is not answered", () => {
  test.each([
    ["by a number of something else", "how many herring did the fleet catch"],
    ["by a number of something else that is near", "how many bridges did the navy lose near Lind"],
    ["where nobody holds the office", "who is the keeper of the bridge"],
    ["where the articles know such offices, but nobody who holds this one", "who is the keeper of the lighthouse"],
    ["by what is about something else, though it has the rest", "what does the ferry to the hospital cost"],
    [
      "where one of several names is a stranger's",
      "when did Ottermole open the bridge on the river Elm with Clara Brandt",
    ],
    ["by what is about something else", "when did the mayor open the hospital over the canal"],
    ["by what is about another thing of the same name", "what does the pilot licence to the islands cost"],
    ["where it names somebody whom no article knows", "when did Ottermole open the bridge"],
    ["where it names a place that no article knows", "what did the bridge at Quarnby cost"],
    ["by a passage without any figure", "how old is Clara Brandt"],
  ])("%s: %s", async (_, question) => {
    expect(await outcomeOf(question)).not.toBe("answered");
  });

  test.each([
    ["of them", "what did Tom Hill say"],
    ["of the thing", "what did Tom Hill say about the bridge over the river Elm"],
  ])(
    "by what is told %s, where no article has the words that are asked for; nor does that come near: %s",
    async (_, text) => {
      expect(await town.ask({ text })).toMatchObject({ outcome: "none", passages: [] });
    },
  );

  test("and why it is not is told where that is asked, though nothing is shown", async () => {
    const text = "what did Tom Hill say about the bridge over the river Elm";
    const { outcome, explain } = await town.ask({ text }, { explain: true });
    expect(outcome).toBe("none");
    expect(explain?.[0]?.reasons.map(({ name }) => name)).toContain("lacks");
    expect(explain?.[0]?.passages).toEqual([]);
  });

  test("and what comes nearest is shown as that", async () => {
    const { outcome, passages, lead } = await town.ask({ text: "how many herring did the fleet catch" });
    expect(outcome).toBe("related");
    expect(passages[0]?.text).toContain("caught herring");
    expect(lead).toContain("nearest");
  });
});

describe("what has a word that no article knows", () => {
  test("comes near where the rest of it does", async () => {
    expect(await outcomeOf("did Kasirium sink the ferry to the islands")).not.toBe("none");
  });

  test.each(["how do I depart by kasirium", "does kasirium depart"])(
    "comes near nothing by related words alone: %s",
    async (question) => {
      expect(await outcomeOf(question)).toBe("none");
    },
  );
});
