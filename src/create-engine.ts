import { citableOf } from "./answer/citable.ts";
import { compose } from "./answer/compose.ts";
import { contextOf } from "./answer/context.ts";
import { coverageOf } from "./answer/coverage.ts";
import { proposeQuestions, suggestAfter } from "./answer/suggestions.ts";
import { contrast } from "./contrast/contrast.ts";
import type { Corpus } from "./corpus/load-corpus.ts";
import type { Engine } from "./engine.ts";
import { buildCorpusIndex } from "./indexing/memory-index.ts";
import type { PassageIndex } from "./indexing/passage-index.ts";
import { parseQuestion } from "./question/parse-question.ts";
import type { Query } from "./question/query.ts";
import { createSpeller } from "./question/spelling.ts";
import { rank } from "./ranking/rank.ts";
import { retrieve } from "./ranking/retrieve.ts";
import { type Selection, select } from "./selection/select.ts";
import { fold } from "./text/fold.ts";

/** What an engine does beside finding passages; all of it unless an option says not. */
export interface EngineOptions {
  /** Whether sources that contradict each other are set side by side. */
  readonly contrasts?: boolean;
}

/** Reads a corpus and answers questions about it. */
export function createEngine(corpus: Corpus, options: EngineOptions = {}): Engine {
  return createEngineOver(buildCorpusIndex(corpus), options);
}

/** Answers questions about a corpus that has been read. */
export function createEngineOver(index: PassageIndex, { contrasts = true }: EngineOptions = {}): Engine {
  const { lexicon } = index;
  const speller = createSpeller(lexicon.vocabulary);
  const proposals = once(async () => proposeQuestions((await index.figures()).speakers, lexicon));
  const tried = new Map<string, boolean>();
  const isAnswered = async (text: string) => {
    const known =
      tried.get(text) ?? (await find(parseQuestion({ text }, lexicon, speller), index, false)).outcome === "answered";
    tried.set(text, known);
    return known;
  };
  // Nothing is suggested that was not tried, and nothing is tried before it is wanted: `talks ask` wants few.
  const examples = once(async () => {
    const answered: string[] = [];
    for (const { text } of await proposals()) if (await isAnswered(text)) answered.push(text);
    return answered;
  });
  const coverage = once(async () => coverageOf(index, await examples()));
  return {
    coverage,
    async ask(question) {
      const { query, selection } = await answerFor(parseQuestion(question, lexicon, speller), index, contrasts);
      const suggestions = await suggestAfter(query, selection.shown, await proposals(), isAnswered, lexicon);
      return compose(query, selection, index, suggestions);
    },
    context: (passage, around = 1) => contextOf(passage, around, index),
    citable: (article) => citableOf(article, index),
    completeQuestion: async (typed, limit) => fitting(await examples(), typed, limit),
    completeSpeaker: async (typed, limit) => fitting((await coverage()).speakers, typed, limit),
    completeSource: async (typed, limit) => fitting((await coverage()).outlets, typed, limit),
  };
}

/** A question as it was understood, and what was kept for it. */
interface Found {
  readonly query: Query;
  readonly selection: Selection;
}

/** What a question finds, or else what another reading of it does. */
async function answerFor(query: Query, index: PassageIndex, contrasts: boolean): Promise<Found> {
  const found = { query, selection: await find(query, index, contrasts) };
  const other = found.selection.outcome === "answered" ? undefined : query.otherwise?.();
  if (!other) return found;
  const selection = await find(other, index, contrasts);
  return selection.outcome === "answered" || found.selection.outcome === "none" ? { query: other, selection } : found;
}

/** The straight line from a question that has been understood to the passages that are kept, and what contradicts them. */
async function find(query: Query, index: PassageIndex, contrasts: boolean): Promise<Selection> {
  const candidates = await retrieve(query, index);
  const ranked = rank(query, candidates, index.lexicon);
  const selection = await select(query, ranked, index);
  return contrasts ? contrast(query, selection, ranked, index) : selection;
}

/** Those of some texts in which every typed word begins a word, in their own order. */
function fitting(texts: readonly string[], typed: string, limit: number): string[] {
  const wanted = fold(typed).match(/[\p{L}\p{N}]+/gu) ?? [];
  return texts
    .filter((text) => {
      const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
      return wanted.every((start) => words.some((word) => word.startsWith(start)));
    })
    .slice(0, limit);
}

/** A value that is worked out when it is first asked for, and anew where that failed: `talks ask` needs few of them. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
