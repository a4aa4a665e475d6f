import type { Asking } from "../conversation/fair-use.ts";
import type { Who } from "../conversation/observer.ts";

/** A person, as limits and figures know them. */
export function personOf(user: string): Who {
  return { platform: "slack", person: user };
}

/** A question of a person in a channel, or in their direct messages where `channel` is the person. */
export function askingIn(channel: string, user: string, isAddressed = true): Asking {
  const isDirect = channel.startsWith("D") || channel === user;
  return { ...personOf(user), channels: [channel], isDirect, isAddressed };
}
