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
  test.each(INTENTS)("a question for $intent is answered by nothing else: “$text”", ({ text, earlier }) => {
    const shown = allOf(engine.ask({ text, earlier, ...options }));
    expect(shown.filter((passage) => !keeps(passage))).toEqual([]);
    expect(textsOf(shown).join("\n")).not.toMatch(leavesOut);
  });

  test.each(typed)("it is the same to write “%s” before or behind the question", (filter) => {
    for (const { text, earlier } of INTENTS) {
      const shown = textsOf(allOf(engine.ask({ text, earlier, ...options })));
      expect(textsOf(allOf(engine.ask({ text: `${filter} ${text}`, earlier })))).toEqual(shown);
      expect(textsOf(allOf(engine.ask({ text: `${text}, ${filter}`, earlier })))).toEqual(shown);
    }
  });

  test("most questions are answered, which without it others answer as well", () => {
    const answered = INTENTS.filter(
      ({ text, earlier }) => engine.ask({ text, earlier, ...options }).passages.length > 0,
    );
    const others = INTENTS.filter(({ text, earlier }) => !allOf(engine.ask({ text, earlier })).every(keeps));
    expect(answered.length).toBeGreaterThan(INTENTS.length / 2);
    expect(others.length).toBeGreaterThan(INTENTS.length / 4);
  });
});

describe("a follow-up", () => {
  const follow = (text: string, ...earlier: string[]) => engine.ask({ text, earlier });
  const outletsOf = (answer: Answer) => [...new Set(allOf(answer).map(({ article }) => article.outlet))];

  test("keeps the outlet of the question that it leans on, and says so", () => {
    const answer = follow("and Sandholm?", "source: Courier what does Norrvik want");
    expect(outletsOf(answer)).toEqual(["Inland Courier"]);
    expect(answer.notices).toContain("Still only articles from “Courier”.");
  });

  test("keeps it over questions between", () => {
    const answer = follow("and about the pier?", "source: Courier what does Norrvik want", "and Sandholm?");
    expect(outletsOf(answer)).toEqual(["Inland Courier"]);
  });

  test("keeps what it was given as an option, too", () => {
    const before = asTyped({ text: "what does Norrvik want", source: "Courier", until: "2024-12" });
    const answer = follow("and Sandholm?", before);
    expect(outletsOf(answer)).toEqual(["Inland Courier"]);
    expect(answer.notices).toContain("Still only articles from “Courier” until 2024-12-31.");
  });

  test("that has a filter of its own keeps to that", () => {
    const answer = follow("and Sandholm? source: Gazette", "source: Courier since:2024-07 what does Norrvik want");
    expect(outletsOf(answer)).toEqual([]);
    expect(answer.notices).toContain("Still only articles since 2024-07-01.");
    expect(outletsOf(follow("and Sandholm? until:2024-06", "since:2024-07 what does Norrvik want"))).toEqual([
      "Coast Gazette",
    ]);
  });

  test("keeps the speaker, as long as it asks for nobody else's words", () => {
    const speakersOf = (answer: Answer) => [...new Set(allOf(answer).map(({ speaker }) => speaker))];
    const toll = follow("and the toll?", "from: Brandt what about the ferry");
    expect(speakersOf(toll)).toEqual(["Tom Brandt"]);
    expect(toll.notices).toContain("Still only words of “Brandt”.");
    const other = follow("and Castell?", "from: Brandt what about the ferry");
    expect(speakersOf(other)).toEqual(["Elin Castell"]);
    expect(other.notices).toEqual([]);
  });

  test("that is a question of its own keeps nothing", () => {
    const answer = follow("What did Castell say about the ferry?", "source: Courier what does Norrvik want");
    expect(outletsOf(answer)).toContain("Coast Gazette");
    expect(answer.notices).toEqual([]);
  });
});

describe("of a filter that fits nothing", () => {
  test.each([
    ["an outlet", { source: "Evening Star" }, "Evening Star", /from “Evening Star”.*Coast Gazette/],
    ["a speaker", { speaker: "Emmanuel Macron" }, "Emmanuel Macron", /quotes “Emmanuel Macron”/],
    ["somebody who is named and never quoted", { speaker: "Norrvik" }, "Norrvik", /quotes “Norrvik”/],
  ])("%s is missing", (_, options, missing, lead) => {
    const answer = engine.ask({ text: "what about the ferry", ...options });
    expect(answer).toMatchObject({ outcome: "none", passages: [], missing: [missing] });
    expect(answer.lead).toMatch(lead);
  });

  test("nothing is shown, and the dates there are are told", () => {
    const answer = engine.ask({ text: "what about the ferry", since: "2030" });
    expect(answer.outcome).toBe("none");
    expect(answer.lead).toContain("2024-05-10 to 2024-08-20");
  });

  test.each([{ since: "yesterday" }, { until: "2024-02-30" }])("a date that is none is told: %j", (options) => {
    const { notices, passages } = engine.ask({ text: "what about the ferry", ...options });
    expect(notices).toContainEqual(expect.stringContaining(`“${Object.values(options)[0]}” is no date`));
    expect(passages).not.toEqual([]);
  });

  test("a slip in a name is read as the name, and said", () => {
    const answer = engine.ask({ text: "what about the ferry", speaker: "Brnadt" });
    expect(answer.passages.map(({ speaker }) => speaker)).toContain("Tom Brandt");
    expect(answer.notices).toContain("Read “brnadt” as “brandt”.");
  });
});
