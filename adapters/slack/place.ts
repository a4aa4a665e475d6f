import type { webApi } from "@slack/bolt";
import * as v from "valibot";
import type { Asking, Who } from "../conversation/chat-adapter.ts";
import { FAILED } from "../conversation/texts.ts";

const WORKSPACE = v.object({
  teamId: v.nullable(v.string()),
  enterpriseId: v.nullable(v.string()),
  isEnterpriseInstall: v.boolean(),
});

/** A workspace, or a whole organisation where Talks is installed for all of it. */
export type Workspace = v.InferOutput<typeof WORKSPACE>;

/** Gives the client that may post in a workspace. */
export type ClientFor = (workspace: Workspace) => Promise<webApi.WebClient>;

/** Where a reply goes, and what is to be known of it there; kept until it is written. */
export const PLACE = v.object({
  /** A message for all, one for the asker alone, a line below the anchor that shows the question, or a message to change. */
  kind: v.picklist(["post", "ephemeral", "anchor", "own"]),
  workspace: WORKSPACE,
  /** A channel, or a person for their direct messages with Talks. */
  channel: v.string(),
  channelName: v.nullable(v.string()),
  /** Whoever asked. */
  user: v.string(),
  /** The thread; for an anchor and what is changed, that message. */
  threadTs: v.nullable(v.string()),
  /** The thread in which only the asker sees something. */
  ephemeralTs: v.nullable(v.string()),
  /** The message that asks; once it is deleted nothing is posted. */
  questionTs: v.nullable(v.string()),
  /** What only the asker sees goes through it while it holds, which also works where Talks is no member. */
  responseUrl: v.nullable(v.string()),
  /** Whether the reply names the asker, as no message above it shows the question. */
  isAskerNamed: v.boolean(),
  /** A line for the reader below the reply. */
  hint: v.nullable(v.string()),
  /** Said instead of the reply. */
  instead: v.nullable(v.string()),
  /** What its asker sees where the place takes nothing: the answer, or only why. */
  ifRefused: v.picklist(["answer", "reason"]),
});

/** Where a reply goes in Slack. */
export type SlackPlace = v.InferOutput<typeof PLACE>;

/** A place of which only what is not usual is said. */
export function placeFor(where: Pick<SlackPlace, "workspace" | "channel" | "user"> & Partial<SlackPlace>): SlackPlace {
  return { ...USUAL, ...where };
}

const USUAL = {
  kind: "post",
  channelName: null,
  threadTs: null,
  ephemeralTs: null,
  questionTs: null,
  responseUrl: null,
  isAskerNamed: false,
  hint: null,
  instead: null,
  ifRefused: "answer",
} as const;

/** Whether the place is a conversation of one person with Talks. */
export function isDirect({ channel, user }: Pick<SlackPlace, "channel" | "user">): boolean {
  return channel.startsWith("D") || channel === user;
}

/** A message in a place, to be changed when its question is; `null` where no message asked. */
export function ownPlace(place: SlackPlace, channel: string, ts: string | null): SlackPlace | null {
  if (place.kind === "own") return place;
  if (place.kind !== "post" || place.questionTs === null || ts === null) return null;
  return { ...place, kind: "own", channel, threadTs: ts };
}

/** Where only the asker sees the reply; in a direct message everything is between the two anyway. */
export function privately(place: SlackPlace): SlackPlace {
  return isDirect(place) && place.responseUrl === null ? place : { ...place, kind: "ephemeral" };
}

/** Where a reply goes that Slack refuses in a place: to the asker alone, and in the end into their direct messages. */
export function elsewhere(place: SlackPlace, reason: string): SlackPlace | null {
  const direct = { ...place, kind: "post", channel: place.user, threadTs: null, questionTs: null } as const;
  if (place.kind === "anchor") return null;
  if (place.kind === "own")
    return { ...place, kind: "post", threadTs: place.ephemeralTs ?? (isDirect(place) ? null : place.questionTs) };
  if (reason === UNSEEN) return { ...place, kind: "ephemeral", instead: FAILED };
  if (place.kind === "ephemeral") return place.responseUrl === null ? direct : { ...place, responseUrl: null };
  // A command may come from the direct messages of others, where nothing but the response URL reaches its asker.
  if (isDirect(place) && place.responseUrl === null) return null;
  if (place.responseUrl === null)
    return { ...direct, isAskerNamed: true, hint: describeElsewhere(reason, place.channel) };
  const hint = describeRefusal(reason, place.channelName);
  return {
    ...place,
    kind: "ephemeral",
    isAskerNamed: false,
    hint,
    instead: place.ifRefused === "reason" ? hint : null,
  };
}

/** The reason where it cannot be seen whether a process before this one has written the answer. */
export const UNSEEN = "unseen";

function describeRefusal(error: string, channelName: string | null): string {
  if (channelName === "directmessage" || channelName?.startsWith("mpdm-"))
    return "Only you see this: I am not part of this conversation.";
  if (isNoMember(error)) return `Only you see this: I am not in this channel. ${INVITE}`;
  return "Only you see this: I am not allowed to post here.";
}

function describeElsewhere(error: string, channel: string): string {
  if (isNoMember(error)) return `I am not in <#${channel}>, so here is my answer. ${INVITE}`;
  return `I cannot post in <#${channel}>, so here is my answer.`;
}

const INVITE = "Invite me with `/invite @Talks`, and I answer in a thread.";

function isNoMember(error: string): boolean {
  return error === "not_in_channel" || error === "channel_not_found";
}

/** What an event, a command or a press says of where it comes from. */
export interface Origin {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall?: boolean | undefined;
}

/** The workspace that something comes from. */
export function workspaceOf({ teamId, enterpriseId, isEnterpriseInstall }: Origin): Workspace {
  return {
    teamId: teamId ?? null,
    enterpriseId: enterpriseId ?? null,
    isEnterpriseInstall: isEnterpriseInstall ?? false,
  };
}

/** A person, as limits and figures know them. */
export function personOf(user: string): Who {
  return { platform: "slack", person: user };
}

/** What a person wants in a channel, or in their direct messages where `channel` is the person. */
export function askingIn(
  channel: string,
  user: string,
  { isAddressed = true, demand = "answer" }: Partial<Pick<Asking, "isAddressed" | "demand">> = {},
): Asking {
  return { ...personOf(user), channels: [channel], isDirect: isDirect({ channel, user }), isAddressed, demand };
}

/** The conversation that goes on in a thread, or in direct messages. */
export function joining({
  workspace,
  channel,
  user,
  threadTs,
}: Pick<SlackPlace, "workspace" | "channel" | "user" | "threadTs">) {
  return isDirect({ channel, user }) || threadTs === null
    ? ({ kind: "joins", key: directKey(workspace, user, threadTs), openedBy: "dm" } as const)
    : ({ kind: "joins", key: threadKey(channel, threadTs), openedBy: "mention" } as const);
}

/** The key of the conversation of a thread in a channel. */
export function threadKey(channel: string, threadTs: string): string {
  return `slack:${channel}:${threadTs}`;
}

/**
 * The key of the conversation of a person with Talks: their direct messages, which have no threads unless the person
 * opens one. It names the person, since a question from the App Home knows of no channel.
 */
function directKey({ teamId }: Workspace, user: string, threadTs: string | null): string {
  return `slack:${teamId ?? ""}:dm:${user}${threadTs === null ? "" : `:${threadTs}`}`;
}
