import {
  RESTJSONErrorCodes as Code,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RateLimitError,
  RESTJSONErrorCodes,
} from "discord.js";
import type { DiscordConfig } from "../config.ts";
import type { Delivery } from "../conversation/platform.ts";
import { BRIEFLY, retry, type Trouble } from "../conversation/retry.ts";
import type { Log } from "../log.ts";
import { OperatorError } from "../operator-error.ts";
import { describeSilence, UnreachableError } from "../unreachable.ts";
import { REFUSALS } from "./place.ts";

/** Discord's answer is none: a page of a proxy, for instance. */
export class UnreadableAnswer extends Error {
  override name = "UnreadableAnswer";
}

/** The message is no longer there: somebody deleted it. */
export function isMessageGone(error: unknown): boolean {
  return hasCode(error, [Code.UnknownMessage]);
}

/** The interaction is older than 3 seconds and was not acknowledged, or its token is older than 15 minutes. */
export function isTokenGone(error: unknown): boolean {
  return hasCode(error, [Code.UnknownInteraction, Code.InvalidWebhookToken, Code.UnknownWebhook]);
}

/** An earlier try did arrive, although its response was lost. */
export function isAlreadyAcknowledged(error: unknown): boolean {
  return hasCode(error, [Code.InteractionHasAlreadyBeenAcknowledged]);
}

/** The thread was made by an earlier try whose response was lost, or by a person; its id is that of the message. */
export function isThreadAlreadyThere(error: unknown): boolean {
  return hasCode(error, [Code.ThreadAlreadyCreatedForMessage]);
}

/**
 * What a failed call means. discord.js waits for rate limits itself and tries a fault of Discord's again at once, a few times.
 * An answer without one of Discord's codes comes from something before it.
 */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof RateLimitError) return { kind: "rate-limit", waitMs: error.timeToReset };
  if (error instanceof DiscordAPIError && typeof error.code === "number" && error.status < SERVER_FAULT)
    return error.status === TOO_MANY ? { kind: "rate-limit", waitMs: 1_000 } : { kind: "final" };
  if (error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof UnreadableAnswer)
    return { kind: "passing" };
  return { kind: isConnectionFault(error) ? "passing" : "final" };
}

const SERVER_FAULT = 500;
const TOO_MANY = 429;

/**
 * What Discord's refusal of a message means; rejects with the error where it is none. Too many bytes end in a fault of
 * Discord's, so that after one a message with components is first tried as plain text.
 */
export function deliveryAfter(error: unknown, { isPlain }: { readonly isPlain: boolean }): Delivery {
  const reason = describeError(error).error;
  if (isServerFault(error) && !isPlain) return { kind: "refused", reason };
  if (!(error instanceof DiscordAPIError) || troubleOf(error).kind !== "final") throw error;
  if (isMessageGone(error)) return { kind: "gone" };
  return { kind: "refused", reason: refusalOf(error) ?? reason };
}

function refusalOf(error: DiscordAPIError): string | null {
  if (isTokenGone(error)) return REFUSALS.tokenGone;
  if (hasCode(error, [Code.MissingAccess])) return REFUSALS.noAccess;
  return hasCode(error, [Code.CannotReplyWithoutPermissionToReadMessageHistory]) ? REFUSALS.noReply : null;
}

function isServerFault(error: unknown): boolean {
  return error instanceof HTTPError || (error instanceof DiscordAPIError && error.status >= SERVER_FAULT);
}

/** No response came, so nobody knows whether Discord did what was asked; a fault of this program has no such marks. */
function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isTimeout = error.name === "AbortError" || error.name === "TimeoutError";
  return isTimeout || ("code" in error && typeof error.code === "string") || error.cause instanceof Error;
}

/** Calls Discord for something that somebody waits for right now. */
export function callPatiently<T>(call: () => Promise<T>, log: Log): Promise<T> {
  return retry(call, { troubleOf, log, pauses: BRIEFLY, deadline: Date.now() + PATIENCE_MS });
}

const PATIENCE_MS = 60_000;

/** What a log may say of a failure: never the request's body, which holds people's words. */
export function describeError(error: unknown): { readonly error: string; readonly code?: number | string } {
  if (error instanceof DiscordAPIError)
    return { error: `${error.method} ${error.status} ${error.message}`, code: error.code };
  return { error: error instanceof Error ? error.message : String(error) };
}

function hasCode(error: unknown, codes: readonly Code[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}

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
