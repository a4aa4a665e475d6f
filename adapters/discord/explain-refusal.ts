import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  RESTJSONErrorCodes,
} from "discord.js";
import { describeError } from "./api-errors.ts";

const BAD_TOKEN =
  "Discord refuses DISCORD_TOKEN. Copy the token anew from the Discord developer portal: your application, Bot, Reset Token.";
const NO_MESSAGE_CONTENT =
  "Discord refuses the Message Content intent. Switch it on in the Discord developer portal (your application, Bot, Message Content Intent), or unset DISCORD_MESSAGE_CONTENT.";

/** A sentence for the operator on why Discord takes neither the bot nor its commands, and what to do. */
export function explainRefusal(error: unknown, guild?: string): string {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return BAD_TOKEN;
  if (error instanceof DiscordAPIError && error.status === 401) return BAD_TOKEN;
  if (guild && error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingAccess)
    return `Discord gives no access to the server ${guild}. Invite the bot there first, and check the id.`;
  const { error: reason, code } = describeError(error);
  return `Discord cannot be used: ${reason}${code === undefined ? "" : ` (${code})`}.`;
}

/** The same for a connection that Discord closed for good. */
export function explainClose(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return BAD_TOKEN;
  if (code === GatewayCloseCodes.DisallowedIntents) return NO_MESSAGE_CONTENT;
  return `Discord closed the connection for good (${code} ${GatewayCloseCodes[code] ?? "unknown reason"}).`;
}
