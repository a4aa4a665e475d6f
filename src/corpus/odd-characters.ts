import type { Fault } from "./fault.ts";

/** Characters in an article that nobody wrote on purpose. */
export interface OddCharacters extends Fault {
  /** `damaged`: they stand where others were lost. `invisible`: nothing is lost, and words are found across them. */
  readonly kind: "damaged" | "invisible";
}

/** All but the joiner inside an emoji, tabs and line breaks. */
const ODD =
  /(?![\t\n\f\r])\p{Cc}|\uFFFD|[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D/gu;
const IS_DAMAGE = /\p{Cc}|\uFFFD/u;
const NAMES: ReadonlyMap<string, string> = new Map([
  ["\u00AD", "soft hyphen"],
  ["\u200B", "zero-width space"],
  ["\u200C", "zero-width non-joiner"],
  ["\u200D", "zero-width joiner"],
  ["\u2060", "word joiner"],
  ["\uFEFF", "zero-width no-break space"],
]);

/** Each kind of odd character in each line of a file, in order; a byte order mark at its very beginning is none. */
export function findOddCharacters(file: string, content: string): OddCharacters[] {
  const text = content.startsWith("\uFEFF") ? content.slice(1) : content;
  const counts = new Map<string, { readonly line: number; readonly character: string; count: number }>();
  let [line, at] = [1, 0];
  for (const { 0: character, index } of text.matchAll(ODD)) {
    for (let end = text.indexOf("\n", at); end >= 0 && end < index; end = text.indexOf("\n", at)) {
      line++;
      at = end + 1;
    }
    const key = `${line} ${character}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { line, character, count: 1 });
  }
  return [...counts.values()].map(({ line, character, count }) => {
    const isDamaged = IS_DAMAGE.test(character);
    const named = `${describe(character)}${count === 1 ? "" : `, ${count} times`}`;
    return isDamaged
      ? { file, line, kind: "damaged", message: `has a ${named}: there a character was lost` }
      : { file, line, kind: "invisible", message: `has a ${named}; words are found across it` };
  });
}

function describe(character: string): string {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  if (character === "\uFFFD") return `replacement character (${code})`;
  const name = IS_DAMAGE.test(character) ? "control character" : (NAMES.get(character) ?? "mark of writing direction");
  return `${name} (${code})`;
}
