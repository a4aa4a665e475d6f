import { withoutInvisible } from "./characters.ts";

const MAX_FIELD_LENGTH = 300;

/** A piece of metadata as one line, or `null` where nothing is left of it or it is too long to be what it claims. */
export function oneLine(text: unknown): string | null {
  if (typeof text !== "string") return null;
  const line = withoutInvisible(text.replace(/\s+/g, " ")).trim();
  return line === "" || line.length > MAX_FIELD_LENGTH ? null : line;
}
