import { STOP_WORDS } from "../lexicon/stop-words.ts";

const COMMON = new Set(STOP_WORDS.split(" "));

/** Whether a folded word is left out of queries. */
export function isStopWord(word: string): boolean {
  return COMMON.has(word);
}
