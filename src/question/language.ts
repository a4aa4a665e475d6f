import { FOREIGN_WORDS } from "../lexicon/foreign-words.ts";
import { isStopWord } from "../text/stop-words.ts";
import type { Token } from "../text/tokenize.ts";

const FOREIGN = new Set(FOREIGN_WORDS.split(" "));
const MIN_FOREIGN = 2;
/** Nothing but ASCII: all its letters are Latin. */
const PLAIN = /^[\0-\x7f]*$/;

/** Whether a question is in another language or script than English articles can answer. @param tokens as they were understood, before words were mended. */
export function isForeign(text: string, tokens: readonly Token[]): boolean {
  if (!PLAIN.test(text)) {
    const letters = text.match(/\p{L}/gu) ?? [];
    const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
    if (latin * 2 < letters.length) return true;
  }
  let foreign = 0;
  for (const { word } of tokens) {
    // "Qu'est" is two words.
    for (const part of word.includes("'") ? word.split("'") : [word]) {
      if (FOREIGN.has(part)) foreign++;
      else if (isStopWord(part)) return false;
    }
  }
  return foreign >= MIN_FOREIGN;
}
