import { behindConjuncts } from "./conjuncts.ts";
import { behindDateline } from "./datelines.ts";
import { coreStartingAt, nounPhraseEndingAt, nounPhraseStartingAt, type Phrase } from "./noun-phrases.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import { isInstitution, isRole } from "./roles.ts";
import type { Token } from "./tokens.ts";
import {
  ADVERB,
  CONJUNCTION,
  DETERMINER,
  OBJECT_PRONOUN,
  PREPOSITION,
  PRONOUN,
  QUANTIFIER,
  RELATIVE,
  SUBORDINATOR,
  TIME,
} from "./word-classes.ts";
import { is, isNominal, isPlural } from "./word-forms.ts";

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

export function isThere(token: Token | undefined): boolean {
  return token?.word === "there";
}

/** Whether a clause that begins with this is as much the narrator's as the one before it. */
export function isContrast(token: Token | undefined): boolean {
  return token?.word === "while" || token?.word === "whereas";
}

/** Whether a phrase ends with a name, or is a pronoun. */
export function nameLike(tokens: readonly Token[], phrase: Phrase): boolean {
  return tokens[phrase.to - 1]?.capital === true || is(tokens[phrase.from], PRONOUN);
}

/** The noun phrase that a sentence begins with, behind conjunctions, adverbs and introductory phrases. */
export function sentenceSubject(tokens: readonly Token[]): Phrase | null {
  return clauseSubject(tokens, behindDateline(tokens));
}

/** The same for the clause that begins at a token. */
export function clauseSubject(tokens: readonly Token[], from: number): Phrase | null {
  for (let at = from; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined || token.kind === "stop") return null;
    const introduces = (is(token, PREPOSITION | SUBORDINATOR) && !is(token, DETERMINER)) || isParticiple(tokens, at);
    const phrase = introduces ? null : nounPhraseStartingAt(tokens, at);
    if (phrase !== null && !isThere(token)) return phrase;
    at = introduces ? behindIntroduction(tokens, at) : at + 1;
  }
  return null;
}

const LONGEST_INSERTION = 30;

/** Whom the insertion is about that ends with a comma: her boss |, whom she did not name, had told her; Holt |, the nurse, told him. */
export function beforeInsertion(tokens: readonly Token[], comma: number): Phrase | null {
  let opening = comma - 1;
  while (opening > 0 && comma - opening < LONGEST_INSERTION && tokens[opening]?.kind !== "comma") opening--;
  if (opening < 1 || tokens[opening]?.kind !== "comma") return null;
  const isRelative = is(tokens[opening + 1], RELATIVE) && tokens[opening + 1]?.word !== "that";
  const apposition = nounPhraseStartingAt(tokens, opening + 1);
  if (!isRelative && apposition?.to !== comma) return null;
  const phrase = nounPhraseEndingAt(tokens, opening - 1);
  const isSomebody = isRelative || [phrase, apposition].some((one) => one !== null && nameLike(tokens, one));
  return isSomebody ? phrase : null;
}

/** Brandt, speaking in an interview, said: the first part between commas that is nothing but a noun phrase. */
export function subjectBeforeCommas(tokens: readonly Token[], comma: number): Phrase | null {
  const opening = clauseStart(tokens, comma);
  for (let start = opening; start < comma; start++) {
    if ((start > opening && !isPause(tokens[start - 1])) || is(tokens[start], RELATIVE)) continue;
    const first = clauseSubject(tokens, isContrast(tokens[start]) ? start + 1 : start);
    if (first === null) return null;
    const to = behindAll(tokens, first);
    if (to <= comma && isPause(tokens[to]) && tokens[to - 1]?.kind !== "number") return { from: first.from, to };
  }
  return null;
}

// Nora Quist, the mayor, and Olaf Prins, her deputy, said.
function behindAll(tokens: readonly Token[], first: Phrase): number {
  const head = tokens[(coreStartingAt(tokens, first.from)?.to ?? first.to) - 1];
  // The mayors of Bergen and Voss, Nora Quist and Olaf Prins: two, not four.
  const isGroup = head !== undefined && !head.capital && isPlural(head.word);
  const isNamed = !isGroup && (nameLike(tokens, first) || tokens[first.to + 1]?.capital);
  const to = isNamed ? behindConjuncts(tokens, first) : first.to;
  return isPause(tokens[to]) ? to : first.to;
}

function clauseStart(tokens: readonly Token[], before: number): number {
  for (let at = before - 1; at >= 0; at--) {
    const kind = tokens[at]?.kind;
    if (kind === "semicolon" || kind === "quote" || kind === "colon") return at + 1;
  }
  return 0;
}

/** Whether a sign parts a clause from what stands beside it, without ending the sentence. */
export function isPause(token: Token | undefined): boolean {
  return token?.kind === "comma" || token?.kind === "dash" || token?.kind === "bracket";
}

/** Where a clause begins at a token, behind the sign that may part it from a quotation. */
export function behindPause(tokens: readonly Token[], at: number): number {
  return isPause(tokens[at]) || tokens[at]?.kind === "semicolon" ? at + 1 : at;
}

// Asked for his view, | Lane; speaking in Paris, | Lane; saying nothing, | Lane.
function isParticiple(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? "";
  const isBefore = is(tokens[at + 1], PREPOSITION | SUBORDINATOR | OBJECT_PRONOUN);
  return (/(?:ed|ing)$/.test(word) && isBefore) || reportingVerb(word)?.form === "ing";
}

// In a note on Monday | the bank; When asked about it, | Holt; after the match | Rolf Haas.
function behindIntroduction(tokens: readonly Token[], from: number): number {
  const comma = tokens.findIndex((token, at) => at > from && token.kind === "comma");
  if ((is(tokens[from], SUBORDINATOR) || isParticiple(tokens, from)) && comma !== -1) return comma + 1;
  const occasion = behindOccasion(tokens, from + 1);
  if (occasion > from + 1) return occasion;
  return is(tokens[from + 1], TIME) ? from + 2 : (nounPhraseStartingAt(tokens, from + 1)?.to ?? from + 1);
}

// Where a name follows another noun than one for somebody; a token before `from` where none does.
function behindOccasion(tokens: readonly Token[], from: number): number {
  let at = from;
  while (is(tokens[at], DETERMINER | QUANTIFIER) || (isNominal(tokens[at]) && tokens[at]?.capital === false)) at++;
  const noun = tokens[at - 1]?.word ?? "";
  const isOccasion = at > from && tokens[at]?.capital === true && !isRole(noun) && !isInstitution(noun);
  return isOccasion && !is(tokens[at - 1], DETERMINER) ? at : from - 1;
}

/** Whether a clause whose subject stands behind its verb can end before this token. */
export function endsInversion(next: Token | undefined): boolean {
  if (next === undefined || next.kind !== "word") return true;
  if (is(next, PREPOSITION | TIME | CONJUNCTION | RELATIVE | SUBORDINATOR | ADVERB)) return true;
  return /ing$|^as$|^known$|^named$|^called$|^nicknamed$|^signed$|^written$|^issued$|^released$|^posted$|^published$/.test(
    next.word,
  );
}
