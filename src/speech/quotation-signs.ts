import { ELISIONS } from "../lexicon/abbreviations.ts";
import type { Span } from "../text/span.ts";
import { isLetterOrDigit, isSpace } from "./characters.ts";

/** Which signs pair with each other. */
export type Family = "double" | "angle" | "single" | "typewriter-single";

/** A sign that may be a quotation mark, with what its surroundings say about it. */
export interface Mark {
  readonly at: number;
  readonly end: number;
  readonly family: Family;
  /** The side that the sign is made for; typewriter signs have none. */
  readonly made: "open" | "close" | "either";
  /** White space, a bracket, a dash or nothing stands before it. */
  readonly looseLeft: boolean;
  /** White space, a closing sign or nothing stands behind it. */
  readonly looseRight: boolean;
}

// A sign, or a row of three and more that is an ornament and not known to SIGNS.
const SIGN = /([“”„‟"«»‹›‘’‚‛'「」『』])\1{2,}|[“”„‟"«»‹›‘’‚‛'「」『』]|``/g;
const SIGNS = new Map<string, readonly [Family, Mark["made"]]>([
  ["“", ["double", "open"]],
  ["‟", ["double", "open"]],
  ["„", ["double", "open"]],
  ["「", ["double", "open"]],
  ["『", ["double", "open"]],
  ["」", ["double", "close"]],
  ["』", ["double", "close"]],
  ["``", ["double", "open"]],
  ["”", ["double", "close"]],
  ['"', ["double", "either"]],
  ["''", ["double", "either"]],
  ["«", ["angle", "open"]],
  ["»", ["angle", "close"]],
  ["‹", ["angle", "open"]],
  ["›", ["angle", "close"]],
  ["‘", ["single", "open"]],
  ["‚", ["single", "open"]],
  ["‛", ["single", "open"]],
  ["’", ["single", "close"]],
  ["'", ["typewriter-single", "either"]],
]);
const BEFORE_OPENING = "([{—–-/“‘„«\"'";
const BEHIND_CLOSING = ")]},.;:!?—–-/”’»\"'";
const FEET = /['’]\d+$/;
const ELISION = new RegExp(`^(?:${ELISIONS.replaceAll(" ", "|")}|\\d0s)\\b`, "i");

/** The signs of one paragraph that may be quotation marks: apostrophes, inches and elisions are left out. */
export function findMarks(text: string, paragraph: Span): Mark[] {
  const marks: Mark[] = [];
  // In the paragraph alone: where the rest of the text has no such sign, it would be searched again for each paragraph.
  const own = text.slice(paragraph.start, paragraph.end);
  SIGN.lastIndex = 0;
  for (let match = SIGN.exec(own); match !== null; match = SIGN.exec(own)) {
    const at = paragraph.start + match.index;
    const sign = match[0] === "'" && text.charCodeAt(at + 1) === 39 ? "''" : match[0];
    SIGN.lastIndex = match.index + sign.length;
    const mark = readMark(text, at, sign);
    if (mark !== null) marks.push(mark);
  }
  return marks;
}

function readMark(text: string, at: number, sign: string): Mark | null {
  const known = SIGNS.get(sign);
  if (known === undefined) return null;
  const [family, made] = known;
  const end = at + sign.length;
  const before = text.charAt(at - 1);
  const after = text.charAt(end);
  const inWord = isLetterOrDigit(text.charCodeAt(at - 1)) && isLetterOrDigit(text.charCodeAt(end));
  if (inWord && isSingle(family)) return null;
  if (sign === '"' && before >= "0" && before <= "9" && FEET.test(text.slice(Math.max(0, at - 4), at))) return null;
  const looseLeft = isSpace(text.charCodeAt(at - 1)) || BEFORE_OPENING.includes(before);
  const looseRight = isSpace(text.charCodeAt(end)) || BEHIND_CLOSING.includes(after);
  if (isSingle(family) && made !== "close" && looseLeft && ELISION.test(text.slice(end, end + 6))) return null;
  if (isSingle(family) && looseLeft && (made === "close" ? !looseRight : looseRight)) return null;
  return { at, end, family, made, looseLeft, looseRight };
}

/** Whether apostrophes share their sign with this family. */
export function isSingle(family: Family): boolean {
  return family === "single" || family === "typewriter-single";
}
