import type { PageNode } from "./page.ts";

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
// A mark that no text of a page can hold, because control characters are taken out of it.
const BREAK = "\u0000";

const BLOCKS = new Set(
  "address article blockquote body center dd details div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td th thead tr ul".split(
    " ",
  ),
);
const LEFT_OUT = new Set(
  "aside audio button canvas figcaption form head iframe input nav noscript object script select style svg template textarea video".split(
    " ",
  ),
);

/** The paragraphs that a reader of a page sees, in order, each as one line; items of a list begin with "- ". */
export function paragraphsOf(root: PageNode): readonly string[] {
  const paragraphs: string[] = [];
  let open = "";
  let prefix = "";
  const close = () => {
    for (const part of open.split(BREAK + BREAK)) {
      const text = part
        .replaceAll(BREAK, " ")
        .replace(/[ \t\n\r\f]+/g, " ")
        .trim();
      if (text === "") continue;
      paragraphs.push(prefix + text);
      prefix = "";
    }
    open = "";
  };
  const visit = (node: PageNode) => {
    if (node.nodeType === TEXT_NODE) open += (node.textContent ?? "").replace(/[^\P{Cc}\s]/gu, "");
    if (node.nodeType !== ELEMENT_NODE) return;
    const name = node.localName ?? "";
    if (LEFT_OUT.has(name)) return;
    if (name === "br") open = open.replace(/[ \t\n\r\f]+$/, "") + BREAK;
    const isBlock = BLOCKS.has(name);
    if (isBlock) close();
    if (name === "li") prefix = "- ";
    for (const child of node.childNodes) visit(child);
    if (isBlock) close();
    if (name === "li") prefix = "";
  };
  visit(root);
  close();
  return paragraphs;
}
