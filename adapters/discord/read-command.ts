import type { ChatInputCommandInteraction } from "discord.js";
import type { Question } from "../../src/index.ts";
import { parseRequest } from "../conversation/request.ts";
import type { Audience } from "./discord-bot.ts";

/** What a `/talks` command asks for. */
export type CommandRequest =
  | { readonly kind: "help" }
  | { readonly kind: "sources" }
  | { readonly kind: "question"; readonly question: Question; readonly audience: Audience };

const FILTERS = ["speaker", "source", "since", "until"] as const;

/** Reads the options of `/talks`. The words that other platforms know (`help`, `private …`) work in `question` too. */
export function readCommand({ options }: Pick<ChatInputCommandInteraction, "options">): CommandRequest {
  const request = parseRequest(options.getString("question", true));
  if (request.kind !== "question") return request;
  const filters = FILTERS.flatMap((name) => {
    const value = options.getString(name)?.trim();
    return value ? [[name, value] as const] : [];
  });
  return {
    kind: "question",
    question: { text: request.text, ...Object.fromEntries(filters) },
    audience: options.getBoolean("private") ? "asker" : request.audience,
  };
}
