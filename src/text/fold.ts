import { INVISIBLE } from "./readable.ts";

const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\u0060\u00B4]/g;
/** Letters that Unicode does not take apart, as they are typed where a keyboard lacks them. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: "l",
  đ: "d",
  ð: "d",
  ø: "o",
  ħ: "h",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  þ: "th",
};
const UNDIVIDED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/** Accents, and what takes no place on the page. */
const MARKS = new RegExp(`[\\p{M}${INVISIBLE}]+`, "gu");
/** ASCII without the sign that is typed for an apostrophe: most words. */
const PLAIN = /^[\0-_a-\x7f]*$/;

/**
 * The form under which two spellings of a word are the same word: lower case, no accents, straight apostrophes. It may
 * differ from `text` in length: never use offsets into it.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replace(APOSTROPHES, "'")
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(UNDIVIDED, (letter) => LETTERS[letter] ?? letter);
}
