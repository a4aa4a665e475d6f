import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { StoredParagraph, StoredPassage, StoredStatement } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import { coverageByTerm, measureCoverage } from "./coverage.ts";
import { type Findings, findHits, findIn, type Hit, type Lookup, lookupOf, saturationOf } from "./findings.ts";
import { meetsNeed } from "./needs.ts";
import type { Candidate } from "./retrieve.ts";
import { needScore, type Signals, scoreOf, topicCovered, wholeScore } from "./score.ts";
import { ownStatement, tellsPosition, tellsSpeech } from "./subject-match.ts";

/** A passage with its score; only scores of the same query compare. */
export interface RankedPassage {
  readonly passage: StoredPassage;
  readonly paragraph: StoredParagraph;
  readonly score: number;
  readonly signals: Signals;
  /** The statement that answers a question for somebody's words. */
  readonly statement: StoredStatement | null;
}

/** Only so many of the best are looked at for what costs more than counting terms, and kept. */
const LOOKED_AT = 26;

/** A passage on its way through the ranking, before what was asked for is looked for in it. */
interface Draft {
  readonly paragraph: StoredParagraph;
  readonly passage: StoredPassage;
  readonly findings: Findings;
  readonly signals: Omit<Signals, "byTerm" | "need">;
  readonly statement: StoredStatement | null;
  readonly score: number;
}

/** Orders the best passages of the candidates, best first; ties fall back to the order of the corpus. */
export function rank(query: Query, candidates: readonly Candidate[], index: CorpusIndex): RankedPassage[] {
  const lookup = lookupOf(query);
  const drafts: Draft[] = [];
  for (const sighting of promising(query, candidates, lookup, index))
    draftPassages(query, sighting, findIn(query, sighting.paragraph, lookup, sighting.hits), index, drafts);
  const inOrder = orderOf(query, index);
  return drafts
    .sort(inOrder)
    .slice(0, LOOKED_AT)
    .map((draft) => finish(query, draft, index))
    .sort(inOrder);
}

/** A candidate with what was found in it, and the signals that all its passages share. */
interface Sighting {
  readonly paragraph: StoredParagraph;
  readonly hits: readonly Hit[];
  readonly whole: Pick<Signals, "paragraph" | "relevance" | "article">;
}

/** Only so many paragraphs are cut into passages, those that have most of the question as a whole. */
const PROMISING = 14;

/** The candidates worth a closer look; all of them where somebody's words or position may stand in any. */
function promising(
  query: Query,
  candidates: readonly Candidate[],
  lookup: Lookup,
  index: CorpusIndex,
): readonly Sighting[] {
  const byArticle = new Map<number, number>();
  let best = 0;
  let bestArticle = 0;
  for (const { paragraph, score } of candidates) {
    const whole = (byArticle.get(paragraph.article) ?? 0) + score;
    byArticle.set(paragraph.article, whole);
    best = Math.max(best, score);
    bestArticle = Math.max(bestArticle, whole);
  }
  const sightings = candidates.map(({ paragraph, score }): Sighting => {
    const hits = findHits(paragraph, lookup);
    const whole = {
      paragraph: saturationOf(query, paragraph, hits, index.averageLength),
      relevance: best === 0 ? 0 : score / best,
      article: bestArticle === 0 ? 0 : (byArticle.get(paragraph.article) ?? 0) / bestArticle,
    };
    return { paragraph, hits, whole };
  });
  if (query.subject || sightings.length <= PROMISING) return sightings;
  const isGarbled = ({ paragraph }: Sighting) => Number(index.copies.garbled.has(paragraph.article));
  return sightings
    .sort((a, b) => isGarbled(a) - isGarbled(b) || wholeScore(b.whole) - wholeScore(a.whole))
    .slice(0, PROMISING);
}

function draftPassages(
  query: Query,
  { paragraph, whole }: Sighting,
  findings: Findings,
  index: CorpusIndex,
  drafts: Draft[],
): void {
  paragraph.passages.forEach((passage, row) => {
    const own = query.subject && query.intent === "statement" ? ownStatement(passage, query.subject) : null;
    const statement = own?.statement ?? null;
    const signals = {
      coverage: measureCoverage(query, paragraph, row, findings),
      paragraph: whole.paragraph,
      relevance: whole.relevance,
      article: whole.article,
      subject: own?.match ?? subjectSignal(query, paragraph, passage, findings, index),
    };
    const onTopic = query.intent === "position" ? topicCovered(query, row, findings) : null;
    const score = scoreOf(query, paragraph, passage, signals, statement, onTopic);
    drafts.push({ paragraph, passage, findings, signals, statement, score });
  });
}

function finish(query: Query, draft: Draft, index: CorpusIndex): RankedPassage {
  const { paragraph, passage, findings, signals, statement, score } = draft;
  const body = index.articles[paragraph.article]?.body ?? "";
  const text = body.slice(passage.start, passage.end);
  const need = meetsNeed(query, text, paragraph, passage, findings.hits, index);
  const byTerm = coverageByTerm(query, passage.id - (paragraph.passages[0]?.id ?? 0), findings);
  return {
    paragraph,
    passage,
    statement,
    signals: {
      coverage: signals.coverage,
      paragraph: signals.paragraph,
      relevance: signals.relevance,
      article: signals.article,
      subject: signals.subject,
      need,
      byTerm,
    },
    score: score + needScore(query, need),
  };
}

type Scored = Pick<Draft, "paragraph" | "passage" | "score"> & { readonly signals: Pick<Signals, "subject"> };

function orderOf(query: Query, { copies }: CorpusIndex): (a: Scored, b: Scored) => number {
  const isGarbled = ({ paragraph }: Scored) => Number(copies.garbled.has(paragraph.article));
  // What a garbled copy says rightly, its original says better.
  const byScore = (a: Scored, b: Scored) =>
    isGarbled(a) - isGarbled(b) || b.score - a.score || a.passage.id - b.passage.id;
  if (query.intent !== "statement" || !query.subject) return byScore;
  // Words about somebody are no words of theirs, however well they fit the topic.
  return (a, b) => Number(b.signals.subject > 0) - Number(a.signals.subject > 0) || byScore(a, b);
}

function subjectSignal(
  query: Query,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  { hits }: Findings,
  index: CorpusIndex,
): number {
  if (!query.subject) return 0;
  if (query.intent === "position") return tellsPosition(query, paragraph, passage, hits, index);
  return query.intent === "statement" ? tellsSpeech(query.subject, paragraph, passage, index) : 0;
}
