import { webApi } from "@slack/bolt";
import type { SlackConfig } from "../config.ts";
import type { Delivery } from "../conversation/platform.ts";
import { BRIEFLY, retry, type Trouble } from "../conversation/retry.ts";
import type { Log } from "../log.ts";
import { OperatorError } from "../operator-error.ts";
import { describeSilence, UnreachableError } from "../unreachable.ts";

/** Slack did not take what was sent to a response URL; `status` is 0 where no answer came. */
export class ResponseUrlError extends Error {
  override name = "ResponseUrlError";
  readonly status: number;
  /** Slack's code, where it gave one. */
  readonly code: string;
  readonly retryAfter: number;

  constructor(status: number, code: string, retryAfter = 1) {
    super(`A response URL answered ${status} ${code}`);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

const GONE = ["thread_not_found", "message_not_found", "cannot_reply_to_message"];

/** Codes with which Slack owns up to a fault of its own. */
const OWN_FAULTS = [
  "accesslimited",
  "fatal_error",
  "internal_error",
  "request_timeout",
  "service_unavailable",
  "team_added_to_org",
];

const SERVER_FAULT = 500;

/** What a failed call means. An answer that is no code, such as a page of a proxy, is a passing fault, too. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof webApi.WebAPIRateLimitedError) return rateLimit(error.retryAfter);
  if (error instanceof ResponseUrlError && error.status === 429) return rateLimit(error.retryAfter);
  if (error instanceof webApi.WebAPIRequestError) return { kind: "passing" };
  const status = statusOf(error);
  if (status !== null) return { kind: status === 0 || status >= SERVER_FAULT ? "passing" : "final" };
  if (!(error instanceof webApi.WebAPIPlatformError)) return { kind: "final" };
  const code = errorCode(error);
  if (code === "ratelimited" || code === "rate_limited") return rateLimit(1);
  return { kind: OWN_FAULTS.includes(code) || !/^[a-z][\w.-]*$/.test(code) ? "passing" : "final" };
}

/** What Slack's refusal of a message means; rejects with the error where it is none. */
export function deliveryAfter(error: unknown): Exclude<Delivery, { kind: "written" }> {
  if (troubleOf(error).kind !== "final" || !isRefusal(error)) throw error;
  const reason = errorCode(error);
  if (GONE.includes(reason)) return { kind: "gone" };
  return { kind: "refused", reason };
}

/** The code of an error that Slack answered with, or a name for what happened instead. */
export function errorCode(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return String(error.data.error);
  if (error instanceof ResponseUrlError && error.code !== "") return error.code;
  const status = statusOf(error);
  if (status !== null) return `http_${status}`;
  return error instanceof Error ? error.name : "unknown";
}

/** Calls Slack for something that somebody waits for right now; a rate limit is waited out as Slack asks. */
export function callPatiently<T>(call: () => Promise<T>, log: Log): Promise<T> {
  return retry(call, { troubleOf, log, pauses: BRIEFLY, deadline: Date.now() + PATIENCE_MS });
}

/** Whoever waits is still there after a few minutes of Slack's rate limits, but not after hours. */
const PATIENCE_MS = 15 * 60_000;

function isRefusal(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError || statusOf(error) !== null;
}

function statusOf(error: unknown): number | null {
  if (error instanceof webApi.WebAPIHTTPError) return error.statusCode;
  return error instanceof ResponseUrlError ? error.status : null;
}

function rateLimit(seconds: number): Trouble {
  return { kind: "rate-limit", waitMs: Math.max(1, seconds) * 1_000 };
}

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
