/** Up to this many words a passage stands in the link as a whole, else by its first and last words. */
const MAX_WHOLE_WORDS = 10;
const EDGE_WORDS = 5;

/**
 * The address of an article that leads browsers to the very passage (`#:~:text=`), behind a fragment that it has already.
 * `null` where it is no address of the web.
 */
export function linkToPassage(url: string | null, text: string): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { href, protocol } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? withTextFragment(href, text) : null;
}

/** The same for an address on the same server; the plain one where the text has no words or it leads to a text already. */
export function withTextFragment(address: string, text: string): string {
  const directive = textDirective(text);
  if (directive === null || address.includes(":~:")) return address;
  return `${address}${address.includes("#") ? "" : "#"}:~:text=${directive}`;
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
