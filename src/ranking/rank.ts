import type { Lexicon } from "../indexing/lexicon.ts";
import {
  inCorpus,
  type StoredArticle,
  type StoredParagraph,
  type StoredPassage,
  type StoredStatement,
  textOf,
} from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import { coverageByTerm, measureCoverage } from "./coverage.ts";
import { type Findings, findHits, findIn, type Hit, type Lookup, lookupOf, saturationOf } from "./findings.ts";
import { meetsNeed } from "./needs.ts";
import { tellsPosition } from "./positions.ts";
import type { Candidate } from "./retrieve.ts";
import { needScore, statementScore, subjectScore, topicCovered, wholeScore, wordScore } from "./score.ts";
import { concerns, namesOf, ownStatement, tellsSpeech } from "./subject-match.ts";

/** What is known of a passage as an answer to one query, beside its score. */
export interface Signals {
  /** For every term of the query, how well the passage and what is around it cover it. */
  readonly byTerm: readonly number[];
  /** How well its paragraph covers the terms that come from an earlier question. */
  readonly context: number;
  /** Whether it has what the question asks for: a number, a place, a person … */
  readonly need: number;
  /** Whether it is the subject's own words (for statements) or tells where the subject stands (for positions). */
  readonly subject: number;
}

/** What is ordered: by tier, then by score, the highest first. */
interface Scored {
  /** What no score makes up for: 0 for the best, more for what is garbled or of others than the one who was asked for. */
  readonly tier: number;
  readonly score: number;
}

/** A passage with its score; only scores of the same query compare. */
export interface RankedPassage extends Scored {
  readonly passage: StoredPassage;
  readonly paragraph: StoredParagraph;
  /** Where what was asked for stands in the paragraph. */
  readonly hits: readonly Hit[];
  readonly signals: Signals;
  /** The statement that answers a question for somebody's words. */
  readonly statement: StoredStatement | null;
}

/** Only so many of the best are looked at for what costs more than counting terms, and kept. */
const LOOKED_AT = 20;

/** A passage on its way through the ranking, before what was asked for is looked for in it. */
interface Draft extends Scored {
  readonly paragraph: StoredParagraph;
  readonly passage: StoredPassage;
  readonly findings: Findings;
  readonly statement: StoredStatement | null;
  readonly context: number;
  readonly subject: number;
}

/** Orders the best passages of the candidates, best first; ties fall back to the order of the corpus. */
export function rank(query: Query, candidates: readonly Candidate[], lexicon: Lexicon): RankedPassage[] {
  const lookup = lookupOf(query);
  const names = query.subject ? namesOf(query.subject, lexicon) : [];
  const drafts: Draft[] = [];
  for (const sighting of promising(query, candidates, lookup, names, lexicon))
    draftPassages(query, sighting, findIn(query, sighting.paragraph, lookup, sighting.hits), names, lexicon, drafts);
  return drafts
    .sort(inOrder)
    .slice(0, LOOKED_AT)
    .map((draft) => finish(query, draft, lexicon))
    .sort(inOrder);
}

/** A candidate with what was found in it, and what all its passages share. */
interface Sighting extends Scored {
  readonly paragraph: StoredParagraph;
  readonly hits: readonly Hit[];
}

/** Only so many paragraphs are cut into passages, those that have most of the question as a whole. */
const PROMISING = 12;

/** The candidates worth a closer look, and all in which somebody's words or position may stand that are asked for. */
function promising(
  query: Query,
  candidates: readonly Candidate[],
  lookup: Lookup,
  names: readonly number[],
  lexicon: Lexicon,
): readonly Sighting[] {
  const byArticle = new Map<StoredArticle, number>();
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
    const whole = wholeScore({
      paragraph: saturationOf(query, paragraph, hits, lexicon.averageLength),
      relevance: best === 0 ? 0 : score / best,
      article: bestArticle === 0 ? 0 : (byArticle.get(paragraph.article) ?? 0) / bestArticle,
    });
    // What a garbled copy says rightly, its original says better.
    return { paragraph, hits, tier: paragraph.article.isGarbled ? GARBLED : 0, score: whole };
  });
  if (sightings.length <= PROMISING) return sightings;
  const isKept = sightings.map(({ paragraph }) => mayTell(query, names, paragraph));
  const others = sightings.filter((_, at) => !isKept[at]).sort(byTier);
  return [...sightings.filter((_, at) => isKept[at]), ...others.slice(0, PROMISING)];
}

/** Whether a paragraph may have what is asked for of a subject, however little of the topic it has. */
function mayTell({ subject, intent }: Query, names: readonly number[], paragraph: StoredParagraph): boolean {
  if (!subject) return false;
  return intent === "position" || subject.ids.length === 0 || concerns(subject, names, paragraph);
}

const GARBLED = 1;
/** Words about somebody are no words of theirs, however well they fit the topic, and however garbled those are. */
const OF_OTHERS = 2;

function draftPassages(
  query: Query,
  { paragraph, tier, score: whole }: Sighting,
  findings: Findings,
  names: readonly number[],
  lexicon: Lexicon,
  drafts: Draft[],
): void {
  const speaker = query.intent === "statement" ? query.subject : null;
  paragraph.passages.forEach((passage, row) => {
    const own = speaker && ownStatement(passage, speaker);
    const statement = own?.statement ?? null;
    if (query.limits.speaker && !statement) return;
    const coverage = measureCoverage(query, paragraph, row, findings);
    const subject = own?.match ?? subjectSignal(query, paragraph, passage, findings, names, lexicon);
    const onTopic = query.intent === "position" ? topicCovered(query, row, findings) : null;
    drafts.push({
      paragraph,
      passage,
      findings,
      statement,
      context: coverage.context,
      subject,
      tier: speaker && subject === 0 ? tier + OF_OTHERS : tier,
      score:
        whole +
        wordScore(coverage, paragraph) +
        statementScore(statement) +
        (query.subject ? subjectScore(query, subject, passage, onTopic) : 0),
    });
  });
}

function finish(query: Query, draft: Draft, lexicon: Lexicon): RankedPassage {
  const { paragraph, passage, findings, statement, context, subject, tier } = draft;
  const text = textOf(paragraph, passage);
  const { hits } = findings;
  const need = meetsNeed(query, text, paragraph, passage, hits, lexicon);
  const byTerm = coverageByTerm(query, passage.row, findings);
  const signals = { byTerm, context, need, subject };
  return { paragraph, passage, hits, statement, signals, tier, score: draft.score + needScore(query, need) };
}

function byTier(a: Scored, b: Scored): number {
  return a.tier - b.tier || b.score - a.score;
}

type ScoredPassage = Scored & Pick<Draft, "paragraph" | "passage">;

function inOrder(a: ScoredPassage, b: ScoredPassage): number {
  return byTier(a, b) || inCorpus(a.paragraph, b.paragraph) || a.passage.row - b.passage.row;
}

function subjectSignal(
  query: Query,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  { hits }: Findings,
  names: readonly number[],
  lexicon: Lexicon,
): number {
  if (!query.subject) return 0;
  if (query.intent === "position") return tellsPosition(query, paragraph, passage, hits, lexicon);
  return query.intent === "statement" ? tellsSpeech(names, paragraph, passage, lexicon) : 0;
}
