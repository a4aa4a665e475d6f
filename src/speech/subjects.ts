import { PLACE_ADVERBS } from "../lexicon/function-words.ts";
import { ROLES_TO } from "../lexicon/roles.ts";
import {
  beforeInsertion,
  endsInversion,
  isThere,
  nameLike,
  sentenceSubject,
  subjectBeforeCommas,
} from "./clause-subjects.ts";
import { behindConjuncts } from "./conjuncts.ts";
import {
  behindApposition,
  coreStartingAt,
  isSomebody,
  nounPhraseEndingAt,
  nounPhraseStartingAt,
  type Phrase,
  wordWithin,
} from "./noun-phrases.ts";
import type { ReportingVerb } from "./reporting-verbs.ts";
import { namingBefore } from "./scare-quotes.ts";
import type { Token } from "./tokens.ts";
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  NEGATION,
  OBJECT_PRONOUN,
  OPEN,
  PREPOSITION,
  PRONOUN,
  QUANTIFIER,
  RELATIVE,
  TIME,
} from "./word-classes.ts";
import { is, isBe, isClauseBoundary, isNominal, isPlural } from "./word-forms.ts";

/** The subject of a reporting verb. */
export interface Subject {
  readonly phrase: Phrase;
  /** It stands behind the verb. */
  readonly inverted: boolean;
  /** It belongs to this verb alone, rather than to an earlier verb or the whole sentence. */
  readonly own: boolean;
  /** Where what is said may begin, if not directly behind the verb. */
  readonly behind?: number;
}

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

function opensInversion(before: Token | undefined): boolean {
  return (
    before === undefined ||
    before.kind === "quote" ||
    before.kind === "comma" ||
    before.kind === "dash" ||
    before.kind === "stop"
  );
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
    if (!skipped) break;
    left--;
  }
  return left;
}

const RELATED = new Set(ROLES_TO.split(" "));
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
  if (verb.lemma === "quote") return null;
  const by = verb.particle === "" ? at + 1 : at + 2;
  if (tokens[by]?.word === "by") {
    const agent = nounPhraseStartingAt(tokens, by + 1);
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

function invertedSubject(tokens: readonly Token[], at: number, verb: ReportingVerb): Subject | null {
  if ((verb.kind === "tell" && !/^(?:warn|promise|advise)$/.test(verb.lemma)) || verb.kind === "as") return null;
  let first = behindParenthesis(tokens, at + 1);
  while (is(tokens[first], ADVERB) || tokens[first]?.word === verb.particle) first++;
  const single = nounPhraseStartingAt(tokens, first);
  if (single === null || tokens[first]?.word === "that" || tokens[single.to - 1]?.word === "same") return null;
  // Denies murder: no body says so, unless in a headline.
  const bare = single.to === first + 1 ? tokens[first] : undefined;
  const isObject =
    bare?.kind === "word" && !bare.capital && is(bare, OPEN) && !isSomebody(bare) && !isPlural(bare.word);
  if (isObject && tokens.at(-1)?.kind === "stop") return null;
  const phrase = { from: single.from, to: withConjuncts(tokens, withoutAddressee(tokens, single)) };
  const next = tokens[phrase.to];
  const pronoun = is(tokens[first], PRONOUN | OBJECT_PRONOUN) && phrase.to === first + 1;
  if (pronoun && (next?.kind === "word" || next?.kind === "quote")) return null;
  if (is(tokens[first], OBJECT_PRONOUN) && pronoun) return null;
  // Say farmers: only behind a quotation.
  const isQuoted = (tokens[at - 1]?.kind === "comma" ? tokens[at - 2] : tokens[at - 1])?.kind === "quote";
  if (verb.form === "base" && !(isQuoted && (phrase.to > single.to || isPlural(tokens[phrase.to - 1]?.word ?? ""))))
    return null;
  return endsInversion(next) ? { phrase, inverted: true, own: true } : null;
}

// Said, after a long look, | the inspector.
function behindParenthesis(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.kind !== "comma" || !is(tokens[from + 1], PREPOSITION | ADVERB | TIME)) return from;
  let comma = from + 1;
  while (tokens[comma]?.kind === "word" || tokens[comma]?.kind === "number") comma++;
  return tokens[comma]?.kind === "comma" ? comma + 1 : from;
}

// Wrote the abbot | to his monks; but: said the ambassador to Peru.
function withoutAddressee(tokens: readonly Token[], phrase: Phrase): Phrase {
  const addressee = wordWithin(tokens, phrase, "to");
  const belongs = addressee < 0 || RELATED.has(tokens[addressee - 1]?.word ?? "");
  return belongs ? phrase : { from: phrase.from, to: addressee };
}

// Said Tom Berg, 40, and Ina Holt: what ends the clause belongs to the subject.
function withConjuncts(tokens: readonly Token[], first: Phrase): number {
  const to = coreStartingAt(tokens, first.from)?.to === first.to ? behindConjuncts(tokens, first) : first.to;
  return endsInversion(tokens[to]) ? to : first.to;
}
