import type { Request } from "./asked.ts";
import { readCourtesy } from "./courtesy.ts";

/** What somebody wants from the bot; `audience` is who may see the answer. */
export type ParsedRequest =
  | { readonly kind: "help"; readonly isNothingAsked: boolean }
  | { readonly kind: "sources" }
  | { readonly kind: "thanks" }
  | { readonly kind: "question"; readonly text: string; readonly audience: "everyone" | "asker" };

const HELP = /^(?:help|usage|\?+)[.!]?$/i;
const SOURCES = /^(?:sources|articles)[.!?]?$/i;
const PRIVATE = /^private(?![\p{L}\p{N}_-])[\s:,]*/iu;

/** The engine reads 500 characters and says so; a whole article that somebody pastes is not kept for that. */
const LONGEST_QUESTION = 2_000;

/** Reads what follows the command or the mention; everything that is no known word and no courtesy is a question. */
export function parseRequest(text: string): ParsedRequest {
  const words = text.trim();
  if (words === "" || HELP.test(words)) return { kind: "help", isNothingAsked: false };
  if (SOURCES.test(words)) return { kind: "sources" };
  const courtesy = readCourtesy(words);
  if (courtesy !== null) return courtesy === "greeting" ? { kind: "help", isNothingAsked: true } : { kind: "thanks" };
  const marker = PRIVATE.exec(words);
  const question = words.slice(marker?.[0].length ?? 0, LONGEST_QUESTION);
  if (question === "") return { kind: "help", isNothingAsked: false };
  return { kind: "question", text: question, audience: marker ? "asker" : "everyone" };
}

/** The same as the exchange takes it. */
export function requestOf(parsed: ParsedRequest): Request {
  return parsed.kind === "question" ? { kind: "question", question: { text: parsed.text } } : parsed;
}

/**
 * What a message asks that is addressed to Talks by a mention or as a direct message: without words it asks what the
 * message says that it is about, if there is one; `shared` is what it shows of another message.
 */
export function requestOfMessage(words: string, parsed: ParsedRequest, { shared, isAbout }: Beside): Request {
  if (words === "" && shared !== null) return { kind: "question", question: { text: shared } };
  if (words === "")
    return isAbout ? { kind: "question", question: { text: "" } } : { kind: "help", isNothingAsked: true };
  const request = requestOf(parsed);
  if (request.kind !== "question" || shared === null) return request;
  return { kind: "question", question: { ...request.question, context: shared } };
}

/** What stands beside the words of a message. */
export interface Beside {
  /** The words of a message that is forwarded with it; `null` where none is. */
  readonly shared: string | null;
  /** Whether it replies to a message, or stands in a thread. */
  readonly isAbout: boolean;
}
