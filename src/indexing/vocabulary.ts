/** The number that stands for a stop word in a token sequence: it can be counted over, never matched. */
export const STOP_ID = -1;

/** Every term of a corpus under a number, how many paragraphs hold it, and the words it was seen as. */
export interface Vocabulary {
  /** How many paragraphs were counted. */
  readonly paragraphs: number;
  /** How many terms there are; their numbers are smaller. */
  readonly size: number;
  idOf(term: string): number | undefined;
  termOf(id: number): string | undefined;
  /** How many paragraphs hold a term in their text; 0 for one that only titles have, or none. */
  paragraphsWith(term: string): number;
  paragraphsWithId(id: number): number;
  /** How many paragraphs stand under a title that has a term. */
  titlesWithId(id: number): number;
  has(term: string): boolean;
  /** Every word that is no stop word, with the term it belongs to and how often it stands in the articles. */
  readonly words: ReadonlyMap<string, WordUse>;
  /** Everything above as plain data, to be stored. */
  stored(): StoredVocabulary;
}

export interface WordUse {
  readonly term: string;
  count: number;
}

/** A vocabulary as it is stored; a term's number is its place in `terms`, `counts` and `titleCounts`. */
export interface StoredVocabulary {
  readonly paragraphs: number;
  readonly terms: string[];
  readonly counts: number[];
  readonly titleCounts: number[];
  readonly words: Map<string, WordUse>;
}

/** A vocabulary's data anew, so that counting in one leaves the other as it is. */
export function copyOf({ paragraphs, terms, counts, titleCounts, words }: StoredVocabulary): StoredVocabulary {
  const uses = new Map<string, WordUse>();
  for (const [word, use] of words) uses.set(word, { ...use });
  return { paragraphs, terms: [...terms], counts: [...counts], titleCounts: [...titleCounts], words: uses };
}

/** A vocabulary that is still growing. */
export interface VocabularyBuilder extends Vocabulary {
  paragraphs: number;
  add(term: string): number;
  countWord(word: string, term: string): void;
  /** Counts one paragraph with the numbers of its terms, repeated or not. */
  countParagraph(ids: Iterable<number>): void;
  /** Counts the terms of the title above one paragraph. */
  countTitle(ids: ReadonlySet<number>): void;
  /** Counts all that another vocabulary counted once more, or takes it back. */
  count(other: StoredVocabulary, sign: 1 | -1): void;
}

/** @param stored a vocabulary to begin with, which is used up. */
export function createVocabulary(stored?: StoredVocabulary): VocabularyBuilder {
  const { paragraphs, terms, counts, titleCounts, words } = stored ?? {
    paragraphs: 0,
    terms: [],
    counts: [],
    titleCounts: [],
    words: new Map<string, WordUse>(),
  };
  const ids = new Map(terms.map((term, id) => [term, id]));
  // A term of articles that have left keeps its number, and is none of the corpus.
  const heldId = (term: string) => {
    const id = ids.get(term) ?? -1;
    return (counts[id] ?? 0) + (titleCounts[id] ?? 0) > 0 ? id : undefined;
  };
  return {
    paragraphs,
    get size() {
      return ids.size;
    },
    words,
    stored() {
      return { paragraphs: this.paragraphs, terms, counts, titleCounts, words };
    },
    idOf: heldId,
    termOf: (id) => terms[id],
    paragraphsWith: (term) => counts[ids.get(term) ?? -1] ?? 0,
    paragraphsWithId: (id) => counts[id] ?? 0,
    titlesWithId: (id) => titleCounts[id] ?? 0,
    has: (term) => heldId(term) !== undefined,
    add(term) {
      const known = ids.get(term);
      if (known !== undefined) return known;
      const id = ids.size;
      ids.set(term, id);
      terms.push(term);
      counts.push(0);
      titleCounts.push(0);
      return id;
    },
    countWord(word, term) {
      const use = words.get(word);
      if (use) use.count++;
      else words.set(word, { term, count: 1 });
    },
    countParagraph(paragraph) {
      this.paragraphs++;
      for (const id of new Set(paragraph)) if (id !== STOP_ID) counts[id] = (counts[id] ?? 0) + 1;
    },
    countTitle(ids) {
      for (const id of ids) titleCounts[id] = (titleCounts[id] ?? 0) + 1;
    },
    count(other, sign) {
      this.paragraphs += sign * other.paragraphs;
      for (const [at, term] of other.terms.entries()) {
        const id = this.add(term);
        counts[id] = (counts[id] ?? 0) + sign * (other.counts[at] ?? 0);
        titleCounts[id] = (titleCounts[id] ?? 0) + sign * (other.titleCounts[at] ?? 0);
      }
      for (const [word, { term, count }] of other.words) {
        const use = words.get(word) ?? { term, count: 0 };
        use.count += sign * count;
        if (use.count > 0) words.set(word, use);
        else words.delete(word);
      }
    },
  };
}

/**
 * Robertson and Spärck Jones' inverse document frequency in the form that MiniSearch's BM25+ uses, over paragraphs:
 * ln(1 + (N − n + ½) / (n + ½)). Never negative.
 */
export function inverseFrequency(paragraphs: number, paragraphsWith: number): number {
  return Math.log(1 + (paragraphs - paragraphsWith + 0.5) / (paragraphsWith + 0.5));
}
