import { HEADLINE_LABELS, SPEAKING_ADJECTIVES } from "../lexicon/reporting-verbs.ts";
import type { Attribution } from "./attribution.ts";
import { clauseSubject } from "./clause-subjects.ts";
import { coreStartingAt, nounPhraseEndingAt, type Phrase } from "./noun-phrases.ts";
import { authorOf, canSpeak, ownerIn } from "./ownership.ts";
import { isInstitution, isRole } from "./roles.ts";
import type { Token } from "./tokens.ts";
import { ADVERB, AUXILIARY } from "./word-classes.ts";
import { hasFiniteVerb, is, isBe, isPlural } from "./word-forms.ts";

const ADJECTIVES = new Set(SPEAKING_ADJECTIVES.split(" "));
const LABELS = new Set(HEADLINE_LABELS.split(" "));
const LONGEST_SOURCE = 5;

/** Who says a clause that no verb of saying introduces: the judge's conclusion: …; Berg was firm: …; her answer was that …; Dam is safe – minister. */
export function announcedClause(tokens: readonly Token[], at: number): Attribution | null {
  if (tokens[at]?.kind === "colon") return clauseBehindColon(tokens, at) ?? creditedHeadline(tokens, at);
  if (tokens[at]?.word === "that") return behindNoun(tokens, at);
  return tokens[at]?.kind === "dash" ? creditedHeadline(tokens, at) : null;
}

function clauseBehindColon(tokens: readonly Token[], colon: number): Attribution | null {
  if (tokens[colon + 1]?.kind === "quote" || !claims(tokens, colon + 1, tokens.length)) return null;
  const subject = clauseSubject(tokens, 0);
  if (subject === null || subject.to > colon) return null;
  const source = announcer(tokens, subject, colon);
  if (source === null) return null;
  const from = tokens[colon + 1]?.word === "that" ? colon + 2 : colon + 1;
  return {
    verb: null,
    at: colon,
    from: 0,
    to: colon + 1,
    subject: source,
    complement: { kind: "clause", from },
    inverted: false,
  };
}

// The judge’s answer was | that it was void.
function behindNoun(tokens: readonly Token[], that: number): Attribution | null {
  const source = isBe(tokens[that - 1]) ? authorOf(tokens, that - 2) : adamant(tokens, that);
  if (source === null) return null;
  const complement = { kind: "clause", from: that + 1 } as const;
  return { verb: null, at: that, from: source.from, to: that, subject: source, complement, inverted: false };
}

// Berg is convinced | that it holds.
function adamant(tokens: readonly Token[], that: number): Phrase | null {
  let be = that - 2;
  while (is(tokens[be], ADVERB)) be--;
  const subject =
    ADJECTIVES.has(tokens[that - 1]?.word ?? "") && isBe(tokens[be]) ? nounPhraseEndingAt(tokens, be - 1) : null;
  return subject !== null && canSpeak(tokens, subject) ? subject : null;
}

function announcer(tokens: readonly Token[], subject: Phrase, colon: number): Phrase | null {
  const owner = ownerIn(tokens, subject);
  if (subject.to === colon) return owner ?? (isHeadline(tokens) && isSource(tokens, subject) ? subject : null);
  if (!isBe(tokens[subject.to])) return null;
  if (owner !== null) return owner;
  let adjective = subject.to + 1;
  while (is(tokens[adjective], ADVERB)) adjective++;
  return ADJECTIVES.has(tokens[adjective]?.word ?? "") && canSpeak(tokens, subject) ? subject : null;
}

// Says something by a verb, or in quotation marks.
function claims(tokens: readonly Token[], from: number, to: number): boolean {
  return hasFiniteVerb(tokens, from, to) || tokens.slice(from, to).some(({ kind }) => kind === "quote");
}

function creditedHeadline(tokens: readonly Token[], dash: number): Attribution | null {
  if (
    tokens[dash]?.kind === "colon" &&
    (!claims(tokens, 0, dash) || (tokens[dash - 1]?.kind !== "word" && dash < 2) || is(tokens[dash - 1], AUXILIARY))
  )
    return null;
  const subject = coreStartingAt(tokens, dash + 1);
  const isEnd = subject !== null && subject.to === tokens.length && subject.to - dash <= LONGEST_SOURCE;
  if (!isEnd || !isHeadline(tokens) || !isSource(tokens, subject)) return null;
  const complement = { kind: "none", from: tokens.length } as const;
  return { verb: null, at: dash, from: dash, to: tokens.length, subject, complement, inverted: true };
}

// No full stop ends it.
function isHeadline(tokens: readonly Token[]): boolean {
  return tokens.length > 3 && tokens.at(-1)?.kind !== "stop";
}

function isSource(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const head = tokens[to - 1];
  if (head === undefined || head.kind !== "word") return false;
  const singular = head.word.replace(/s$/, "");
  return (
    isRole(singular) ||
    isInstitution(head.word) ||
    (isPlural(head.word) && !head.word.endsWith("s")) ||
    (head.capital &&
      !LABELS.has(head.word) &&
      (from > 0 || to > 1 || tokens.slice(to).some(({ kind }) => kind === "quote")))
  );
}
