const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

// Control characters command a terminal; the others reverse the direction of what follows or are half a character.
const COMMANDS = /[\p{Cc}\p{Surrogate}\u2028-\u202E\u2066-\u206F]/gu;

/** A text from outside, safe to show in a terminal: on one line, and without anything a terminal would obey. */
export function printable(text: string): string {
  return text.replace(LINE_BREAKS, " ").replace(COMMANDS, "");
}

/** JSON on one line; what a terminal would obey is escaped, so that nothing is lost. */
export function printableJson(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(COMMANDS, escaped);
}
