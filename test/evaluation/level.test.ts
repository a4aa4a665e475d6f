import { describe, expect, test } from "vitest";
import { askAll, readQuestionSets } from "./question-sets.ts";
import { type Figures, figuresOf, judge } from "./score.ts";

type Floor = Readonly<Record<"hitAt1" | "hitAt3" | "facets" | "speaker" | "abstained" | "answered", number>>;

/** A little below what `npm run eval` prints: whoever betters the engine raises them. */
const FLOORS: Readonly<Record<string, Floor>> = {
  talks: { hitAt1: 0.83, hitAt3: 0.95, facets: 0.8, speaker: 0.95, abstained: 0.92, answered: 0.95 },
  "talks, more questions": { hitAt1: 0.78, hitAt3: 0.85, facets: 0.8, speaker: 0.85, abstained: 0.86, answered: 0.84 },
  harbour: { hitAt1: 0.68, hitAt3: 0.78, facets: 0.72, speaker: 0.86, abstained: 0.72, answered: 0.8 },
  "harbour without glossary": {
    hitAt1: 0.66,
    hitAt3: 0.76,
    facets: 0.68,
    speaker: 0.82,
    abstained: 0.72,
    answered: 0.8,
  },
  reservoir: { hitAt1: 0.69, hitAt3: 0.72, facets: 0.65, speaker: 0.86, abstained: 0.72, answered: 0.72 },
};
/** What one reads at a glance in a chat. */
const MOST_WORDS = 90;

describe.each(readQuestionSets())("the answers to the questions of $name", (set) => {
  const answered = askAll(set);
  const figures: Figures = figuresOf(answered.map(judge));

  test("keep the level that was reached", () => {
    const floor = FLOORS[set.name];
    expect(floor, `there is no floor for ${set.name}`).toBeDefined();
    const fallen = Object.entries({ ...figures })
      .map(([name, reached]) => ({ name, reached, floor: new Map(Object.entries(floor ?? {})).get(name) }))
      .filter((one) => one.floor !== undefined && (one.reached ?? 0) < one.floor);
    expect(fallen).toEqual([]);
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
