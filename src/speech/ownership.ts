import { SPEECH_NOUNS, VIEW_NOUNS } from "../lexicon/reporting-verbs.ts";
import { withConjuncts } from "./conjuncts.ts";
import { nounPhraseEndingAt, nounPhraseStartingAt, type Phrase } from "./noun-phrases.ts";
import { isInstitution, isRole } from "./roles.ts";
import type { Token } from "./tokens.ts";
import { OBJECT_PRONOUN, POSSESSIVE_DETERMINER, PREPOSITION, PRONOUN, TIME } from "./word-classes.ts";
import { is } from "./word-forms.ts";

/** Nouns for what somebody says. */
export const SPEECH_WORDS = new Set(SPEECH_NOUNS.split(" "));

const VIEWS = new Set(VIEW_NOUNS.split(" "));

/** Whose view a phrase with a preposition gives: in Berg’s view, in the opinion of the judge. */
export function viewIn(tokens: readonly Token[], at: number): Phrase | null {
  const phrase = tokens[at]?.word === "in" ? nounPhraseStartingAt(tokens, at + 1) : null;
  let noun = at + 1;
  while (noun < (phrase?.to ?? 0) && !VIEWS.has(tokens[noun]?.word ?? "")) noun++;
  if (phrase === null || noun >= phrase.to || is(tokens[phrase.from], POSSESSIVE_DETERMINER)) return null;
  return authorOf(tokens, noun);
}

// Whose words these are: Tom Berg’s | own words; her | answer.
export function ownerOf(tokens: readonly Token[], noun: number): Phrase | null {
  const word = tokens[noun]?.word ?? "";
  if (!(SPEECH_WORDS.has(word) || VIEWS.has(word)) || tokens[noun]?.kind !== "word") return null;
  for (let at = noun - 1; at >= 0 && at >= noun - 4; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word") return null;
    if (is(token, POSSESSIVE_DETERMINER)) return { from: at, to: at + 1 };
    if (token.ending === "'s" || token.ending === "'") return nounPhraseEndingAt(tokens, at);
  }
  return null;
}

/** Whose the words are of which a phrase speaks: Quist’s message to the board, a note from Quist. */
export function ownerIn(tokens: readonly Token[], { from, to }: Phrase): Phrase | null {
  for (let at = from; at < to; at++) {
    const owner = authorOf(tokens, at);
    if (owner !== null) return owner;
  }
  return null;
}

/** Whose a noun for words is, before or behind it: Quist’s | note, a note from | Quist. */
export function authorOf(tokens: readonly Token[], noun: number): Phrase | null {
  return ownerOf(tokens, noun) ?? sourceOf(tokens, noun);
}

export function sourceOf(tokens: readonly Token[], noun: number): Phrase | null {
  const word = tokens[noun]?.word ?? "";
  const from =
    /^(?:,|came|comes|signed|written|sent|posted|issued|released|published)$/.test(tokens[noun + 1]?.word ?? "") &&
    /^(?:from|by)$/.test(tokens[noun + 2]?.word ?? "")
      ? noun + 2
      : noun + 1;
  const leads = (SPEECH_WORDS.has(word) || VIEWS.has(word)) && /^(?:of|from|by)$/.test(tokens[from]?.word ?? "");
  const source = leads ? withConjuncts(tokens, nounPhraseStartingAt(tokens, from + 1)) : null;
  return source !== null && canSpeak(tokens, source) ? source : null;
}

/** Whether a phrase can be somebody, as far as its words tell. */
export function canSpeak(tokens: readonly Token[], phrase: Phrase): boolean {
  const first = tokens[phrase.from];
  if (is(first, PRONOUN | OBJECT_PRONOUN) && phrase.to === phrase.from + 1)
    return !/^(?:it|there|this|that)$/.test(first?.word ?? "");
  for (let at = phrase.from; at < phrase.to; at++) {
    const token = tokens[at];
    if (token === undefined || is(token, PREPOSITION)) break;
    const isAlone = at + 1 === phrase.to || is(tokens[at + 1], PREPOSITION);
    if (token.capital && !is(token, TIME) && (at > phrase.from || isAlone || tokens[at + 1]?.capital)) return true;
    if (isRole(token.word) || isInstitution(token.word)) return true;
  }
  return false;
}
