import { type Channel, type Interaction, InteractionContextType, type Message } from "discord.js";
import * as v from "valibot";
import type { Asking, Who } from "../conversation/chat-adapter.ts";
import { hereInstead, NO_DIRECT_MESSAGE, TOO_LATE } from "./texts.ts";

const SHOWN = {
  /** Who may see the reply. */
  audience: v.picklist(["everyone", "asker"]),
  /** Markdown above an answer; `null` where the message stands below its question anyway. */
  heading: v.nullable(v.string()),
  /** Said instead of the reply. */
  instead: v.nullable(v.string()),
};

/** Where a reply goes, and what is to be known of it there; kept until it is written. */
export const PLACE = v.variant("kind", [
  /** The reply to an interaction, which is there once it is acknowledged, and is written by changing it. */
  v.object({ kind: v.literal("interaction"), token: v.string(), channelId: v.nullable(v.string()), ...SHOWN }),
  /** A reply to a message of this person. */
  v.object({ kind: v.literal("reply"), channelId: v.string(), messageId: v.string(), userId: v.string(), ...SHOWN }),
  /** A message that stands alone; where the channel takes none, this person gets it, if there is one. */
  v.object({ kind: v.literal("message"), channelId: v.string(), userId: v.nullable(v.string()), ...SHOWN }),
  /** A message that Talks wrote before, and changes. */
  v.object({ kind: v.literal("own"), channelId: v.string(), messageId: v.string(), ...SHOWN }),
  /** A direct message; whoever takes none is told below the message that asks, if there is one. */
  v.object({
    kind: v.literal("direct"),
    userId: v.string(),
    below: v.nullable(v.object({ channelId: v.string(), messageId: v.string() })),
    ...SHOWN,
  }),
]);

/** Where a reply goes in Discord. */
export type DiscordPlace = v.InferOutput<typeof PLACE>;

/** Who may see an answer. */
export type Audience = DiscordPlace["audience"];

/** Where only the asker sees the reply; a message can only be replied to before all. */
export function privately(place: DiscordPlace): DiscordPlace {
  return place.kind === "interaction" ? { ...place, audience: "asker" } : place;
}

/** Why a place takes nothing, where that decides on the next one. */
export const REFUSALS = {
  /** Discord no longer waits for the reply to an interaction. */
  tokenGone: "token gone",
  /** The message may be answered, but not as a reply. */
  noReply: "no reply",
  /** Talks is not let into the channel. */
  noAccess: "no access",
} as const;

/**
 * Where a reply goes that Discord refuses in a place: what all may see is written as an ordinary message or as a direct
 * one; instead of what only one person may see comes a sentence that it was too late.
 */
export function elsewhere(place: DiscordPlace, reason: string): DiscordPlace | null {
  const { audience, heading, instead } = place;
  const shown = { audience, heading, instead };
  switch (place.kind) {
    case "interaction": {
      const { channelId } = place;
      if (channelId === null || reason !== REFUSALS.tokenGone) return null;
      return { kind: "message", channelId, userId: null, ...shown, instead: audience === "asker" ? TOO_LATE : instead };
    }
    case "reply":
    case "message": {
      const { kind, channelId, userId } = place;
      if (kind === "reply" && reason === REFUSALS.noReply) return { kind: "message", channelId, userId, ...shown };
      const here = hereInstead(channelId, reason === REFUSALS.noAccess);
      return userId === null ? null : { kind: "direct", userId, below: null, ...shown, heading: here };
    }
    case "direct": {
      const { userId, below } = place;
      return below && { kind: "reply", ...below, userId, ...shown, instead: NO_DIRECT_MESSAGE };
    }
    case "own":
      // What stands in an archived thread cannot be changed, but a new message opens it again.
      return { kind: "message", channelId: place.channelId, userId: null, ...shown };
  }
}

/** A message that was posted in a place, to be changed when its question is. */
export function ownPlace(
  { audience, heading, instead }: DiscordPlace,
  channelId: string,
  messageId: string,
): DiscordPlace {
  return { kind: "own", channelId, messageId, audience, heading, instead };
}

/** Whether an interaction is between one person and Talks: not in a server, and not among other people. */
export function isDirect(interaction: Interaction): boolean {
  return interaction.context === null ? !interaction.inGuild() : interaction.context === InteractionContextType.BotDM;
}

/** The name under which a thread or direct-message channel is remembered; ids are unique across Discord. */
export function conversationKey(channelId: string): string {
  return `discord:${channelId}`;
}

/** A person, as limits and figures know them. */
export function personOf(userId: string): Who {
  return { platform: "discord", person: userId };
}

/** What a command, a button or a dialog wants. */
export function askingBy(interaction: Interaction, demand: Asking["demand"] = "answer"): Asking {
  const { user, channel, channelId } = interaction;
  return {
    ...personOf(user.id),
    channels: withParent(channelId, channel),
    isDirect: isDirect(interaction),
    isAddressed: true,
    demand,
  };
}

/** What a message wants. */
export function askingIn({ author, channel, channelId }: Message, isAddressed: boolean): Asking {
  return {
    ...personOf(author.id),
    channels: withParent(channelId, channel),
    isDirect: channel.isDMBased(),
    isAddressed,
    demand: "answer",
  };
}

function withParent(channelId: string | null, channel: Channel | null): readonly string[] {
  const parentId = channel?.isThread() ? channel.parentId : null;
  return [channelId, parentId].filter((id) => id !== null);
}
