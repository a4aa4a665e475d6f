import { opensReadingList } from "../../src/index.ts";
import { isClock } from "./byline.ts";
import { foldSpaces } from "./characters.ts";
import {
  CHROME_ROLES,
  CHROME_TAGS,
  CHROME_WORDS,
  COMMENT_WORDS,
  CORRECTION_WORDS,
  LIKELY_CHROME_TAGS,
  LIKELY_CHROME_WORDS,
} from "./chrome-names.ts";
import { hasWord, isInline, isUnseen } from "./elements.ts";
import { wordsOfInline } from "./inline-text.ts";
import { holdsAny, linkShare, type Measures } from "./measures.ts";
import { ELEMENT_NODE, type Page, type PageNode, TEXT_NODE } from "./page.ts";

const STORY = ["main", "h1", "[articleBody]"];
const FACTS = ["table", "dl", "time"];
const PICTURES = ["img", "picture", "video", "iframe", "svg", "amp-img"];
/** What a box with a picture and its caption does not hold. */
const TEXTS = ["table", "pre", "p", "dl", "h1", "h2", "h3", "ul", "ol"];
const TEXTS_OF_FIGURE = ["table", "pre", "dl", "h1"];

const ADVERTISEMENT =
  /^(?:ad|advert(?:isement|ising)?|sponsored(?: content)?|promoted|paid (?:content|post)|partner content)\s*:?$/i;
const COMMENTS =
  /^(?:\d+|one|two|three|no) (?:comments?|responses?|replies|thoughts)\b.{0,60}$|^comments?(?: \(?\d+\)?)?$/i;
const MAX_LABEL_LENGTH = 100;
const MAX_BOX_LENGTH = 400;
const MAX_LIST_LENGTH = 1500;

/** Takes out of a page what its elements say to be no part of a story; corrections stay wherever they stand. */
export function removeChrome(page: Page, of: Measures): void {
  const visit = (element: PageNode) => {
    if (element !== page.body && !holdsAny(of(element), STORY) && isChromeElement(element, page, of)) takeOut(element);
    else for (const child of [...element.children]) visit(child);
  };
  visit(page.body);
}

function isChromeElement(element: PageNode, page: Page, of: Measures): boolean {
  if (/\barticleBody\b/.test(element.getAttribute("itemprop") ?? "")) return false;
  if (isNoContent(element) || isBox(element, of) || isPictureBox(element, of)) return true;
  const isSmall = of(element).sentences <= of(page.body).sentences / 2;
  return isCalledChrome(element, of) && (isSmall || hasWord(element, COMMENT_WORDS));
}

function isNoContent(element: PageNode): boolean {
  return CHROME_TAGS.has(element.localName ?? "") || (isUnseen(element) && !isInline(element));
}

/** A block whose first line says that it is an advertisement, comments or a list of other stories. */
function isBox(element: PageNode, of: Measures): boolean {
  if (!/^(?:div|section|ul|ol)$/.test(element.localName ?? "")) return false;
  const line = firstLine(element, of);
  const { length } = of(element);
  if (line === "" || length <= line.length) return false;
  if (COMMENTS.test(line)) return true;
  if (ADVERTISEMENT.test(line)) return length <= MAX_BOX_LENGTH;
  return length <= MAX_LIST_LENGTH && opensReadingList(line) && linkShare(of(element)) > 0.3;
}

/** The text of the first element that has one and holds no other. */
function firstLine(element: PageNode, of: Measures): string {
  for (const child of element.children) if (of(child).length > 0) return firstLine(child, of);
  return of(element).length > MAX_LABEL_LENGTH ? "" : foldSpaces(element.textContent ?? "");
}

/** A picture with the lines under it. */
function isPictureBox(element: PageNode, of: Measures): boolean {
  const name = element.localName ?? "";
  if (!/^(?:figure|div|td)$/.test(name) || of(element).length > MAX_BOX_LENGTH) return false;
  if (!holdsAny(of(element), PICTURES) || holdsAny(of(element), name === "figure" ? TEXTS_OF_FIGURE : TEXTS))
    return false;
  // A picture of a feeling is a part of the words beside it.
  return ![...element.querySelectorAll("img[alt]")].some((picture) => wordsOfInline(picture, "") !== "");
}

function isCalledChrome(element: PageNode, of: Measures): boolean {
  const name = element.localName ?? "";
  if (/^(?:main|tr|tbody|td)$/.test(name) || !isNamedChrome(element, name, of)) return false;
  return !isInline(element) || (of(element).length > 2 && !isInLine(element));
}

function isNamedChrome(element: PageNode, name: string, of: Measures): boolean {
  if (CHROME_ROLES.has(element.getAttribute("role") ?? "") || hasWord(element, CHROME_WORDS)) return true;
  if (of(element).sentences > 0 || /^(?:table|dl|ul|ol|h\d|time|blockquote)$/.test(name)) return false;
  const isLikely = LIKELY_CHROME_TAGS.has(name) || hasWord(element, LIKELY_CHROME_WORDS);
  // Facts are no sentences, and no page chrome; nor is the time of an entry in a live blog.
  return isLikely && !holdsAny(of(element), FACTS) && !isClock(foldSpaces(element.textContent ?? ""));
}

/** Whether an element stands in a line with other words. */
function isInLine(element: PageNode): boolean {
  let node = element;
  while (node.parentElement !== null && isInline(node.parentElement)) node = node.parentElement;
  return hasWordsBeside(node, (other) => other.previousSibling) || hasWordsBeside(node, (other) => other.nextSibling);
}

function hasWordsBeside(node: PageNode, step: (node: PageNode) => PageNode | null): boolean {
  for (let other = step(node); other !== null; other = step(other)) {
    if (other.nodeType === ELEMENT_NODE && !isInline(other)) return false;
    if (other.nodeType <= TEXT_NODE && foldSpaces(other.textContent ?? "") !== "") return true;
  }
  return false;
}

/** Empties an element, but for the corrections in it; it still parts the texts before and behind it. */
function takeOut(element: PageNode): void {
  if (isCorrection(element)) return;
  const corrections = [...element.querySelectorAll("[class], [id]")].filter(isCorrection);
  if (corrections.length === 0) for (const child of [...element.childNodes]) child.remove();
  else for (const child of [...element.children]) takeOut(child);
}

function isCorrection(element: PageNode): boolean {
  return hasWord(element, CORRECTION_WORDS);
}
