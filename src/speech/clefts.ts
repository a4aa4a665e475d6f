import { REPORTED_OBJECTS } from "../lexicon/reporting-verbs.ts";
import { type Attribution, attributing } from "./attribution.ts";
import { behindApposition, nounPhraseStartingAt, type Phrase } from "./noun-phrases.ts";
import { ownerOf, SPEECH_WORDS, sourceOf } from "./ownership.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import { isBe } from "./word-forms.ts";

const OBJECTS = new Set(REPORTED_OBJECTS.split(" "));

const isCopula = (token: Token | undefined) => isBe(token) || /^(?:remains|became)$/.test(token?.word ?? "");

// What Tom Berg said was (this): “…”
export function pseudoCleft(tokens: readonly Token[], quote: number): Attribution | null {
  let pause = tokens[quote - 1]?.kind === "colon" || tokens[quote - 1]?.kind === "comma" ? quote - 2 : quote - 1;
  if (tokens[pause]?.word === "this") pause--;
  if (!isCopula(tokens[pause])) return null;
  const what = tokens.findLastIndex((token, at) => at < pause && token.word === "what");
  const subject = what < 0 ? null : nounPhraseStartingAt(tokens, what + 1);
  if (subject === null || !reportsAt(tokens, subject.to)) return null;
  return attributing(subject, what, pause + 1, quote, false);
}

// Ada Berg was told: “Go home.”
export function isTold(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const form = isBe(tokens[at]) ? reportingVerb(tokens[at + 1]?.word ?? "")?.form : undefined;
    if (form === "past" || form === "participle") return true;
  }
  return false;
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
  const what = whatIsSaid(tokens, at + 1);
  if (what !== -1) {
    const subject = nounPhraseStartingAt(tokens, tokens[what + 1]?.word === "that" ? what + 2 : what + 1);
    if (subject === null || !reportsAt(tokens, behindApposition(tokens, subject.to))) return null;
    const speaker = isTold(tokens, subject.to, subject.to + 3) ? agentBehind(tokens, subject.to) : subject;
    return speaker === null ? null : attributing(speaker, at, subject.to + 1, quote, false);
  }
  for (let noun = at + 1; noun < at + 6; noun++) {
    const token = tokens[noun];
    if (token?.kind !== "word") return null;
    if (!SPEECH_WORDS.has(token.word)) continue;
    const subject = sourceOf(tokens, noun) ?? ownerOf(tokens, noun);
    // Came a voice from the back: whoever that was.
    if (subject === null && isCopula(tokens[at])) return null;
    return attributing(subject, at, Math.max(noun + 1, subject?.to ?? 0), quote, true);
  }
  return null;
}

// Is | what; was the last | thing.
function whatIsSaid(tokens: readonly Token[], from: number): number {
  if (/^(?:what|how|all|everything)$/.test(tokens[from]?.word ?? "")) return from;
  const thing = tokens.findIndex(({ word }, at) => at > from && word === "thing");
  return tokens[from]?.word === "the" && thing !== -1 && thing < from + 4 ? thing : -1;
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
