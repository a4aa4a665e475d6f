import { WORD_CLASSES } from "../lexicon/question-kinds.ts";
import type { Token } from "../text/tokenize.ts";

/** A phrase of a table that was found: the tokens that it covers, half-open, and those among them that any word could be. */
export interface PhraseMatch<Kind> {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
  readonly open: readonly number[];
}

/** The phrases of a table that stand in some tokens: from left to right, then in the order of the table. */
export type PhraseFinder<Kind> = (tokens: readonly Token[]) => Iterable<PhraseMatch<Kind>>;

/** One element of a phrase, and the words that fit it; none where any may. */
interface Element {
  readonly mode: "word" | "optional" | "gap" | "before" | "notBefore";
  readonly words: readonly string[];
  readonly fits: (word: string) => boolean;
}

/** @param table kinds and their phrases, as src/lexicon/question-kinds.ts writes them. */
export function phraseFinder<Kind>(table: readonly (readonly [Kind, string])[]): PhraseFinder<Kind> {
  const byFirst = new Map<string, { readonly kind: Kind; readonly elements: readonly Element[] }[]>();
  for (const [kind, phrases] of table) {
    for (const phrase of phrases.split("; ")) {
      const elements = phrase.split(" ").map(elementOf);
      for (const word of firstWords(elements)) byFirst.set(word, [...(byFirst.get(word) ?? []), { kind, elements }]);
    }
  }
  return function* (tokens) {
    const words = tokens.map(({ word }) => word);
    for (const [from, word] of words.entries()) {
      for (const { kind, elements } of byFirst.get(word) ?? []) {
        const match = matchAt(from, words, elements);
        if (match) yield { kind, from, ...match };
      }
    }
  };
}

const MODES = { "[": "optional", "!": "notBefore", ">": "before" } as const;
/** What comes behind the last word. */
const END = "";

function elementOf(text: string): Element {
  if (text === "...") return { mode: "gap", words: [], fits: () => true };
  const [sign, mode] = Object.entries(MODES).find(([one]) => text.startsWith(one)) ?? ["", "word" as const];
  const names = text.slice(sign.length).replace("]", "").split("|");
  const words = names
    .flatMap((name) => WORD_CLASSES[name]?.split(" ") ?? [name])
    .map((word) => (word === "$" ? END : word));
  const ending = words.find((word) => word.startsWith("*"))?.slice(1);
  if (ending !== undefined) return { mode, words: [], fits: (word) => word.endsWith(ending) };
  const known = new Set(words);
  return { mode, words, fits: (word) => known.has(word) };
}

function firstWords(elements: readonly Element[]): ReadonlySet<string> {
  const end = elements.findIndex(({ mode }) => mode !== "optional");
  return new Set(elements.slice(0, end + 1).flatMap(({ words }) => words));
}

/** How far the elements of a phrase match from a word on. */
function matchAt(
  at: number,
  words: readonly string[],
  [element, ...rest]: readonly Element[],
): Pick<PhraseMatch<unknown>, "to" | "open"> | null {
  if (!element) return { to: at, open: [] };
  const { mode, fits } = element;
  const word = words[at] ?? END;
  if (mode === "before" || mode === "notBefore")
    return fits(word) === (mode === "before") ? matchAt(at, words, rest) : null;
  if (mode === "gap") {
    const here = matchAt(at, words, rest);
    if (here || at === words.length) return here;
    const further = matchAt(at + 1, words, [element, ...rest]);
    return further && { ...further, open: [at, ...further.open] };
  }
  const match = at < words.length && fits(word) ? matchAt(at + 1, words, rest) : null;
  return match ?? (mode === "optional" ? matchAt(at, words, rest) : null);
}
