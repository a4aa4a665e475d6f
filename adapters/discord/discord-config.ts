import type { EnvReader } from "../env.ts";

/**
 * How the bot reaches Discord; `messageContent` is whether it asks for the privileged intent of that name. `apiUrl` has no version and
 * no slash at its end.
 */
export interface DiscordConfig {
  readonly token: string;
  readonly messageContent: boolean;
  readonly apiUrl: string;
}

const WEB = ["http:", "https:"];
const OWN_API = "https://discord.com/api";

/** What is easily copied from the developer portal instead of the token. */
const OTHERS = [
  { shape: /^\d{15,21}$/, what: "an id" },
  { shape: /^[\da-f]{64}$/i, what: "the public key of the application" },
  { shape: /^xox[a-z]|^xapp-/, what: "a token of Slack" },
  { shape: /^(?:Bot|Bearer)\s/i, what: "more than the token: take the word in front of it away" },
] as const;

/** Reads whether Discord is set up, `null` where it is not; faults go to the reader. */
export function parseDiscord(reader: EnvReader): DiscordConfig | null {
  const apiUrl = (reader.url("DISCORD_API_URL", WEB) ?? OWN_API).replace(/\/+$/, "");
  const messageContent = reader.flag("DISCORD_MESSAGE_CONTENT");
  const token = reader.text("DISCORD_TOKEN");
  if (token === null) return null;
  const other = OTHERS.find(({ shape }) => shape.test(token));
  if (other) reader.fault(`DISCORD_TOKEN holds ${other.what}. The token is in the developer portal: Bot, Reset Token.`);
  return { token, messageContent, apiUrl };
}
