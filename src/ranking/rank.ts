import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { StoredParagraph, StoredPassage, StoredStatement } from "../indexing/passages.ts";
import { type Need, POSITION_TERMS } from "../question/kinds.ts";
import type { Query } from "../question/query.ts";
import { termsOf } from "../text/tokenize.ts";
import { type Coverage, coverageByTerm, measureCoverage } from "./coverage.ts";
import { type Findings, findHits, findIn, type Hit, type Lookup, lookupOf, saturationOf } from "./findings.ts";
import { meetsNeed } from "./needs.ts";
import type { Candidate } from "./retrieve.ts";
import { ownStatement, tellsPosition, tellsSpeech } from "./subject-match.ts";

/** What speaks for a passage as an answer to one query. */
export interface Signals {
  readonly coverage: Coverage;
  /** For every term of the query, how well the passage and what is around it cover it. */
  readonly byTerm: readonly number[];
  /** BM25 of the whole paragraph, see {@link Findings}. */
  readonly paragraph: number;
  /** MiniSearch's score of the paragraph as a share of the best one's. */
  readonly relevance: number;
  /** The same of all candidates of its article: whether the article is about what is asked. */
  readonly article: number;
  /** Whether it has what the question asks for: a number, a place, a person … */
  readonly need: number;
  /** Whether it is the subject's own words (for statements) or tells where the subject stands (for positions). */
  readonly subject: number;
}

/** A passage with its score; only scores of the same query compare. */
export interface RankedPassage {
  readonly passage: StoredPassage;
  readonly paragraph: StoredParagraph;
  readonly score: number;
  readonly signals: Signals;
  /** The statement that answers a question for somebody's words. */
  readonly statement: StoredStatement | null;
}

/**
 * How much each signal counts. Those of the first group were fitted on half of a public set of reading-comprehension
 * questions (softmax over the passages of a question) and checked on the other half; see docs/how-an-answer-is-found.md.
 */
const WEIGHTS = {
  inside: 0.33,
  count: 0.26,
  rarest: 0.47,
  before: 0.17,
  after: -0.05,
  elsewhere: -0.2,
  title: 0.14,
  paragraph: 0.24,
  adjacency: 0.2,
  relevance: 0.21,
  article: 0.12,
  subject: 1.2,
  subjectOnTopic: 0.45,
  stands: 0.5,
  context: 0.35,
  lead: 0.06,
  direct: 0.25,
  fullness: 0.35,
} as const;
/**
 * For each term of a question for a position, whether it says on what the party stands: "is Miravo ready to hand over land".
 */
function topicOf({ terms, subject }: Query): readonly boolean[] {
  return terms.map(
    ({ name, role, text }) =>
      role === "asked" &&
      (name !== null
        ? !subject?.ids.includes(name.id)
        : !termsOf(text).every((term) => POSITION_TERMS.has(term) || subject?.terms.includes(term))),
  );
}

/** How much it counts to have what was asked for. A reason is told without a "because" as often as with one. */
function needWeight(need: Need): number {
  if (need === "any") return 0;
  return need === "reason" || need === "list" ? 0.1 : need === "person" || need === "place" ? 0.18 : 0.32;
}

/** From here on a passage tells where the party itself stands, not what others want of it. */
const STANDS = 0.8;
/** A passage of so many words can hold several points. */
const FULL_POSITION = 35;
/** A statement of so many characters says enough to stand alone. */
const FULL_STATEMENT = 120;

/** Only so many of the best are looked at for what costs more than counting terms, and kept. */
const LOOKED_AT = 32;

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

/** A candidate with what was found in it; relevance is its own, and that of all candidates of its article, as shares of the best ones'. */
interface Sighting {
  readonly paragraph: StoredParagraph;
  readonly hits: readonly Hit[];
  readonly saturation: number;
  readonly relevance: number;
  readonly article: number;
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
    const saturation = saturationOf(query, paragraph, hits, index.averageLength);
    const relevance = best === 0 ? 0 : score / best;
    const article = bestArticle === 0 ? 0 : (byArticle.get(paragraph.article) ?? 0) / bestArticle;
    return { paragraph, hits, saturation, relevance, article };
  });
  if (query.subject || sightings.length <= PROMISING) return sightings;
  const isGarbled = ({ paragraph }: Sighting) => Number(index.copies.garbled.has(paragraph.article));
  return sightings.sort((a, b) => isGarbled(a) - isGarbled(b) || wholeScore(b) - wholeScore(a)).slice(0, PROMISING);
}

function wholeScore({ saturation, relevance, article }: Sighting): number {
  return WEIGHTS.paragraph * saturation + WEIGHTS.relevance * relevance + WEIGHTS.article * article;
}

function draftPassages(
  query: Query,
  { paragraph, saturation, relevance, article }: Sighting,
  findings: Findings,
  index: CorpusIndex,
  drafts: Draft[],
): void {
  paragraph.passages.forEach((passage, row) => {
    const own = query.subject && query.intent === "statement" ? ownStatement(passage, query.subject) : null;
    const statement = own?.statement ?? null;
    const signals = {
      coverage: measureCoverage(query, paragraph, row, findings),
      paragraph: saturation,
      relevance,
      article,
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
    score: score + needWeight(query.need) * need,
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

function scoreOf(
  query: Query,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  signals: Draft["signals"],
  statement: StoredStatement | null,
  onTopic: number | null,
): number {
  const words = passage.tokenTo - passage.tokenFrom;
  const { coverage, relevance, article, subject } = signals;
  const lexical =
    WEIGHTS.inside * coverage.inside +
    WEIGHTS.count * coverage.count +
    WEIGHTS.rarest * coverage.rarest +
    WEIGHTS.before * coverage.before +
    WEIGHTS.after * coverage.after +
    WEIGHTS.elsewhere * coverage.elsewhere +
    WEIGHTS.title * coverage.title +
    WEIGHTS.paragraph * signals.paragraph +
    WEIGHTS.adjacency * coverage.adjacency +
    WEIGHTS.context * coverage.context +
    WEIGHTS.relevance * relevance +
    WEIGHTS.article * article +
    WEIGHTS.lead / (1 + paragraph.position);
  const spoken = statement
    ? WEIGHTS.direct * Number(statement.speech === "direct") +
      WEIGHTS.fullness * Math.min(1, (statement.end - statement.start) / FULL_STATEMENT)
    : 0;
  return lexical + spoken + (query.subject ? subjectScore(query, subject, words, onTopic) : 0);
}

/** The share of the topic of a position that a passage itself holds; `null` where none is asked about. */
function topicCovered(query: Query, row: number, { strengths }: Findings): number | null {
  const isTopic = topicOf(query);
  let asked = 0;
  let covered = 0;
  query.terms.forEach(({ weight }, term) => {
    if (!isTopic[term]) return;
    asked += weight;
    covered += weight * (strengths[row * query.terms.length + term] ?? 0);
  });
  return asked === 0 ? null : covered / asked;
}

/** @param onTopic see {@link topicCovered}: a stand on something else is no stand on this. */
function subjectScore(query: Query, subject: number, words: number, onTopic: number | null): number {
  if (query.intent !== "position") return WEIGHTS.subject * subject;
  return (
    (onTopic === null ? WEIGHTS.subject : WEIGHTS.subjectOnTopic) * subject +
    (subject >= STANDS ? WEIGHTS.stands * (onTopic ?? 1) : 0) +
    WEIGHTS.fullness * Math.min(1, words / FULL_POSITION)
  );
}
