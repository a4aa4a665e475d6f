import { Readability } from "@mozilla/readability";
import { countWords, foldSpaces } from "./characters.ts";
import { hasWord, isSentence, linkShare } from "./elements.ts";
import { CORRECTION_WORDS } from "./furniture-elements.ts";
import { type Page, type PageNode, parsePage } from "./page.ts";

/** Where the story of a page stands. */
export interface Story {
  readonly root: PageNode;
  /** Whether an element within `root` is no part of the story. */
  readonly isLeftOut: (node: PageNode) => boolean;
  /** What stands outside `root` and belongs to the story all the same, in order: corrections. */
  readonly before: readonly PageNode[];
  readonly after: readonly PageNode[];
}

const MARK = "data-talks-block";
const BLOCKS =
  "p, li, dt, dd, td, th, caption, blockquote, pre, h1, h2, h3, h4, h5, h6, div, section, article, time, table, ul, ol, dl, figure, header, details, summary";
/** What a page itself declares to be the text of its story: schema.org, microformats. */
const DECLARED =
  "[itemprop~=articleBody], .e-content, .entry-content, [property~='schema:articleBody'], [property=articleBody]";
const CORRECTION =
  /^\W*(?:corrections?|clarifications?|corrected|erratum|corrigendum|editor[’']?s?[’']? note|amendment|this (?:article|story|report|piece) (?:has been|was) (?:amended|corrected|updated)|an earlier version of this)\b/i;
const MAX_HEADLINE_WORDS = 25;

/**
 * Finds the story of a page. Readability tells where it stands; the words are then read from the page as it is, since Readability
 * leaves out tables, lists and short paragraphs that look like furniture to it. `null` where there is none.
 */
export function findStory(page: Page): Story | null {
  let number = 0;
  for (const block of page.querySelectorAll(BLOCKS)) block.setAttribute(MARK, String(number++));
  const found = foundByReadability(page);
  const declared = ancestorOf(outermost([...page.querySelectorAll(DECLARED)]));
  const root = chosenRoot(page, declared, ancestorOf(found));
  if (root === null) return null;
  const isDeclared = root === declared;
  const kept = new Set(innermost(found).filter((block) => root.contains(block)));
  const order = [...root.querySelectorAll(`[${MARK}]`)];
  const [first, last] = [order.findIndex((block) => kept.has(block)), order.findLastIndex((block) => kept.has(block))];
  const place = new Map(order.map((block, at) => [block, at]));
  const isLeftOut = (node: PageNode): boolean => {
    const at = place.get(node);
    if (isLinkToOther(node)) return true;
    if (at === undefined || kept.has(node) || isCorrection(node) || isLetter(node)) return false;
    for (const block of node.querySelectorAll(`[${MARK}]`)) if (kept.has(block)) return false;
    const isWithin = isDeclared || (at > first && at < last);
    return linkShare(node) > 0.5 || !(isWithin || holdsSentence(node));
  };
  return { root, isLeftOut, ...correctionsAround(page, root) };
}

/** The blocks of the page that Readability keeps. */
function foundByReadability(page: Page): readonly PageNode[] {
  const article = new Readability<string>(page.cloneNode(true)).parse();
  if (!article?.content) return [];
  const marks = new Set(
    [...parsePage(article.content).querySelectorAll(`[${MARK}]`)].map((block) => block.getAttribute(MARK)),
  );
  const isKept = (block: PageNode) => marks.has(block.getAttribute(MARK)) && foldSpaces(block.textContent ?? "") !== "";
  return [...page.querySelectorAll(`[${MARK}]`)].filter(isKept);
}

/** A declared text counts where it is not less than what Readability finds; an article counts whole where it holds little more. */
function chosenRoot(page: Page, declared: PageNode | null, found: PageNode | null): PageNode | null {
  if (declared !== null && (found === null || sentenceWords(declared) >= sentenceWords(found) / 2)) return declared;
  if (found === null) return null;
  const words = sentenceWords(found);
  // What stands beside the one article of a page is of others: comments, further stories.
  const articles = outermost([...found.querySelectorAll("article")]);
  const [only] = articles.filter((one) => hasHeadline(one));
  if (articles.length === 1 && only !== undefined && sentenceWords(only) >= words / 4) return only;
  const article = found.closest("article");
  if (article !== null && sentenceWords(article) <= words * 1.3 + 60) return article;
  const [main] = page.querySelectorAll("main");
  return main?.contains(found) && sentenceWords(main) <= words * 1.1 ? main : found;
}

function hasHeadline(node: PageNode): boolean {
  for (const _ of node.querySelectorAll("h1")) return true;
  return false;
}

function sentenceWords(root: PageNode): number {
  let words = 0;
  for (const block of root.querySelectorAll("p, li, dd, td, blockquote, div"))
    if (isSentence(block) && !hasBlocks(block)) words += countWords(block.textContent ?? "");
  return words;
}

function hasBlocks(node: PageNode): boolean {
  for (const _ of node.querySelectorAll("p, li, dd, td, blockquote, div")) return true;
  return false;
}

function holdsSentence(node: PageNode): boolean {
  if (isSentence(node) && !hasBlocks(node)) return true;
  for (const block of node.querySelectorAll("p, li, dd, td, blockquote, div"))
    if (isSentence(block) && !hasBlocks(block)) return true;
  return false;
}

/** The innermost element that holds all of these. */
function ancestorOf(blocks: readonly PageNode[]): PageNode | null {
  const [first, ...others] = blocks;
  let ancestor: PageNode | null = first ?? null;
  for (const block of others) while (ancestor !== null && !ancestor.contains(block)) ancestor = ancestor.parentElement;
  return ancestor;
}

function innermost(blocks: readonly PageNode[]): readonly PageNode[] {
  const all = new Set(blocks);
  return blocks.filter((block) => {
    for (const inner of block.querySelectorAll(`[${MARK}]`)) if (all.has(inner)) return false;
    return true;
  });
}

function outermost(blocks: readonly PageNode[]): readonly PageNode[] {
  return blocks.filter((block) => !blocks.some((other) => other !== block && other.contains(block)));
}

/** A line that is nothing but a link, or a label and a link, leads to another story. */
function isLinkToOther(node: PageNode): boolean {
  if (!/^(?:p|div|h[2-6]|blockquote|section|ul|ol)$/.test(node.localName ?? "")) return false;
  const line = foldSpaces(node.textContent ?? "");
  if (line === "" || /[.!?…]["'”’)\]]*$/.test(line)) return false;
  const links = [...node.querySelectorAll("a[href]")].filter((link) => foldSpaces(link.textContent ?? "") !== "");
  const [link] = links;
  if (link === undefined) return false;
  if (/^(?:ul|ol)$/.test(node.localName ?? "")) return isListOfLinks(node);
  if (hasBlocks(node) || countWords(line) > MAX_HEADLINE_WORDS) return false;
  const linked = foldSpaces(link.textContent ?? "");
  const before = line.slice(0, line.lastIndexOf(linked)).trim();
  if (linkShare(node) > 0.9 && countWords(line) >= 2) return true;
  return (
    links.length === 1 &&
    line.endsWith(linked) &&
    countWords(linked) >= 3 &&
    countWords(before) <= 5 &&
    /[:|»›→–—>]$/.test(before) &&
    !/^\W*(?:sources?|data|by|see|dr|mr|ms)\b/i.test(before)
  );
}

/** A list of links is one to other stories, unless a sentence announces it. */
function isListOfLinks(list: PageNode): boolean {
  const items = [...list.children].filter((item) => item.localName === "li");
  const isLink = (item: PageNode) => linkShare(item) > 0.9 && countWords(item.textContent ?? "") >= 2;
  return items.length > 0 && items.every(isLink) && !isAnnounced(list);
}

function isAnnounced(list: PageNode): boolean {
  const siblings = [...(list.parentElement?.children ?? [])];
  const before = siblings[siblings.indexOf(list) - 1];
  const line = foldSpaces(before?.textContent ?? "");
  return /:$/.test(line) && countWords(line) > 4;
}

/** A first letter may float beside the paragraph that it begins. */
function isLetter(node: PageNode): boolean {
  return /^["'“‘«]?\p{Lu}$/u.test(foldSpaces(node.textContent ?? ""));
}

/** Whether a block is a correction, by what it is called or by how it begins. */
function isCorrection(node: PageNode): boolean {
  return hasWord(node, CORRECTION_WORDS) || (CORRECTION.test(foldSpaces(node.textContent ?? "")) && !hasBlocks(node));
}

/** Corrections stand above or below the text that they correct, often outside of what holds it. */
function correctionsAround(page: Page, root: PageNode): Pick<Story, "before" | "after"> {
  const scope = root.closest("article, main") ?? page.body;
  const around = outermost(
    [...scope.querySelectorAll(`[${MARK}]`)].filter((block) => isCorrection(block) && !block.contains(root)),
  );
  const outside = around.filter((block) => !root.contains(block));
  const all = [...scope.querySelectorAll(`[${MARK}]`)];
  const at = all.findIndex((block) => root.contains(block));
  const isBefore = (block: PageNode) => all.indexOf(block) < at;
  return { before: outside.filter(isBefore), after: outside.filter((block) => !isBefore(block)) };
}
