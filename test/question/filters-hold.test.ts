import { describe, expect, test } from "vitest";
import { type Answer, asTyped, createEngine, type Passage } from "../../src/index.ts";
import { FERRY_CORPUS, FILTERS, INTENTS } from "../fixtures/filter-table.ts";

const engine = createEngine(FERRY_CORPUS);
const allOf = ({ passages, more, disagreements }: Answer): Passage[] => [
  ...passages,
  ...more,
  ...disagreements.flatMap((one) => one.passages),
];
const textsOf = (passages: readonly Passage[]) => passages.map(({ text }) => text);

describe.each(FILTERS)("limited to $name,", ({ options, typed, leavesOut, keeps }) => {
  test.each(INTENTS)("a question for $intent is answered by nothing else: “$text”", async ({ text, earlier }) => {
    const shown = allOf(await engine.ask({ text, earlier, ...options }));
    expect(shown.filter((passage) => !keeps(passage))).toEqual([]);
    expect(textsOf(shown).join("\n")).not.toMatch(leavesOut);
  });

  test.each(typed)("it is the same to write “%s” before or behind the question", async (filter) => {
    for (const { text, earlier } of INTENTS) {
      const shown = textsOf(allOf(await engine.ask({ text, earlier, ...options })));
      expect(textsOf(allOf(await engine.ask({ text: `${filter} ${text}`, earlier })))).toEqual(shown);
      expect(textsOf(allOf(await engine.ask({ text: `${text}, ${filter}`, earlier })))).toEqual(shown);
    }
  });

  test("most questions are answered, which without it others answer as well", async () => {
    const limited = await Promise.all(INTENTS.map(({ text, earlier }) => engine.ask({ text, earlier, ...options })));
    const answered = limited.filter(({ passages }) => passages.length > 0);
    const free = await Promise.all(INTENTS.map(({ text, earlier }) => engine.ask({ text, earlier })));
    const others = free.filter((answer) => !allOf(answer).every(keeps));
    expect(answered.length).toBeGreaterThan(INTENTS.length / 2);
    expect(others.length).toBeGreaterThan(INTENTS.length / 4);
  });
});

describe("a follow-up", () => {
  const follow = (text: string, ...earlier: string[]) => engine.ask({ text, earlier });
  const outletsOf = (answer: Answer) => [...new Set(allOf(answer).map(({ article }) => article.outlet))];

  test("keeps the outlet of the question that it leans on, and says so", async () => {
    const answer = await follow("and Sandholm?", "source: Courier what does Norrvik want");
    expect(outletsOf(answer)).toEqual(["Inland Courier"]);
    expect(answer.notices).toContain("Still only articles from “Courier”.");
  });

  test("keeps it over questions between", async () => {
    const answer = await follow("and about the pier?", "source: Courier what does Norrvik want", "and Sandholm?");
    expect(outletsOf(answer)).toEqual(["Inland Courier"]);
  });

  test("keeps what it was given as an option, too", async () => {
    const before = asTyped({ text: "what does Norrvik want", source: "Courier", until: "2024-12" });
    const answer = await follow("and Sandholm?", before);
    expect(outletsOf(answer)).toEqual(["Inland Courier"]);
    expect(answer.notices).toContain("Still only articles from “Courier” until 2024-12-31.");
  });

  test("that has a filter of its own keeps to that", async () => {
    const answer = await follow(
      "and Sandholm? source: Gazette",
      "source: Courier since:2024-07 what does Norrvik want",
    );
    expect(outletsOf(answer)).toEqual([]);
    expect(answer.notices).toContain("Still only articles since 2024-07-01.");
    expect(outletsOf(await follow("and Sandholm? until:2024-06", "since:2024-07 what does Norrvik want"))).toEqual([
      "Coast Gazette",
    ]);
  });

  test("keeps the speaker, as long as it asks for nobody else's words", async () => {
    const speakersOf = (answer: Answer) => [...new Set(allOf(answer).map(({ speaker }) => speaker))];
    const toll = await follow("and the toll?", "from: Brandt what about the ferry");
    expect(speakersOf(toll)).toEqual(["Tom Brandt"]);
    expect(toll.notices).toContain("Still only words of “Brandt”.");
    const other = await follow("and Castell?", "from: Brandt what about the ferry");
    expect(speakersOf(other)).toEqual(["Elin Castell"]);
    expect(other.notices).toEqual([]);
  });

  test("that is a question of its own keeps nothing", async () => {
    const answer = await follow("What did Castell say about the ferry?", "source: Courier what does Norrvik want");
    expect(outletsOf(answer)).toContain("Coast Gazette");
    expect(answer.notices).toEqual([]);
  });
});

describe("of a filter that fits nothing", () => {
  test.each([
    ["an outlet", { source: "Evening Star" }, "Evening Star", /from “Evening Star”.*Coast Gazette/],
    ["a speaker", { speaker: "Emmanuel Macron" }, "Emmanuel Macron", /quotes “Emmanuel Macron”/],
    ["somebody who is named and never quoted", { speaker: "Norrvik" }, "Norrvik", /quotes “Norrvik”/],
  ])("%s is missing", async (_, options, missing, lead) => {
    const answer = await engine.ask({ text: "what about the ferry", ...options });
    expect(answer).toMatchObject({ outcome: "none", passages: [], missing: [missing] });
    expect(answer.lead).toMatch(lead);
  });

  test("nothing is shown, and the dates there are are told", async () => {
    const answer = await engine.ask({ text: "what about the ferry", since: "2030" });
    expect(answer.outcome).toBe("none");
    expect(answer.lead).toContain("2024-05-10 to 2024-08-20");
  });

  test.each([{ since: "yesterday" }, { until: "2024-02-30" }])("a date that is none is told: %j", async (options) => {
    const { notices, passages } = await engine.ask({ text: "what about the ferry", ...options });
    expect(notices).toContainEqual(expect.stringContaining(`“${Object.values(options)[0]}” is no date`));
    expect(passages).not.toEqual([]);
  });

  test("a slip in a name is read as the name, and said", async () => {
    const answer = await engine.ask({ text: "what about the ferry", speaker: "Brnadt" });
    expect(answer.passages.map(({ speaker }) => speaker)).toContain("Tom Brandt");
    expect(answer.notices).toContain("Read “brnadt” as “brandt”.");
  });
});
