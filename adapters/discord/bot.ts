import type { ChatServices } from "../conversation/services.ts";
import type { DiscordPlace } from "./place.ts";
import type { DiscordApi } from "./write.ts";

/** What the listeners work with. */
export interface DiscordBot extends ChatServices<DiscordPlace> {
  readonly api: DiscordApi;
}
