import { CONDITIONS, MODALS, NOBODY } from "../lexicon/function-words.ts";
import { QUOTING_VERBS } from "../lexicon/reporting-verbs.ts";
import { announcedClause } from "./announced.ts";
import type { Attribution } from "./attribution.ts";
import { behindPause, isContrast, isPause } from "./clause-subjects.ts";
import { withConjuncts } from "./conjuncts.ts";
import { isNegated } from "./denials.ts";
import { coreStartingAt, nounPhraseEndingAt, nounPhraseStartingAt, type Phrase } from "./noun-phrases.ts";
import { ownerIn, viewIn } from "./ownership.ts";
import { hasContent, readPredicate } from "./predicates.ts";
import { followedChain, isRelaying, relayedBy } from "./relayed.ts";
import { type ReportingVerb, reportingVerb, reportingVerbAt } from "./reporting-verbs.ts";
import { findSubject } from "./subjects.ts";
import type { Token } from "./tokens.ts";
import { verblessAttribution } from "./verbless.ts";
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
} from "./word-classes.ts";
import { is, isNominal, isPlural } from "./word-forms.ts";

const MODAL = new Set(MODALS.split(" "));
const CONDITION = new Set(CONDITIONS.split(" "));
const QUOTING = new Set(QUOTING_VERBS.split(" "));
const NOBODIES = new Set(NOBODY.split(" "));

/**
 * All attributions of a sentence in order. A verb that shares an earlier verb's subject has that subject. What somebody
 * reports within a reported clause is part of that clause.
 */
export function findAttributions(tokens: readonly Token[]): Attribution[] {
  const found: Attribution[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const attribution = attributionAt(tokens, at, found);
    if (attribution === null || isEmbedded(tokens, attribution, found.at(-1))) continue;
    const heard = followedChain(tokens, attribution);
    found.push(heard);
    at = Math.max(at, heard.to - 1);
  }
  return withVerbless(tokens, found);
}

// Where no verb introduces or follows a quotation, something else may tell whose it is.
function withVerbless(tokens: readonly Token[], found: Attribution[]): Attribution[] {
  tokens.forEach((token, at) => {
    if (token.kind === "colon" || token.kind === "dash" || token.word === "that") {
      const announced = found.some((one) => one.to > at || one.from > at) ? null : announcedClause(tokens, at);
      if (announced !== null) found.push(announced);
    }
    if (token.kind !== "quote" || found.some((one) => tellsOf(tokens, one, at))) return;
    const verbless = verblessAttribution(tokens, at);
    if (verbless !== null) found.push(verbless);
  });
  return found.sort((a, b) => a.from - b.from);
}

function tellsOf(tokens: readonly Token[], { from, to }: Attribution, quote: number): boolean {
  if (from === behindPause(tokens, quote + 1)) return true;
  return to <= quote && !tokens.slice(to, quote).some(({ kind }) => kind === "quote" || kind === "semicolon");
}

function attributionAt(tokens: readonly Token[], at: number, earlier: readonly Attribution[]): Attribution | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word") return null;
  const source = sourceAt(tokens, at);
  if (source !== null) return sourced(tokens, at, source);
  const verb = reportingVerbAt(tokens, at);
  if (verb === undefined || isName(tokens, at) || isNegated(tokens, at)) return null;
  const relayed = verb.form === "ing" || verb.form === "base" ? relayedBy(tokens, at) : null;
  if (relayed === null && isNounHere(tokens, at, verb)) return null;
  // According to Berg, Holt said: no subject that the verb could share.
  const shared = earlier.findLast((one) => one.verb !== null)?.subject ?? null;
  const subject =
    relayed === null ? findSubject(tokens, at, verb, shared) : { phrase: relayed.subject, inverted: false, own: true };
  if (subject === null || isNobody(tokens, subject.phrase)) return null;
  if (isRelaying(verb) && passesOn(tokens, at)) return null;
  const behind = subject.inverted ? subject.phrase.to : (subject.behind ?? at + 1);
  const { to, complement } = readPredicate(tokens, behind, verb, subject.inverted);
  const owner = isRelaying(verb) ? ownerAfter(tokens, at, verb.lemma) : null;
  // “…,” | my father used to say.
  const isBefore = subject.own || (verb.form === "base" && tokens[subject.phrase.from - 1]?.kind === "quote");
  const from = relayed?.from ?? (isBefore && !subject.inverted ? subject.phrase.from : behindQuotation(tokens, at));
  const attribution = { verb, at, from, to, subject: owner ?? subject.phrase, complement, inverted: subject.inverted };
  return saysSomething(tokens, attribution) ? attribution : null;
}

// Berg remembered | his mother’s | advice: it is hers.
function ownerAfter(tokens: readonly Token[], verb: number, lemma: string): Phrase | null {
  const object = nounPhraseStartingAt(tokens, verb + 1);
  if (object === null || tokens[object.to]?.kind === "word") return null;
  const isQuoted = QUOTING.has(lemma) && tokens[object.to]?.kind === "colon" && tokens[object.to - 1]?.capital;
  return isQuoted ? object : ownerIn(tokens, object);
}

// Read said: a capital letter within a sentence makes a name of it.
function isName(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.capital === true && tokens[at - 1]?.kind === "word";
}

// Neither Berg nor Holt said; no member said; nobody said: then it has not been said.
function isNobody(tokens: readonly Token[], { from }: Phrase): boolean {
  return NOBODIES.has(tokens[from]?.word ?? "") || /^(?:nor|neither|not)$/.test(tokens[from - 1]?.word ?? "");
}

// The Gazette quoted Berg as saying; Holt recalled Berg telling her: the words are Berg's.
function passesOn(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at + 1, at + 11).some(({ word }, behind) => {
    const isTelling = reportingVerb(word)?.form === "ing";
    return isTelling && relayedBy(tokens, at + 1 + behind) !== null;
  });
}

// “…” | was shouted by the sergeant.
function behindQuotation(tokens: readonly Token[], verb: number): number {
  let from = verb;
  while (is(tokens[from - 1], AUXILIARY | ADVERB)) from--;
  return tokens[from - 1]?.kind === "quote" ? from : verb;
}

// A reporting verb attributes where it introduces something or stands behind it.
function saysSomething(tokens: readonly Token[], attribution: Attribution): boolean {
  if (attribution.complement.kind === "quotation" || followsQuotation(tokens, attribution.from)) return true;
  const kind = attribution.verb?.kind;
  if (isHypothetical(tokens, attribution)) return false;
  if (hasContent(attribution.complement)) return true;
  return kind !== "as" && kind !== "quote" && isTag(tokens, attribution);
}

// , Strand said in a note.
function isTag(tokens: readonly Token[], attribution: Attribution): boolean {
  const { from, to } = attribution;
  if (tokens[from - 1]?.kind !== "comma" && tokens[from - 1]?.kind !== "dash") return false;
  if (attribution.verb?.form === "ing") return false;
  const next = tokens[to];
  return next?.kind !== "word" || is(next, SUBORDINATOR) || next.word.endsWith("ing");
}

// What people will say, or when they say it, has not been said.
function isHypothetical(tokens: readonly Token[], attribution: Attribution): boolean {
  for (let back = attribution.at - 1; back >= Math.max(attribution.from, attribution.at - 4); back--)
    if (is(tokens[back], AUXILIARY) && MODAL.has(tokens[back]?.word ?? "")) return true;
  return CONDITION.has(tokens[attribution.from - 1]?.word ?? "");
}

function followsQuotation(tokens: readonly Token[], from: number): boolean {
  return tokens[from - 1]?.kind === "quote" || (tokens[from - 2]?.kind === "quote" && isPause(tokens[from - 1]));
}

// He said he had heard that …: the second verb reports nothing to the reader, unless it is the narrator's own again.
function isEmbedded(tokens: readonly Token[], inner: Attribution, outer: Attribution | undefined): boolean {
  if (outer === undefined || inner.verb === null || inner.complement.kind === "quotation") return false;
  const goesOn = hasContent(outer.complement) || tokens[outer.to]?.kind === "comma";
  const before = tokens[inner.from - 1];
  if (!goesOn || before?.kind === "semicolon" || isContrast(before) || (outer.inverted && is(before, RELATIVE)))
    return false;
  if (inner.verb.form === "ing")
    return !(before?.kind === "comma" || is(before, CONJUNCTION) || before?.word === "while");
  if (is(before, CONJUNCTION)) return inner.complement.kind === "none";
  // Mendes said Rusk had told her he would “…”: those words are Rusk's.
  const quote = tokens.findIndex(({ kind }, at) => at >= inner.to && kind === "quote");
  if (hasContent(inner.complement) && inner.from === outer.complement.from && quote !== -1) return false;
  const next = tokens[inner.to];
  return !(before?.kind === "comma" && (next === undefined || next.kind === "comma" || next.kind === "stop"));
}

// According to | Berg, the dam is safe; the dam is safe, in the opinion of | the judge.
function sourceAt(tokens: readonly Token[], at: number): Phrase | null {
  if (tokens[at]?.word === "according" && tokens[at + 1]?.word === "to")
    return withConjuncts(tokens, nounPhraseStartingAt(tokens, at + 2));
  return at === 0 || tokens[at - 1]?.kind === "comma" ? viewIn(tokens, at) : null;
}

function sourced(tokens: readonly Token[], at: number, subject: Phrase): Attribution {
  let to = subject.to;
  while (tokens[to]?.kind === "word") to++;
  return { verb: null, at, from: at, to, subject, complement: { kind: "none", from: to }, inverted: true };
}

// The claims that, a report, police caution: a noun of the same form.
function isNounHere(tokens: readonly Token[], at: number, verb: ReportingVerb): boolean {
  const before = tokens[at - 1];
  // Those who voted no said.
  if (before?.word === "no" && verb.form === "past") return false;
  if (isAttributive(tokens, at, verb)) return true;
  if (is(before, DETERMINER) && !/^(?:that|this|each)$/.test(before?.word ?? "")) return true;
  if (verb.form === "past" || verb.form === "participle") return false;
  if (before?.ending === "'s" || before?.ending === "'" || before?.kind === "number") return true;
  if (verb.form === "ing" || before === undefined) return false;
  if (is(tokens[at + 1], PRONOUN) || tokens[at + 1]?.word === "that") return false;
  return verb.form === "base" && isNominal(before) && !areSeveral(tokens, at);
}

// Shopkeepers | in the old town say; Ina Holt | and colleagues report.
function areSeveral(tokens: readonly Token[], at: number): boolean {
  const phrase = nounPhraseEndingAt(tokens, at - 1);
  if (phrase === null) return false;
  const core = Math.min(coreStartingAt(tokens, phrase.from)?.to ?? at, at);
  return tokens.slice(core, at).some(({ word }) => word === "and") || isPlural(tokens[core - 1]?.word ?? "");
}

// His principal stated goal.
function isAttributive(tokens: readonly Token[], at: number, verb: ReportingVerb): boolean {
  const next = tokens[at + 1];
  if (verb.form !== "past" && verb.form !== "participle") return false;
  if (!isNominal(next) || next.capital || next.kind !== "word") return false;
  let back = at - 1;
  while (isNominal(tokens[back]) && tokens[back]?.capital === false && tokens[back]?.ending === "") back--;
  return back === at - 1
    ? is(tokens[back], PREPOSITION)
    : back === at - 2 && is(tokens[back], DETERMINER) && verb.kind === "that";
}
