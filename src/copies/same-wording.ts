import { NEGATIONS } from "../lexicon/function-words.ts";
import { OPPOSITES } from "../lexicon/opposites.ts";
import { stem } from "../text/stem.ts";
import { termsOf, tokenize } from "../text/tokenize.ts";
import { wordDifferences } from "./word-differences.ts";

const NEGATION = new RegExp(`\\b(?:${NEGATIONS.replaceAll(" ", "|")})\\b|n[’']t\\b`, "i");

const OPPOSITE_TERMS = OPPOSITES.map((sides) => sides.map((verbs) => new Set(verbs.split(" ").map(stem))));

/** A passage that says much more than the other may well have a figure more. */
const COMPARABLE = 0.6;

/**
 * Whether two passages that are much alike can be one text: no copy changes a figure or a name, adds a "not" or says the opposite. What
 * may be one text need not agree, and what differs in wording need not disagree.
 */
export function canBeOneText(here: string, there: string): boolean {
  if (Math.min(here.length, there.length) < COMPARABLE * Math.max(here.length, there.length)) return true;
  if (NEGATION.test(here) !== NEGATION.test(there) || areOpposed(here, there)) return false;
  return !differInFigures(here, there) && !differInNames(here, there);
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

/** Whether one tells only that something is so ("accepted"), and the other only that it is not ("refused"). */
function areOpposed(here: string, there: string): boolean {
  const [own, theirs] = [termsOf(here), termsOf(there)];
  return OPPOSITE_TERMS.some((sides) => {
    const [mine = [], others = []] = [own, theirs].map((terms) =>
      sides.map((verbs) => terms.some((term) => verbs.has(term))),
    );
    return mine[0] !== mine[1] && others[0] === mine[1] && others[1] === mine[0];
  });
}
