import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Disagreement } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";
import { createShippedEngine } from "./shipped-engine.ts";

/** Two invented stories, a question that both answer, and whether they contradict each other on it. */
export interface StoryPair {
  readonly id: string;
  /** What they differ in, or why it only looks as if they did: toll, date, update, rounding … */
  readonly kind: string;
  readonly question: string;
  readonly differ: boolean;
  readonly stories: readonly PairedStory[];
}

interface PairedStory {
  readonly body: string;
  /** ISO date, or null. */
  readonly published: string | null;
}

/** What an answer to the question of a pair sets side by side. */
export interface PairVerdict {
  readonly pair: StoryPair;
  readonly disagreements: readonly Disagreement[];
  /** Whether one of them has both stories of the pair. */
  readonly isFound: boolean;
}

/** How many of the pairs that differ were found, and at how many of the others something was set side by side. */
export interface PairFigures {
  readonly differing: number;
  readonly found: number;
  readonly agreeing: number;
  readonly falseAlarms: number;
}

/** The names of the sets of pairs. */
export const PAIR_SETS = ["contradictions", "contradictions-unseen"] as const;

/** Reads a set of pairs, one JSON object in a line; README.md beside this file has the format. */
export function readStoryPairs(set: (typeof PAIR_SETS)[number]): StoryPair[] {
  const file = join("test", "evaluation", `${set}.jsonl`);
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) => (line.trim() === "" ? [] : [storyPairOf(JSON.parse(line), `${file}:${at + 1}`)]));
}

/** Asks each pair its question, the stories of all pairs being one corpus. */
export async function judgePairs(pairs: readonly StoryPair[]): Promise<PairVerdict[]> {
  const idOf = ({ id }: StoryPair, at: number) => `${id}-${at}`;
  const articles = pairs.flatMap((pair) =>
    pair.stories.map(({ body, published }, at) => story(idOf(pair, at), body, { published })),
  );
  const engine = await createShippedEngine(corpusOf(...articles));
  const judge = async (pair: StoryPair): Promise<PairVerdict> => {
    const { disagreements } = await engine.ask({ text: pair.question });
    const isFound = disagreements.some(({ passages }) =>
      pair.stories.every((_, at) => passages.some(({ article }) => article.id === idOf(pair, at))),
    );
    return { pair, disagreements, isFound };
  };
  return Promise.all(pairs.map(judge));
}

/** Counts what was found, and what was claimed of stories that agree. */
export function pairFiguresOf(verdicts: readonly PairVerdict[]): PairFigures {
  const differing = verdicts.filter(({ pair }) => pair.differ);
  const agreeing = verdicts.filter(({ pair }) => !pair.differ);
  return {
    differing: differing.length,
    found: differing.filter(({ isFound }) => isFound).length,
    agreeing: agreeing.length,
    falseAlarms: agreeing.filter(({ disagreements }) => disagreements.length > 0).length,
  };
}

function storyPairOf(line: unknown, where: string): StoryPair {
  const fields = fieldsOf(line);
  const [id, kind, question, differ] = ["id", "kind", "question", "differ"].map((name) => fields.get(name));
  const stories = fields.get("stories");
  if (typeof id !== "string" || typeof kind !== "string" || typeof question !== "string")
    throw new Error(`${where}: "id", "kind" or "question" is no string`);
  if (typeof differ !== "boolean") throw new Error(`${where}: "differ" is neither true nor false`);
  if (!Array.isArray(stories) || stories.length !== 2) throw new Error(`${where}: "stories" are not two`);
  return { id, kind, question, differ, stories: stories.map((one: unknown) => pairedStoryOf(one, where)) };
}

function pairedStoryOf(value: unknown, where: string): PairedStory {
  const fields = fieldsOf(value);
  const [body, published] = [fields.get("body"), fields.get("published")];
  if (typeof body !== "string") throw new Error(`${where}: a story has no text "body"`);
  if (typeof published !== "string" && published !== null) throw new Error(`${where}: "published" is no date or null`);
  return { body, published };
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}
