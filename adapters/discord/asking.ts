import type { Channel, Interaction, Message } from "discord.js";
import type { Asking } from "../conversation/fair-use.ts";
import type { Who } from "../conversation/observer.ts";

/** A person, as limits and figures know them. */
export function personOf(userId: string): Who {
  return { platform: "discord", person: userId };
}

/** A question that a command, a button or a dialog asks. */
export function askingBy(interaction: Interaction): Asking {
  const { user, channel, channelId } = interaction;
  const isDirect = !interaction.inGuild();
  return { ...personOf(user.id), channels: withParent(channelId, channel), isDirect, isAddressed: true };
}

/** A question that a message asks. */
export function askingIn({ author, channel, channelId }: Message, isAddressed: boolean): Asking {
  return {
    ...personOf(author.id),
    channels: withParent(channelId, channel),
    isDirect: channel.isDMBased(),
    isAddressed,
  };
}

function withParent(channelId: string | null, channel: Channel | null): readonly string[] {
  const parentId = channel?.isThread() ? channel.parentId : null;
  return [channelId, parentId].filter((id) => id !== null);
}
