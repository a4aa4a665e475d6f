import type { Lexicon } from "../indexing/lexicon.ts";
import { ARTICLES } from "../lexicon/function-words.ts";
import { IN_NAMES } from "../lexicon/name-particles.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import type { FilterReader } from "./filters.ts";
import { articlesOf } from "./limits.ts";
import { whoIs } from "./speakers.ts";

/** Nobody's name, and no outlet's, has more words. */
const MAX_WORDS = 6;
const MAX_LENGTH = 120;
const DETERMINERS = new Set(ARTICLES.split(" "));
/** Small words inside a name or a description: "keeper of the dam". */
const INNER = new Set([...DETERMINERS, ...IN_NAMES.split(" ")]);

/** Sees where the names behind `from:` and `source:` end, written without quotation marks. */
export function createFilterReader(lexicon: Lexicon): FilterReader {
  return {
    datesInWords: lexicon.sources.some(({ published }) => published !== null),
    speakerAt: (text) => nameAt(text, (words, value) => isSomebody(words, value, lexicon), lexicon),
    sourceAt: (text) => nameAt(text, (_, value) => articlesOf(value, lexicon).size > 0, lexicon),
  };
}

/** The longest name that is known, else the words that look like one. */
function nameAt(text: string, isKnown: (words: readonly Token[], value: string) => boolean, lexicon: Lexicon): number {
  const words = wordsAt(text);
  const skipped = DETERMINERS.has(words[0]?.word ?? "") ? 1 : 0;
  if (!words[skipped] || words[skipped]?.stop) return 0;
  for (let count = words.length; count > skipped; count--) {
    const [last, end] = [words[count - 1], words[count - 1]?.end ?? 0];
    if (last && !last.stop && isKnown(words.slice(0, count), text.slice(0, end))) return end;
  }
  return unknownName(words.slice(skipped), lexicon);
}

/** The words in which a name may stand: up to the first sign, or small word that is in no name. */
function wordsAt(text: string): readonly Token[] {
  const head = /^[^,;:!?()\n]*/.exec(text.slice(0, MAX_LENGTH))?.[0] ?? "";
  const words = tokenize(head).slice(0, MAX_WORDS);
  const end = words.findIndex(({ stop, word }, at) => stop && !INNER.has(word) && at > 0);
  return end < 0 ? words : words.slice(0, end);
}

/** Whether somebody is called or described by some words; what follows a plain name describes nobody. */
function isSomebody(words: readonly Token[], value: string, lexicon: Lexicon): boolean {
  const { book } = lexicon.concepts;
  if (book.meant(words).length > 0) return true;
  const name = book.inQuestion(words).find(({ from }) => from === 0);
  const isOwner = /['’]s?$/.test(value.slice(0, words[(name?.to ?? 1) - 1]?.end ?? 0));
  return (
    (!name || isOwner) &&
    whoIs(
      words.filter(({ stop }) => !stop),
      lexicon,
    ) !== null
  );
}

/** A name that no article has: its first word, and those with a capital that begin no other name. */
function unknownName(words: readonly Token[], { concepts: { book } }: Lexicon): number {
  const end = words.findIndex(
    ({ capital, stop }, at) => at > 0 && (!capital || stop || book.inQuestion(words.slice(at))[0]?.from === 0),
  );
  return words[(end < 0 ? words.length : end) - 1]?.end ?? 0;
}
