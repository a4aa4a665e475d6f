import { authorOf, isBylineOrDate, namesInByline, saysBy } from "./byline.ts";
import { oneLine } from "./characters.ts";
import { BYLINE_WORDS, CHROME_WORDS } from "./chrome-names.ts";
import { dateOf } from "./dates.ts";
import { type Metadata, NO_METADATA } from "./draft.ts";
import { hasWord, isUnseen, lineOf, ownLineOf } from "./elements.ts";
import { isLeaf, type Measures } from "./measures.ts";
import type { Page, PageNode } from "./page.ts";

const HEADLINES = "[itemprop~=headline], .p-name, .entry-title, h1, [role=heading][aria-level='1']";
const PUBLISHED = /publish|pubdate|posted|created|issued/i;
const CHANGED = /modif|updat|edit|revis/i;
/** Parts the parts of a byline. */
const BAR = " | ";
const MAX_LINE = 160;
// A first paragraph has more words than a teaser line above it.
const MIN_LEAD_WORDS = 25;

/**
 * What the readers of a page see of its title, its author and its date. What stands in comments, lists of other stories and the
 * like is of something else.
 */
export function readVisible(page: Page, outlet: string | null, of: Measures): Metadata {
  const headline = headlineOf(page, outlet);
  const head = headOf(page, headline, of);
  return {
    ...NO_METADATA,
    title: headline === null ? null : oneLine(ownLineOf(headline)),
    outlet: namesAt(page, "publisher"),
    author: authorIn(head, outlet, of) ?? namesAt(page, "author"),
    published: dateIn(head, of),
  };
}

/** The names that microdata gives to somebody, also where they are only for machines. */
function namesAt(page: Page, property: string): string | null {
  const named = [...page.querySelectorAll(`[itemprop~=${property}] [itemprop~=name]`)].filter(
    (name) => !isElsewhere(name),
  );
  const names = named.flatMap((name) => oneLine(name.getAttribute("content")) ?? oneLine(lineOf(name)) ?? []);
  return names.length > 0 ? oneLine([...new Set(names)].join(", ")) : null;
}

/** The headline: a logo is often an `h1`, too, but names the outlet or nothing. */
function headlineOf(page: Page, outlet: string | null): PageNode | null {
  const isHeadline = (element: PageNode) => {
    const line = oneLine(ownLineOf(element));
    return line !== null && line.toLowerCase() !== outlet?.toLowerCase() && !isElsewhere(element);
  };
  const all = [...page.querySelectorAll(HEADLINES)].filter(isHeadline);
  return all.find((element) => element.closest("main, article, [itemprop~=articleBody]") !== null) ?? all[0] ?? null;
}

/**
 * The elements around the headline, in order: from the block it stands in to the first sentences of the story, and those of a
 * footer of the story, where bylines stand at times.
 */
function headOf(page: Page, headline: PageNode | null, of: Measures): readonly PageNode[] {
  const head: PageNode[] = [];
  let isBehindHeadline = headline === null;
  let isInStory = false;
  const visit = (element: PageNode) => {
    const isOther = isOfOther(element);
    if (isOther && !of(element).names.has("address")) return;
    if (element === headline) isBehindHeadline = true;
    else if (isBehindHeadline && isLeaf(element, of) && of(element).sentenceWords > MIN_LEAD_WORDS) isInStory = true;
    if (
      of(element).length <= MAX_LINE &&
      (!isOther || element.localName === "address") &&
      !(isInStory && of(element).sentences > 0)
    )
      head.push(element);
    for (const child of element.children) visit(child);
  };
  visit(headline?.closest("article, main") ?? page.body);
  return head;
}

function authorIn(head: readonly PageNode[], outlet: string | null, of: Measures): string | null {
  const signed = head.filter((element) => isSigned(element, of));
  for (const element of signed) {
    const names = namesInByline(ownLineOf(element, BAR), outlet) ?? namesInByline(lineOf(element), outlet);
    if (names === null) continue;
    // Each of several authors may have an element of its own, side by side.
    const isBeside = (other: PageNode) =>
      other.parentElement === element.parentElement && other.localName === element.localName;
    const siblings = signed.filter(isBeside).flatMap((other) => namesInByline(ownLineOf(other, BAR), outlet) ?? []);
    return oneLine([...new Set([names, ...siblings].flatMap((some) => some.split(", ")))].join(", "));
  }
  for (const element of head) {
    const line = isLeaf(element, of) ? lineOf(element) : "";
    if (line.length <= MAX_LINE && saysBy(line)) {
      const names = namesInByline(line, outlet);
      if (names !== null) return names;
    }
  }
  const [byline] = signed.filter((element) => saysBy(lineOf(element)));
  return byline === undefined ? null : authorOf(lineOf(byline));
}

function isSigned(element: PageNode, of: Measures): boolean {
  if (of(element).sentences > 0) return false;
  const [rel, prop] = [element.getAttribute("rel") ?? "", element.getAttribute("itemprop") ?? ""];
  return /\bauthor\b/.test(`${rel} ${prop}`) || hasWord(element, BYLINE_WORDS);
}

function dateIn(head: readonly PageNode[], of: Measures): string | null {
  const isDated = (element: PageNode) =>
    element.localName === "time" ||
    element.getAttribute("itemprop") === "datePublished" ||
    hasWord(element, DATE_WORDS);
  const dated = head.filter(isDated);
  const ranked = [
    ...dated.filter((element) => isNamed(element, PUBLISHED)),
    ...dated.filter((element) => !isNamed(element, CHANGED) && !isNamed(element, PUBLISHED)),
  ];
  const [marked] = ranked.flatMap((element) => dateAt(element) ?? []);
  if (marked !== undefined) return marked;
  for (const element of head) {
    const line = isLeaf(element, of) ? lineOf(element) : "";
    if (line === "" || line.length > MAX_LINE || (CHANGED.test(line.slice(0, 12)) && !PUBLISHED.test(line))) continue;
    if (!isBylineOrDate(line, null) && !saysBy(line) && !isSigned(element, of)) continue;
    const date = dateInLine(line);
    if (date !== null) return date;
  }
  return null;
}

/** A line may tell when a story was published behind when it was changed. */
function dateInLine(line: string): string | null {
  const published = line.search(PUBLISHED);
  return (published < 0 ? null : dateOf(line.slice(published))) ?? dateOf(line);
}

/** What is shown of a date is in the zone of the page; what is only for machines may be in another. */
function dateAt(element: PageNode): string | null {
  const machine = ["datetime", "content", "title", "data-datetime"].map((name) => dateOf(element.getAttribute(name)));
  return dateInLine(lineOf(element)) ?? machine.find((date) => date !== null) ?? null;
}

const DATE_WORDS = new Set("date dates pubdate published dateline timestamp datetime time posted".split(" "));

function isNamed(element: PageNode, names: RegExp): boolean {
  const label = `${element.getAttribute("class")} ${element.getAttribute("itemprop")} ${element.getAttribute("id")} ${element.getAttribute("pubdate") === null ? "" : "pubdate"}`;
  return (
    names.test(label) || (names === CHANGED && CHANGED.test(lineOf(element.parentElement ?? element).slice(0, 12)))
  );
}

/** Whether an element belongs to something else than the story: to comments, other stories, the site. */
function isElsewhere(element: PageNode): boolean {
  for (let node: PageNode | null = element; node !== null; node = node.parentElement) {
    if (/^(?:body|main|article)$/.test(node.localName ?? "")) return isUnseen(node);
    if (isOfOther(node)) return true;
  }
  return false;
}

function isOfOther(node: PageNode): boolean {
  const name = node.localName ?? "";
  if (isUnseen(node) || /^(?:nav|aside|figure|dialog)$/.test(name)) return true;
  return !/^(?:body|main|article)$/.test(name) && hasWord(node, ELSEWHERE_WORDS);
}

const ELSEWHERE_WORDS = new Set(
  [...CHROME_WORDS].filter((word) => !/^(?:credits?|bio|social|share|sharing|banner|masthead)$/.test(word)),
);
