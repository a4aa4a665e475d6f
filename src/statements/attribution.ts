import { is, isNominal, nounPhraseStartingAt, type Phrase } from "./noun-phrases.ts";
import { type Complement, readPredicate } from "./predicates.ts";
import { type ReportingVerb, reportingVerb } from "./reporting-verbs.ts";
import { findSubject } from "./subjects.ts";
import type { Token } from "./tokens.ts";
import { AUXILIARY, DETERMINER, NEGATION, PREPOSITION } from "./word-classes.ts";

/** A clause that says who speaks, in the tokens of one sentence: `from` to `to` without what is said. */
export interface Attribution extends Phrase {
  /** `null` for "according to". */
  readonly verb: ReportingVerb | null;
  /** Where the verb is, or "according". */
  readonly at: number;
  /** Whoever speaks; `null` where the sentence does not name them before or behind the verb. */
  readonly subject: Phrase | null;
  /** What follows the clause. */
  readonly complement: Complement;
  /** The subject stands behind the verb: said Tom Hallas. */
  readonly inverted: boolean;
}

/** All attributions of a sentence in order. A verb that shares an earlier verb's subject has that subject. */
export function findAttributions(tokens: readonly Token[]): Attribution[] {
  const found: Attribution[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const attribution = attributionAt(tokens, at, found);
    if (attribution === null) continue;
    found.push(attribution);
    at = Math.max(at, attribution.to - 1);
  }
  return found;
}

function attributionAt(tokens: readonly Token[], at: number, earlier: readonly Attribution[]): Attribution | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word") return null;
  if (token.word === "according" && tokens[at + 1]?.word === "to") return accordingTo(tokens, at);
  const verb = reportingVerb(token.word);
  if (verb === undefined || token.ending !== "" || isNounHere(tokens, at, verb) || isNegated(tokens, at)) return null;
  const subject = findSubject(tokens, at, verb, earlier.at(-1)?.subject ?? null);
  if (subject === null) return null;
  const behind = subject.inverted ? subject.phrase.to : at + 1;
  const predicate = readPredicate(tokens, behind, verb, subject.inverted);
  const from = subject.own && !subject.inverted ? subject.phrase.from : at;
  return {
    verb,
    at,
    from,
    to: predicate.to,
    subject: subject.phrase,
    complement: predicate.complement,
    inverted: subject.inverted,
  };
}

function accordingTo(tokens: readonly Token[], at: number): Attribution | null {
  const subject = nounPhraseStartingAt(tokens, at + 2);
  if (subject === null) return null;
  let to = subject.to;
  while (to < tokens.length && tokens[to]?.kind === "word") to++;
  const complement: Complement = { kind: "none", from: to };
  return { verb: null, at, from: at, to, subject, complement, inverted: true };
}

function isNounHere(tokens: readonly Token[], at: number, verb: ReportingVerb): boolean {
  let before = tokens[at - 1];
  if (is(before, DETERMINER) && before?.word !== "that" && before?.word !== "this") return true;
  if (before?.ending === "'s" || before?.ending === "'") return verb.form === "base" || verb.form === "third";
  if (verb.form === "ing") return false;
  if (verb.form === "third" || verb.form === "base") {
    if (is(before, PREPOSITION) && before?.word !== "to") return true;
    before = tokens[at - 2];
    return (
      isNominal(tokens[at - 1]) &&
      tokens[at - 1]?.capital === false &&
      is(before, DETERMINER) &&
      verb.form === "base" &&
      !/s$|people|police|men|women/.test(tokens[at - 1]?.word ?? "")
    );
  }
  return false;
}

// Said nothing: "did not say", "declined to say", "never told".
function isNegated(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 3; back--) {
    const token = tokens[back];
    if (is(token, NEGATION)) return true;
    if (token?.word === "to") return isRefusal(tokens[back - 1]);
    if (!is(token, AUXILIARY)) return false;
  }
  return false;
}

function isRefusal(token: Token | undefined): boolean {
  return token !== undefined && !/^(?:went|goes|go|gone|going|continued|continues|on)$/.test(token.word);
}
