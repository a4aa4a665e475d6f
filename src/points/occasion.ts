import { reportingVerb } from "../speech/reporting-verbs.ts";
import { isRole } from "../speech/roles.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import { compareMoments, momentsIn } from "./moments.ts";
import { outcomeOf } from "./outcomes.ts";
import { isPerson } from "./people.ts";
import { clauseAt, type Range, type Reading, sentenceAt, wordsIn } from "./reading.ts";

/** A point that a passage makes, and where. */
export interface Place {
  readonly reading: Reading;
  readonly range: Range;
}

/** Whether a word is English, so that its capital at the beginning of a sentence means nothing. */
export type IsWord = (word: string) => boolean;

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const PERHAPS =
  /\b(?:would|could|might|should|if|unless|expect\w*|forecast\w*|projected|propos\w+|wants?|wanted|demand\w*|seeks?|sought|hopes?|hoped|plan(?:s|ned)|likely|intend\w*|aims?|suggest\w*|offer(?:s|ed)|ask(?:s|ed) for)\b/;
const COMING = /\b(?:will|shall|going to)\b/;
/** Words of a report that replaces another; what it tells was not so when the other was written. */
const CHANGED =
  /\b(?:ris(?:en|es|e|ing)|rose|climb\w*|jump\w*|grew|grown|swell\w*|swollen|increas\w+|dropp?\w*|fell|fallen|shr[aiu]nk\w*|moved|delayed|postponed|put back) (?:to|from|by|past|above|until)\b|\b(?:revis\w+|updat\w+|initial\w*|so far|brought forward|reschedul\w+|postponed|originally)\b/;
/** Only a part of what the other tells of. */
const PHASE =
  /\b(?:first|second|third|last|final|opening) (?:day|night|week|month|year|hour|round|half|quarter|phase|stage|leg)\b/;
/** So many names and words have to be common to two sentences that are to be about the same, what a question gives included. */
const SPECIFICS = 2;
const NEAR_SPEECH = 3;

/** What is known of two points apart from their sentences. */
export interface Circumstances {
  readonly isWord: IsWord;
  /** The points are dates, of which "opens" and "will open" say the same. */
  readonly isDated: boolean;
  /** How many names and words, besides what all reports of this kind have, a question has fixed and both passages name. */
  readonly fixed: number;
}

/** Whether two points can be about one and the same occasion: nothing tells that stage, place or people differ. */
export function sameOccasion(here: Place, there: Place, { isWord, isDated, fixed }: Circumstances): boolean {
  const [a, b] = [sentenceAt(here.reading, here.range.from), sentenceAt(there.reading, there.range.from)];
  const [manner, other] = [mannerOf(here), mannerOf(there)];
  if (manner !== other && !(isDated && manner !== "perhaps" && other !== "perhaps")) return false;
  if (CHANGED.test(wordsIn(here.reading, a)) || CHANGED.test(wordsIn(there.reading, b))) return false;
  if (PHASE.test(wordsIn(here.reading, a)) !== PHASE.test(wordsIn(there.reading, b))) return false;
  if (specifics(here, a, there, b) < Math.max(1, SPECIFICS - fixed)) return false;
  return !(hasStranger(here, a, there, isWord) && hasStranger(there, b, here, isWord));
}

/** Whether two points carry dates, weekdays or years that do not go together. */
export function differInTime(here: Place, there: Place): boolean {
  const [one, other] = [here, there].map(({ reading, range }) => {
    const sentence = sentenceAt(reading, range.from);
    return momentsIn(reading).filter(
      (moment) => !moment.isReported && moment.range.from >= sentence.from && moment.range.to <= sentence.to,
    );
  });
  if (!one?.length || !other?.length) return false;
  return !one.some((a) => other.some((b) => compareMoments(a, b) === "same"));
}

function mannerOf({ reading, range }: Place): "now" | "coming" | "perhaps" {
  const words = wordsIn(reading, { from: clauseAt(reading, range.from).from, to: range.from });
  return PERHAPS.test(words) ? "perhaps" : COMING.test(words) ? "coming" : "now";
}

function specifics(here: Place, a: Range, there: Place, b: Range): number {
  const telling = ({ reading }: Place, { from, to }: Range) =>
    new Set(
      reading.tokens
        .slice(from, to)
        .filter(isTelling)
        .map(({ term }) => term),
    );
  const [own, other] = [telling(here, a), telling(there, b)];
  for (const [place, terms] of [
    [here, own],
    [there, other],
  ] as const)
    for (const token of tokenize(place.reading.title)) if (isTelling(token)) terms.add(token.term);
  const shared = new Set([...own].filter((term) => other.has(term)));
  for (const [place, range, known] of [
    [here, a, there],
    [there, b, here],
  ] as const)
    for (const { capital, stop, term, start, end } of place.reading.tokens.slice(range.from, range.to))
      if (capital && !stop && !CALENDAR.test(term) && isKnown(place.reading.text.slice(start, end), known.reading))
        shared.add(term);
  return shared.size;
}

/** Whether a word tells one occasion from others: no figure, no date, none of the words that all reports of the kind have. */
export function isTelling({ word, term, stop }: Token): boolean {
  return !stop && !/^\d/.test(term) && !isPerson(word) && !CALENDAR.test(word) && outcomeOf(term) < 0;
}

/** Whether the sentence of a point has a name that the other article does not know; those who only report it do not count. */
function hasStranger({ reading, range }: Place, sentence: Range, other: Place, isWord: IsWord): boolean {
  const { tokens, text } = reading;
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = tokens[at];
    if (!token?.capital || token.stop || (at >= range.from && at < range.to)) continue;
    if (CALENDAR.test(token.word) || isRole(token.word) || isSpeaker(reading, at, range)) continue;
    if (isKnown(text.slice(token.start, token.end), other.reading)) continue;
    if (at === sentence.from && isWord(token.word)) continue;
    return true;
  }
  return false;
}

function isSpeaker(reading: Reading, at: number, point: Range): boolean {
  const { tokens, clauses } = reading;
  if (clauses[at] !== clauses[point.from]) return isSpeech(reading, clauseAt(reading, at));
  return isSpeech(reading, { from: Math.max(0, at - NEAR_SPEECH), to: Math.min(tokens.length, at + NEAR_SPEECH + 1) });
}

/** Whether words tell who says something. */
export function isSpeech({ tokens }: Reading, { from, to }: Range): boolean {
  return tokens.slice(from, to).some(({ word }) => word === "according" || reportingVerb(word) !== undefined);
}

/** Whether an article has a word, in whatever ending: "Sorrenian" is known where "Sorrenia" is. */
export function isKnown(name: string, { background }: Reading): boolean {
  const stem = name.replace(/['’]s?$/, "");
  return background.includes(stem.length > 6 ? stem.slice(0, -2) : stem);
}
