import { many, ODD_TEXTS, repeat } from "./odd-texts.ts";

/** An article's file that no newsroom would write, of about so many characters. */
export type OddFile = (length: number) => string;

const STORY = "Elena Brandt said that it goes on.";

/** Front matter that something may be slow at, or never finish. */
const ODD_FRONT_MATTERS: Readonly<Record<string, OddFile>> = {
  "keys in the front matter": (length) => many(length, (at) => `key${at}: value ${at}\n`),
  "one key over and over": (length) => repeat("title: A\n", length),
  "anchors and aliases": (length) => many(length, (at) => `a${at}: &a${at} [*a${at - 1}, *a${at - 1}]\n`),
  "lists in lists": (length) => `title: ${repeat("[", length)}`,
  "a title without end": (length) => `title: ${repeat("word ", length)}`,
  "an outlet without end": (length) => `outlet: ${repeat("Brandt and ", length)}`,
  "no YAML at all": (length) => repeat('a: "b" c\n', length),
};

/** Everything that a question is to be answered over within the limits. */
export const ODD_FILES: Readonly<Record<string, OddFile>> = {
  ...Object.fromEntries(
    Object.entries(ODD_TEXTS).map(([name, write]) => [
      name,
      (length: number) => `---\n---\n${STORY}\n\n${write(length)}\n`,
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(ODD_FRONT_MATTERS).map(([name, write]) => [
      name,
      (length: number) => `---\n${write(length)}\n---\n${STORY}\n`,
    ]),
  ),
};
