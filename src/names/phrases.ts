import { ARTICLES, FUNCTION_WORDS } from "../lexicon/function-words.ts";
import type { Token } from "../text/tokenize.ts";
import { tokenize } from "../text/tokenize.ts";

/** A phrase found in a text: which one, and the tokens it covers (half-open). */
export interface PhraseMatch<Value> {
  readonly value: Value;
  readonly from: number;
  readonly to: number;
}

/** What a text has to keep of a phrase to be it, beside its terms. */
export interface PhraseForm {
  /** It has to be written with a capital letter, even where case does not matter. */
  readonly capital?: boolean;
  /** It has to have the very words: "Owens" is not "Owen", though they share their stem. */
  readonly exact?: boolean;
}

/** Finds many phrases in a text at once, by terms, so that inflection and spelling variants do not matter. */
export interface PhraseMatcher<Value> {
  add(phrase: string, value: Value, form?: PhraseForm): void;
  /** The longest phrase at every position; a position inside a longer match begins none. */
  find(tokens: readonly Token[]): PhraseMatch<Value>[];
}

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  /** Phrases that end here; some only count where they are written with a capital, some only in these words. */
  readonly ends: { readonly value: Value; readonly capital: boolean; readonly words: readonly string[] | null }[];
}

/** Words that may stand inside a phrase without breaking it: "give up its land" is "give up land". */
const FILLERS = new Set(`${ARTICLES} ${FUNCTION_WORDS.possessiveDeterminer} any some`.split(" "));

/** No question is longer, so that none could ask for it; a text is looked through for each of its phrases word by word. */
const LONGEST_PHRASE = 500;

/**
 * @param caseMatters whether a phrase written with a capital is only found with one (in articles, where `May` is no
 *   verb), or with any (in questions, typed in a hurry).
 */
export function createPhraseMatcher<Value>(caseMatters: boolean): PhraseMatcher<Value> {
  const root: Node<Value> = { next: new Map(), ends: [] };
  return {
    add(phrase, value, { capital = false, exact = false } = {}) {
      if (phrase.length > LONGEST_PHRASE) return;
      const tokens = tokenize(phrase);
      let node = root;
      for (const token of tokens) {
        const child: Node<Value> = node.next.get(token.term) ?? { next: new Map(), ends: [] };
        node.next.set(token.term, child);
        node = child;
      }
      if (tokens.length > 0)
        node.ends.push({
          value,
          capital: capital || (caseMatters && tokens.some((token) => token.capital)),
          words: exact ? tokens.map(({ word }) => word) : null,
        });
    },
    find(tokens) {
      const found: PhraseMatch<Value>[] = [];
      let at = 0;
      while (at < tokens.length) {
        // At most words no phrase begins.
        if (!root.next.has(tokens[at]?.term ?? "")) {
          at++;
          continue;
        }
        const matches = longestAt(root, tokens, at);
        found.push(...matches);
        at = matches[0]?.to ?? at + 1;
      }
      return found;
    },
  };
}

function longestAt<Value>(root: Node<Value>, tokens: readonly Token[], from: number): PhraseMatch<Value>[] {
  let node: Node<Value> | undefined = root;
  let longest: PhraseMatch<Value>[] = [];
  const words: string[] = [];
  for (let to = from; to < tokens.length; to++) {
    const token: Token | undefined = tokens[to];
    if (!token || !node) break;
    const child: Node<Value> | undefined = node.next.get(token.term);
    if (!child && to > from && FILLERS.has(token.word)) continue;
    node = child;
    if (!node) break;
    words.push(token.word);
    const isCapital = tokens.slice(from, to + 1).some((one) => one.capital);
    const ends = node.ends.filter((end) => (isCapital || !end.capital) && (!end.words || isSame(end.words, words)));
    if (ends.length > 0) longest = ends.map(({ value }) => ({ value, from, to: to + 1 }));
  }
  return longest;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}
