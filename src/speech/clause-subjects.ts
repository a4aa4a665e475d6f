import { behindOccasion } from "./apart-subjects.ts";
import { behindDateline } from "./datelines.ts";
import { nounPhraseStartingAt, type Phrase } from "./noun-phrases.ts";
import type { Token } from "./tokens.ts";
import { DETERMINER, OBJECT_PRONOUN, PREPOSITION, QUANTIFIER, SUBORDINATOR, TIME } from "./word-classes.ts";
import { is } from "./word-forms.ts";

export function isThere(token: Token | undefined): boolean {
  return token?.word === "there";
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
    if ((is(token, QUANTIFIER) || token.kind === "number") && is(tokens[at + 1], TIME)) {
      at += 2;
      continue;
    }
    const introduces = (is(token, PREPOSITION | SUBORDINATOR) && !is(token, DETERMINER)) || isParticiple(tokens, at);
    const phrase = introduces ? null : nounPhraseStartingAt(tokens, at);
    if (phrase !== null && !isThere(token)) return withoutVerb(tokens, phrase);
    at = introduces ? behindIntroduction(tokens, at) : at + 1;
  }
  return null;
}

// Prosecutors disagree.: a sentence is more than its subject.
function withoutVerb(tokens: readonly Token[], phrase: Phrase): Phrase {
  const whole = tokens[phrase.to] === undefined || tokens[phrase.to]?.kind === "stop";
  const verb = whole && phrase.to - phrase.from > 1 && tokens[phrase.to - 1]?.capital === false;
  return verb ? { from: phrase.from, to: phrase.to - 1 } : phrase;
}

// Asked for his view, | Lane; speaking in Paris, | Lane.
function isParticiple(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return /(?:ed|ing)$/.test(tokens[at]?.word ?? "") && is(next, PREPOSITION | SUBORDINATOR | OBJECT_PRONOUN);
}

// In a note on Monday | the bank; When asked about it, | Holt.
function behindIntroduction(tokens: readonly Token[], from: number): number {
  const comma = tokens.findIndex((token, at) => at > from && token.kind === "comma");
  if ((is(tokens[from], SUBORDINATOR) || isParticiple(tokens, from)) && comma !== -1) return comma + 1;
  const occasion = behindOccasion(tokens, from + 1);
  if (occasion > from + 1) return occasion;
  const inner = is(tokens[from + 1], TIME) ? from + 2 : (nounPhraseStartingAt(tokens, from + 1)?.to ?? from + 1);
  return inner;
}
