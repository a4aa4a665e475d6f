import { describe, expect, test } from "vitest";
import { askAll, readQuestionSets } from "./question-sets.ts";
import { type Figures, figuresOf, judge } from "./score.ts";

const FIGURES = ["hitAt1", "hitAt3", "facets", "speaker", "abstained", "answered"] as const;

/** A little below what `npm run eval` prints: whoever betters the engine raises them. In the order of FIGURES. */
const FLOORS: ReadonlyMap<string, readonly number[]> = new Map([
  ["talks", [0.9, 0.97, 0.85, 0.98, 0.95, 0.97]],
  ["talks, more questions", [0.86, 0.9, 0.75, 0.87, 0.85, 0.92]],
  ["harbour", [0.73, 0.83, 0.82, 0.9, 0.8, 0.85]],
  ["harbour without glossary", [0.7, 0.82, 0.66, 0.85, 0.75, 0.85]],
  ["reservoir", [0.76, 0.78, 0.73, 0.9, 0.8, 0.83]],
]);
/** What one reads at a glance in a chat. */
const MOST_WORDS = 90;

describe.each(readQuestionSets())("the answers to the questions of $name", (set) => {
  const answered = askAll(set);
  const figures: Figures = figuresOf(answered.map(judge));

  test("keep the level that was reached", () => {
    const floors = FLOORS.get(set.name);
    expect(floors, `there is no floor for ${set.name}`).toHaveLength(FIGURES.length);
    const fallen = FIGURES.filter((name, at) => (figures[name] ?? 0) < (floors?.[at] ?? 1));
    expect(fallen, JSON.stringify(figures)).toEqual([]);
  });

  test("never put a garbled copy first", () => {
    expect(figures.garbledFirst).toBe(0);
  });

  test("are short", () => {
    expect(figures.meanWords).toBeLessThanOrEqual(MOST_WORDS);
  });

  test("are the articles' own words", () => {
    const bodies = new Map(set.corpus.articles.map(({ id, body }) => [id, body]));
    const passages = answered.flatMap(({ answer }) => [...answer.passages, ...answer.more]);
    const changed = passages.filter(
      ({ article, start, end, text }) => bodies.get(article.id)?.slice(start, end) !== text,
    );
    expect(passages.length).toBeGreaterThan(set.questions.length);
    expect(changed).toEqual([]);
  });
});
