import { foldSpaces, withoutInvisible } from "./characters.ts";
import { isForScreenReaders, isInline, isUnseen } from "./elements.ts";
import type { PageNode } from "./page.ts";

// Marks that no text of a page can hold, because control characters are taken out of it.
/** Where a line breaks. */
export const BREAK = "\u0000";
/** Where something was taken out: the blank before it goes with it where a sign follows. */
export const GAP = "\u0001";

const SUPERSCRIPT: Readonly<Record<string, string>> = Object.fromEntries(
  [..."0123456789+-−n"].map((sign, at) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ"][at] ?? sign]),
);
/** A word that is set apart at the beginning of a story is not longer. */
const MAX_DROPPED = 15;
const NOTE_MARK = /^[[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?$/i;
const BASE = /(?:^|[^\p{L}])(?:[kcdm]?m|ft|in|yd|mi|s)$|(?:^|[^\d.,])(?:10|\d)$/u;
const MARKED = /(?:\p{Ll}{3}|\d{2}|[.,;!?”’"')])$/u;
const ANCHOR = /^[#¶§🔗↩↑^\s\p{Variation_Selector}]+$/u;

/** What an element stands for in a line, where that is not simply its text: `null` leaves it to its children. */
export function wordsOfInline(node: PageNode, before: string): string | null {
  const name = node.localName ?? "";
  if (name === "del" || name === "s" || name === "strike") return GAP;
  if (name === "rt" || name === "rp") return "";
  if (name === "time") return clockOf(node);
  if (name === "img") return emojiOf(node);
  if (name === "svg") return "";
  if (isHiddenTwin(node)) return "";
  if (!isInline(node)) return null;
  if (isNoteMark(node, before)) return GAP;
  if (name === "a" && ANCHOR.test(node.textContent ?? "") && /^#/.test(node.getAttribute("href") ?? "")) return "";
  if (name === "sup" && BASE.test(before.trimEnd())) return raised(node.textContent ?? "");
  return null;
}

/** A time that is shown as "2 hours ago" or by a script is told as its clock: the page is read later than it was written. */
function clockOf(time: PageNode): string | null {
  const shown = foldSpaces(time.textContent ?? "");
  const [, clock] = /T(\d{2}:\d{2})/.exec(time.getAttribute("datetime") ?? "") ?? [];
  const isRelative = shown === "" || /^(?:just now|now)$|\bago$|^\d+\s?(?:s|m|h|d|sec|min|mins|hrs?)$/i.test(shown);
  return clock !== undefined && isRelative ? `${BREAK}${BREAK}${clock}${BREAK}${BREAK}` : null;
}

/** A picture of a feeling is read as one. */
function emojiOf(image: PageNode): string {
  const text = withoutInvisible(image.getAttribute("alt") ?? "").trim();
  return /^\p{Extended_Pictographic}.{0,8}$/u.test(text) ? text : "";
}

function raised(text: string): string {
  const sign = text.trim();
  return /^[\d+−-]{1,4}$/.test(sign) ? [...sign].map((digit) => SUPERSCRIPT[digit] ?? digit).join("") : sign;
}

/** The mark of a footnote: a link to a note on the same page, or a raised number behind a word or a sentence. */
function isNoteMark(node: PageNode, before: string): boolean {
  const text = foldSpaces(node.textContent ?? "");
  const role = `${node.getAttribute("role") ?? ""} ${node.getAttribute("epub:type") ?? ""} ${node.getAttribute("class") ?? ""}`;
  if (/\bdoc-(?:noteref|backlink)\b|\bnoteref\b|\bfoot-?note-?(?:ref|link|anchor|back)/i.test(role)) return true;
  if (node.localName === "a") return isLinkWithin(node) && /^[[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?$/.test(text);
  if (node.localName !== "sup" || !NOTE_MARK.test(text)) return false;
  for (const link of node.querySelectorAll("a[href]")) return isLinkWithin(link) || /^\W/.test(text);
  if (/[[(*†‡§¶]/.test(text)) return true;
  return /^\d{1,2}$/.test(text) && MARKED.test(before) && !BASE.test(before);
}

function isLinkWithin(link: PageNode): boolean {
  return (link.getAttribute("href") ?? "").includes("#");
}

/**
 * Letters that are only seen and letters that are only read out say the same twice: the first go where the second follow.
 * What is only read out and has no such twin ("opens in a new window") is no text.
 */
function isHiddenTwin(node: PageNode): boolean {
  if (isForScreenReaders(node)) return !hasTwins(node.parentElement);
  if (isUnseen(node)) return true;
  if (node.getAttribute("aria-hidden") !== "true") return false;
  const shown = foldSpaces(node.textContent ?? "");
  const isLetters = isInline(node) && /^["'“‘«]?\p{L}+$/u.test(shown) && shown.length <= MAX_DROPPED;
  return !isLetters || hasTwins(node.parentElement);
}

function hasTwins(parent: PageNode | null): boolean {
  const lettersOf = (isOne: (node: PageNode) => boolean) => {
    const texts = [...(parent?.children ?? [])].filter(isOne).map((node) => node.textContent ?? "");
    return texts
      .join("")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, "");
  };
  const [shown, said] = [
    lettersOf((node) => node.getAttribute("aria-hidden") === "true"),
    lettersOf(isForScreenReaders),
  ];
  return shown !== "" && said !== "" && (said.startsWith(shown) || shown.startsWith(said));
}
