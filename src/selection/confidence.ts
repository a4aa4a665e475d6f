import type { Lexicon } from "../indexing/lexicon.ts";
import { describedBy } from "../names/descriptions.ts";
import { isFraming, KIND_TERMS, type Need } from "../question/kinds.ts";
import type { Query } from "../question/query.ts";
import { NAMED_PLACE } from "../ranking/needs.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import type { Outcome } from "./outcome.ts";

const ANSWERED = 0.4;
const RELATED = 0.12;
/** A passage that lacks what was asked for (a number, a place) does not answer; one that has it elsewhere hardly does. */
const WITHOUT_NEED = 0.4;
const HALF_NEED = 0.6;
const WITHOUT_NAME = 0.6;
/** Somebody's own words are half an answer to a question for them, whatever the topic. */
const STATEMENT_BASE = 0.35;
const POSITION_BASE = 0.5;
/** From here on a term counts as found. */
const FOUND = 0.3;

/** How surely a passage answers a query, 0 to 1: the share of what was asked that it and its surroundings hold. */
export function confidenceOf(query: Query, { signals }: RankedPassage): number {
  const { terms } = query;
  const asks = terms.some(({ role }) => role === "asked");
  if (query.intent === "statement" && query.subject) {
    if (signals.subject === 0) return 0;
    if (!asks) return signals.subject;
    return STATEMENT_BASE * signals.subject + (1 - STATEMENT_BASE) * around(query, signals);
  }
  if (query.intent === "position" && query.subject) {
    return POSITION_BASE * signals.subject + (1 - POSITION_BASE) * around(query, signals);
  }
  if (terms.length === 0) return 0;
  const coverage = asks ? around(query, signals) : signals.context;
  const lacksName = terms.some(
    ({ role, name }, at) => role === "asked" && name !== null && (signals.byTerm[at] ?? 0) < FOUND,
  );
  return coverage * needFactor(UNMARKED.has(query.need) ? 1 : signals.need) * (lacksName ? WITHOUT_NAME : 1);
}

/** Needs that a passage may meet without a sign of it: reasons are told without "because". */
const UNMARKED: ReadonlySet<Need> = new Set(["reason", "list"]);

/** A passage that has nearly all of a question is not put off by one name it lacks. */
const SURE = 0.55;

/** A hit in a word that a dictionary holds to be related, and in nothing else, is a guess. */
const OWN_WORD = 0.65;

function restsOnSynonyms(query: Query, { signals }: RankedPassage): boolean {
  if (query.subject || !query.terms.some(({ role }) => role === "asked")) return false;
  return query.terms.every(({ role }, at) => role === "context" || (signals.byTerm[at] ?? 0) < OWN_WORD);
}

/** So well, at most, is a word covered that a dictionary relates but loosely. */
const RELATED_WORD = 0.4;
const ABOUT = /\b(?:about|on|regarding|concerning)\b/i;

/** What somebody says on other things is no answer to what they say about this one. */
function isOffTopic({ text, intent, subject, terms }: Query, { signals }: RankedPassage): boolean {
  if (intent !== "statement" || !subject || !ABOUT.test(text)) return false;
  const topics = terms.flatMap(({ role, name, isThing }, at) =>
    role === "asked" && isThing && name === null ? [signals.byTerm[at] ?? 0] : [],
  );
  return topics.length > 0 && topics.every((covered) => covered < RELATED_WORD);
}

/** Needs that a passage meets in black and white or not at all. */
const FIGURES: ReadonlySet<Need> = new Set(["number", "age", "year", "money", "duration", "share"]);

/** Whether a figure is asked for and a passage has none. */
export function lacksFigure(query: Query, { signals }: RankedPassage): boolean {
  return FIGURES.has(query.need) && signals.need === 0;
}

function needFactor(need: number): number {
  return need >= NAMED_PLACE ? 1 : need > 0 ? HALF_NEED : WITHOUT_NEED;
}

/** "How many drones" is not answered by a number of anything else. */
function countsOtherThings(query: Query, { signals }: RankedPassage): boolean {
  return query.need === "number" && query.counted !== null && !KIND_TERMS.has(query.counted) && signals.need < 1;
}

/** Whether nobody in the articles holds the office whose holder is asked for. */
function isVacant({ office }: Query, lexicon: Lexicon): boolean {
  return office !== null && describedBy(office, lexicon.descriptions).length === 0;
}

/** What a passage about something else lacks of a question's nouns and names, as a share of the question's weight. */
const OTHER_SUBJECT = 0.45;

function isAboutSomethingElse(query: Query, { signals }: RankedPassage): boolean {
  let asked = 0;
  let lacking = 0;
  query.terms.forEach(({ role, weight, isThing }, at) => {
    if (role !== "asked") return;
    asked += weight;
    if (isThing && (signals.byTerm[at] ?? 0) < FOUND) lacking += weight;
  });
  return lacking > OTHER_SUBJECT * asked;
}

/** Needs that any story about the same people meets by chance. */
const PARTICULARS: ReadonlySet<Need> = new Set(["number", "duration", "time", "hour", "year", "place"]);

/** A passage that has the names of a question and nothing else of it tells of the same people, not of what is asked. */
function restsOnNames({ terms }: Query, { signals }: RankedPassage): boolean {
  const others = terms.map(({ name, role }, at) =>
    role === "asked" && name === null ? (signals.byTerm[at] ?? 0) : null,
  );
  const lacking = others.filter((covered) => covered !== null);
  return lacking.length > 0 && lacking.every((covered) => covered < FOUND) && terms.some(({ name }) => name !== null);
}

/** What means the same as a word, without being the word, is worth no more than this. */
const SYNONYMOUS = 0.72;

/**
 * A passage that shares nothing with a question but framing words and what a dictionary relates is not even near, if the
 * question also has words that no article has.
 */
function comesNear({ subject, terms, missing }: Query, { signals }: RankedPassage): boolean {
  if (subject !== null || missing.length === 0) return true;
  return terms.some((term, at) => !isFraming(term.wordTerms) && (signals.byTerm[at] ?? 0) > SYNONYMOUS);
}

/** Whether the best passage answers, comes near, or neither. */
export function outcomeOf(query: Query, best: RankedPassage, lexicon: Lexicon): Outcome {
  const confidence = confidenceOf(query, best);
  const cannot =
    lacksFigure(query, best) ||
    restsOnSynonyms(query, best) ||
    isOffTopic(query, best) ||
    countsOtherThings(query, best) ||
    isVacant(query, lexicon) ||
    (query.intent !== "position" && isAboutSomethingElse(query, best)) ||
    (query.intent === "fact" && PARTICULARS.has(query.need) && restsOnNames(query, best)) ||
    (confidence < SURE && query.namesStranger);
  if (confidence >= ANSWERED && !cannot) return "answered";
  return confidence >= RELATED && comesNear(query, best) ? "related" : "none";
}

/** The share of what was asked for that a passage and its surroundings hold. */
function around(query: Query, { byTerm }: RankedPassage["signals"]): number {
  let total = 0;
  let covered = 0;
  query.terms.forEach((term, at) => {
    if (term.role !== "asked") return;
    total += term.weight;
    covered += term.weight * (byTerm[at] ?? 0);
  });
  return total === 0 ? 0 : covered / total;
}
