/** What machines leave behind that rewrite or scrape a text, and editors do not. */
const RESIDUE: readonly RegExp[] = [
  / [,;.](?=\s)/g,
  /&?nbsp\b;?|&(?:amp|quot|lt|gt|#\d+);/gi,
  /\p{L} ‘ \p{L}/gu,
  // The same name twice in a row: "UNESCO, UNESCO", "the U.S. and U.S.".
  /\b(\p{Lu}[\p{L}.]{1,40})(?:, | and |, and )(?:the )?\1(?=[\s,.;]|$)/gu,
  /\s%/g,
];

/** Traces for every 1,000 characters that sound articles stay well below. */
export const SUSPICIOUS_RESIDUE = 0.7;

/** Closing marks that close nothing: a rewrite opens quotations with them. */
function strayClosings(text: string): number {
  let stray = 0;
  for (const paragraph of text.split("\n")) {
    let open = 0;
    for (const mark of paragraph.match(/[“”]/g) ?? []) {
      if (mark === "“") open++;
      else if (open > 0) open--;
      else stray++;
    }
  }
  return stray;
}

/** How many such traces a text has for every 1,000 characters. */
export function residueRate(text: string): number {
  const traces = RESIDUE.reduce((sum, pattern) => sum + [...text.matchAll(pattern)].length, strayClosings(text));
  return (1000 * traces) / Math.max(1000, text.length);
}
