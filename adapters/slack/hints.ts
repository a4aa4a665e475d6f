/** Why only the asker sees an answer, and what to do about it. */
export function describeRefusal(error: string, channelName: string | null): string {
  if (channelName === "directmessage" || channelName?.startsWith("mpdm-"))
    return "Only you see this: I am not part of this conversation.";
  if (error === "not_in_channel" || error === "channel_not_found")
    return "Only you see this: I am not in this channel. Invite me with `/invite @Talks`, and I answer in a thread.";
  return "Only you see this: I am not allowed to post here.";
}

/** Said in the direct message when a mention cannot be answered where it stands. */
export function describeElsewhere(channel: string): string {
  return `I cannot post in <#${channel}>, so here is my answer.`;
}
