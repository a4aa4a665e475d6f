import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const engine = createEngine(
  corpusOf(
    story(
      "bridge",
      [
        "The harbour board pays for the bridge.",
        "The bridge opens on 3 May, the board said.",
        "Mayor Clara Brandt cut short a visit to Lund. “We have lost a good bridge,” Brandt said at the station.",
      ].join("\n\n"),
    ),
  ),
);

describe("two questions in one message", () => {
  test("are both answered, each under its own words", async () => {
    const { outcome, parts, passages } = await engine.ask({ text: "who pays for the bridge, and when does it open?" });
    expect(outcome).toBe("answered");
    expect(parts.map(({ heading }) => heading)).toEqual(["who pays for the bridge", "and when does it open?"]);
    const [payer, opening] = [passages[0], passages[parts[0]?.passages ?? 0]];
    expect(payer?.text).toContain("harbour board pays");
    expect(opening?.text).toContain("3 May");
    expect(parts.reduce((sum, part) => sum + part.passages, 0)).toBe(passages.length);
    expect(passages.length).toBeLessThanOrEqual(5);
  });

  test("have the best answer to each under it, and show nothing else twice", async () => {
    const { parts, passages, more } = await engine.ask({ text: "who pays for the bridge? who pays for it?" });
    const own = passages.slice(parts[0]?.passages ?? 0);
    expect(own[0]?.text).toContain("harbour board pays");
    const places = [...passages.slice(0, parts[0]?.passages), ...own.slice(1), ...more].map(({ start }) => start);
    expect(new Set(places).size).toBe(places.length);
  });

  test("are two also where the second only begins as the first does", async () => {
    const { parts } = await engine.ask({ text: "who pays for the bridge, who said that it opens on 3 May?" });
    expect(parts.map(({ heading }) => heading)).toEqual([
      "who pays for the bridge",
      "who said that it opens on 3 May?",
    ]);
    expect((await engine.ask({ text: "when does the bridge open, which the harbour board pays for?" })).parts).toEqual(
      [],
    );
  });

  test("may lean on each other: “he” is whom the first one names", async () => {
    const { parts, passages } = await engine.ask({ text: "did Brandt cut her visit short? what did she say?" });
    expect(passages[parts[0]?.passages ?? 0]).toMatchObject({ speaker: "Clara Brandt" });
  });

  test("say of each whether it is answered", async () => {
    const { outcome, parts } = await engine.ask({ text: "who pays for the bridge? what did Macron say about it?" });
    expect(outcome).toBe("answered");
    expect(parts[0]?.outcome).toBe("answered");
    expect(parts[1]?.outcome).not.toBe("answered");
    expect(parts[1]?.lead).toContain("Macron");
  });
});

test("one question has no parts", async () => {
  expect((await engine.ask({ text: "who pays for the bridge?" })).parts).toEqual([]);
});

test("the message that a question replies to tells who is meant", async () => {
  const text = "what did she say?";
  const { passages } = await engine.ask({ text, context: "Clara Brandt is back from Lund" });
  expect(passages[0]).toMatchObject({ speaker: "Clara Brandt" });
});
