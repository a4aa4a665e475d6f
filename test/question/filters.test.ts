import { describe, expect, test } from "vitest";
import { firstDay, lastDay, takeFilters } from "../../src/question/filters.ts";

const NOTHING = { speaker: null, source: null, since: null, until: null };

describe("a question is limited", () => {
  test.each([
    ["to a speaker", "crimea from:Trump", "crimea", { speaker: "Trump" }],
    ["to an outlet", "source:Anadolu what is new", "what is new", { source: "Anadolu" }],
    ["to a name of several words", 'crimea source:"CRBC News" please', "crimea please", { source: "CRBC News" }],
    ["with typographic quotation marks", "crimea from:“Sergei Lavrov”", "crimea", { speaker: "Sergei Lavrov" }],
    ["whatever the case", "crimea SOURCE:Anadolu", "crimea", { source: "Anadolu" }],
    ["to a time", "crimea since:2025-04-24 until:2025-05", "crimea", { since: "2025-04-24", until: "2025-05-31" }],
    ["to a year", "crimea since:2024 until:2024", "crimea", { since: "2024-01-01", until: "2024-12-31" }],
    ["from a day in words", "what is new since 24 April 2025", "what is new", { since: "2025-04-24" }],
    ["from a month in words", "what is new since April 2025?", "what is new ?", { since: "2025-04-01" }],
    ["to the days after a day", "what happened after April 24, 2025", "what happened", { since: "2025-04-25" }],
    ["to the days before a month", "what happened before May 2025", "what happened", { until: "2025-04-30" }],
    ["up to the end of a month", "what happened until Feb. 2024", "what happened", { until: "2024-02-29" }],
  ])("%s", (_, question, text, filters) => {
    expect(takeFilters(question, true)).toEqual({ text, filters: { ...NOTHING, ...filters }, notices: [] });
  });

  test.each([
    ["a year that the question is about", "what has Russia done since 2022"],
    ["words that look like a filter inside others", "is therefrom:word a word"],
    ["nothing", "what did Lavrov say"],
    ["a date that the question goes on after", "what did the talks since April 2025 bring"],
  ])("not by %s", (_, question) => {
    const { text, filters } = takeFilters(question, true);
    expect(text).toBe(question);
    expect(filters).toEqual(NOTHING);
  });

  test("not by a date in words where no article has a date", () => {
    const question = "what is new since 24 April 2025";
    expect(takeFilters(question, false)).toEqual({ text: question, filters: NOTHING, notices: [] });
    expect(takeFilters("crimea since:2025", false).filters.since).toBe("2025-01-01");
  });

  test("not by a date that cannot be read, and it says so", () => {
    const { text, filters, notices } = takeFilters("crimea since:yesterday", true);
    expect({ text, filters }).toEqual({ text: "crimea", filters: NOTHING });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain("yesterday");
  });
});

describe("a date", () => {
  test.each([
    ["2025", "2025-01-01", "2025-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2025-02", "2025-02-01", "2025-02-28"],
    ["2025-04-24", "2025-04-24", "2025-04-24"],
  ])("%s begins on %s and ends on %s", (date, first, last) => {
    expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
  });

  test.each(["2025-13", "2025-02-30", "25-04-24", "2025-4", "soon", "", "2025-04-24T10:00"])("“%s” is none", (date) => {
    expect([firstDay(date), lastDay(date)]).toEqual([null, null]);
  });
});
