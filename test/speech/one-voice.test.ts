import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const interview = createEngine(
  corpusOf(
    story(
      "ice",
      "Nora Quist is a glaciologist. We spoke to her in Arvik.\n\nQ: How thick is the ice on the lake?\n\nA: About two metres, and thinner every year.\n\nQ: Will the bridge ever be built?\n\nA: Not while I live here.",
    ),
    story(
      "mill",
      "Will the mill ever grind again?\n\nThe mill was sold in 2014. Nora Quist has repeatedly said she wants it back. It employs forty people.\n\n“We will walk out,” Olaf Prins and Ada Lunde wrote.",
    ),
  ),
);

const ask = (text: string) => interview.ask({ text });

describe("an interview is answered with", () => {
  test("the words of whoever is interviewed, found by the question", async () => {
    const [first] = (await ask("how thick is the ice?")).passages;
    expect(first).toMatchObject({
      text: "About two metres, and thinner every year.",
      speaker: "Nora Quist",
      speech: "direct",
    });
  });

  test("the question around it, but never as an answer", async () => {
    const { passages, more } = await ask("will the bridge be built?");
    expect(passages[0]?.text).toBe("Not while I live here.");
    expect([...passages, ...more].filter(({ text }) => text.endsWith("?"))).toEqual([]);
    const around = passages[0] ? await interview.context(passages[0], 1) : [];
    expect(around.map(({ text }) => text)).toContain("Will the bridge ever be built?");
  });
});

describe("a name above a passage", () => {
  test("is a name for all of it", async () => {
    const { passages, more } = await ask("When was the mill sold?");
    const sold = [...passages, ...more].filter(({ text }) => text.includes("2014"));
    expect(sold.map(({ text, speaker }) => [text, speaker])).toEqual([["The mill was sold in 2014.", null]]);
  });

  test("is that of all who say it, and each of them is found", async () => {
    for (const name of ["Olaf Prins", "Ada Lunde"]) {
      const [first] = (await ask(`what did ${name} say?`)).passages;
      expect(first?.speaker).toBe("Olaf Prins and Ada Lunde");
    }
  });

  test("is missed where somebody did not speak about a thing", async () => {
    const { outcome, lead } = await ask("What did Nora Quist say about the weather?");
    expect(outcome).not.toBe("answered");
    expect(lead).toContain("No article here has Nora Quist speaking about the weather.");
  });
});

test("what the writer asks is no answer", async () => {
  const { passages, more } = await ask("Will the mill ever grind again?");
  expect([...passages, ...more].filter(({ text }) => text === "Will the mill ever grind again?")).toEqual([]);
});
