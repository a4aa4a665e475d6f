import { isFurniture, opensReadingList } from "../../src/index.ts";
import { isClock } from "./byline.ts";
import { foldSpaces } from "./characters.ts";
import { hasWord, isInline, isSentence, isUnseen } from "./elements.ts";
import {
  CORRECTION_WORDS,
  FURNITURE_ROLES,
  FURNITURE_TAGS,
  FURNITURE_WORDS,
  LIKELY_FURNITURE_TAGS,
  LIKELY_FURNITURE_WORDS,
} from "./furniture-elements.ts";
import { type Page, type PageNode, TEXT_NODE } from "./page.ts";

const STORY = "main, h1, [itemprop~=articleBody]";
const LINES = "p, li, td, dd, blockquote, div, section";

/** Takes out of a page what its elements say to be no part of a story; corrections stay wherever they stand. */
export function removeFurnitureElements(page: Page): void {
  const sentences = countSentences(page.body);
  const all = sentences.get(page.body) ?? 0;
  for (const element of [...page.body.querySelectorAll("*")]) {
    if (!page.body.contains(element) || isStory(element)) continue;
    const own = sentences.get(element) ?? 0;
    if (isNoContent(element) || (isCalledFurniture(element, own) && !(own > all / 2 && !isComment(element))))
      takeOut(element);
  }
}

function isNoContent(element: PageNode): boolean {
  const name = element.localName ?? "";
  if (FURNITURE_TAGS.has(name)) return !(name === "svg" || name === "input");
  return isUnseen(element) && !isInline(element);
}

function isCalledFurniture(element: PageNode, sentences: number): boolean {
  const name = element.localName ?? "";
  if (isInline(element) && (isInLine(element) || foldSpaces(element.textContent ?? "").length <= 2)) return false;
  if (/^(?:html|body|main|tr|tbody|td)$/.test(name)) return false;
  if (FURNITURE_ROLES.has(element.getAttribute("role") ?? "") || hasWord(element, FURNITURE_WORDS)) return true;
  return (
    sentences === 0 &&
    (LIKELY_FURNITURE_TAGS.has(name) || hasWord(element, LIKELY_FURNITURE_WORDS)) &&
    !/^(?:table|dl|ul|ol|h\d|time|blockquote)$/.test(name) &&
    !holdsData(element)
  );
}

/** Whether an element stands in a line with other words. */
function isInLine(element: PageNode): boolean {
  let node = element;
  while (node.parentElement !== null && isInline(node.parentElement)) node = node.parentElement;
  const beside = [...(node.parentElement?.childNodes ?? [])].filter(
    (other) => other !== node && (other.nodeType === TEXT_NODE || isInline(other)),
  );
  return beside.some((other) => foldSpaces(other.textContent ?? "") !== "");
}

/** Facts are no sentences, and no furniture; nor is the time of an entry in a live blog. */
function holdsData(element: PageNode): boolean {
  if (isClock(foldSpaces(element.textContent ?? ""))) return true;
  for (const _ of element.querySelectorAll("table, dl, time")) return true;
  return false;
}

function isStory(element: PageNode): boolean {
  for (const _ of element.querySelectorAll(STORY)) return true;
  return /\barticleBody\b/.test(element.getAttribute("itemprop") ?? "");
}

function isComment(element: PageNode): boolean {
  return hasWord(element, COMMENT_WORDS);
}

const COMMENT_WORDS: ReadonlySet<string> = new Set(
  "comment comments commentlist disqus discussion respond reactions".split(" "),
);

/** How many sentences stand in each element. */
function countSentences(body: PageNode): ReadonlyMap<PageNode, number> {
  const counts = new Map<PageNode, number>();
  for (const line of body.querySelectorAll(LINES)) {
    if (hasLines(line) || !isSentence(line)) continue;
    for (let node: PageNode | null = line; node !== null; node = node.parentElement)
      counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  return counts;
}

function hasLines(node: PageNode): boolean {
  for (const _ of node.querySelectorAll(LINES)) return true;
  return false;
}

function takeOut(element: PageNode): void {
  for (const inner of element.querySelectorAll("*")) if (hasWord(inner, CORRECTION_WORDS)) return;
  if (!hasWord(element, CORRECTION_WORDS)) element.remove();
}

const MAX_AT_END = 4;
const ABOUT_PERSON =
  /^(?:is|was|has|covers|writes|reports|works|edits|joined|can be|lives|tweets|studied|leads|heads|teaches|contributed|began|grew)\b/u;
const ANY_AUTHOR =
  /^\p{Lu}[\p{L}’'.-]+(?: (?:de|van|von|der|la|al|bin|\p{Lu}\.))*(?: (\p{Lu}[\p{L}’'-]+)){1,3},? (?:is|was) (?:an?|the|our|its|one of)\b.{0,80}\b(?:reporter|correspondent|editor|writer|columnist|journalist|author|contributor|fellow|professor|freelancer|critic|producer|presenter|photographer)\b.{0,240}$/u;

/**
 * The paragraphs of a story: without furniture, lists of links to other stories, notes about the author at the end, and headlines
 * or bylines repeated.
 */
export function withoutFurniture(
  paragraphs: readonly string[],
  repeated: readonly (string | null)[],
  authors: readonly string[] = [],
): string[] {
  const known = new Set(repeated.filter((text) => text !== null).flatMap((text) => [fold(text), fold(`by ${text}`)]));
  let inLinks = false;
  const story = paragraphs.filter((paragraph) => {
    inLinks = opensReadingList(paragraph) || (inLinks && paragraph.startsWith("- "));
    return !inLinks && !known.has(fold(paragraph)) && !isFurniture(paragraph);
  });
  return story.filter((_, at) => story.length - at > MAX_AT_END || !isAboutAuthor(story, at, authors));
}

/** A note about the author begins with the name; somebody who writes and is in the story was named in it before. */
function isAboutAuthor(story: readonly string[], at: number, authors: readonly string[]): boolean {
  const paragraph = story[at] ?? "";
  const [, last = ""] = ANY_AUTHOR.exec(paragraph) ?? [];
  if (last !== "" && !story.slice(0, at).some((before) => before.includes(last))) return true;
  const author = authors.find((name) => paragraph.startsWith(`${name} `) || paragraph.startsWith(`${name}, `));
  return author !== undefined && ABOUT_PERSON.test(paragraph.slice(author.length).replace(/^,?\s*(?:who )?/, ""));
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
