import { editDistance } from "../src/index.ts";

/** A variable that is named like ours and is none of them. */
export interface UnknownName {
  readonly name: string;
  /** The names that it may stand for, nearest first. */
  readonly meant: readonly string[];
  /** Whether it is surely one of those, spelled wrong; otherwise it may as well be another program's. */
  readonly isSlip: boolean;
}

/** A word of so many letters may have two of them wrong, a shorter one only one. */
const LONG_WORD = 6;
/** Names of one family that differ in more letters are not alike. */
const ALIKE = 4;

/**
 * The names that begin as one of `known` does, or nearly so, and are not known. Whether one is a slip is told word by
 * word: SLACK_API_TOKEN is made of words that Talks uses, and so it is somebody else's and not SLACK_APP_TOKEN.
 */
export function findUnknownNames(names: Iterable<string>, known: ReadonlySet<string>): readonly UnknownName[] {
  const families = new Set([...known].flatMap((name) => (name.includes("_") ? wordsOf(name).slice(0, 1) : [])));
  const words = new Set([...known].flatMap(wordsOf));
  return [...names].sort().flatMap((name): readonly UnknownName[] => {
    if (known.has(name)) return [];
    const isOurs = families.has(wordsOf(name)[0] ?? "");
    const slips = [...known].filter((other) => isSlipOf(name, other, words));
    if (slips.length > 0) return [{ name, meant: slips, isSlip: isOurs }];
    return isOurs ? [{ name, meant: alike(name, known), isSlip: false }] : [];
  });
}

function wordsOf(name: string): readonly string[] {
  return name.toUpperCase().split("_");
}

function isSlipOf(name: string, known: string, words: ReadonlySet<string>): boolean {
  if (!known.includes("_")) return false;
  const written = wordsOf(name);
  const meant = wordsOf(known);
  // Only capitals or underscores differ.
  if (written.join("") === meant.join("")) return true;
  return written.length === meant.length && written.every((word, at) => isNear(word, meant[at] ?? "", words));
}

function isNear(word: string, meant: string, words: ReadonlySet<string>): boolean {
  if (word === meant) return true;
  const limit = meant.length >= LONG_WORD ? 2 : 1;
  return !words.has(word) && editDistance(word, meant, limit) <= limit;
}

function alike(name: string, known: ReadonlySet<string>): readonly string[] {
  const [family] = wordsOf(name);
  const distances = [...known]
    .filter((other) => wordsOf(other)[0] === family)
    .map((other) => ({ other, distance: editDistance(name.toUpperCase(), other, ALIKE) }));
  const nearest = Math.min(ALIKE, ...distances.map(({ distance }) => distance));
  return distances.flatMap(({ other, distance }) => (distance === nearest ? [other] : []));
}
