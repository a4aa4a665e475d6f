/** A word, a number or a sign as it is written; `start` and `end` are UTF-16 offsets, half-open. */
export interface Piece {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

// A plain word, as most are, so that it is seen at once; a number with separators and what sticks to it; an initialism (U.S.); a half of the day; a word, also with hyphens, apostrophes and
// ampersands inside, but not with a number or an initialism that has stops of its own; a run of stops; an ornament; any other sign.
const PIECE =
  /[A-Za-z][a-z]*(?=[ ,])|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|k|m|bn|tn)?(?![\p{L}\d])%?|\p{Lu}(?:\.\p{Lu})+(?![\p{L}\d])\.?(?:['‘’]s(?!\p{L}))?|\p{Lu}\.(?:\p{Lu}\.)+|[ap]\.m\b|[\p{L}\p{M}\p{N}]+(?:[-‐‑'‘’&](?!\d+[.,:]\d|\p{Lu}\.\p{Lu})[\p{L}\p{M}\p{N}]+)*|[.?!…]+|([^\s\p{L}\p{N}])\1{2,}|\S/gu;

/** The first piece of a text at an offset or behind it: what index, statements and comparisons all read. `null` at the text's end. */
export function pieceFrom(text: string, offset: number): Piece | null {
  PIECE.lastIndex = offset;
  const match = PIECE.exec(text);
  return match === null ? null : { raw: match[0], start: match.index, end: match.index + match[0].length };
}

// An initialism, a number without a unit that sticks to it, or letters and digits with apostrophes inside.
const PART =
  /\p{Lu}(?:\.\p{Lu})+(?![\p{L}\d])\.?(?:['‘’]s)?|\d+(?:[.,]\d+)*(?=(?:k|m|bn|tn)\b)|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b|[\p{L}\p{N}\p{M}]+(?:['‘’][\p{L}\p{M}]+)*/gu;

/** The parts under which a piece can be searched for: `full-scale` is found by `full scale`, `3.8m` by 3.8; a sign has none. */
export function partsOf(raw: string): { readonly part: string; readonly at: number }[] {
  return [...raw.matchAll(PART)].map(({ 0: part, index }) => ({ part, at: index }));
}
