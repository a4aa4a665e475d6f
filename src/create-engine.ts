import { compose } from "./answer/compose.ts";
import { contextOf } from "./answer/context.ts";
import { coverageOf } from "./answer/coverage.ts";
import { proposeQuestions, speakers, suggestAfter } from "./answer/suggestions.ts";
import { contrast } from "./contrast/contrast.ts";
import type { Corpus } from "./corpus/load-corpus.ts";
import type { Coverage, Engine } from "./engine.ts";
import { buildCorpusIndex, type CorpusIndex } from "./indexing/corpus-index.ts";
import { parseQuestion } from "./question/parse-question.ts";
import type { Query } from "./question/query.ts";
import { createSpeller } from "./question/spelling.ts";
import { rank } from "./ranking/rank.ts";
import { allowedBy, retrieve } from "./ranking/retrieve.ts";
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
export function createEngineOver(index: CorpusIndex, { contrasts = true }: EngineOptions = {}): Engine {
  const speller = createSpeller(index.vocabulary);
  const proposals = once(() => proposeQuestions(index));
  const tried = new Map<string, boolean>();
  const isAnswered = (text: string) => {
    const known = tried.get(text) ?? find(parseQuestion({ text }, index, speller), index, false).outcome === "answered";
    tried.set(text, known);
    return known;
  };
  // Nothing is suggested that was not tried, and nothing is tried before it is wanted: `talks ask` wants few.
  const examples = once(() =>
    proposals()
      .map(({ text }) => text)
      .filter(isAnswered),
  );
  const coverage = once((): Coverage => coverageOf(index, examples()));
  const speakerNames = once(() => speakers(index).map(({ name }) => name.name));
  return {
    get coverage() {
      return coverage();
    },
    ask(question) {
      const { query, selection } = answerFor(parseQuestion(question, index, speller), index, contrasts);
      const suggestions = suggestAfter(query, selection.shown, proposals(), isAnswered, index);
      return compose(query, selection, index, suggestions);
    },
    context: (passage, around = 1) => contextOf(passage, around, index),
    completeQuestion: (typed, limit) => fitting(examples(), typed, limit),
    completeSpeaker: (typed, limit) => fitting(speakerNames(), typed, limit),
    completeSource: (typed, limit) => fitting(coverage().outlets, typed, limit),
  };
}

/** A question as it was understood, and what was kept for it. */
interface Found {
  readonly query: Query;
  readonly selection: Selection;
}

/** What a question finds, or else what another reading of it does. */
function answerFor(query: Query, index: CorpusIndex, contrasts: boolean): Found {
  const found = { query, selection: find(query, index, contrasts) };
  const other = found.selection.outcome === "answered" ? undefined : query.otherwise?.();
  if (!other) return found;
  const selection = find(other, index, contrasts);
  return selection.outcome === "answered" || found.selection.outcome === "none" ? { query: other, selection } : found;
}

/** The straight line from a question that has been understood to the passages that are kept, and what contradicts them. */
function find(query: Query, index: CorpusIndex, contrasts: boolean): Selection {
  const candidates = retrieve(query, index, allowedBy(query));
  const ranked = rank(query, candidates, index);
  const selection = select(query, ranked, index);
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

/** A value that is worked out when it is first asked for: `talks ask` needs few of them. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
