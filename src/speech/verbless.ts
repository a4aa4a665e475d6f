import { type Attribution, attributing } from "./attribution.ts";
import { clauseSubject, endsInversion, nameLike } from "./clause-subjects.ts";
import { cleft, isTold, pseudoCleft } from "./clefts.ts";
import { withConjuncts } from "./conjuncts.ts";
import { behindDateline } from "./datelines.ts";
import { coreStartingAt, nounPhraseEndingAt, nounPhraseStartingAt, type Phrase } from "./noun-phrases.ts";
import { canSpeak, ownerIn, ownerOf } from "./ownership.ts";
import { isRole } from "./roles.ts";
import type { Token } from "./tokens.ts";
import { PREPOSITION } from "./word-classes.ts";
import { hasVerb, is, isBe, isFiniteByForm, isNominal } from "./word-forms.ts";

/**
 * Who says the quotation at token `at` where no reporting verb tells it: a name before a colon, a name behind a dash, "her answer,
 * “…”", "“…” is what she said".
 */
export function verblessAttribution(tokens: readonly Token[], at: number): Attribution | null {
  return (
    ownedBefore(tokens, at) ??
    gapped(tokens, at) ??
    pseudoCleft(tokens, at) ??
    nameBeforeColon(tokens, at) ??
    behindDash(tokens, at) ??
    credit(tokens, at) ??
    cleft(tokens, at) ??
    tag(tokens, at)
  );
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
  const isGap = tokens[quote - 1]?.kind === "comma" || tokens[quote - 1]?.word === "as";
  const phrase = isGap ? nounPhraseEndingAt(tokens, quote - 2) : null;
  if (phrase === null || tokens[phrase.from - 1]?.kind !== "semicolon" || !canSpeak(tokens, phrase)) return null;
  return attributing(phrase, phrase.from, quote - 1, quote, false);
}

// Tom Berg, 54, docker: “…”; Eve Foss was blunt: “…”
function nameBeforeColon(tokens: readonly Token[], quote: number): Attribution | null {
  if (tokens[quote - 1]?.kind !== "colon") return null;
  const start = clauseStart(tokens, quote - 1);
  const subject = sourceBefore(tokens, start) ?? agentBefore(tokens, quote - 1) ?? clauseSubject(tokens, start);
  if (subject === null || subject.to > quote - 1 || isTold(tokens, subject.to, quote - 1)) return null;
  const source = canSpeak(tokens, subject) ? subject : ownerIn(tokens, subject);
  return source === null ? null : attributing(source, subject.from, quote - 1, quote, false);
}

// It was praised by | the architect, Ines Falk: “…”
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
  const phrase = isBody ? nounPhraseStartingAt(tokens, quote + 2) : withConjuncts(tokens, core);
  const first = tokens[phrase?.from ?? -1];
  const isNamed = first && (first.capital || isRole(first.word)) && tokens[(phrase?.to ?? 0) - 1]?.capital;
  if (phrase === null || !(isNamed || (phrase.to === tokens.length && canSpeak(tokens, phrase)))) return null;
  if (hasVerb(tokens, phrase.to, tokens.length) || !endsCredit(tokens, phrase.to)) return null;
  return attributing(phrase, quote + 1, tokens.length, quote, true);
}

function endsCredit(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next === undefined || next.kind !== "word" || is(next, PREPOSITION);
}
