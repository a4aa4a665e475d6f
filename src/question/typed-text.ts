import { tidyLines } from "../text/one-line.ts";

/** Longer questions are cut here, at a word. */
export const MAX_QUESTION_LENGTH = 500;
/** "Who's" and "whats" ask what "who is" asks; the tokenizer would take the ending for a possessive. */
const CONTRACTED = /\b(who|what|where|when|why|how)['’]?s\b/gi;

/** A question as it was typed, line by line, up to the limit, and a notice where it was longer. */
export function cutToLimit(text: string): { text: string; notices: string[] } {
  const clean = tidyLines(text);
  if (clean.length <= MAX_QUESTION_LENGTH) return { text: clean, notices: [] };
  const head = clean.slice(0, MAX_QUESTION_LENGTH);
  const cut = head.slice(0, Math.max(head.search(/\s\S*$/), MAX_QUESTION_LENGTH / 2)).trimEnd();
  return {
    text: cut.toWellFormed(),
    notices: [`The question was cut to its first ${MAX_QUESTION_LENGTH} characters.`],
  };
}

/** Scripts, tags, mentions and code marks that stand in a question are nothing to search for. */
function withoutMarkup(text: string): string {
  if (!text.includes("<") && !text.includes("@")) return text;
  const spoken = text.replace(/<(script|style)\b[^>]{0,100}>.*?<\/\1>/gi, " ");
  return spoken.replace(/<[^<>\s][^<>]{0,100}>|(?<!\S)@\w+/g, " ");
}

/** What is read of a question: without marks of chats, and "who's" as the "who is" that is meant. */
export function plainText(text: string): string {
  return withoutMarkup(text).replace(CONTRACTED, "$1 is");
}
