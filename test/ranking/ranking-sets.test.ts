import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const town = createEngine(
  corpusOf(
    story(
      "bridge",
      [
        "The harbour bridge will open in May, Mayor Clara Brandt said on Monday.",
        "“We have waited nine years for this bridge,” Brandt told reporters. “The bridge is safe.”",
        "Tom Hill, who keeps the lighthouse, is against the bridge. “It will bring cars and nothing else,” he said.",
        "The bridge cost 41 million crowns, twice as much as planned.",
        "About 300 people worked on it for four years because the first pillar had sunk into the mud.",
        "The mayor met the builders at the old customs house in Lind.",
      ].join("\n\n"),
      { title: "Harbour bridge to open in spring", outlet: "Port Gazette" },
    ),
    story(
      "ferry",
      [
        "The ferry to the islands carries 900 people a day and costs four crowns.",
        "Its captain, Eva Storm, says the bridge means the end of the ferry. “Nobody will pay for a boat,” Storm said.",
        "Brandt and the ferry company will talk about a pension for the crew in June.",
        "The company wants compensation for ten years and rejects a smaller boat.",
        "A ferry sank off Lind in 1953. Eleven people drowned.",
      ].join("\n\n"),
      { title: "Ferry fears for its life", outlet: "Island Post" },
    ),
    story(
      "school",
      [
        "The school has 121 pupils, fewer than before the flood.",
        "Its headteacher, Leo Ansty, asked the town for a new bell.",
        "Lessons begin at eight.",
      ].join("\n\n"),
    ),
  ),
);

/** What a reader would want to read first. */
describe("first comes", () => {
  test.each([
    ["the number that is asked for", "how much did the bridge cost", "41 million crowns"],
    ["the number of what is counted", "how many people drowned when the ferry sank", "Eleven people drowned"],
    [
      "the number, though other passages name the thing more often",
      "how many people worked on the bridge",
      "About 300",
    ],
    ["the time", "when will the bridge open", "in May"],
    ["the year", "in which year did a ferry sink", "1953"],
    ["the place", "where did the mayor meet the builders", "customs house in Lind"],
    ["the reason", "why did the bridge take four years", "because the first pillar"],
    ["the person", "who is the captain of the ferry", "Eva Storm"],
    [
      "what somebody says, not what is said of them",
      "what did Brandt say about the bridge",
      "“We have waited nine years",
    ],
    ["what the other says", "what did Tom Hill say about the bridge", "“It will bring cars"],
    [
      "the words of whoever is meant by an office",
      "what did the mayor say about the bridge",
      "“We have waited nine years",
    ],
    ["the words of whoever said it", "who said nobody will pay for a boat", "“Nobody will pay for a boat,”"],
    ["where a party stands", "what does the ferry company want", "wants compensation"],
    ["what is asked of, though the word has another form", "how many pupil are in schools", "121 pupils"],
    ["what was meant by a slip", "when do lesons begin", "Lessons begin at eight"],
  ])("%s", async (_, question, words) => {
    const { outcome, passages } = await town.ask({ text: question });
    expect(passages[0]?.text).toContain(words);
    expect(outcome).toBe("answered");
  });

  test("the reason of what the question before was about, where “it” stands for that", async () => {
    const { outcome, passages } = await town.ask({
      text: "why did it take four years",
      earlier: ["when will the bridge open"],
    });
    expect(passages[0]?.text).toContain("because the first pillar");
    expect(outcome).toBe("answered");
  });
});

describe("a title", () => {
  test("does not answer for every passage below it", async () => {
    const { passages } = await town.ask({ text: "what did the harbour bridge cost" });
    const told = passages.map(({ text }) => text).join(" ");
    expect(told).toContain("41 million");
    expect(told).not.toContain("customs house");
  });
});

describe("a question with two parts", () => {
  test("is answered with a passage for each", async () => {
    const { passages } = await town.ask({ text: "what does the ferry company want and reject" });
    const told = passages.map(({ text }) => text).join(" ");
    expect(told).toContain("wants compensation");
    expect(told).toContain("rejects a smaller boat");
  });
});

describe("what is shown", () => {
  test("tells each fact once", async () => {
    const copy = "Lessons begin at eight in the morning, the headteacher said.";
    const engine = createEngine(corpusOf(story("a", copy), story("b", copy), story("c", `${copy}\n\nIt rains a lot.`)));
    const { passages } = await engine.ask({ text: "when do lessons begin" });
    expect(passages).toHaveLength(1);
    expect(passages[0]?.alsoIn).toHaveLength(2);
  });

  test("is short, and the rest comes with “more”", async () => {
    const places = "harbour cannery market chapel lighthouse prison station bakery library mill".split(" ");
    const long = places.map(
      (place, at) => `The herring at the ${place} ${"never ".repeat(20)}${places[at - 1] ?? "sank"}.`,
    );
    const engine = createEngine(corpusOf(story("a", long.join("\n\n"))));
    const { passages, more } = await engine.ask({ text: "where are the herring" });
    expect(passages.length).toBeLessThanOrEqual(3);
    expect(
      passages
        .map(({ text }) => text)
        .join(" ")
        .split(" ").length,
    ).toBeLessThan(100);
    expect(more.length).toBeGreaterThan(0);
  });
});

describe("a figure is that of the event asked about", () => {
  const strike = createEngine(
    corpusOf(
      story(
        "strike",
        [
          "Twelve people were dismissed after the strike at Lind, the union said on Sunday.",
          "It is the longest strike at Lind since 1971, when 40 people were dismissed after the strike.",
        ].join("\n\n"),
        { published: "2025-10-11" },
      ),
    ),
  );

  test("and not that of one which the article remembers", async () => {
    const { passages } = await strike.ask({ text: "how many people were dismissed after the strike at Lind" });
    expect(passages[0]?.text).toContain("Twelve people");
  });

  test("unless that is asked about", async () => {
    const { passages } = await strike.ask({ text: "how many people were dismissed after the strike at Lind in 1971" });
    expect(passages[0]?.text).toContain("40 people");
  });
});
