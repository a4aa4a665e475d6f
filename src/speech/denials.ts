import { DENYING_VERBS } from "../lexicon/reporting-verbs.ts";
import type { Attribution } from "./attribution.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import { AUXILIARY, DETERMINER, NEGATION } from "./word-classes.ts";
import { is } from "./word-forms.ts";

const DENYING = new Set(DENYING_VERBS.split(" "));

/**
 * Whether the quotation at a token is what somebody says that nobody said: denied that she had called him “a liar”, never
 * called him that, asked whether she had. What somebody rejects *as* “a lie” is their own word.
 */
export function isDenied(tokens: readonly Token[], quote: number, attribution: Attribution | undefined): boolean {
  for (let at = quote - 1; tokens[at]?.kind === "word"; at--) if (tokens[at]?.word === "whether") return true;
  if (attribution !== undefined && attribution.from > quote) return false;
  let isOwn = tokens[quote - 1]?.word === "as";
  for (let at = quote - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || /^(?:quote|colon|semicolon|stop)$/.test(token.kind)) return false;
    if (token.kind === "comma" && tokens[at + 1]?.word.endsWith("ing")) return false;
    const verb = token.kind === "word" ? reportingVerb(token.word) : undefined;
    // The report: a noun.
    if (verb === undefined || is(tokens[at - 1], DETERMINER)) continue;
    if (isNegated(tokens, at) || (DENYING.has(verb.lemma) && !isOwn)) return true;
    isOwn = false;
  }
  return false;
}

/** Whether the verb at a token says that nothing was said: "did not say", "declined to say", "never told". */
export function isNegated(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 3; back--) {
    const token = tokens[back];
    if (is(token, NEGATION)) return true;
    if (token?.word === "to") return isRefusal(tokens[back - 1]);
    if (!is(token, AUXILIARY)) return false;
  }
  return false;
}

function isRefusal(token: Token | undefined): boolean {
  return token !== undefined && !/^(?:went|goes|go|gone|going|continued|continues|on|used|heard)$/.test(token.word);
}
