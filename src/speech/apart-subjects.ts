import { coreStartingAt, nounPhraseStartingAt, type Phrase } from "./noun-phrases.ts";
import { isInstitution, isRole } from "./roles.ts";
import type { Token } from "./tokens.ts";
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  PREPOSITION,
  PRONOUN,
  QUANTIFIER,
  RELATIVE,
  SUBORDINATOR,
  TIME,
} from "./word-classes.ts";
import { is, isNominal } from "./word-forms.ts";

export function nameLike(tokens: readonly Token[], phrase: Phrase): boolean {
  return tokens[phrase.to - 1]?.capital === true || is(tokens[phrase.from], PRONOUN);
}

/** Brandt, speaking in an interview, said: the first part between commas that is nothing but a noun phrase. */
export function subjectBeforeCommas(tokens: readonly Token[], comma: number): Phrase | null {
  const starts = [clauseStart(tokens, comma)];
  for (let at = starts[0] ?? 0; at < comma; at++) if (isPause(tokens[at])) starts.push(at + 1);
  for (const start of starts.slice(0, -1)) {
    let from = start;
    while (is(tokens[from], CONJUNCTION | ADVERB) && !is(tokens[from], PRONOUN)) from++;
    from = behindTimeAndPlace(tokens, from);
    if (is(tokens[from], PREPOSITION | SUBORDINATOR | RELATIVE)) continue;
    const phrase = nounPhraseStartingAt(tokens, from);
    if (phrase !== null && nameLike(tokens, phrase) && tokens[phrase.to]?.word === "and") {
      const to = behindSecond(tokens, phrase, comma);
      if (to > phrase.to) return { from, to };
    }
    if (phrase !== null && isPause(tokens[phrase.to]) && tokens[phrase.to - 1]?.kind !== "number")
      return { from, to: behindSecond(tokens, phrase, comma) };
  }
  return null;
}

// Nora Quist, the mayor, | and Olaf Prins, her deputy, said.
function behindSecond(tokens: readonly Token[], first: Phrase, comma: number): number {
  if (!nameLike(tokens, first) && !tokens[first.to + 1]?.capital) return first.to;
  for (let at = first.to; at < comma; at++) {
    if (is(tokens[at], AUXILIARY | RELATIVE) || tokens[at]?.kind === "quote") return first.to;
    const joins = at === first.to || tokens[at - 1]?.kind === "comma";
    const second = joins && tokens[at]?.word === "and" ? coreStartingAt(tokens, at + 1) : null;
    if (second !== null && isPause(tokens[second.to])) return second.to;
  }
  return first.to;
}

// On Friday | Karim Nasser; last week | the mayor.
function behindTimeAndPlace(tokens: readonly Token[], from: number): number {
  let at = from;
  if (is(tokens[at], PREPOSITION)) at++;
  if (is(tokens[at], DETERMINER) && is(tokens[at + 1], TIME)) at++;
  if (!is(tokens[at], TIME)) return at > from ? behindOccasion(tokens, at) : from;
  while (is(tokens[at], TIME) || tokens[at]?.kind === "number") at++;
  return is(tokens[at], PREPOSITION) ? behindTimeAndPlace(tokens, at) : at;
}

/** After the match | Rolf Haas: where a name follows another noun than one for somebody; a token before `from` where none does. */
export function behindOccasion(tokens: readonly Token[], from: number): number {
  let at = from;
  while (is(tokens[at], DETERMINER | QUANTIFIER) || (isNominal(tokens[at]) && tokens[at]?.capital === false)) at++;
  const noun = tokens[at - 1]?.word ?? "";
  const isOccasion = at > from && tokens[at]?.capital === true && !isRole(noun) && !isInstitution(noun);
  return isOccasion && !is(tokens[at - 1], DETERMINER) ? at : from - 1;
}

function isPause(token: Token | undefined): boolean {
  return token?.kind === "comma" || token?.kind === "dash" || token?.kind === "bracket";
}

function clauseStart(tokens: readonly Token[], before: number): number {
  for (let at = before - 1; at >= 0; at--) {
    const kind = tokens[at]?.kind;
    if (kind === "semicolon" || kind === "quote" || kind === "colon") return at + 1;
  }
  return 0;
}
