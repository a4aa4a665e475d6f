import { countWords, endsSentence, foldSpaces, withoutInvisible } from "./characters.ts";
import { isInline } from "./elements.ts";
import { BREAK, GAP, wordsOfInline } from "./inline-text.ts";
import { ELEMENT_NODE, type PageNode, TEXT_NODE } from "./page.ts";
import { rowsOf } from "./tables.ts";

const BLOCKS = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead time tr ul".split(
    " ",
  ),
);
const LEFT_OUT = new Set(
  "audio button canvas dialog figcaption form head iframe input math nav noscript object script select style template textarea title video".split(
    " ",
  ),
);
const MAX_SHORT_WORDS = 8;
/** As much of a line as tells what a raised number behind it means. */
const MAX_BEFORE = 40;

/** Which elements are no part of the text; nothing of them is read. */
export type LeftOut = (node: PageNode) => boolean;

/**
 * The paragraphs that a reader of a page sees, in order; items of a list begin with "- ", a row of a table is one paragraph, and
 * a line that is broken by hand keeps its break.
 */
export function paragraphsOf(root: PageNode, isLeftOut: LeftOut = () => false): readonly string[] {
  const paragraphs: string[] = [];
  let open = "";
  let prefix = "";
  let quotes = 0;
  const close = () => {
    for (const line of splitLines(open)) {
      paragraphs.push(prefix + line);
      prefix = "";
    }
    open = "";
  };
  const visitAll = (nodes: Iterable<PageNode>) => {
    for (const node of nodes) visit(node);
  };
  const visit = (node: PageNode) => {
    if (node.nodeType === TEXT_NODE) open += withoutInvisible((node.textContent ?? "").replace(/[ \t\n\r\f]+/g, " "));
    if (node.nodeType !== ELEMENT_NODE) return;
    const name = node.localName ?? "";
    if (LEFT_OUT.has(name) || isLeftOut(node)) return;
    const words = wordsOfInline(node, open.slice(-MAX_BEFORE));
    if (words !== null) open += words;
    else if (name === "br") open += BREAK;
    else if (name === "q") {
      visitQuotation(node);
    } else if (isBlock(node)) visitBlock(node, name);
    else visitAll(node.childNodes);
  };
  const visitQuotation = (node: PageNode) => {
    const isMarked = /^\s*["'“‘«„]/.test(node.textContent ?? "");
    const [left, right] = isMarked ? ["", ""] : quotes % 2 === 0 && !isInQuotation(open) ? ["“", "”"] : ["‘", "’"];
    quotes++;
    open += left;
    visitAll(node.childNodes);
    open = open.replace(/ $/, "") + right;
    quotes--;
  };
  const visitBlock = (node: PageNode, name: string) => {
    close();
    const rows = name === "table" ? rowsOf(node, cellText) : null;
    if (rows !== null) {
      paragraphs.push(...rows);
      return;
    }
    if (name === "dl") {
      visitTerms(node);
      return;
    }
    if (name === "li") prefix = "- ";
    visitAll(node.childNodes);
    close();
    if (name === "li") prefix = "";
  };
  const cellText = (cell: PageNode) =>
    paragraphsOf(cell, isLeftOut)
      .join(" ")
      .replace(/(?:^|(?<=\s))- |\s+/g, (part) => (part === "- " ? "" : " "));
  /** A short term with a short value is one line, as in a box of facts; a question and its answer are two paragraphs. */
  const visitTerms = (list: PageNode) => {
    const start = paragraphs.length;
    let term: string | null = null;
    const items = [...list.children].flatMap((item) => (item.localName === "div" ? [...item.children] : [item]));
    for (const item of items) {
      const first = paragraphs.length;
      visit(item);
      close();
      const added = paragraphs.slice(first);
      const [value = ""] = added;
      const isOne = added.length === 1;
      if (item.localName === "dd" && term !== null && isOne && first > start && isFact(term, value))
        paragraphs.splice(first - 1, 2, `${term.replace(/\s*:$/, "")}: ${value}`);
      term = item.localName === "dt" && isOne ? value : null;
    }
  };
  visit(root);
  close();
  return paragraphs;
}

/** `time` is a line of its own beside other blocks or alone, and a word within a sentence. */
function isBlock(node: PageNode): boolean {
  const name = node.localName ?? "";
  if (name !== "time") return BLOCKS.has(name);
  const parent = node.parentElement;
  if (parent === null || isInline(parent) || /^(?:p|li|td|th|h\d|dd|dt)$/.test(parent.localName ?? "")) return false;
  const others = [...parent.childNodes].filter((other) => other !== node);
  const isText = (other: PageNode) => other.nodeType === TEXT_NODE && foldSpaces(other.textContent ?? "") !== "";
  return (
    others.some((other) => BLOCKS.has(other.localName ?? "") && other.localName !== "time") || !others.some(isText)
  );
}

/** Whether a quotation is open at the end of a line. */
function isInQuotation(line: string): boolean {
  return line.lastIndexOf("“") > line.lastIndexOf("”");
}

function isFact(term: string, value: string): boolean {
  const isShort = (text: string) => countWords(text) <= MAX_SHORT_WORDS;
  return isShort(term) && isShort(value) && !/[?!]$/.test(term) && !endsSentence(value.replace(/:$/, ""));
}

/**
 * The lines of a block: two breaks in a row part paragraphs, and so does one behind a whole sentence. Other breaks stay where
 * they are, as in verses and addresses.
 */
function splitLines(text: string): string[] {
  const lines = text
    .replace(new RegExp(` *${GAP}+ *(?=[.,;:!?)\\]”’])`, "g"), "")
    .replaceAll(GAP, "")
    .replace(/ +/g, " ")
    .split(new RegExp(` *${BREAK} *`));
  const paragraphs: string[] = [];
  let open: string[] = [];
  for (const line of lines.map((one) => one.trim())) {
    const before = open.at(-1);
    if (line === "" || (before !== undefined && endsSentence(before))) {
      paragraphs.push(open.join("\n"));
      open = [];
    }
    if (line !== "") open.push(line);
  }
  return [...paragraphs, open.join("\n")].filter((paragraph) => paragraph !== "");
}
