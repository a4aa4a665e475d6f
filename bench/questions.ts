import type { Article } from "../src/index.ts";
import { tokenize } from "../src/text/tokenize.ts";
import type { Random } from "./random.ts";

const OPENINGS = ["why", "where", "when", "who", "which", "what about"];
const TYPOS = 0.1;
const MIN_TYPO_LENGTH = 6;

interface Topic {
  /** Content words that stand together in one paragraph, in its order. */
  readonly words: readonly string[];
  readonly name: string | null;
}

/** Makes up questions from the words of articles: what a person who half remembers a paragraph would type. */
export function inventQuestions(articles: readonly Article[], count: number, random: Random): string[] {
  const paragraphs = articles.map(({ body }) => body.split(/\n{2,}/).filter((text) => text.length > 80));
  const told = paragraphs.filter((own) => own.length > 0);
  return Array.from({ length: count }, () => {
    const question = ask(topicOf(random.pick(random.pick(told)), random), random);
    return random.chance(TYPOS) ? mistype(question, random) : question;
  });
}

function topicOf(paragraph: string, random: Random): Topic {
  const tokens = tokenize(paragraph);
  const names = tokens.flatMap((token, at) => (token.capital && !token.stop && at > 0 ? [token.word] : []));
  const content = tokens.flatMap((token) => (token.stop || token.capital ? [] : [token.word]));
  const from = random.below(Math.max(1, content.length - 6));
  const wanted = random.between(2, 6);
  const words = content.slice(from, from + 2 * wanted).filter(() => random.chance(0.6));
  return {
    words: (words.length < 2 ? content : words).slice(0, wanted),
    name: names.length === 0 ? null : random.pick(names),
  };
}

function ask({ words, name }: Topic, random: Random): string {
  const about = words.join(" ");
  const kind = random.next();
  if (name !== null && kind < 0.25) return `what did ${name} say about ${words.slice(0, 3).join(" ")}?`;
  if (kind < 0.35) return `how many ${about}?`;
  if (name !== null && kind < 0.55) return `${random.pick(OPENINGS)} did ${name} ${about}?`;
  if (kind < 0.75) return `${random.pick(OPENINGS)} ${about}?`;
  return about;
}

/** Swaps two letters inside one of the longer words. */
function mistype(question: string, random: Random): string {
  const long = question.split(" ").filter((word) => word.length >= MIN_TYPO_LENGTH);
  const word = long.length === 0 ? question : random.pick(long);
  const at = random.between(1, word.length - 3);
  return question.replace(word, () => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));
}

const ALPHABETS: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0x61, 0x7a],
  [0x00, 0x2ff],
  [0x2000, 0x206f],
  [0x400, 0x4ff],
  [0x4e00, 0x4fff],
  [0xd800, 0xdfff],
  [0x1f300, 0x1f6ff],
];
const MAX_LENGTH = 700;

/** Any string at all: letters, signs, halves of characters, words of the articles, and mixtures of these. */
export function inventStrings(articles: readonly Article[], count: number, random: Random): string[] {
  const words = articles.flatMap(({ body }) => body.split(/\s+/));
  return Array.from({ length: count }, () => {
    const pieces = random.between(1, 4);
    return Array.from({ length: pieces }, () => {
      const length = random.below(MAX_LENGTH / pieces);
      if (random.chance(0.3)) return Array.from({ length: length / 6 }, () => random.pick(words)).join(" ");
      const [first, last] = random.pick(ALPHABETS);
      return String.fromCodePoint(...Array.from({ length }, () => random.between(first, last)));
    }).join(random.pick(["", " ", "\n", '"', ":"]));
  });
}
