import { HEARING_VERBS, RELAYING_VERBS } from "../lexicon/reporting-verbs.ts";
import { inflect } from "../text/inflect.ts";
import { skipAdjuncts } from "./adjuncts.ts";
import type { Attribution } from "./attribution.ts";
import { beforeInsertion } from "./clause-subjects.ts";
import { behindApposition, nounPhraseEndingAt, nounPhraseStartingAt, type Phrase } from "./noun-phrases.ts";
import { irregularVerb, type ReportingVerb, reportingVerb, reportingVerbAt } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import { ADVERB, AUXILIARY, OBJECT_PRONOUN, TIME } from "./word-classes.ts";
import { is, isBe, isNominal } from "./word-forms.ts";

/** Somebody's words as another passes them on: whose they are, and where the clause that says so begins. */
export interface Relayed {
  readonly subject: Phrase;
  readonly from: number;
}

const RELAYING = new Set(RELAYING_VERBS.split(" "));
const RELAYING_FORMS = formsOf(RELAYING_VERBS);
const HEARING_FORMS = formsOf(HEARING_VERBS);
const REACH = 12;

function formsOf(verbs: string): ReadonlySet<string> {
  return new Set(verbs.split(" ").flatMap((lemma) => inflect(lemma, irregularVerb(lemma)).map(({ word }) => word)));
}

/** Whose words the "saying", "telling" or "shout" at a token introduces: quoted Berg as saying, recalled Holt telling, heard him shout. */
export function relayedBy(tokens: readonly Token[], at: number): Relayed | null {
  return tokens[at - 1]?.word === "as" ? quotedAsSaying(tokens, at - 1) : recalledTelling(tokens, at);
}

function quotedAsSaying(tokens: readonly Token[], as: number): Relayed | null {
  for (let at = as - 1; at >= 0 && at >= as - REACH; at--) {
    const token = tokens[at];
    if (token?.kind === "quote" || token?.kind === "stop") return null;
    if (token === undefined || !RELAYING_FORMS.has(token.word)) continue;
    const passive = passiveFrom(tokens, at);
    if (passive !== -1) {
      const subject = nounPhraseEndingAt(tokens, passive - 1);
      return subject === null ? null : { subject, from: subject.from };
    }
    const subject = nounPhraseStartingAt(tokens, at + 1);
    return subject === null ? null : { subject, from: clauseFrom(tokens, at) };
  }
  return null;
}

// Berg has been quoted: where "has been" begins.
function passiveFrom(tokens: readonly Token[], participle: number): number {
  let from = participle;
  while (is(tokens[from - 1], AUXILIARY | ADVERB | TIME) || tokens[from - 1]?.word === "later") from--;
  return tokens.slice(from, participle).some(isBe) ? from : -1;
}

function recalledTelling(tokens: readonly Token[], at: number): Relayed | null {
  const pronoun = is(tokens[at - 1], OBJECT_PRONOUN) ? { from: at - 1, to: at } : null;
  const isApart = tokens[at - 1]?.kind === "comma";
  const subject = pronoun ?? (isApart ? beforeInsertion(tokens, at - 1) : nounPhraseEndingAt(tokens, at - 1));
  if (subject === null) return null;
  const forms = reportingVerb(tokens[at]?.word ?? "")?.form === "ing" ? RELAYING_FORMS : HEARING_FORMS;
  return forms.has(tokens[subject.from - 1]?.word ?? "")
    ? { subject, from: clauseFrom(tokens, subject.from - 1) }
    : null;
}

function clauseFrom(tokens: readonly Token[], verbAt: number): number {
  let left = verbAt;
  while (is(tokens[left - 1], AUXILIARY | ADVERB)) left--;
  return nounPhraseEndingAt(tokens, left - 1)?.from ?? verbAt;
}

/**
 * The same attribution with whoever is said to have said it, where the clause behind a quotation is nothing but that:
 * “…,” Berg said Holt had told him.
 */
export function followedChain(tokens: readonly Token[], outer: Attribution): Attribution {
  if (outer.complement.kind !== "clause" && !isRelaying(outer.verb)) return outer;
  if (outer.verb?.form === "ing") return outer;
  if (tokens[outer.from - 1]?.kind !== "quote" && tokens[outer.from - 2]?.kind !== "quote") return outer;
  const start = outer.complement.from;
  const subject =
    is(tokens[start], OBJECT_PRONOUN) &&
    (!isNominal(tokens[start + 1]) || reportingVerb(tokens[start + 1]?.word ?? "") !== undefined)
      ? { from: start, to: start + 1 }
      : nounPhraseStartingAt(tokens, start);
  if (subject === null) return outer;
  let verb = behindApposition(tokens, subject.to);
  while (is(tokens[verb], AUXILIARY | ADVERB | TIME)) verb++;
  const inner = reportingVerbAt(tokens, verb);
  if (inner === undefined || inner.form === "base" || (inner.form === "ing" && !isRelaying(outer.verb))) return outer;
  let to = verb + 1;
  if (is(tokens[to], OBJECT_PRONOUN)) to++;
  else to = nounPhraseStartingAt(tokens, to)?.to ?? to;
  to = skipAdjuncts(tokens, to);
  return { ...outer, to, subject, complement: { kind: "none", from: to } };
}

/** Whether a verb passes on what another said. */
export function isRelaying(verb: ReportingVerb | null): boolean {
  return RELAYING.has(verb?.lemma ?? "");
}
