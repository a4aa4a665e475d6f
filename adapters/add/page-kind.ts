import { isPageChrome } from "../../src/index.ts";
import { countWords, foldSpaces } from "./characters.ts";
import { CHROME_TAGS } from "./chrome-names.ts";
import { isUnseen } from "./elements.ts";
import { linkShare, type Measures } from "./measures.ts";
import { ELEMENT_NODE, type Page, type PageNode } from "./page.ts";
import type { PageMetadata } from "./page-metadata.ts";

const MIN_CARDS = 3;
const MIN_HEADLINE_WORDS = 3;
/** A headline and its teaser; behind a link between two paragraphs the story goes on. */
const MAX_CARD_WORDS = 40;
const MIN_STORY_WORDS = 60;
const LINES = /^(?:p|li|h[1-6]|dt|dd|td|blockquote|a|span|time|div|section|article|header|summary|figure)$/;

/**
 * Whether a page is a list of stories: most of its words stand in or under headlines that are links, and little else is a text.
 * `addresses` are those of the page itself, to which its own headline may link.
 */
export function isListOfStories(
  page: Page,
  { data, type }: PageMetadata,
  addresses: readonly string[],
  of: Measures,
): boolean {
  const [declared] = page.querySelectorAll("[itemprop~=articleBody]");
  if (declared !== undefined || (data.hasArticle && !data.isList)) return false;
  const { cards, inCards, outside } = countCards(page, addresses, of);
  if (inArticles(page, addresses, of) > of(page.body).sentenceWords / 2) return true;
  const saysSo = data.isList || type === "website";
  return cards >= MIN_CARDS && inCards > outside && (outside < MIN_STORY_WORDS || (saysSo && inCards > 2 * outside));
}

interface Cards {
  readonly cards: number;
  readonly inCards: number;
  /** Words of sentences that stand under no such headline. */
  readonly outside: number;
}

/** Words of sentences in articles that stand side by side, each under a headline that leads to it: the front page of a blog. */
function inArticles(page: Page, addresses: readonly string[], of: Measures): number {
  const articles = [...page.querySelectorAll("article")].filter((article) =>
    [...article.querySelectorAll("h1, h2, h3")].some((line) => leadsElsewhere(headlineTarget(line, of), addresses)),
  );
  const inner = articles.filter((article) => !articles.some((other) => other !== article && article.contains(other)));
  return inner.length < MIN_CARDS ? 0 : inner.reduce((words, article) => words + of(article).sentenceWords, 0);
}

function leadsElsewhere(target: string | null, addresses: readonly string[]): target is string {
  return target !== null && !addresses.some((address) => samePage(address, target));
}

function countCards(page: Page, addresses: readonly string[], of: Measures): Cards {
  const targets = new Set<string>();
  let room = 0;
  let inCards = 0;
  let outside = 0;
  const visit = (node: PageNode) => {
    const name = node.localName ?? "";
    if (node.nodeType !== ELEMENT_NODE || CHROME_TAGS.has(name) || name === "footer" || isUnseen(node)) return;
    if (LINES.test(name) && !hasLines(node, of)) visitLine(node, name);
    else for (const child of node.children) visit(child);
  };
  const visitLine = (line: PageNode, name: string) => {
    const words = countWords(line.textContent ?? "");
    const target = headlineTarget(line, of);
    if (leadsElsewhere(target, addresses)) {
      targets.add(target);
      room = MAX_CARD_WORDS;
    } else if (/^h[1-6]$/.test(name)) room = 0;
    if (room > 0) inCards += words;
    else outside += of(line).sentenceWords;
    room -= words;
  };
  visit(page.body);
  return { cards: targets.size, inCards, outside };
}

function hasLines(node: PageNode, of: Measures): boolean {
  return !/^(?:p|h[1-6]|a)$/.test(node.localName ?? "") && INNER_LINES.some((name) => of(node).names.has(name));
}

const INNER_LINES = "p li h1 h2 h3 h4 h5 h6 dt dd td blockquote div section article a".split(" ");

/** Where a line leads that is a headline and a link as a whole. */
function headlineTarget(line: PageNode, of: Measures): string | null {
  if (linkShare(of(line)) < 0.9 || countWords(line.textContent ?? "") < MIN_HEADLINE_WORDS) return null;
  const [link] = line.localName === "a" ? [line] : line.querySelectorAll("a[href]");
  const target = (link ?? line.closest("a[href]"))?.getAttribute("href") ?? "";
  return /^(?:#|$)/.test(target) || isPageChrome(foldSpaces(line.textContent ?? "")) ? null : target;
}

function samePage(address: string, target: string): boolean {
  return URL.canParse(target, address) && new URL(target, address).pathname === new URL(address).pathname;
}
