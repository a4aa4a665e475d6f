import { parseHTML } from "linkedom";
import { SourceError } from "./source-error.ts";

/** As much of a DOM node as articles need; the DOM's own types are not part of a Node program. */
export interface PageNode {
  readonly nodeType: number;
  readonly localName: string | null;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  readonly children: Iterable<PageNode>;
  getAttribute(name: string): string | null;
}

/** As much of a DOM document as articles need. */
export interface Page {
  readonly title: string;
  readonly body: PageNode;
  readonly documentElement: PageNode;
  querySelectorAll(selector: string): Iterable<PageNode>;
}

// More than any article has; reading a page gets slower than its length where tags are nested or never closed.
const MAX_TAGS = 60_000;
const MAX_DEPTH = 200;

/**
 * Reads a page, whole or a fragment; nothing in it is run or fetched.
 * @throws SourceError where it is made of more tags, or of tags nested deeper, than people write.
 */
export function parsePage(html: string): Page {
  if (html.split("<", MAX_TAGS + 1).length > MAX_TAGS) throw new SourceError("has more tags than an article has");
  const whole = /<(?:html|body)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const page: Page = parseHTML(whole).document;
  refuseDepth(page);
  return page;
}

function refuseDepth(page: Page): void {
  const open: { readonly node: PageNode; readonly depth: number }[] = [{ node: page.documentElement, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > MAX_DEPTH) throw new SourceError("is nested too deeply to be an article");
    for (const node of next.node.children) open.push({ node, depth: next.depth + 1 });
  }
}
