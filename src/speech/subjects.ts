import { PLACE_ADVERBS } from "../lexicon/function-words.ts";
import {
  beforeInsertion,
  isThere,
  nameLike,
  type Subject,
  sentenceSubject,
  subjectBeforeCommas,
} from "./clause-subjects.ts";
import { takesPreposition } from "./doings.ts";
import { invertedSubject, opensInversion } from "./inversion.ts";
import { behindApposition, nounPhraseEndingAt, nounPhraseStartingAt, type Phrase } from "./noun-phrases.ts";
import type { ReportingVerb } from "./reporting-verbs.ts";
import { namingBefore } from "./scare-quotes.ts";
import type { Token } from "./tokens.ts";
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  NEGATION,
  PRONOUN,
  QUANTIFIER,
  RELATIVE,
  TIME,
} from "./word-classes.ts";
import { is, isBe, isClauseBoundary, isNominal } from "./word-forms.ts";

/** Finds who does the reporting of the verb at `at`; `shared` is the subject of the verb before it in the sentence. */
export function findSubject(
  tokens: readonly Token[],
  at: number,
  verb: ReportingVerb,
  shared: Phrase | null,
): Subject | null {
  const left = skipLeft(tokens, at);
  if (verb.form === "ing")
    return left < at - 1 && isBe(tokens[left + 1])
      ? adjacentSubject(tokens, left, verb)
      : shared === null && describesNoun(tokens, left)
        ? null
        : inherited(tokens, shared);
  const before = tokens[left];
  const agent = behindQuotation(tokens, at);
  if (agent !== null && isPassive(tokens, left, at)) return { phrase: agent, inverted: false, own: false };
  // Accused by Fox of it, Stamm answered.
  const isAgentNext = (before === undefined || before.kind === "comma") && tokens[at + 1]?.word === "by";
  if (isAgentNext || isPassive(tokens, left, at)) return passiveSubject(tokens, at, verb);
  if (left === at - 1 && opensInversion(before)) {
    const inverted = invertedSubject(tokens, at, verb);
    if (inverted !== null && (before?.kind !== "comma" || before === undefined)) return inverted;
    const apart = subjectBeforeCommas(tokens, left);
    if (inverted !== null && (apart === null || !nameLike(tokens, apart))) return inverted;
    if (apart !== null) return { phrase: apart, inverted: false, own: true };
  }
  if (before?.word === "to") return inherited(tokens, shared);
  if (before === undefined) return invertedSubject(tokens, at, verb);
  if (is(before, RELATIVE) && before.word !== "where") {
    const relative = relativeSubject(tokens, left);
    return relative !== null && isBehindClause(tokens, left, at) ? { ...relative, own: true } : relative;
  }
  if (is(before, CONJUNCTION)) return inherited(tokens, shared);
  if (before.kind === "comma" && shared !== null) {
    // Her boss, whom she did not name, | had told her: a subject of its own, though somebody spoke before.
    const phrase = beforeInsertion(tokens, left);
    return phrase === null ? inherited(tokens, shared) : { phrase, inverted: false, own: true };
  }
  if (before.kind === "comma" || before.kind === "dash" || before.kind === "bracket") {
    const apart = subjectBeforeCommas(tokens, left);
    return apart === null ? null : { phrase: apart, inverted: false, own: true };
  }
  return adjacentSubject(tokens, left, verb);
}

// The nurses who were there said: the verb is not the relative clause's.
function isBehindClause(tokens: readonly Token[], relative: number, verb: number): boolean {
  return is(tokens[relative + 1], AUXILIARY) && !is(tokens[verb - 1], AUXILIARY) && verb > relative + 2;
}

// To the left over adverbs and auxiliaries: he has repeatedly said.
function skipLeft(tokens: readonly Token[], at: number): number {
  let left = at - 1;
  while (left >= 0) {
    const token = tokens[left];
    const skipped =
      is(token, AUXILIARY | NEGATION) ||
      is(token, ADVERB | TIME) ||
      (!token?.capital && /^(?:long|well|since|so|each|both|all|.+sel(?:f|ves))$/.test(token?.word ?? ""));
    // Holt and Berg both said; but: | both said.
    const isSubject = is(token, QUANTIFIER) && !isNominal(tokens[left - 1]) && !is(tokens[left - 1], PRONOUN);
    if (!skipped || isSubject) break;
    left--;
  }
  return left;
}

const PLACES = new Set(PLACE_ADVERBS.split(" "));

function isPassive(tokens: readonly Token[], left: number, at: number): boolean {
  for (let back = at - 1; back > left; back--)
    if (isBe(tokens[back]) || /^(?:get|got)$/.test(tokens[back]?.word ?? "")) return true;
    else if (PLACES.has(tokens[back]?.word ?? "")) return false;
  return /^(?:she|he|they|it|we|i)$/.test(tokens[left]?.word ?? "") && tokens[left]?.ending === "'re";
}

// An answer telling him to wait: nobody named tells him.
function describesNoun(tokens: readonly Token[], last: number): boolean {
  const phrase = tokens[last]?.capital ? null : nounPhraseEndingAt(tokens, last);
  return phrase !== null && is(tokens[phrase.from], DETERMINER);
}

// Was called “a bomb” by | Berg.
function behindQuotation(tokens: readonly Token[], at: number): Phrase | null {
  const quote = tokens[at + 1]?.word === "as" ? at + 2 : at + 1;
  return tokens[quote]?.kind === "quote" && tokens[quote + 1]?.word === "by"
    ? nounPhraseStartingAt(tokens, quote + 2)
    : null;
}

// The one who is quoted, or the agent: he was quoted as saying; farmers were told by the government that.
function passiveSubject(tokens: readonly Token[], at: number, verb: ReportingVerb): Subject | null {
  const by = verb.particle === "" ? at + 1 : at + 2;
  if (tokens[by]?.word === "by") {
    const whole = nounPhraseStartingAt(tokens, by + 1);
    const end = tokens.findIndex(({ word }, to) => to > by + 1 && takesPreposition(verb, word));
    const agent = whole && { from: whole.from, to: end === -1 ? whole.to : Math.min(whole.to, end) };
    if (agent !== null)
      return { phrase: agent, inverted: false, own: false, behind: behindApposition(tokens, agent.to) };
  }
  return null;
}

function adjacentSubject(tokens: readonly Token[], last: number, verb: ReportingVerb): Subject | null {
  const naming = tokens[last]?.kind === "quote" ? namingBefore(tokens, last) : -1;
  if (naming !== -1) return adjacentSubject(tokens, naming - 1, verb);
  const phrase = nounPhraseEndingAt(tokens, last);
  const verbal =
    phrase !== null &&
    is(tokens[phrase.from - 1], RELATIVE) &&
    !is(tokens[phrase.from], DETERMINER | PRONOUN | QUANTIFIER);
  const bounded =
    phrase !== null && !(verbal && !nameLike(tokens, phrase)) && isClauseBoundary(tokens[phrase.from - 1]);
  if (bounded && !isThere(tokens[last])) return { phrase, inverted: false, own: true };
  const relative = subjectBeforeRelative(tokens, last);
  if (relative !== null) return { phrase: relative, inverted: false, own: true };
  if (phrase === null || isThere(tokens[last]) || (verbal && !nameLike(tokens, phrase))) return null;
  const weak = verb.kind === "quote" || verb.form === "base";
  return weak && !nameLike(tokens, phrase) ? null : { phrase, inverted: false, own: true };
}

// The man who found it said: the subject is what the relative clause hangs on.
function subjectBeforeRelative(tokens: readonly Token[], last: number): Phrase | null {
  for (let at = last; at > 0; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === "comma" || token.kind === "quote") return null;
    if (!is(token, RELATIVE) || token.word === "where") continue;
    const isThose = tokens[at - 1]?.word === "those";
    const phrase = isThose || isNominal(tokens[at - 1]) ? nounPhraseEndingAt(tokens, at - 1) : null;
    return isThose && phrase !== null ? { from: phrase.from, to: last + 1 } : phrase;
  }
  return null;
}

// , who said: the noun phrase before the comma.
function relativeSubject(tokens: readonly Token[], relative: number): Subject | null {
  const phrase = nounPhraseEndingAt(tokens, tokens[relative - 1]?.kind === "comma" ? relative - 2 : relative - 1);
  return phrase === null ? null : { phrase, inverted: false, own: false };
}

function inherited(tokens: readonly Token[], shared: Phrase | null): Subject | null {
  const phrase = shared ?? sentenceSubject(tokens);
  return phrase === null ? null : { phrase, inverted: false, own: false };
}
