import { foldSpaces } from "./characters.ts";
import { BESIDE_NAME_PROPERTIES, BESIDE_NAME_WORDS, UNSEEN_NAMES } from "./chrome-names.ts";
import { ELEMENT_NODE, type PageNode, TEXT_NODE } from "./page.ts";

const INLINE = new Set(
  "a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark q ruby s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
// `has-sidebar` and `is-popular` tell something of an element, not what it is.
const ABOUT =
  /^(?:has|no|not|with|without|is|js|if|supports|theme|template|single|postid|category|tag|topic|section|hentry|type|format|status)[-_]/i;

/** Whether an element is part of a line. */
export function isInline(node: PageNode): boolean {
  return INLINE.has(node.localName ?? "");
}

/** The names that an element has by its `class` and `id`. */
export function namesOf(node: PageNode): readonly string[] {
  const names = `${node.getAttribute("class") ?? ""} ${node.getAttribute("id") ?? ""}`;
  return names.split(/\s+/).filter((name) => name !== "" && !ABOUT.test(name));
}

const known = new WeakMap<PageNode, readonly string[]>();

/** The words of those names: `articleShare-buttons` has three. */
function wordsOf(node: PageNode): readonly string[] {
  const before = known.get(node);
  if (before !== undefined) return before;
  const words = namesOf(node).flatMap((name) =>
    name
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1-$2")
      .toLowerCase()
      .split(/[^a-z\d]+|(?<=[a-z])(?=\d)/)
      .filter((word) => word !== ""),
  );
  known.set(node, words);
  return words;
}

/** Whether a `class` or an `id` of an element has one of these words in it. */
export function hasWord(node: PageNode, words: ReadonlySet<string>): boolean {
  return wordsOf(node).some((word) => words.has(word));
}

/** Whether nobody who looks at the page sees an element. */
export function isUnseen(node: PageNode): boolean {
  const style = node.getAttribute("style") ?? "";
  const hidden = node.getAttribute("hidden");
  return (
    (hidden !== null && hidden !== "until-found") ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style) ||
    isForScreenReaders(node)
  );
}

/** Whether an element is read out, and not seen. */
export function isForScreenReaders(node: PageNode): boolean {
  return namesOf(node).some((name) => UNSEEN_NAMES.has(name.toLowerCase()));
}

/**
 * The text of an element as one line, without what is not seen and the parts that `isLeftOut` names; `between` stands between its
 * blocks and lines.
 */
export function lineOf(node: PageNode, isLeftOut: (part: PageNode) => boolean = () => false, between = " "): string {
  let line = "";
  const visit = (part: PageNode) => {
    if (part.nodeType === TEXT_NODE) line += part.textContent ?? "";
    if (part.nodeType !== ELEMENT_NODE || isUnseen(part) || isLeftOut(part)) return;
    if (/^(?:script|style|template|svg|noscript|button)$/.test(part.localName ?? "")) return;
    // What stands in blocks or in elements of its own is not one word.
    const isApart = part !== node && (part.localName === "br" || !isInline(part));
    if (isApart) line += between;
    for (const child of part.childNodes) visit(child);
    if (isApart) line += between;
  };
  visit(node);
  return foldSpaces(line);
}

/**
 * The name or the headline in an element, without what stands beside it: a role, a date, a kicker. `between` stands between its
 * parts.
 */
export function ownLineOf(node: PageNode, between = " "): string {
  return lineOf(node, (part) => part !== node && isBesideName(part), between);
}

function isBesideName(part: PageNode): boolean {
  return hasWord(part, BESIDE_NAME_WORDS) || BESIDE_NAME_PROPERTIES.has(part.getAttribute("itemprop") ?? "");
}
