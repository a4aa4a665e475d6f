import { tokenize } from "../text/tokenize.ts";
import { wordDifferences } from "./word-differences.ts";

/** What two passages that tell the same differ in, in their own words; `null` where they do not. */
export type Difference = { readonly here: string; readonly there: string } | null;

/** A passage that says much more than the other need not contradict it. */
const COMPARABLE = 0.6;

const NEGATION = /\b(?:not|no|never|without|nobody|none|neither|cannot)\b|n[’']t\b/i;
const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

/**
 * Compares two passages in the points on which sources disagree: figures and dates that only one of them has, a "not"
 * that one of them lacks, another name in the same place.
 */
export function differenceOf(here: string, there: string): Difference {
  const comparable = Math.min(here.length, there.length) >= COMPARABLE * Math.max(here.length, there.length);
  return comparable ? (inFigures(here, there) ?? inNegation(here, there) ?? inNames(here, there)) : null;
}

/** The figures that only one of two passages has, if each has such a one. */
export function inFigures(here: string, there: string): Difference {
  const [a, b] = [figuresOf(here), figuresOf(there)];
  const own = [...a].find(([figure]) => !b.has(figure));
  const other = [...b].find(([figure]) => !a.has(figure));
  return own && other ? { here: own[1], there: other[1] } : null;
}

/** Figures by their term, each with the words around it. */
function figuresOf(text: string): Map<string, string> {
  const tokens = tokenize(text);
  const figures = new Map<string, string>();
  tokens.forEach((token, at) => {
    // "40am", "21m" and "3rd" are 40, 21 and 3 in another house style.
    const figure = /^\d[\d.]*/.exec(token.term)?.[0];
    if (figure === undefined) return;
    const next = tokens[at + 1];
    const previous = tokens[at - 1];
    const first = previous && MONTHS.test(previous.word) ? previous : token;
    const last = next && !next.stop ? next : token;
    figures.set(figure, text.slice(first.start, last.end));
  });
  return figures;
}

function inNegation(here: string, there: string): Difference {
  const [a, b] = [NEGATION.exec(here), NEGATION.exec(there)];
  if ((a === null) === (b === null)) return null;
  return a ? { here: `“${a[0]}”`, there: "no such word" } : { here: "no such word", there: `“${b?.[0]}”` };
}

function inNames(here: string, there: string): Difference {
  const isName = (words: string) => words.split(/\s+/).every((word) => /^\p{Lu}\p{Ll}/u.test(word));
  const names = wordDifferences(here, there).find((one) => isName(one.here) && isName(one.there));
  return names ?? null;
}
