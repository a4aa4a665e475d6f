import { ASKING_VERBS } from "../lexicon/reporting-verbs.ts";
import { inflect } from "../text/inflect.ts";
import { sentenceSubject } from "./clause-subjects.ts";
import { coreStartingAt, nounPhraseEndingAt, type Phrase } from "./noun-phrases.ts";
import { isRole } from "./roles.ts";
import type { Token } from "./tokens.ts";
import { ADVERB, AUXILIARY, OBJECT_PRONOUN, PRONOUN } from "./word-classes.ts";
import { is, isBe, isNominal } from "./word-forms.ts";

const ASKING = new Set(
  ASKING_VERBS.split(" ")
    .flatMap((lemma) => inflect(lemma))
    .map(({ word }) => word),
);

/** Who is asked something in a sentence, so that the next to speak is likely they: the judge asked Berg why, Berg was asked. */
export function whoIsAsked(tokens: readonly Token[]): Phrase | null {
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token?.kind !== "word" || !ASKING.has(token.word)) continue;
    const isApart = at === 0 || tokens[at - 1]?.kind === "comma";
    const asked = isPassive(tokens, at)
      ? subjectOf(tokens, at)
      : (objectOf(tokens, at + 1) ?? (isApart ? sentenceSubject(tokens) : null));
    if (asked !== null) return asked;
  }
  return null;
}

function isPassive(tokens: readonly Token[], at: number): boolean {
  let back = at - 1;
  while (is(tokens[back], ADVERB)) back--;
  return isBe(tokens[back]);
}

function subjectOf(tokens: readonly Token[], at: number): Phrase | null {
  let left = at - 1;
  while (is(tokens[left], AUXILIARY | ADVERB)) left--;
  return tokens[left]?.kind === "comma" ? sentenceSubject(tokens) : nounPhraseEndingAt(tokens, left);
}

function objectOf(tokens: readonly Token[], at: number): Phrase | null {
  const token = tokens[at];
  if (is(token, OBJECT_PRONOUN) && !isNominal(tokens[at + 1])) return { from: at, to: at + 1 };
  const phrase = is(token, PRONOUN) ? null : coreStartingAt(tokens, at);
  if (phrase === null) return null;
  const head = tokens[phrase.to - 1];
  return head?.capital || isRole(head?.word ?? "") ? phrase : null;
}
