import type { ChatServices } from "../conversation/chat-services.ts";
import type { DiscordApi } from "./discord-api.ts";

/** What every listener needs to answer. */
export interface DiscordBot extends ChatServices {
  readonly api: DiscordApi;
}

/** Who may see an answer. */
export type Audience = "everyone" | "asker";
