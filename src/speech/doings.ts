import {
  ALLEGING_VERBS,
  COMMITTING_VERBS,
  GERUND_VERBS,
  NOMINAL_VERBS,
  REQUESTING_VERBS,
} from "../lexicon/reporting-verbs.ts";
import { coreStartingAt } from "./noun-phrases.ts";
import type { ReportingVerb } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import { ADVERB, DETERMINER, OBJECT_PRONOUN, TIME } from "./word-classes.ts";
import { is, isNominal } from "./word-forms.ts";

const REQUESTING = new Set(REQUESTING_VERBS.split(" "));
const COMMITTING = new Set(COMMITTING_VERBS.split(" "));
const ALLEGING = new Set(ALLEGING_VERBS.split(" "));
const NOMINAL = new Set(NOMINAL_VERBS.split(" "));
const GERUND = new Set(GERUND_VERBS.split(" "));

/**
 * Where the doing begins that a verb of saying reports without a clause: urged residents | to boil water, vowed | to fight on,
 * accused her of | hiding the bills, ruled out | raising fares. -1 where it reports none.
 */
export function doingBehind(tokens: readonly Token[], from: number, verb: ReportingVerb): number {
  const name = verb.particle === "" ? verb.lemma : `${verb.lemma}+${verb.particle}`;
  const start = verb.particle === "" ? from : from + 1;
  if (COMMITTING.has(name) && isInfinitive(tokens, start)) return start;
  if (ALLEGING.has(name) && isInfinitive(tokens, start)) return start;
  // Were warned by the council | not to drink it.
  if (REQUESTING.has(name) && isInfinitive(tokens, start) && isBehindAgent(tokens, start, verb)) return start;
  const object = objectEnd(tokens, start);
  if (REQUESTING.has(name) && object > start) {
    const at = is(tokens[object], TIME | ADVERB) && tokens[object]?.word !== "not" ? object + 1 : object;
    if (isInfinitive(tokens, at)) return at;
  }
  const preposition = tokens[object]?.word ?? "";
  if (GERUND.has(`${name}+${preposition}`) && isGerund(tokens, object + 1)) return object + 1;
  const nominal = coreStartingAt(tokens, start)?.to ?? start;
  if (isNominalContent(tokens, nominal, name)) return nominal + 1;
  if (name === "rule+out" && object > start + 1) return start;
  return GERUND.has(name) && isGerund(tokens, start) ? start : -1;
}

/** Whether a verb may tell what is said behind a preposition, which then hangs on no noun before it: accused by Holt | of. */
export function takesPreposition({ lemma }: ReportingVerb, preposition: string): boolean {
  const name = `${lemma}+${preposition}`;
  return GERUND.has(name) || NOMINAL.has(name) || (preposition === "to" && REQUESTING.has(lemma));
}

// Warned of | delays; called for | calm.
function isNominalContent(tokens: readonly Token[], at: number, name: string): boolean {
  return NOMINAL.has(`${name}+${tokens[at]?.word}`) && coreStartingAt(tokens, at + 1) !== null;
}

const LONGEST_AGENT = 20;

function isBehindAgent(tokens: readonly Token[], end: number, { word }: ReportingVerb): boolean {
  let verb = end - 2;
  while (verb > 0 && end - verb < LONGEST_AGENT && tokens[verb]?.word !== word) verb--;
  return tokens[verb]?.word === word && tokens[verb + 1]?.word === "by";
}

function objectEnd(tokens: readonly Token[], from: number): number {
  if (is(tokens[from], OBJECT_PRONOUN) && !isNominal(tokens[from + 1])) return from + 1;
  let to = coreStartingAt(tokens, from)?.to ?? from;
  while (to > from && /^(?:of|in|at|from|with)$/.test(tokens[to]?.word ?? "")) {
    const inner = coreStartingAt(tokens, to + 1);
    if (inner === null || isGerund(tokens, to + 1)) break;
    to = inner.to;
  }
  return to;
}

function isInfinitive(tokens: readonly Token[], at: number): boolean {
  const to = tokens[at]?.word === "not" ? at + 1 : at;
  const verb = tokens[to + 1];
  return tokens[to]?.word === "to" && verb?.kind === "word" && !verb.capital && !is(verb, DETERMINER | TIME);
}

function isGerund(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === "word" && !token.capital && token.word.length > 4 && token.word.endsWith("ing");
}
