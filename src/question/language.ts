import { FOREIGN_WORDS } from "../lexicon/foreign-words.ts";
import { NAME_PARTICLES } from "../lexicon/name-particles.ts";
import { isStopWord } from "../text/stop-words.ts";
import type { Token } from "../text/tokenize.ts";

const SMALL_WORDS: ReadonlySet<string> = new Set(Object.values(FOREIGN_WORDS).flatMap((words) => words.split(" ")));
const MIN_FOREIGN = 2;
const PARTICLES: ReadonlySet<string> = new Set(NAME_PARTICLES);
/** Nothing but ASCII: all its letters are Latin. */
const PLAIN = /^[\0-\x7f]*$/;

/** Whether a question is in another language or script than English articles can answer. @param tokens as they were understood, before words were mended. */
export function isForeign(text: string, tokens: readonly Token[]): boolean {
  if (!PLAIN.test(text)) {
    const letters = text.match(/\p{L}/gu) ?? [];
    const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
    if (latin * 2 < letters.length) return true;
  }
  // "Van de Berg" is a name.
  const isPartOfName = (at: number): boolean => {
    const next = tokens[at + 1];
    return PARTICLES.has(tokens[at]?.word ?? "") && next !== undefined && (next.capital || isPartOfName(at + 1));
  };
  // "Qu'est" is two words.
  const parts = tokens.flatMap(({ word }, at) => (isPartOfName(at) ? [] : word.split("'")));
  const foreign = parts.filter((word) => SMALL_WORDS.has(word));
  const surely = foreign.filter((word) => !isStopWord(word)).length;
  const english = parts.filter((word) => isStopWord(word) && !SMALL_WORDS.has(word)).length;
  return surely > english && foreign.length >= MIN_FOREIGN;
}
