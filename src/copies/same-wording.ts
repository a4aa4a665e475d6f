import { tokenize } from "../text/tokenize.ts";
import { wordDifferences } from "./word-differences.ts";

const NEGATION = /\b(?:not|no|never|without|nobody|none|neither|cannot)\b|n[’']t\b/i;

/** A passage that says much more than the other may well have a figure more. */
const COMPARABLE = 0.6;

/**
 * Whether two passages that are much alike can be one text: no copy changes a figure or a name, or adds a "not". What
 * may be one text need not agree, and what differs in wording need not disagree.
 */
export function canBeOneText(here: string, there: string): boolean {
  if (Math.min(here.length, there.length) < COMPARABLE * Math.max(here.length, there.length)) return true;
  return !differInFigures(here, there) && NEGATION.test(here) === NEGATION.test(there) && !differInNames(here, there);
}

function differInFigures(here: string, there: string): boolean {
  const [a, b] = [figuresOf(here), figuresOf(there)];
  return [...a].some((figure) => !b.has(figure)) && [...b].some((figure) => !a.has(figure));
}

/** "40am", "21m" and "3rd" are 40, 21 and 3 in another house style. */
function figuresOf(text: string): Set<string> {
  return new Set(tokenize(text).flatMap(({ term }) => /^\d[\d.]*/.exec(term)?.[0] ?? []));
}

function differInNames(here: string, there: string): boolean {
  const isName = (words: string) => words.split(/\s+/).every((word) => /^\p{Lu}\p{Ll}/u.test(word));
  return wordDifferences(here, there).some((one) => isName(one.here) && isName(one.there));
}
