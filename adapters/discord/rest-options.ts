import type { RESTOptions } from "discord.js";
import type { DiscordConfig } from "../config.ts";

/** Where Discord's API is; discord.js adds the version. */
export function restOptions({ apiUrl }: DiscordConfig): Partial<RESTOptions> {
  return apiUrl === null ? {} : { api: apiUrl.replace(/\/+$/, "") };
}
