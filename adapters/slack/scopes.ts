/** What Talks asks a workspace for, and why; `manifest.json` asks for the same. */
export const SCOPES = {
  "app_mentions:read": "to hear @Talks",
  "assistant:write": "to suggest questions in the agent view",
  "channels:history": "to hear follow-up questions in its threads, and that a question was changed or deleted",
  "chat:write": "to answer",
  "chat:write.public": "to answer the command in public channels without being invited",
  commands: "to take the command and the message shortcut",
  "groups:history": "the same as channels:history, in private channels it was invited to",
  "im:history": "to hear direct messages",
  "mpim:history": "the same as channels:history, in group direct messages that it is part of",
} as const;
