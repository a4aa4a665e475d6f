import type { Lexicon } from "../indexing/lexicon.ts";
import {
  inCorpus,
  type StoredParagraph,
  type StoredPassage,
  type StoredStatement,
  textOf,
} from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import { adjacencyOf, contextCovered, coverageByTerm, shareCovered } from "./coverage.ts";
import { type Findings, findHits, findIn, type Hit, type Lookup, lookupOf } from "./findings.ts";
import { meetsNeed, tellsHistory } from "./needs.ts";
import { tellsPosition } from "./positions.ts";
import type { Candidate } from "./retrieve.ts";
import {
  type Evidence,
  needWeight,
  partsOf,
  positionEvidence,
  type ScoreParts,
  scoreOf,
  speakerEvidence,
  topicCovered,
  topicOf,
} from "./score.ts";
import { namesOf, ownStatement, tellsSpeech } from "./subject-match.ts";
import { continues, NOTHING_TOLD, repeats, type Told } from "./told.ts";

/** What is known of a passage as an answer to one query, beside its score. */
export interface Signals {
  /** For every term of the query, how well the passage and what is around it cover it. */
  readonly byTerm: readonly number[];
  /** See {@link continues}. */
  readonly continues: number;
  /** How well its paragraph covers the terms that come from an earlier question. */
  readonly context: number;
  /** Whether it has what the question asks for: a number, a place, a person … */
  readonly need: number;
  /** Whether it is the subject's own words (for statements) or tells where the subject stands (for positions). */
  readonly subject: number;
  /** How near it and its paragraph are to the question in meaning, cosines; `null` where that is not known. */
  readonly meaning: number | null;
  readonly setting: number | null;
}

/** What is ordered: by tier, then by score, the highest first. */
interface Scored {
  /** What no score makes up for: 0 for the best, more for what is garbled or of others than the one who was asked for. */
  readonly tier: number;
  /** The logarithm of the odds that it answers, but for a number that is the same for all passages of the query. */
  readonly score: number;
}

/** A passage with its score; only scores of the same query compare. */
export interface RankedPassage extends Scored {
  readonly passage: StoredPassage;
  readonly paragraph: StoredParagraph;
  /** Where what was asked for stands in the paragraph. */
  readonly hits: readonly Hit[];
  readonly signals: Signals;
  /** What its score is made of. */
  readonly parts: ScoreParts;
  /** The statement that answers a question for somebody's words. */
  readonly statement: StoredStatement | null;
}

/** Only so many of the best are looked at for what costs more than counting terms, and kept. */
const LOOKED_AT = 30;

/** A passage on its way through the ranking, before what was asked for is looked for in it. */
interface Draft extends Scored {
  readonly paragraph: StoredParagraph;
  readonly passage: StoredPassage;
  readonly findings: Findings;
  readonly statement: StoredStatement | null;
  readonly signals: Omit<Signals, "need">;
  readonly evidence: Omit<Evidence, "need" | "history">;
}

/**
 * Orders the best passages of the candidates, best first; ties fall back to the order of the corpus.
 * @param told what the answer to the question that this one leans on told.
 */
export function rank(
  query: Query,
  candidates: readonly Candidate[],
  lexicon: Lexicon,
  told: Told = NOTHING_TOLD,
): RankedPassage[] {
  const known: Known = {
    ...{ query, told, lexicon },
    lookup: lookupOf(query),
    names: query.subject ? namesOf(query.subject, lexicon) : [],
    topic: topicOf(query),
    nearest: nearestOf(candidates),
  };
  return candidates
    .flatMap((candidate) => draftPassages(candidate, known))
    .sort(inOrder)
    .slice(0, LOOKED_AT)
    .map((draft) => finish(draft, known))
    .sort(inOrder);
}

/** What is worked out once for all passages. */
interface Known {
  readonly query: Query;
  readonly told: Told;
  readonly lexicon: Lexicon;
  readonly lookup: Lookup;
  /** See {@link namesOf}. */
  readonly names: readonly number[];
  /** See {@link topicOf}. */
  readonly topic: readonly boolean[];
  readonly nearest: Extremes;
}

/** The highest cosines among all candidates, of a passage and of a whole paragraph, and the lowest. */
interface Extremes {
  readonly passage: readonly [lowest: number, highest: number];
  readonly whole: readonly [lowest: number, highest: number];
}

function nearestOf(candidates: readonly Candidate[]): Extremes {
  const extremes = (cosines: readonly (number | undefined)[]): [number, number] => {
    let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const cosine of cosines) {
      if (cosine === undefined) continue;
      lowest = Math.min(lowest, cosine);
      highest = Math.max(highest, cosine);
    }
    return [lowest, highest];
  };
  return {
    passage: extremes(candidates.flatMap(({ nearness }) => nearness?.passages ?? [])),
    whole: extremes(candidates.map(({ nearness }) => nearness?.whole)),
  };
}

/** How far a cosine is below the highest; what is not known yet is taken for the lowest. */
function below(cosine: number | undefined, [lowest, highest]: readonly [number, number]): number {
  return highest === Number.NEGATIVE_INFINITY ? 0 : (cosine ?? lowest) - highest;
}

/** What a garbled copy says rightly, its original says better. */
const GARBLED = 1;
/** Words about somebody are no words of theirs, however well they fit the topic, and however garbled those are. */
const OF_OTHERS = 2;

function draftPassages({ paragraph, relevance, nearness }: Candidate, known: Known): Draft[] {
  const { query, lookup, nearest, told, topic } = known;
  const findings = findIn(query, paragraph, lookup, findHits(paragraph, lookup));
  const isForPosition = query.intent === "position";
  const speaker = query.intent === "statement" ? query.subject : null;
  const garbled = paragraph.article.isGarbled ? GARBLED : 0;
  const goesOn = continues(paragraph, told);
  // What a party wants reads alike in all its sentences: there only the words tell one from another.
  const setting = isForPosition ? 0 : below(nearness?.whole, nearest.whole);
  return paragraph.passages.flatMap((passage, row) => {
    const own = speaker && ownStatement(passage, speaker);
    const statement = own?.statement ?? null;
    if (query.limits.speaker && !statement) return [];
    const subject = own?.match ?? subjectSignal(known, paragraph, passage, findings);
    const byTerm = coverageByTerm(query, row, findings);
    const cosine = nearness?.passages[row];
    const context = contextCovered(query, byTerm);
    const onTopic = query.subject && topicCovered(query, topic, row, findings);
    const evidence: Draft["evidence"] = {
      coverage: shareCovered(query, "asked", byTerm),
      adjacency: adjacencyOf(query, paragraph, row, findings.hits),
      context,
      continues: goesOn,
      repeats: Number(repeats(passage, told)),
      relevance,
      meaning: isForPosition ? 0 : below(cosine, nearest.passage),
      setting,
      speaker: speaker ? speakerEvidence(subject, statement, onTopic) : 0,
      position: isForPosition && query.subject ? positionEvidence(subject, passage, onTopic) : 0,
    };
    const signals = {
      ...{ byTerm, continues: goesOn, context, subject },
      ...{ meaning: cosine ?? null, setting: nearness?.whole ?? null },
    };
    const tier = speaker && subject === 0 ? garbled + OF_OTHERS : garbled;
    return [{ paragraph, passage, findings, statement, signals, evidence, tier, score: scoreOf(partsOf(evidence)) }];
  });
}

function finish(draft: Draft, { query, lexicon }: Known): RankedPassage {
  const { paragraph, passage, findings, statement, tier } = draft;
  const text = textOf(paragraph, passage);
  const need = meetsNeed(query, text, paragraph, passage, findings.hits, lexicon);
  const history = Number(tellsHistory(query, text, paragraph));
  const parts = partsOf({ ...draft.evidence, need: needWeight(query.need) * need, history });
  const signals = { ...draft.signals, need };
  return { paragraph, passage, hits: findings.hits, statement, signals, parts, tier, score: scoreOf(parts) };
}

type ScoredPassage = Scored & Pick<Draft, "paragraph" | "passage">;

function inOrder(a: ScoredPassage, b: ScoredPassage): number {
  return a.tier - b.tier || b.score - a.score || inCorpus(a.paragraph, b.paragraph) || a.passage.row - b.passage.row;
}

function subjectSignal(
  { query, names, lexicon }: Known,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  { hits }: Findings,
): number {
  if (!query.subject) return 0;
  if (query.intent === "position") return tellsPosition(query, paragraph, passage, hits, lexicon);
  return query.intent === "statement" ? tellsSpeech(names, paragraph, passage, lexicon) : 0;
}
