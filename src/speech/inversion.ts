import { ROLES_TO } from "../lexicon/roles.ts";
import { endsInversion, type Subject } from "./clause-subjects.ts";
import { behindConjuncts } from "./conjuncts.ts";
import { coreStartingAt, isSomebody, nounPhraseStartingAt, type Phrase, wordWithin } from "./noun-phrases.ts";
import type { ReportingVerb } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import { ADVERB, OBJECT_PRONOUN, OPEN, PREPOSITION, PRONOUN, TIME } from "./word-classes.ts";
import { is, isPlural } from "./word-forms.ts";

/** Whether a verb behind this may have its subject behind it. */
export function opensInversion(before: Token | undefined): boolean {
  return (
    before === undefined ||
    before.kind === "quote" ||
    before.kind === "comma" ||
    before.kind === "dash" ||
    before.kind === "stop"
  );
}

const RELATED = new Set(ROLES_TO.split(" "));

/** The subject behind a verb: said | Tom Berg. */
export function invertedSubject(tokens: readonly Token[], at: number, verb: ReportingVerb): Subject | null {
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
  const phrase = { from: single.from, to: withListed(tokens, withoutAddressee(tokens, single)) };
  const next = tokens[phrase.to];
  const pronoun = is(tokens[first], PRONOUN | OBJECT_PRONOUN) && phrase.to === first + 1;
  if (pronoun && (next?.kind === "word" || next?.kind === "quote")) return null;
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
function withListed(tokens: readonly Token[], first: Phrase): number {
  const to = coreStartingAt(tokens, first.from)?.to === first.to ? behindConjuncts(tokens, first) : first.to;
  return endsInversion(tokens[to]) ? to : first.to;
}
