import { foldSpaces } from "./characters.ts";
import { CHROME_TAGS } from "./chrome-names.ts";
import { isInline, isUnseen } from "./elements.ts";
import { ELEMENT_NODE, type PageNode, TEXT_NODE } from "./page.ts";

const LETTER = /^["'“‘«]?\p{Lu}$/u;
/** How a word goes on behind its first letter: in small letters, or as a whole in capitals. */
const REST = /^(?:\p{Ll}|\p{Lu}{2,}(?!\p{L}))/u;
/** After A, I and O a blank may be meant. */
const OWN_WORD = /^\W?[AIO]$/;
const OTHER_WORD = /^(?:\p{L}{2}|[ai](?!\p{L}))/iu;
/** What one of these holds does not go on in the next. */
const APART = /^(?:li|td|th|dt|dd)$/;

/**
 * Puts the first letter of a text before the rest of its word, wherever a page has it: in an element of its own, in a block that
 * floats beside the paragraph, or as a picture; with a blank behind it that nobody sees, or hidden from those who listen.
 */
export function joinDropCaps(root: PageNode): void {
  let letter: { readonly text: string; readonly isElement: boolean; readonly remove: () => void } | null = null;
  let isFirst = true;
  let isBlockBetween = false;
  let isBlank = false;
  const meet = (text: string, isElement: boolean, remove: () => void) => {
    letter = isFirst && LETTER.test(text) ? { text, isElement, remove } : null;
    [isFirst, isBlockBetween, isBlank] = [false, false, false];
  };
  const visitText = (node: PageNode) => {
    const words = node.textContent ?? "";
    const text = foldSpaces(words);
    isBlank ||= /^\s/.test(words);
    if (text === "") return;
    if (letter !== null && (isBlockBetween ? /^\p{Ll}/u.test(text) : letter.isElement && REST.test(text))) {
      const isOwn = isBlank && !isBlockBetween && OWN_WORD.test(letter.text) && OTHER_WORD.test(text);
      node.textContent = `${letter.text}${isOwn ? " " : ""}${words.trimStart()}`;
      letter.remove();
      letter = null;
    } else {
      const isElement = node.parentElement !== null && isInline(node.parentElement);
      meet(text, isElement, () => {
        node.textContent = "";
      });
    }
    isBlank = /\s$/.test(words);
  };
  const visit = (node: PageNode) => {
    const name = node.localName ?? "";
    if (node.nodeType === TEXT_NODE) visitText(node);
    if (node.nodeType !== ELEMENT_NODE || CHROME_TAGS.has(name) || isUnseen(node)) return;
    if (name === "img" || name === "svg") {
      const text = foldSpaces(node.getAttribute(name === "img" ? "alt" : "aria-label") ?? node.textContent ?? "");
      if (LETTER.test(text)) meet(text, true, () => node.remove());
      return;
    }
    const isBlock = !isInline(node);
    if (isBlock) [isFirst, isBlockBetween] = [true, true];
    for (const child of [...node.childNodes]) visit(child);
    if (isBlock) [isFirst, isBlockBetween] = [true, true];
    if (APART.test(name)) letter = null;
  };
  visit(root);
}
