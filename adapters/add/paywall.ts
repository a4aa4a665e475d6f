import { isPageChrome } from "../../src/index.ts";
import type { ArticleData } from "./article-data.ts";
import { countWords, foldSpaces } from "./characters.ts";
import { PAYWALL_WORDS } from "./chrome-names.ts";
import { hasWord, isUnseen } from "./elements.ts";
import { holdsAny, type Measure, type Measures } from "./measures.ts";
import type { Page, PageNode } from "./page.ts";

const LINES = "p, h2, h3, h4, h5, h6, li, div, span, strong, a, button, legend, label";
const OUTSIDE = /^(?:nav|header|footer)$/;
const MAX_PROMPT_LENGTH = 400;
const TO_READ_ON =
  /\b(?:subscri\w+|sign(?:ed)? (?:in|up)|log(?:ged)? in|register(?:ed|ing)?|members?|membership|account|trial)\b/i;
const OF_ARTICLES =
  /\b(?:read(?:ing)?|articles?|stor(?:y|ies)|access|already|unlock|full|rest|subscribers|members|limit|continue)\b/i;
const OTHER = /\b(?:newsletters?|inbox|comments?|thanks to)\b/i;

/**
 * Takes the calls to subscribe or to log in out of a page, with all that stands in their box. Tells whether there were any in the
 * place of a text: those in the head of every page of a site are none.
 */
export function takeOutPaywalls(page: Page, of: Measures): boolean {
  let isFound = false;
  for (const line of [...page.body.querySelectorAll(LINES)]) {
    if (of(line).length > MAX_PROMPT_LENGTH || !isPrompt(foldSpaces(line.textContent ?? ""))) continue;
    if (!page.body.contains(line) || isOutside(line)) continue;
    isFound = true;
    boxOf(line, of).remove();
  }
  return isFound;
}

/** Why the text of a page may not be the whole article; `null` where nothing speaks for it. */
export function cutShort(data: ArticleData, paragraphs: readonly string[], isPrompted: boolean): string | null {
  const words = countWords(paragraphs.join(" "));
  if (isPrompted) return "may be cut short: the page asks to subscribe or to log in for the whole article";
  if (data.isPaid) return "may be cut short: the page says that not all of it is free to read";
  if (BREAKS_OFF.test(paragraphs.at(-1) ?? "")) return "may be cut short: its text breaks off";
  if (countWords(data.body) > words * MUCH_LONGER + SOME_WORDS)
    return "may be cut short: the page says that it has more text";
  return null;
}

const BREAKS_OFF = /(?:\.\.\.|…|\[…\]|\[\.\.\.\])["'”’)\]]*$/;
const MUCH_LONGER = 1.5;
const SOME_WORDS = 40;

/** Asking for an address to send a newsletter to is no paywall; asking for an account to read on is. */
function isPrompt(line: string): boolean {
  return line !== "" && isPageChrome(line) && TO_READ_ON.test(line) && OF_ARTICLES.test(line) && !OTHER.test(line);
}

function isOutside(line: PageNode): boolean {
  for (let node: PageNode | null = line; node !== null; node = node.parentElement) {
    if (isUnseen(node)) return true;
    if (hasWord(node, PAYWALL_WORDS) || node.localName === "article") return false;
    if (OUTSIDE.test(node.localName ?? "") || node.localName === "aside") return true;
  }
  return false;
}

/** The box of a call: what is named so, or holds little beside it and a link or a button. */
function boxOf(line: PageNode, of: Measures): PageNode {
  let box = line;
  for (let node = line.parentElement; node !== null; node = node.parentElement) {
    if (/^(?:body|main|article|td)$/.test(node.localName ?? "") || of(node).length > MAX_PROMPT_LENGTH) break;
    if (hasWord(node, PAYWALL_WORDS) || (node.parentElement !== null && holdsAction(of(node)))) box = node;
  }
  return box;
}

function holdsAction(own: Measure): boolean {
  return !own.names.has("h1") && holdsAny(own, ["a", "button", "input", "form"]);
}
