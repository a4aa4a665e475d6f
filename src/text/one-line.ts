/** Any white space but single spaces between words: that is seen faster than it is mended. */
const UNEVEN = /[^\S ]| {2}|^ | $/;

/** A text with single spaces between its words, and none around them. */
export function oneLine(text: string): string {
  return UNEVEN.test(text) ? text.replace(/\s+/g, " ").trim() : text;
}

/** The same for each line of a text; its line breaks stay, once each. */
export function tidyLines(text: string): string {
  return text.includes("\n")
    ? text
        .split(/\s*\n\s*/)
        .map(oneLine)
        .join("\n")
        .trim()
    : oneLine(text);
}
