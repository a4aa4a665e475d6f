import { parseHTML } from "linkedom";
import { type DefaultTreeAdapterTypes, parse, serialize } from "parse5";
import { SourceError } from "./source-error.ts";

/** As much of a DOM node as articles need; the DOM's own types are not part of a Node program. */
export interface PageNode {
  readonly nodeType: number;
  readonly localName: string | null;
  textContent: string | null;
  readonly parentElement: PageNode | null;
  readonly previousSibling: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly childNodes: Iterable<PageNode>;
  readonly children: Iterable<PageNode>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<PageNode>;
  closest(selector: string): PageNode | null;
  contains(node: PageNode): boolean;
  remove(): void;
}

/** As much of a DOM document as articles need. */
export interface Page {
  readonly title: string;
  readonly body: PageNode;
  readonly documentElement: PageNode;
  querySelectorAll(selector: string): Iterable<PageNode>;
  cloneNode(deep: true): Page;
}

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;

// More than any article has; reading a page gets slower than its length where tags are nested or never closed.
const MAX_TAGS = 60_000;
const MAX_DEPTH = 200;

/**
 * Reads a page, whole or a fragment, with the tags that the HTML Standard puts where an author left them out; nothing in it is run
 * or fetched.
 * @throws SourceError where it is made of more tags, or of tags nested deeper, than people write.
 */
export function parsePage(html: string): Page {
  if (html.split("<", MAX_TAGS + 1).length > MAX_TAGS) throw new SourceError("has more tags than an article has");
  const document = parse(html);
  refuseDepth(document);
  return parseHTML(serialize(document)).document;
}

function refuseDepth(document: DefaultTreeAdapterTypes.Document): void {
  const open: { readonly node: DefaultTreeAdapterTypes.Node; readonly depth: number }[] = [
    { node: document, depth: 0 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > MAX_DEPTH) throw new SourceError("is nested too deeply to be an article");
    const children = "childNodes" in next.node ? next.node.childNodes : [];
    for (const node of children) open.push({ node, depth: next.depth + 1 });
  }
}

const ENTITY = /&(?:[a-z]+\d*|#\d+|#x[\da-f]+);/i;
const INLINE_TAG = /<\/?(?:a|abbr|b|br|cite|code|em|i|mark|p|q|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?\/?>/i;

/** The text that a piece of HTML shows. */
export function textOfHtml(html: string): string {
  return parsePage(html).body.textContent ?? "";
}

/** The text of what is plain text by its standard, but which sites often write as HTML: headlines in JSON-LD and RSS. */
export function textOfLikelyHtml(text: string): string {
  return ENTITY.test(text) || INLINE_TAG.test(text) ? textOfHtml(text) : text;
}
