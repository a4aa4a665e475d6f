import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from "discord.js";
import type { DiscordConfig } from "../config.ts";
import { OperatorError } from "../operator-error.ts";
import { describeSilence, UnreachableError } from "../unreachable.ts";

const BAD_TOKEN =
  "Discord refuses DISCORD_TOKEN. Copy the token anew from the Discord developer portal: your application, Bot, Reset Token.";
const NO_MESSAGE_CONTENT =
  "Discord refuses the Message Content intent. Switch it on in the Discord developer portal (your application, Bot, Message Content Intent), or unset DISCORD_MESSAGE_CONTENT.";

/**
 * What a call that failed says to the operator: an UnreachableError where Discord did not answer or is in trouble, another
 * one where it takes neither the bot nor its commands.
 */
export function explainFault(error: unknown, config: DiscordConfig, guild?: string): OperatorError {
  if (isBadToken(error)) return new OperatorError(BAD_TOKEN, { cause: error });
  const { host } = new URL(config.apiUrl);
  if (error instanceof DiscordAPIError) {
    if (guild && error.code === RESTJSONErrorCodes.MissingAccess)
      return new OperatorError(
        `Discord gives no access to the server ${guild}. Invite the bot there first, and check the id.`,
        { cause: error },
      );
    return new UnreachableError(`Discord at ${host} answers with HTTP ${error.status}: ${error.message}.`, {
      cause: error,
    });
  }
  if (error instanceof HTTPError)
    return new UnreachableError(`Discord at ${host} answers with HTTP ${error.status}.`, { cause: error });
  return new UnreachableError(describeSilence(error, { platform: "Discord", host }), { cause: error });
}

function isBadToken(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  return error instanceof DiscordAPIError && error.status === 401;
}

/** Why, for a connection that Discord closed for good. */
export function explainClose(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return BAD_TOKEN;
  if (code === GatewayCloseCodes.DisallowedIntents) return NO_MESSAGE_CONTENT;
  return `Discord closed the connection for good (${code} ${GatewayCloseCodes[code] ?? "unknown reason"}).`;
}
