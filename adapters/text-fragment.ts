/** Up to this many words a passage stands in the link as a whole, else by its first and last words. */
const MAX_WHOLE_WORDS = 10;
const EDGE_WORDS = 5;

/**
 * The address of an article that leads browsers to the very passage (`#:~:text=`). The plain address where it has a
 * fragment already or the text has no words; `null` where it is no address of the web.
 */
export function linkToPassage(url: string | null, text: string): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { href, protocol } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return null;
  const directive = textDirective(text);
  return href.includes("#") || directive === null ? href : `${href}#:~:text=${directive}`;
}

function textDirective(text: string): string | null {
  // Marks at the ends are left out: pages and articles often differ in them, and browsers match from word to word.
  const words = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").split(/\s+/u);
  if (words[0] === "") return null;
  if (words.length <= MAX_WHOLE_WORDS) return encode(words);
  return `${encode(words.slice(0, EDGE_WORDS))},${encode(words.slice(-EDGE_WORDS))}`;
}

/** `-`, `,` and `&` have a meaning in a text directive; only the hyphen is left alone by the usual encoding. */
function encode(words: readonly string[]): string {
  const wellFormed = words.join(" ").replace(/\p{Surrogate}/gu, "\uFFFD");
  return encodeURIComponent(wellFormed).replaceAll("-", "%2D");
}
