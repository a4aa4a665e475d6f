import { RESTJSONErrorCodes as Code, DiscordAPIError, DiscordjsError, HTTPError } from "discord.js";

/** The interaction is older than 3 seconds and was not acknowledged, or its token is older than 15 minutes. */
export function isTokenGone(error: unknown): boolean {
  return hasCode(error, [Code.UnknownInteraction, Code.InvalidWebhookToken, Code.UnknownWebhook]);
}

/** The bot may see or do too little in this place, or the place is closed; another place may do. */
export function isPlaceRefused(error: unknown): boolean {
  return hasCode(error, [
    Code.UnknownChannel,
    Code.MissingAccess,
    Code.MissingPermissions,
    Code.InvalidActionOnArchivedThread,
    Code.ThreadLocked,
  ]);
}

/** The bot may write here but not read what was written before, and so not reply to it. */
export function isReplyRefused(error: unknown): boolean {
  return hasCode(error, [Code.CannotReplyWithoutPermissionToReadMessageHistory]);
}

/** The message is no longer there: somebody deleted it. */
export function isMessageGone(error: unknown): boolean {
  return hasCode(error, [Code.UnknownMessage]);
}

/** An earlier try did arrive, although its response was lost. */
export function isAlreadyAcknowledged(error: unknown): boolean {
  return hasCode(error, [Code.InteractionHasAlreadyBeenAcknowledged]);
}

/** The thread was made by an earlier try whose response was lost, or by a person; its id is that of the message. */
export function isThreadAlreadyThere(error: unknown): boolean {
  return hasCode(error, [Code.ThreadAlreadyCreatedForMessage]);
}

/** Discord refuses what the message looks like, so that a simpler form may pass. Too many bytes end in a 500. */
export function isFormRefused(error: unknown): boolean {
  if (error instanceof HTTPError) return true;
  return (
    error instanceof DiscordAPIError && (error.status >= 500 || hasCode(error, [Code.InvalidFormBodyOrContentType]))
  );
}

/** No response came, so nobody knows whether Discord did what was asked. */
export function isConnectionLost(error: unknown): boolean {
  return !(error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof DiscordjsError);
}

/** What a log may say of a failure: never the request's body, which holds people's words. */
export function describeError(error: unknown): { readonly error: string; readonly code?: number | string } {
  if (error instanceof DiscordAPIError)
    return { error: `${error.method} ${error.status} ${error.message}`, code: error.code };
  return { error: error instanceof Error ? error.message : String(error) };
}

function hasCode(error: unknown, codes: readonly Code[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}
