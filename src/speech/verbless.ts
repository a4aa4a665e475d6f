import { REPORTED_OBJECTS, SPEECH_NOUNS, VIEW_NOUNS } from "../lexicon/reporting-verbs.ts";
import type { Attribution } from "./attribution.ts";
import { clauseSubject, endsInversion, nameLike } from "./clause-subjects.ts";
import { behindConjuncts } from "./conjuncts.ts";
import { behindDateline } from "./datelines.ts";
import {
  behindApposition,
  coreStartingAt,
  nounPhraseEndingAt,
  nounPhraseStartingAt,
  type Phrase,
} from "./noun-phrases.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import { isInstitution, isRole } from "./roles.ts";
import type { Token } from "./tokens.ts";
import { OBJECT_PRONOUN, POSSESSIVE_DETERMINER, PREPOSITION, PRONOUN, TIME } from "./word-classes.ts";
import { hasVerb, is, isBe, isFiniteByForm, isNominal } from "./word-forms.ts";

const NOUNS = new Set(SPEECH_NOUNS.split(" "));
const VIEWS = new Set(VIEW_NOUNS.split(" "));
const OBJECTS = new Set(REPORTED_OBJECTS.split(" "));
const isCopula = (token: Token | undefined) => isBe(token) || /^(?:remains|became)$/.test(token?.word ?? "");

/**
 * Who says the quotation at token `at` where no reporting verb tells it: a name before a colon, a name behind a dash, "her answer,
 * “…”", "“…” is what she said".
 */
export function verblessAttribution(tokens: readonly Token[], at: number): Attribution | null {
  return (
    ownedBefore(tokens, at) ??
    gapped(tokens, at) ??
    pseudoCleft(tokens, at) ??
    behindColon(tokens, at) ??
    behindDash(tokens, at) ??
    credit(tokens, at) ??
    cleft(tokens, at) ??
    tag(tokens, at)
  );
}

function attributing(subject: Phrase | null, from: number, to: number, quote: number, inverted: boolean): Attribution {
  return { verb: null, at: from, from, to, subject, complement: { kind: "quotation", from: quote }, inverted };
}

// Berg’s words — “…” — drew applause; her answer: “…”
function ownedBefore(tokens: readonly Token[], quote: number): Attribution | null {
  const pause = tokens[quote - 1]?.kind;
  const isApart = pause === "comma" || pause === "dash" || pause === "colon" || isBe(tokens[quote - 1]);
  const noun = isApart ? quote - 2 : quote - 1;
  // Berg’s words to the crew, “…”
  const phrase = pause === "comma" || pause === "dash" ? nounPhraseEndingAt(tokens, noun) : null;
  const owner = ownerOf(tokens, noun) ?? (phrase && ownerIn(tokens, phrase));
  return owner === null ? null : attributing(owner, owner.from, noun + 1, quote, false);
}

// Berg called it “theft”; Holt, “progress”.
function gapped(tokens: readonly Token[], quote: number): Attribution | null {
  const phrase = tokens[quote - 1]?.kind === "comma" ? nounPhraseEndingAt(tokens, quote - 2) : null;
  if (phrase === null || tokens[phrase.from - 1]?.kind !== "semicolon" || !canSpeak(tokens, phrase)) return null;
  return attributing(phrase, phrase.from, quote - 1, quote, false);
}

/** Whose view a phrase with a preposition gives: in Berg’s view, in the opinion of the judge. */
export function viewIn(tokens: readonly Token[], at: number): Phrase | null {
  const phrase = tokens[at]?.word === "in" ? nounPhraseStartingAt(tokens, at + 1) : null;
  let noun = at + 1;
  while (noun < (phrase?.to ?? 0) && !VIEWS.has(tokens[noun]?.word ?? "")) noun++;
  if (phrase === null || noun >= phrase.to || is(tokens[phrase.from], POSSESSIVE_DETERMINER)) return null;
  return authorOf(tokens, noun);
}

// Whose words these are: Tom Berg’s | own words; her | answer.
function ownerOf(tokens: readonly Token[], noun: number): Phrase | null {
  const word = tokens[noun]?.word ?? "";
  if (!(NOUNS.has(word) || VIEWS.has(word)) || tokens[noun]?.kind !== "word") return null;
  for (let at = noun - 1; at >= 0 && at >= noun - 4; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word") return null;
    if (is(token, POSSESSIVE_DETERMINER)) return { from: at, to: at + 1 };
    if (token.ending === "'s" || token.ending === "'") return nounPhraseEndingAt(tokens, at);
  }
  return null;
}

// What Tom Berg said was (this): “…”
function pseudoCleft(tokens: readonly Token[], quote: number): Attribution | null {
  let pause = tokens[quote - 1]?.kind === "colon" || tokens[quote - 1]?.kind === "comma" ? quote - 2 : quote - 1;
  if (tokens[pause]?.word === "this") pause--;
  if (!isCopula(tokens[pause])) return null;
  const what = tokens.findLastIndex((token, at) => at < pause && token.word === "what");
  const subject = what < 0 ? null : nounPhraseStartingAt(tokens, what + 1);
  if (subject === null || !reportsAt(tokens, subject.to)) return null;
  return attributing(subject, what, pause + 1, quote, false);
}

// Tom Berg, 54, docker: “…”; Eve Foss was blunt: “…”
function behindColon(tokens: readonly Token[], quote: number): Attribution | null {
  if (tokens[quote - 1]?.kind !== "colon") return null;
  const start = clauseStart(tokens, quote - 1);
  const subject = sourceBefore(tokens, start) ?? agentBefore(tokens, quote - 1) ?? clauseSubject(tokens, start);
  if (subject === null || subject.to > quote - 1 || isTold(tokens, subject.to, quote - 1)) return null;
  const source = canSpeak(tokens, subject) ? subject : ownerIn(tokens, subject);
  return source === null ? null : attributing(source, subject.from, quote - 1, quote, false);
}

// Ada Berg was told: “Go home.”
function isTold(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const form = isBe(tokens[at]) ? reportingVerb(tokens[at + 1]?.word ?? "")?.form : undefined;
    if (form === "past" || form === "participle") return true;
  }
  return false;
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

function sourceOf(tokens: readonly Token[], noun: number): Phrase | null {
  const word = tokens[noun]?.word ?? "";
  const from =
    /^(?:,|came|comes|signed|written|sent|posted|issued|released|published)$/.test(tokens[noun + 1]?.word ?? "") &&
    /^(?:from|by)$/.test(tokens[noun + 2]?.word ?? "")
      ? noun + 2
      : noun + 1;
  const leads = (NOUNS.has(word) || VIEWS.has(word)) && /^(?:of|from|by)$/.test(tokens[from]?.word ?? "");
  const source = leads ? withOthers(tokens, nounPhraseStartingAt(tokens, from + 1)) : null;
  return source !== null && canSpeak(tokens, source) ? source : null;
}

// It was defended by | the developer, Sunil Rao: “…”
function agentBefore(tokens: readonly Token[], colon: number): Phrase | null {
  const by = tokens.findLastIndex(({ word }, at) => at < colon && word === "by");
  const isPassive = tokens[by - 1]?.word.endsWith("ed") === true && isBe(tokens[by - 2]);
  const agent = isPassive ? nounPhraseStartingAt(tokens, by + 1) : null;
  const isAlone = agent !== null && !hasVerb(tokens, agent.to, colon);
  return isAlone && canSpeak(tokens, agent) ? agent : null;
}

// From Tom Berg: “…”
function sourceBefore(tokens: readonly Token[], start: number): Phrase | null {
  if (!/^(?:from|for)$/.test(tokens[start]?.word ?? "")) return null;
  const phrase = nounPhraseStartingAt(tokens, start + 1);
  return phrase !== null && (tokens[phrase.to]?.kind !== "word" || tokens[phrase.to]?.word === "came") ? phrase : null;
}

function clauseStart(tokens: readonly Token[], before: number): number {
  for (let at = before - 1; at >= 0; at--)
    if (/^(?:semicolon|quote|colon|stop)$/.test(tokens[at]?.kind ?? ""))
      return at + (tokens[at + 1]?.kind === "comma" ? 2 : 1);
  return behindDateline(tokens);
}

/** Whether a phrase can be somebody, as far as its words tell. */
export function canSpeak(tokens: readonly Token[], phrase: Phrase): boolean {
  const first = tokens[phrase.from];
  if (is(first, PRONOUN | OBJECT_PRONOUN) && phrase.to === phrase.from + 1)
    return !/^(?:it|there|this|that)$/.test(first?.word ?? "");
  for (let at = phrase.from; at < phrase.to; at++) {
    const token = tokens[at];
    if (token === undefined || is(token, PREPOSITION)) break;
    if (NOUNS.has(token.word)) return false;
    const isAlone = at + 1 === phrase.to || is(tokens[at + 1], PREPOSITION);
    if (token.capital && !is(token, TIME) && (at > phrase.from || isAlone || tokens[at + 1]?.capital)) return true;
    if (isRole(token.word) || isInstitution(token.word)) return true;
  }
  return false;
}

// Tom Berg – “…”
function behindDash(tokens: readonly Token[], quote: number): Attribution | null {
  if (tokens[quote - 1]?.kind !== "dash") return null;
  const phrase = nounPhraseStartingAt(tokens, 0);
  if (phrase === null || !tokens[phrase.to - 1]?.capital) return null;
  const named =
    phrase.to === quote - 1 || (tokens[phrase.to]?.kind === "comma" && !hasVerb(tokens, phrase.to, quote - 1));
  return named ? attributing(phrase, phrase.from, quote - 1, quote, false) : null;
}

// “…,” harrumphed Tom Berg; “…,” Tom Berg let slip: where a quotation ends with a comma, any clause that goes on says whose it is.
// So does what stands between dashes: “…” – Tom Berg coughed – “…”
function tag(tokens: readonly Token[], quote: number): Attribution | null {
  const isBetweenDashes =
    tokens[quote + 1]?.kind === "dash" &&
    tokens.some(({ kind }, at) => at > quote + 2 && kind === "dash" && tokens[at + 1]?.kind === "quote");
  if (!isBetweenDashes && !/[,!?]/.test(tokens[quote]?.word ?? "")) return null;
  const at = isBetweenDashes ? quote + 2 : quote + 1;
  const before = nounPhraseStartingAt(tokens, at);
  if (before !== null && nameLike(tokens, before) && canSpeak(tokens, before) && isVerbLike(tokens[before.to]))
    return attributing(before, at, before.to + 1, quote, false);
  const behind = isVerbLike(tokens[at]) ? nounPhraseStartingAt(tokens, at + 1) : null;
  return behind !== null && canSpeak(tokens, behind) && endsInversion(tokens[behind.to])
    ? attributing(behind, at, behind.to, quote, true)
    : null;
}

function isVerbLike(token: Token | undefined): boolean {
  return (
    token?.kind === "word" &&
    !token.capital &&
    (isFiniteByForm(token) || (isNominal(token) && /(?:ed|[^s]s)$/.test(token.word)))
  );
}

// “…” – Tom Berg, docker; ‘…’: Berg; “…” (Tom Berg)
function credit(tokens: readonly Token[], quote: number): Attribution | null {
  const sign = tokens[quote + 1];
  if (sign?.kind !== "dash" && sign?.kind !== "colon" && sign?.word !== "(") return null;
  const core = coreStartingAt(tokens, quote + 2);
  // Friends of Alder Pond.
  const isBody = core !== null && tokens[core.to]?.word === "of" && tokens[core.to + 1]?.capital;
  const phrase = isBody ? nounPhraseStartingAt(tokens, quote + 2) : withOthers(tokens, core);
  const first = tokens[phrase?.from ?? -1];
  const isNamed = first && (first.capital || isRole(first.word)) && tokens[(phrase?.to ?? 0) - 1]?.capital;
  if (phrase === null || !(isNamed || (phrase.to === tokens.length && canSpeak(tokens, phrase)))) return null;
  if (hasVerb(tokens, phrase.to, tokens.length) || !endsCredit(tokens, phrase.to)) return null;
  return attributing(phrase, quote + 1, tokens.length, quote, true);
}

// Ada Berg | and Jon Lind.
function withOthers(tokens: readonly Token[], first: Phrase | null): Phrase | null {
  return first && { from: first.from, to: behindConjuncts(tokens, first) };
}

function endsCredit(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next === undefined || next.kind !== "word" || is(next, PREPOSITION);
}

/** Whose the quotation at a token is by what follows it: is what Berg said; was the verdict of the judge; that is how Berg put it; so said Berg. */
export function cleft(tokens: readonly Token[], quote: number): Attribution | null {
  let at = quote + 1;
  if (tokens[at]?.kind === "comma" || tokens[at]?.kind === "dash") at++;
  if (/^(?:those|these|that|this|such)$/.test(tokens[at]?.word ?? "")) at++;
  const verb = tokens[at]?.word ?? "";
  if (/^(?:so|thus)$/.test(verb) && reportsAt(tokens, at + 1)) {
    const subject = nounPhraseStartingAt(tokens, at + 2);
    return subject === null ? null : attributing(subject, at, subject.to, quote, true);
  }
  if (verb === "as") {
    const subject = nounPhraseStartingAt(tokens, at + 1);
    return subject !== null && reportsAt(tokens, subject.to)
      ? attributing(subject, at, subject.to + 1, quote, false)
      : null;
  }
  if (!isCopula(tokens[at]) && verb !== "came" && verb !== "went") return null;
  if (/^(?:what|how|all|everything)$/.test(tokens[at + 1]?.word ?? "")) {
    const subject = nounPhraseStartingAt(tokens, tokens[at + 2]?.word === "that" ? at + 3 : at + 2);
    if (subject === null || !reportsAt(tokens, behindApposition(tokens, subject.to))) return null;
    const speaker = isTold(tokens, subject.to, subject.to + 3) ? agentBehind(tokens, subject.to) : subject;
    return speaker === null ? null : attributing(speaker, at, subject.to + 1, quote, false);
  }
  for (let noun = at + 1; noun < at + 6; noun++) {
    const token = tokens[noun];
    if (token?.kind !== "word") return null;
    if (!NOUNS.has(token.word)) continue;
    const subject = sourceOf(tokens, noun) ?? ownerOf(tokens, noun);
    // Came a voice from the back: whoever that was.
    if (subject === null && isCopula(tokens[at])) return null;
    return attributing(subject, at, Math.max(noun + 1, subject?.to ?? 0), quote, true);
  }
  return null;
}

// All that she had been told by | the organiser.
function agentBehind(tokens: readonly Token[], from: number): Phrase | null {
  const by = tokens.findIndex((token, at) => at > from && token.word === "by");
  return by === -1 ? null : nounPhraseStartingAt(tokens, by + 1);
}

// What she (once) said, put it, called it.
function reportsAt(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    const word = tokens[at]?.word ?? "";
    if (reportingVerb(word) !== undefined || OBJECTS.has(word)) return true;
  }
  return false;
}
