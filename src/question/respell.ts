import type { Lexicon } from "../indexing/lexicon.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import type { Speller } from "./spelling.ts";

/** What became of the spelling of a question. */
export interface Respelled {
  readonly tokens: readonly Token[];
  readonly notices: readonly string[];
}

/**
 * Replaces words that neither the corpus nor its names have by what was probably meant: the nearest word, two words
 * written as one, or one written as two.
 */
export function respell(
  tokens: readonly Token[],
  known: (token: Token) => boolean,
  lexicon: Lexicon,
  speller: Speller,
): Respelled {
  const notices: string[] = [];
  const split = tokens.findIndex((_, at) => joinsFigure(tokens, at, lexicon));
  if (split >= 0) {
    const [first, second] = tokens.slice(split, split + 2);
    const whole = tokenize(`${first?.word}${second?.word}`).map((one) => ({
      ...one,
      start: first?.start ?? 0,
      end: second?.end ?? 0,
    }));
    return respell([...tokens.slice(0, split), ...whole, ...tokens.slice(split + 2)], known, lexicon, speller);
  }
  if (tokens.every((token) => token.stop || known(token))) return { tokens, notices };
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (token.stop || known(token)) {
      result.push(token);
      continue;
    }
    const next = tokens[at + 1];
    const joined = next && !known(next) ? tokenize(token.word + next.word)[0] : undefined;
    if (joined && next && lexicon.vocabulary.has(joined.term)) {
      result.push({ ...joined, start: token.start, end: next.end });
      at++;
      continue;
    }
    const meant = nameMeant(token, lexicon) ?? apart(token.word, lexicon) ?? speller.correct(token.word);
    if (meant === null) result.push(token);
    else {
      notices.push(`Read “${token.word}” as “${meant}”.`);
      result.push(...tokenize(meant).map((one) => ({ ...one, start: token.start, end: token.end })));
    }
  }
  return { tokens: result, notices };
}

/**
 * The person's name that is meant by a form of it which no article has: "brandts", typed without its apostrophe. `null` for
 * any other word.
 */
export function nameMeant({ word, term }: Token, { vocabulary, thesaurus, concepts }: Lexicon): string | null {
  if (vocabulary.words.has(word) || thesaurus.isWord(word)) return null;
  const name = concepts.book.calledBy(term);
  return name === word ? null : name;
}

/** Whether the articles write a word and the figure behind it as one: "F-16" as "F16". */
function joinsFigure(tokens: readonly Token[], at: number, { vocabulary }: Lexicon): boolean {
  const [one, other] = tokens.slice(at, at + 2);
  if (!one || !other || other.start - one.end > 1 || /^\d+$/.test(one.word) === /^\d+$/.test(other.word)) return false;
  return vocabulary.has(one.word + other.word);
}

const MIN_PART = 3;
/** Letters and figures that are mostly written with a hyphen between them. */
const MIXED = /^(?:\p{L}+(?=\d)|\d+(?=\p{L}))/u;

function apart(word: string, lexicon: Lexicon): string | null {
  const mixed = MIXED.exec(word)?.[0] ?? "";
  if (mixed !== "" && lexicon.vocabulary.has(mixed) && lexicon.vocabulary.has(word.slice(mixed.length)))
    return `${mixed} ${word.slice(mixed.length)}`;
  for (let cut = MIN_PART; cut <= word.length - MIN_PART; cut++) {
    const [first = "", second = ""] = [word.slice(0, cut), word.slice(cut)];
    if (lexicon.vocabulary.words.has(first) && lexicon.vocabulary.words.has(second)) return `${first} ${second}`;
  }
  return null;
}
