import { countWords, endsSentence, foldSpaces } from "./characters.ts";
import { isInline } from "./elements.ts";
import { ELEMENT_NODE, type PageNode, TEXT_NODE } from "./page.ts";

/** What is in an element, counted once for the whole page: asking each element for its text would take far longer. */
export interface Measure {
  /** Letters of its text, blanks folded. */
  readonly length: number;
  /** Letters of that in links. */
  readonly linked: number;
  /** Lines of text that are sentences, and the words in them. */
  readonly sentences: number;
  readonly sentenceWords: number;
  /** The names of the elements in it; `[articleBody]` for one that is declared to be the text. */
  readonly names: ReadonlySet<string>;
}

/** The measures of the elements under a root, and the root's own. */
export type Measures = (node: PageNode) => Measure;

/** Blocks that a line of text may be; one without another such block in it is a line. */
export const LINE_NAMES: readonly string[] = "p li td th dd dt blockquote div section article main body".split(" ");
const NOTHING: Measure = { length: 0, linked: 0, sentences: 0, sentenceWords: 0, names: new Set() };
const MIN_SENTENCE_WORDS = 8;
const MAX_LINKED = 0.5;

/** Measures everything under `root` as it is now. */
export function measure(root: PageNode): Measures {
  const measures = new Map<PageNode, Measure>();
  const visit = (node: PageNode, isLinked: boolean): Measure => {
    let [length, linked, sentences, sentenceWords] = [0, 0, 0, 0];
    const names = new Set<string>();
    const inLink = isLinked || (node.localName === "a" && node.getAttribute("href") !== null);
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT_NODE) {
        const letters = foldSpaces(child.textContent ?? "").length;
        length += letters;
        linked += inLink ? letters : 0;
      }
      if (child.nodeType !== ELEMENT_NODE) continue;
      const inner = visit(child, inLink);
      length += inner.length;
      linked += inner.linked;
      sentences += inner.sentences;
      sentenceWords += inner.sentenceWords;
      names.add(child.localName ?? "");
      if (child.getAttribute("itemprop")?.includes("articleBody")) names.add("[articleBody]");
      for (const name of inner.names) names.add(name);
    }
    const isLine = LINE_NAMES.includes(node.localName ?? "") && !LINE_NAMES.some((name) => names.has(name));
    if (isLine && length > 0 && linked / length < MAX_LINKED) {
      const text = foldSpaces(node.textContent ?? "");
      const words = countWords(text);
      if (words >= MIN_SENTENCE_WORDS && endsSentence(text)) {
        sentences += 1;
        sentenceWords += words;
      }
    }
    const own = { length, linked, sentences, sentenceWords, names };
    measures.set(node, own);
    return own;
  };
  visit(root, false);
  return (node) => measures.get(node) ?? NOTHING;
}

/** The share of an element's text that is in links. */
export function linkShare({ length, linked }: Measure): number {
  return length === 0 ? 0 : linked / length;
}

export function holdsAny({ names }: Measure, wanted: readonly string[]): boolean {
  return wanted.some((name) => names.has(name));
}

/** Whether an element is one of a line, or holds nothing but such. */
export function isLeaf(node: PageNode, of: Measures): boolean {
  return isInline(node) || !LINE_NAMES.some((name) => of(node).names.has(name));
}
