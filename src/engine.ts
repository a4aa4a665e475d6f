import type { Answer, Citable, ContextParagraph, Coverage, Passage } from "./answer/answer.ts";
import { compose, type Found } from "./answer/compose.ts";
import { citableOf, contextOf, coverageOf } from "./answer/corpus-view.ts";
import { explain } from "./answer/explanation.ts";
import { proposeQuestions, suggestAfter } from "./answer/suggestions.ts";
import { contrast } from "./contrast/contrast.ts";
import type { Corpus } from "./corpus/load-corpus.ts";
import { buildCorpusIndex } from "./indexing/memory-index.ts";
import type { PassageIndex } from "./indexing/passage-index.ts";
import type { Encoder } from "./meaning/encoder.ts";
import { createMeaning, type Meaning } from "./meaning/meaning.ts";
import { once } from "./once.ts";
import { parseQuestion, parseQuestions } from "./question/parse-question.ts";
import type { Query } from "./question/query.ts";
import type { Question } from "./question/question.ts";
import { positionsOf } from "./question/sides.ts";
import { createSpeller } from "./question/spelling.ts";
import { rank } from "./ranking/rank.ts";
import { type Candidate, isCompared, retrieve } from "./ranking/retrieve.ts";
import { NOTHING_TOLD, type Told, toldBy } from "./ranking/told.ts";
import { isSettled } from "./selection/confidence.ts";
import { partiesTo } from "./selection/parties.ts";
import { select } from "./selection/select.ts";
import type { Selection } from "./selection/selection.ts";
import { shareOut } from "./selection/several.ts";
import { fold } from "./text/fold.ts";

/**
 * The one face of the core. The same question over the same corpus gets the same answer. Everything resolves at once where
 * the index is in memory, and rejects where it is elsewhere and cannot be reached.
 */
export interface Engine {
  coverage(): Promise<Coverage>;
  /** @param how `explain` for an answer that tells why it is what it is. */
  ask(question: Question, how?: { readonly explain: boolean }): Promise<Answer>;
  /** The paragraphs around a passage, in order; `around` before and after it (default 1). */
  context(passage: Passage, around?: number): Promise<readonly ContextParagraph[]>;
  /** What can be cited of an article; nothing where it is not served. */
  citable(article: string): Promise<Citable>;
  /** Questions this corpus answers that fit what has been typed so far; any with nothing typed. */
  completeQuestion(typed: string, limit: number): Promise<readonly string[]>;
  completeSpeaker(typed: string, limit: number): Promise<readonly string[]>;
  completeSource(typed: string, limit: number): Promise<readonly string[]>;
}

/** What an engine does beside finding passages; all of it unless an option says not. */
export interface EngineOptions {
  /** Whether sources that contradict each other are set side by side. */
  readonly contrasts?: boolean;
  /** Compares questions and passages in meaning; without it, words alone decide. */
  readonly meaning?: Meaning | null;
}

/** Reads a corpus and answers questions about it. @param encoder compares meanings; without one, words alone decide. */
export function createEngine(
  corpus: Corpus,
  { encoder, ...options }: Omit<EngineOptions, "meaning"> & { readonly encoder?: Encoder | undefined } = {},
): Engine {
  const index = buildCorpusIndex(corpus);
  return createEngineOver(index, { ...options, meaning: encoder ? createMeaning(index, encoder) : null });
}

/** Answers questions about a corpus that has been read. */
export function createEngineOver(
  index: PassageIndex,
  { contrasts = true, meaning = null }: EngineOptions = {},
): Engine {
  const { lexicon } = index;
  const means: Means = { index, meaning, contrasts };
  const speller = createSpeller(lexicon.vocabulary);
  const proposals = once(async () => proposeQuestions((await index.figures()).speakers, lexicon));
  const tried = new Map<string, boolean>();
  const isAnswered = async (text: string) => {
    const known =
      tried.get(text) ??
      (await find(parseQuestion({ text }, lexicon, speller), { ...means, contrasts: false })).outcome === "answered";
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
    async ask(question, how) {
      const { text, queries } = parseQuestions(question, lexicon, speller);
      const found = await answerAll(queries, means);
      const shown = found.flatMap(({ selection }) => selection.shown);
      const suggestions = await suggestAfter(queries, shown, await proposals(), isAnswered, lexicon);
      const answer = await compose(text, found, index, suggestions);
      return how?.explain
        ? { ...answer, explain: found.map(({ query, selection }) => explain(query, selection, lexicon)) }
        : answer;
    },
    context: (passage, around = 1) => contextOf(passage, around, index),
    citable: (article) => citableOf(article, index),
    completeQuestion: async (typed, limit) => fitting(await examples(), typed, limit),
    completeSpeaker: async (typed, limit) => fitting((await coverage()).speakers, typed, limit),
    completeSource: async (typed, limit) => fitting((await coverage()).outlets, typed, limit),
  };
}

/** What questions are answered with. */
interface Means {
  readonly index: PassageIndex;
  readonly meaning: Meaning | null;
  readonly contrasts: boolean;
}

/** What each of some questions finds; together they show as much as one that has several parts. */
async function answerAll(queries: readonly Query[], means: Means): Promise<Found[]> {
  const found: Found[] = [];
  for (const query of queries) found.push(...((await answerBySides(query, means)) ?? [await answerFor(query, means)]));
  if (found.length < 2) return found;
  const shared = shareOut(found.map(({ selection }) => selection));
  return found.map((one, at) => ({ ...one, selection: shared[at] ?? one.selection }));
}

/** What each of the parties wants, where that is asked and the articles tell it of two at least; else `null`. */
async function answerBySides(query: Query, means: Means): Promise<Found[] | null> {
  const { index } = means;
  if (query.overview !== "sides" || query.limits.speaker) return null;
  const found: Found[] = [];
  for (const position of positionsOf(await partiesTo(query, index), query, index.lexicon)) {
    const one = await answerFor(position, means);
    if (one.selection.outcome === "answered") found.push(one);
  }
  return found.length < 2 ? null : found;
}

/** What a question finds, or else what another reading of it does. */
async function answerFor(query: Query, means: Means): Promise<Found> {
  const found = { query, selection: await find(query, means) };
  const other = found.selection.outcome === "answered" ? undefined : query.otherwise?.();
  if (!other) return found;
  const selection = await find(other, means);
  return selection.outcome === "answered" || found.selection.outcome === "none" ? { query: other, selection } : found;
}

/** The straight line from a question that has been understood to the passages that are kept, and what contradicts them. */
async function find(query: Query, means: Means): Promise<Selection> {
  const { index, meaning, contrasts } = means;
  const told = query.leansOn
    ? toldBy((await answerFor(query.leansOn, { ...means, contrasts: false })).selection.shown)
    : NOTHING_TOLD;
  const byWords = await choose(await retrieve(query, null, index, told), query, index, told);
  const asked = meaning && !isSettled(byWords.selection.confidence) ? await meaning(query.bare, query.inFull) : null;
  const compared = asked ? await retrieve(query, asked, index, told) : [];
  const { ranked, selection } = isCompared(compared) ? await choose(compared, query, index, told) : byWords;
  return contrasts ? contrast(query, selection, ranked, index) : selection;
}

async function choose(candidates: readonly Candidate[], query: Query, index: PassageIndex, told: Told) {
  const ranked = rank(query, candidates, index.lexicon, told);
  return { ranked, selection: await select(query, ranked, index) };
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
