import { oneLine } from "../conversation/cut.ts";

/** A stand-in for each sign that would begin bold, italic, struck or code text, since mrkdwn has no way to escape them. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { "*": "∗", _: "＿", "~": "∼", "`": "ˋ" };
const OPENING_SIGN = /(?<![\p{L}\p{N}])[*_~`](?=\S)/gu;

/** Text that mrkdwn shows as it stands, on one line: no mention, no link, no emphasis. */
export function escapeMrkdwn(text: string): string {
  return escapeEntities(oneLine(text).replace(OPENING_SIGN, (sign) => LOOK_ALIKES[sign] ?? sign));
}

/** The three signs with which mentions, links and entities begin and end. */
export function escapeEntities(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A link in mrkdwn; neither the address nor the label can end it early. */
export function link(label: string, address: string): string {
  const safe = address
    .replace(/[<>|\s]/g, encodeURIComponent)
    .replaceAll("*", "%2A")
    .replaceAll("&", "&amp;");
  return `<${safe}|${escapeMrkdwn(label).replaceAll("|", "¦")}>`;
}

/** A mention of a person; only for those who have just asked something themselves. */
export function mention(userId: string): string {
  return `<@${userId}>`;
}

/**
 * What a person typed, in plain words: Slack's notation for links, channels and mentions is undone, and mentions of
 * `botUserId` are taken out.
 */
export function readMrkdwn(text: string, botUserId: string | null): string {
  return text
    .replace(/<@([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) =>
      id === botUserId ? " " : `@${name ?? id}`,
    )
    .replace(/<#[A-Z0-9]+(?:\|([^>]*))?>/g, (_, name?: string) => (name ? `#${name}` : "#channel"))
    .replace(/<![^>|]*\|([^>]*)>/g, (_, label: string) => label)
    .replace(/<!([^>]*)>/g, (_, name: string) => `@${name}`)
    .replace(/<[^>|]+\|([^>]*)>/g, (_, label: string) => label)
    .replace(/<([^>]+)>/g, (_, address: string) => address)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}
