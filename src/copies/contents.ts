/** The terms of passages, each passage under its number from 0 on, kept close together: there are millions of them. */
export interface Contents {
  readonly count: number;
  /** The number of a passage's article. */
  articleOf(passage: number): number;
  /** Numbers of its different terms, in their order in the text. */
  termsOf(passage: number): Int32Array;
}

/** Contents that grow. */
export interface ContentsBuilder extends Contents {
  /** Adds a passage by the numbers of its tokens; those below 0 are no terms. */
  add(article: number, tokens: Int32Array): void;
}

/** Contents without a passage. */
export function createContents(): ContentsBuilder {
  const articles = createNumbers();
  const ends = createNumbers();
  const terms = createNumbers();
  return {
    get count() {
      return articles.count;
    },
    articleOf: (passage) => articles.at(passage),
    termsOf: (passage) => terms.slice(passage === 0 ? 0 : ends.at(passage - 1), ends.at(passage)),
    add(article, tokens) {
      articles.push(article);
      for (const term of new Set(tokens)) if (term >= 0) terms.push(term);
      ends.push(terms.count);
    },
  };
}

/** A list of 32-bit numbers that grows. */
export function createNumbers() {
  let numbers = new Int32Array(1024);
  let count = 0;
  return {
    get count() {
      return count;
    },
    at: (place: number) => numbers[place] ?? 0,
    slice: (from: number, to: number) => numbers.subarray(from, to),
    push(number: number): void {
      if (count === numbers.length) {
        const larger = new Int32Array(2 * count);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[count++] = number;
    },
  };
}
