import { webApi } from "@slack/bolt";
import type { SlackConfig } from "../config.ts";
import { OperatorError } from "../operator-error.ts";
import { describeSilence, UnreachableError } from "../unreachable.ts";
import { errorCode, troubleOf } from "./api-errors.ts";

/** What was called, and with what. */
export interface FailedCall extends Pick<SlackConfig, "apiUrl"> {
  /** The variable that holds the token. */
  readonly variable: string;
  /** What may be wrong with it, as a sentence. */
  readonly hint?: string;
}

/**
 * What a call that failed says to the operator: an UnreachableError where Slack did not answer or is in trouble, another
 * one where Slack refused the token.
 */
export function explainFault(error: unknown, { apiUrl, variable, hint }: FailedCall): OperatorError {
  const { host } = new URL(apiUrl);
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = errorCode(error);
    if (troubleOf(error).kind !== "final")
      return new UnreachableError(`Slack at ${host} is in trouble (${code}).`, { cause: error });
    return new OperatorError(`Slack refused ${variable} (${code}).${hint ? ` ${hint}` : ""}`, { cause: error });
  }
  if (error instanceof webApi.WebAPIRateLimitedError)
    return new UnreachableError(`Slack at ${host} was asked too often.`, {
      pauseMs: error.retryAfter * 1_000,
      cause: error,
    });
  if (error instanceof webApi.WebAPIHTTPError)
    return new UnreachableError(`Slack at ${host} answers with HTTP ${error.statusCode}.`, { cause: error });
  return new UnreachableError(describeSilence(error, { platform: "Slack", host }), { cause: error });
}
