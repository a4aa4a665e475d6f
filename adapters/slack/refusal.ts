import { RespondError, webApi } from "@slack/bolt";

/** Why a message was not taken: its place is gone, the place takes none of ours, or it is the message itself. */
export type Refusal = "gone" | "place" | "content";

const GONE = ["thread_not_found", "message_not_found", "cannot_reply_to_message"];

const PLACE = [
  "access_denied",
  "account_inactive",
  "channel_not_found",
  "ekm_access_denied",
  "invalid_auth",
  "is_archived",
  "messages_tab_disabled",
  "missing_scope",
  "no_permission",
  "not_in_channel",
  "restricted_action",
  "team_access_not_granted",
  "token_revoked",
  "user_not_found",
  "user_not_in_channel",
];

/** Sorts Slack's error codes; one that is not known counts as `content`, since a simpler message may help. */
export function sortRefusal(code: string): Refusal {
  if (GONE.includes(code)) return "gone";
  return PLACE.includes(code) || code.startsWith("restricted_action") ? "place" : "content";
}

/** The code of an error that Slack answered with, or a name for what happened instead. */
export function errorCode(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return String(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError || error instanceof RespondError) return `http_${error.statusCode}`;
  return error instanceof Error ? error.name : "unknown";
}
