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
