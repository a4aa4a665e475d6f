import type { Request } from "./asked.ts";

/** What somebody wants from the bot; `audience` is who may see the answer. */
export type ParsedRequest =
  | { readonly kind: "help" }
  | { readonly kind: "sources" }
  | { readonly kind: "question"; readonly text: string; readonly audience: "everyone" | "asker" };

const HELP = /^(?:help|usage|\?+)[.!]?$/i;
const SOURCES = /^(?:sources|articles)[.!?]?$/i;
const PRIVATE = /^private(?![\p{L}\p{N}_-])[\s:,]*/iu;

/** Reads what follows the command or the mention; everything that is no known word is a question. */
export function parseRequest(text: string): ParsedRequest {
  const words = text.trim();
  if (words === "" || HELP.test(words)) return { kind: "help" };
  if (SOURCES.test(words)) return { kind: "sources" };
  const marker = PRIVATE.exec(words);
  if (!marker) return { kind: "question", text: words, audience: "everyone" };
  const question = words.slice(marker[0].length);
  return question === "" ? { kind: "help" } : { kind: "question", text: question, audience: "asker" };
}

/** The same as the exchange takes it. */
export function requestOf(parsed: ParsedRequest, { isNothingAsked = false } = {}): Request {
  switch (parsed.kind) {
    case "help":
      return { kind: "help", isNothingAsked };
    case "sources":
      return parsed;
    case "question":
      return { kind: "question", question: { text: parsed.text } };
  }
}
