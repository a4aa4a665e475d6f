import type { Span } from "../../src/index.ts";
import { cutEscaped, oneLine, piecesOf } from "../conversation/cut.ts";

const MARKDOWN_SIGNS = /[\\*_~`|[\]<>@#]/g;
const ADDRESS_SCHEME = /:(?=\/\/)/g;
const INVITE_HOST = /(discord(?:app)?)\.(?=gg|com)/gi;
const LIST_SIGN = /^(\s*)([-+]|\d+(?=[.)]))/gm;

/**
 * Text that Discord shows as it stands: no emphasis, no mention, no masked link, no preview. Addresses and invites lose
 * their power by a backslash before the sign that makes them one, which the reader does not see.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(MARKDOWN_SIGNS, "\\$&")
    .replace(ADDRESS_SCHEME, "\\:")
    .replace(INVITE_HOST, "$1\\.")
    .replace(LIST_SIGN, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    );
}

/** The same as `escapeMarkdown`, with all white space made single spaces: for titles, names and labels. */
export function escapeLine(text: string): string {
  return escapeMarkdown(oneLine(text));
}

/** The same, cut so that it takes at most `limit` characters with its escapes. */
export function escapeWithin(text: string, limit: number): string {
  return cutEscaped(text, limit, escapeLine);
}

/** The text with the given stretches in bold. */
export function emphasise(text: string, matches: readonly Span[]): string {
  const pieces = piecesOf(text, matches).map(({ text: words, isMarked }) => {
    const shown = escapeMarkdown(words);
    return isMarked && words.trim() !== "" ? `**${shown}**` : shown;
  });
  return pieces.join("");
}

/** A block quotation, every line of it. */
export function blockQuote(markdown: string): string {
  return markdown
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${line}`)
    .join("\n");
}

/** A line in Discord's small grey type. */
export function smallPrint(markdown: string): string {
  return `-# ${markdown}`;
}

/** A masked link without preview. The address is one of the web already; signs that would end it early are encoded. */
export function link(label: string, address: string): string {
  const safe = address.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return `[${escapeLine(label)}](<${safe}>)`;
}
