import { COMMON_TAGS } from "../lexicon/reporting-verbs.ts";
import type { Span } from "../text/span.ts";
import { isSpace } from "./characters.ts";

const VERB = `(?:${COMMON_TAGS.replaceAll(" ", "|")})`;
const NAME = "\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}[\\p{L}'’.-]*){0,3}";
const TAG = new RegExp(`[,.?!] (?:(?:he|she|it|they|${NAME}) ${VERB}\\b|(?:${VERB}|according to) )`, "u");
const LONGEST = 2000;

/** Where a quotation without a closing mark ends: before the clause that says whose it is, if there is one, or at `to`. */
export function endOfUnclosed(text: string, from: number, to: number): number {
  const tag = TAG.exec(text.slice(from, Math.min(to, from + LONGEST)));
  return tag === null ? to : from + tag.index + 1;
}

/** Where a quotation without an opening mark begins: behind the sentence that still belongs to the quotation before it. */
export function beginningOfUnopened(text: string, paragraph: Span, free: number, to: number): number {
  if (free === paragraph.start) return free;
  for (let at = free; at < to; at++)
    if (".?!".includes(text.charAt(at)) && isSpace(text.charCodeAt(at + 1)) && at + 2 < to) return at + 1;
  return free;
}
