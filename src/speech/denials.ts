import { DENYING_VERBS } from "../lexicon/reporting-verbs.ts";
import type { Attribution } from "./attribution.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import { AUXILIARY, NEGATION } from "./word-classes.ts";
import { is } from "./word-forms.ts";

const DENYING = new Set(DENYING_VERBS.split(" "));

/**
 * Whether the quotation at a token is what somebody says that nobody said: denied that she had called him “a liar”, never
 * called him that, asked whether she had. What somebody rejects *as* “a lie” is their own word.
 */
export function isDenied(tokens: readonly Token[], quote: number, attribution: Attribution | undefined): boolean {
  const clause = tokens.findLastIndex(({ kind }, at) => at < quote && kind !== "word");
  if (tokens.slice(clause + 1, quote).some(({ word }) => word === "whether")) return true;
  if (attribution !== undefined && attribution.from > quote) return false;
  let isOwn = tokens[quote - 1]?.word === "as";
  for (let at = quote - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || /^(?:quote|colon|semicolon|stop)$/.test(token.kind)) return false;
    if (token.kind === "comma" && tokens[at + 1]?.word.endsWith("ing")) return false;
    const verb = token.kind === "word" ? reportingVerb(token.word) : undefined;
    if (verb === undefined) continue;
    if (isNegated(tokens, at) || (DENYING.has(verb.lemma) && !isOwn)) return true;
    isOwn = false;
  }
  return false;
}

function isNegated(tokens: readonly Token[], verb: number): boolean {
  for (let at = verb - 1; at >= verb - 3; at--) {
    if (is(tokens[at], NEGATION)) return true;
    if (!is(tokens[at], AUXILIARY)) return false;
  }
  return false;
}
