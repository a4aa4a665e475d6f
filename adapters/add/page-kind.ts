import { countWords } from "./characters.ts";
import { isSentence, isUnseen, linkShare } from "./elements.ts";
import { FURNITURE_TAGS } from "./furniture-elements.ts";
import { ELEMENT_NODE, type Page, type PageNode } from "./page.ts";
import type { PageMetadata } from "./page-metadata.ts";

const MIN_CARDS = 3;
const MIN_STORY_WORDS = 60;
const LINES = /^(?:p|li|h[1-6]|dt|dd|td|blockquote|a|span|time|div|section|article|header|summary|figure)$/;

/**
 * Whether a page is a list of stories: most of its words stand in or under headlines that are links, and little else is a text.
 * `addresses` are those of the page itself, to which its own headline may link.
 */
export function isListOfStories(page: Page, { data, type }: PageMetadata, addresses: readonly string[]): boolean {
  const [declared] = page.querySelectorAll("[itemprop~=articleBody]");
  if (declared !== undefined || (data.hasArticle && !data.isList)) return false;
  const { cards, inCards, outside } = countCards(page, addresses);
  const saysSo = data.isList || type === "website";
  return cards >= MIN_CARDS && inCards > outside && (outside < MIN_STORY_WORDS || (saysSo && inCards > 2 * outside));
}

interface Cards {
  readonly cards: number;
  readonly inCards: number;
  /** Words of sentences that stand under no such headline. */
  readonly outside: number;
}

function countCards(page: Page, addresses: readonly string[]): Cards {
  const targets = new Set<string>();
  let isOpen = false;
  let inCards = 0;
  let outside = 0;
  const visit = (node: PageNode) => {
    const name = node.localName ?? "";
    if (node.nodeType !== ELEMENT_NODE || FURNITURE_TAGS.has(name) || name === "footer" || isUnseen(node)) return;
    if (LINES.test(name) && !hasLines(node)) visitLine(node, name);
    else for (const child of node.children) visit(child);
  };
  const visitLine = (line: PageNode, name: string) => {
    const words = countWords(line.textContent ?? "");
    const target = headlineTarget(line);
    if (target !== null && !addresses.some((address) => samePage(address, target))) {
      targets.add(target);
      isOpen = true;
    } else if (/^h[1-6]$/.test(name)) isOpen = false;
    if (isOpen) inCards += words;
    else if (isSentence(line)) outside += words;
  };
  visit(page.body);
  return { cards: targets.size, inCards, outside };
}

function hasLines(node: PageNode): boolean {
  if (/^(?:p|h[1-6]|a)$/.test(node.localName ?? "")) return false;
  for (const _ of node.querySelectorAll(
    "p, li, h1, h2, h3, h4, h5, h6, dt, dd, td, blockquote, div, section, article, a",
  ))
    return true;
  return false;
}

/** Where a line leads that is a headline and a link as a whole. */
function headlineTarget(line: PageNode): string | null {
  if (countWords(line.textContent ?? "") < MIN_CARDS || linkShareOf(line) < 0.9) return null;
  const [link] = line.localName === "a" ? [line] : line.querySelectorAll("a[href]");
  const target = (link ?? line.closest("a[href]"))?.getAttribute("href") ?? "";
  return target === "" || target.startsWith("#") || isSentenceLink(line) ? null : target;
}

function linkShareOf(line: PageNode): number {
  return line.closest("a[href]") === null ? linkShare(line) : 1;
}

/** A sentence in a link is a teaser, not a headline; it stands in the card all the same. */
function isSentenceLink(line: PageNode): boolean {
  return countWords(line.textContent ?? "") > 30;
}

function samePage(address: string, target: string): boolean {
  return URL.canParse(target, address) && new URL(target, address).pathname === new URL(address).pathname;
}
