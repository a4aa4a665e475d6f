// Soft hyphens, joiners, marks of direction, byte order marks: nobody sees them, and they split words for whoever searches.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const VARIATION_SELECTOR = /\p{Variation_Selector}/u;
const CONTROL = /[^\P{Cc}\s]/gu;
const JOINER = "\u200D";

/** The text without the characters that a reader cannot see, white space apart. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, (sign, at: number) => (isOfEmoji(sign, text, at) ? sign : "")).replace(CONTROL, "");
}

/** What makes a picture of a sign, or joins several into one, is a part of it. */
function isOfEmoji(sign: string, text: string, at: number): boolean {
  if (sign !== JOINER && !VARIATION_SELECTOR.test(sign)) return false;
  return /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}]$/u.test(
    text.slice(Math.max(0, at - 2), at),
  );
}

/** A text of HTML, in which runs of white space are one space; no-break spaces stay. */
export function foldSpaces(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, " ").trim();
}

/** The words in a text. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Whether a text ends as a whole sentence does; one that breaks off with dots is none. */
export function endsSentence(text: string): boolean {
  return /[.!?:;]["'”’»)\]]*$/.test(text) && !/(?:\.\.\.|…)["'”’)\]]*$/.test(text);
}

const MAX_FIELD_LENGTH = 300;

/** A piece of metadata as one line, or `null` where nothing is left of it or it is too long to be what it claims. */
export function oneLine(text: unknown): string | null {
  if (typeof text !== "string") return null;
  const line = withoutInvisible(text.replace(/\s+/g, " ")).trim();
  return line === "" || line.length > MAX_FIELD_LENGTH ? null : line;
}

/** Longer lines than this were not wrapped by hand, so each of them is a paragraph. */
const MAX_WRAPPED_LINE = 100;

/** The paragraphs of a plain text: parted by blank lines where its lines are wrapped, else by every line break. */
export function splitParagraphs(text: string): string[] {
  const isWrapped =
    /\n[^\S\n]*\n/.test(text.trim()) && text.split("\n").every((line) => line.length <= MAX_WRAPPED_LINE);
  return text
    .split(isWrapped ? /\n(?:[^\S\n]*\n)+/ : /\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
