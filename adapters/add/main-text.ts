import { Readability } from "@mozilla/readability";
import { isClock } from "./byline.ts";
import { countWords, foldSpaces } from "./characters.ts";
import { CORRECTION_WORDS } from "./chrome-names.ts";
import { hasWord } from "./elements.ts";
import { wordsOfInline } from "./inline-text.ts";
import { isLeaf, linkShare, type Measures, measure } from "./measures.ts";
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
const MAX_HEADLINE_LENGTH = 200;
const MAX_LABEL_WORDS = 5;
const MAX_CLOCK_LENGTH = 16;

/**
 * Finds the story of a page. Readability tells where it stands; the words are then read from the page as it is, since Readability
 * leaves out tables, lists and short paragraphs that look like page chrome to it. `null` where there is none.
 */
export function findStory(page: Page): Story | null {
  let number = 0;
  for (const block of page.querySelectorAll(BLOCKS)) block.setAttribute(MARK, String(number++));
  const of = measure(page.body);
  const found = foundByReadability(page, of);
  const declared = ancestorOf(outermost([...page.querySelectorAll(DECLARED)]));
  const root = chosenRoot(page, declared, ancestorOf(found), of);
  if (root === null) return null;
  const isDeclared = root === declared;
  const kept = withAncestors(found);
  const order = [...root.querySelectorAll(`[${MARK}]`)];
  const isLine = (block: PageNode) => kept.has(block) && isLeaf(block, of);
  const [first, last] = [order.findIndex(isLine), order.findLastIndex(isLine)];
  const place = new Map(order.map((block, at) => [block, at]));
  const isLeftOut = (node: PageNode): boolean => {
    const at = place.get(node);
    if (isLinkToOther(node, of)) return true;
    if (at === undefined || kept.has(node) || isTimeOfEntry(node, of) || isCorrection(node, of)) return false;
    const isWithin = isDeclared || (at > first && at < last);
    return linkShare(of(node)) > 0.5 || !(isWithin || of(node).sentences > 0);
  };
  return { root, isLeftOut, ...correctionsAround(page, root, of) };
}

/** The blocks of the page that Readability keeps. */
function foundByReadability(page: Page, of: Measures): readonly PageNode[] {
  const article = new Readability<string>(page.cloneNode(true)).parse();
  if (!article?.content) return [];
  const content = parsePage(article.content);
  const marks = new Set([...content.querySelectorAll(`[${MARK}]`)].map((block) => block.getAttribute(MARK)));
  // A block with nothing but text in it is made a paragraph anew, and loses its mark.
  const texts = new Set([...content.querySelectorAll("p")].map((block) => foldSpaces(block.textContent ?? "")));
  return [...page.querySelectorAll(`[${MARK}]`)].filter((block) => {
    if (of(block).length === 0) return false;
    return marks.has(block.getAttribute(MARK)) || (isLeaf(block, of) && texts.has(foldSpaces(block.textContent ?? "")));
  });
}

/** A declared text counts where it is not far less than what is found; an article counts whole where it holds little more. */
function chosenRoot(page: Page, declared: PageNode | null, found: PageNode | null, of: Measures): PageNode | null {
  const sentenceWords = (node: PageNode) => of(node).sentenceWords;
  if (declared !== null && (found === null || sentenceWords(declared) >= sentenceWords(found) / 2)) return declared;
  if (found === null) return null;
  const words = sentenceWords(found);
  // What stands beside the one article of a page is of others: comments, further stories.
  const articles = outermost([...found.querySelectorAll("article")]);
  const [only] = articles.filter((one) => of(one).names.has("h1"));
  if (articles.length === 1 && only !== undefined && sentenceWords(only) >= words / 4) return only;
  const article = found.closest("article");
  if (article !== null && sentenceWords(article) <= words * 1.3 + 60) return article;
  const [main] = page.querySelectorAll("main");
  return main?.contains(found) && sentenceWords(main) <= words * 1.1 ? main : found;
}

/** The innermost element that holds all of these. */
function ancestorOf(blocks: readonly PageNode[]): PageNode | null {
  const [first, ...others] = blocks;
  let ancestor: PageNode | null = first ?? null;
  for (const block of others) while (ancestor !== null && !ancestor.contains(block)) ancestor = ancestor.parentElement;
  return ancestor;
}

/** These blocks and all that they stand in. */
function withAncestors(blocks: readonly PageNode[]): ReadonlySet<PageNode> {
  const all = new Set<PageNode>();
  for (const block of blocks)
    for (let node: PageNode | null = block; node !== null && !all.has(node); node = node.parentElement) all.add(node);
  return all;
}

function outermost(blocks: readonly PageNode[]): readonly PageNode[] {
  const all = new Set(blocks);
  return blocks.filter((block) => !isUnder(block, all));
}

function isUnder(block: PageNode, others: ReadonlySet<PageNode>): boolean {
  for (let node = block.parentElement; node !== null; node = node.parentElement) if (others.has(node)) return true;
  return false;
}

/** A line that is nothing but a link, or a label and a link, leads to another story. */
function isLinkToOther(node: PageNode, of: Measures): boolean {
  const name = node.localName ?? "";
  const own = of(node);
  if (!/^(?:p|div|h[2-6]|blockquote|section|ul|ol)$/.test(name) || own.linked === 0) return false;
  if (name === "ul" || name === "ol") return isListOfLinks(node, of);
  if (own.length > MAX_HEADLINE_LENGTH || !isLeaf(node, of)) return false;
  const line = foldSpaces(node.textContent ?? "");
  if (/[.!?…]["'”’)\]]*$/.test(line)) return false;
  if (linkShare(own) > 0.9) return countWords(line) >= 2;
  const links = [...node.querySelectorAll("a[href]")].map((link) => foldSpaces(link.textContent ?? "")).filter(Boolean);
  const [linked = ""] = links;
  const before = line.slice(0, line.lastIndexOf(linked)).trim();
  const isLabelled =
    countWords(before) <= MAX_LABEL_WORDS &&
    /[:|»›→–—>]$/.test(before) &&
    !/^\W*(?:sources?|data|by|see|dr|mr|ms)\b/i.test(before);
  return links.length === 1 && line.endsWith(linked) && countWords(linked) >= 3 && isLabelled;
}

/** A list of links is one to other stories, unless a sentence announces it. */
function isListOfLinks(list: PageNode, of: Measures): boolean {
  const items = [...list.children].filter((item) => item.localName === "li");
  const isLink = (item: PageNode) => linkShare(of(item)) > 0.9 && countWords(item.textContent ?? "") >= 2;
  return items.length > 0 && items.every(isLink) && !isAnnounced(list);
}

function isAnnounced(list: PageNode): boolean {
  const siblings = [...(list.parentElement?.children ?? [])];
  const before = siblings[siblings.indexOf(list) - 1];
  const line = foldSpaces(before?.textContent ?? "");
  return /:$/.test(line) && countWords(line) > 4;
}

/** The time of an entry in a live blog stands alone before it. */
function isTimeOfEntry(node: PageNode, of: Measures): boolean {
  if (node.localName === "time" && wordsOfInline(node, "") !== null) return true;
  return of(node).length <= MAX_CLOCK_LENGTH && isClock(node.textContent ?? "");
}

/** Whether a block is a correction, by what it is called or by how it begins. */
function isCorrection(node: PageNode, of: Measures): boolean {
  if (hasWord(node, CORRECTION_WORDS)) return true;
  return isLeaf(node, of) && CORRECTION.test(foldSpaces(node.textContent ?? ""));
}

/** Corrections stand above or below the text that they correct, often outside of what holds it. */
function correctionsAround(page: Page, root: PageNode, of: Measures): Pick<Story, "before" | "after"> {
  const scope = root.closest("article, main") ?? page.body;
  const all = [...scope.querySelectorAll(`[${MARK}]`)];
  const around = outermost(all.filter((block) => isCorrection(block, of) && !block.contains(root)));
  const outside = around.filter((block) => !root.contains(block));
  const at = all.findIndex((block) => root.contains(block));
  const isBefore = (block: PageNode) => all.indexOf(block) < at;
  return { before: outside.filter(isBefore), after: outside.filter((block) => !isBefore(block)) };
}
