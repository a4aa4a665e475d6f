import { describe, expect, test } from "vitest";
import { askAll, readQuestionSets } from "./question-sets.ts";
import { type Figures, figuresOf, judge } from "./score.ts";
import { statementFiguresOf } from "./score-statements.ts";
import { judgeAllStatements, readStatementTexts } from "./statement-texts.ts";
import { judgePairs, PAIR_SETS, pairFiguresOf, readStoryPairs } from "./story-pairs.ts";

const FIGURES = ["hitAt1", "hitAt3", "facets", "speaker", "abstained", "answered"] as const;

/** A little below what `npm run eval` prints: whoever betters the engine raises them. In the order of FIGURES. */
const FLOORS: ReadonlyMap<string, readonly number[]> = new Map([
  ["talks", [0.77, 0.91, 0.86, 0.98, 0.98, 0.89]],
  ["talks, more questions", [0.87, 0.94, 0.96, 0.95, 0.92, 0.94]],
  ["talks, asked by others", [0.84, 0.94, 0.74, 0.96, 0.97, 0.93]],
  ["talks without synonyms", [0.85, 0.94, 0.83, 0.96, 0.95, 0.93]],
  ["talks, asked in a newsroom", [0.78, 0.84, 0.69, 0.89, 0.98, 0.93]],
  ["talks, in other words", [0.56, 0.83, 0.82, 0.74, 0.6, 0.74]],
  ["harbour", [0.82, 0.91, 0.96, 0.86, 0.81, 0.91]],
  ["harbour without glossary", [0.79, 0.9, 0.8, 0.82, 0.77, 0.89]],
  ["reservoir", [0.77, 0.91, 0.79, 0.9, 0.8, 0.86]],
  ["merger", [0.72, 0.93, 0.77, 0.88, 0.73, 0.88]],
  ["newsroom", [0.64, 0.86, 0.76, 0.81, 0.76, 0.89]],
  ["outbreak", [0.81, 0.91, 0.67, 0.81, 0.72, 0.88]],
  ["waterworks", [0.5, 0.75, 0.76, 0.8, 0.61, 0.69]],
]);
/** The same for the statements found in articles: F1 of spans, and of spans with the right speaker. */
const STATEMENT_FLOORS = { direct: [0.99, 0.97], reported: [0.96, 0.91], all: [0.98, 0.94] } as const;
/** Of pairs of stories: the fewest contradictions found, and the most false alarms. */
const PAIR_LEVELS = { contradictions: [16, 1], "contradictions-unseen": [14, 0] } as const;
/** What one reads at a glance in a chat. */
const MOST_WORDS = 90;
/** Where near misses are shown, these may be more. */
const MOST_WORDS_PARAPHRASED = 96;

const ANSWERED = await Promise.all(readQuestionSets().map(async (set) => ({ ...set, answered: await askAll(set) })));

describe.each(ANSWERED)("the answers to the questions of $name", ({ answered, ...set }) => {
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
    const most = set.name === "talks, in other words" ? MOST_WORDS_PARAPHRASED : MOST_WORDS;
    expect(figures.meanWords).toBeLessThanOrEqual(most);
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

describe("the statements found in articles", () => {
  const verdicts = judgeAllStatements(readStatementTexts());

  test.each(["direct", "reported", "all"] as const)("keep the level that was reached: %s", (kind) => {
    const ofKind = verdicts.filter(({ speech }) => kind === "all" || speech === kind);
    const { spanF1, speakerF1 } = statementFiguresOf(ofKind);
    const [spanFloor, speakerFloor] = STATEMENT_FLOORS[kind];
    expect(spanF1).toBeGreaterThanOrEqual(spanFloor);
    expect(speakerF1).toBeGreaterThanOrEqual(speakerFloor);
  });
});

const PAIRS = await Promise.all(
  PAIR_SETS.map(async (set) => ({ set, figures: pairFiguresOf(await judgePairs(readStoryPairs(set))) })),
);

describe.each(PAIRS)("the stories of $set", ({ set, figures: { found, falseAlarms } }) => {
  const [fewestFound, mostFalseAlarms] = PAIR_LEVELS[set];

  test("are set side by side where they contradict each other, as often as was reached", () => {
    expect(found).toBeGreaterThanOrEqual(fewestFound);
  });

  test("are not set side by side where they do not, more often than before", () => {
    expect(falseAlarms).toBeLessThanOrEqual(mostFalseAlarms);
  });
});
