import type { Answer } from "./answer/answer.ts";
import { compose } from "./answer/compose.ts";
import { contextOf } from "./answer/context.ts";
import { coverageOf } from "./answer/coverage.ts";
import { proposeQuestions, type Suggestion, speakers } from "./answer/suggestions.ts";
import type { Corpus } from "./corpus/load-corpus.ts";
import type { Coverage, Engine } from "./engine.ts";
import { buildCorpusIndex, type CorpusIndex } from "./indexing/corpus-index.ts";
import { parseQuestion } from "./question/parse-question.ts";
import type { Query } from "./question/query.ts";
import { createSpeller } from "./question/spelling.ts";
import { rank } from "./ranking/rank.ts";
import { allowedBy, retrieve } from "./ranking/retrieve.ts";
import { select } from "./selection/select.ts";
import { fold } from "./text/fold.ts";

/** Reads a corpus and answers questions about it. */
export function createEngine(corpus: Corpus): Engine {
  const index = buildCorpusIndex(corpus);
  const speller = createSpeller(index.vocabulary);
  const pool = once(() =>
    answerable(proposeQuestions(index), index, (text) => parseQuestion({ text }, index, speller)),
  );
  const coverage = once((): Coverage => coverageOf(index, pool()));
  const speakerNames = once(() => speakers(index).map(({ name }) => name.name));
  return {
    get coverage() {
      return coverage();
    },
    ask(question) {
      const query = parseQuestion(question, index, speller);
      const answer = answerTo(query, index, pool());
      if (answer.outcome === "answered" || !query.otherwise) return answer;
      const other = answerTo(query.otherwise, index, pool());
      return other.outcome === "answered" ? other : answer;
    },
    context: (passage, around = 1) => contextOf(passage, around, index),
    completeQuestion: (typed, limit) =>
      fitting(
        pool().map(({ text }) => text),
        typed,
        limit,
      ),
    completeSpeaker: (typed, limit) => fitting(speakerNames(), typed, limit),
    completeSource: (typed, limit) => fitting(coverage().outlets, typed, limit),
  };
}

/** The straight line of one question that has been understood. */
function answerTo(query: Query, index: CorpusIndex, pool: readonly Suggestion[]): Answer {
  const candidates = retrieve(query, index, allowedBy(query, index));
  const ranked = rank(query, candidates, index);
  const selection = select(query, ranked, index);
  return compose(query, selection, index, pool);
}

/** Nothing is suggested that was not tried: only questions that the corpus answers stay. */
function answerable(proposals: readonly Suggestion[], index: CorpusIndex, read: (text: string) => Query): Suggestion[] {
  return proposals.filter(({ text }) => answerTo(read(text), index, []).outcome === "answered");
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
