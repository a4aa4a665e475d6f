import type { Vocabulary } from "../indexing/vocabulary.ts";
import { type Toll, tollsIn } from "../points/compare-amounts.ts";
import { BEFALLING_TERMS } from "../points/outcomes.ts";
import type { Reading } from "../points/reading.ts";
import { tokenize } from "../text/tokenize.ts";
import { type Difference, differenceInTolls } from "./disagreements.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Content } from "./similarity.ts";

/** Two passages, by number, that count the same victims and differ. */
export interface TollPair {
  readonly a: number;
  readonly b: number;
  readonly difference: NonNullable<Difference>;
}

/** A name that few paragraphs have leads to reports of one event: so few, or this share of them. */
const FEW = 4;
const FEW_SHARE = 0.05;
/** What still more passages with tolls share is no event. */
const MOST_REPORTS = 20;

/**
 * Finds the tolls of one event that differ, also where the sentences have no words in common: by a rare name that both
 * paragraphs have.
 * @param contextOf the text around a passage in which its event is named.
 */
export function findClashingTolls(
  contents: readonly Content[],
  vocabulary: Vocabulary,
  isSound: (article: number) => boolean,
  read: (passage: number) => Reading,
  contextOf: (passage: number) => string,
  known: Knowledge,
): TollPair[] {
  const outcomes = [...BEFALLING_TERMS].flatMap((term) => vocabulary.idOf(term) ?? []);
  const reports = new Map<string, Report[]>();
  const pairs = new Map<string, TollPair>();
  const namesIn = rareNameReader(vocabulary);
  contents.forEach(({ article, terms }, passage) => {
    if (!isSound(article) || !outcomes.some((id) => terms.has(id))) return;
    const reading = read(passage);
    const tolls = tollsIn(reading);
    if (tolls.length === 0) return;
    const report = { passage, article, reading, tolls };
    for (const name of namesIn(contextOf(passage))) {
      const others = reports.get(name) ?? [];
      if (others.length >= MOST_REPORTS) continue;
      for (const other of others) {
        const difference = other.article === article ? null : differenceBetween(other, report, known);
        if (difference) pairs.set(`${other.passage} ${passage}`, { a: other.passage, b: passage, difference });
      }
      reports.set(name, [...others, report]);
    }
  });
  return [...pairs.values()];
}

interface Report {
  readonly passage: number;
  readonly article: number;
  readonly reading: Reading;
  readonly tolls: readonly Toll[];
}

function differenceBetween(one: Report, other: Report, known: Knowledge): Difference {
  for (const a of one.tolls) {
    for (const b of other.tolls) {
      const difference = differenceInTolls(one.reading, a, other.reading, b, known);
      if (difference) return difference;
    }
  }
  return null;
}

/** @returns a reader that remembers its last text: passages of one paragraph follow each other, and have one text around them. */
function rareNameReader(vocabulary: Vocabulary): (text: string) => ReadonlySet<string> {
  let last = { text: "", names: new Set<string>() };
  return (text) => {
    if (text !== last.text) last = { text, names: rareNames(text, vocabulary) };
    return last.names;
  };
}

function rareNames(text: string, vocabulary: Vocabulary): Set<string> {
  const most = Math.max(FEW, FEW_SHARE * vocabulary.paragraphs);
  const isRare = (term: string) => vocabulary.paragraphsWith(term) <= most;
  return new Set(tokenize(text).flatMap(({ capital, stop, term }) => (capital && !stop && isRare(term) ? [term] : [])));
}
