import type { Question } from "../../src/index.ts";
import { cutText, oneLine } from "../conversation/cut.ts";
import type { Way } from "../conversation/texts.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { escapeLine } from "./markup.ts";

/** The name of the message command in Discord's menu. */
export const ASK_ABOUT_COMMAND = "Ask Talks about this";

/** How to ask in Discord. */
export const DISCORD_WAYS: readonly Way[] = [
  { how: "/talks question: …", what: "the answer comes in a thread; with private: True only you see it" },
  { how: "@Talks …", what: "the same; inside a thread I answer there and know what was asked before" },
  { how: "Apps → Ask Talks about this", what: "in the menu of a message, asks what the message says" },
  { how: "a direct message", what: "just the question" },
  { how: "/talks-sources", what: "the articles I know" },
];

/** Where a private answer, or one to a button, came after Discord stopped waiting. */
export const TOO_LATE = "That took me too long, so Discord stopped waiting. Please try again.";

/** Said to those who ask while the bot stops. */
export const RESTARTING = "I am just restarting. Please ask again in a minute.";

/** Said where a private question came as a mention and the person takes no direct messages. */
export const NO_DIRECT_MESSAGE = "I cannot write to you in private. Please use /talks with private: True.";

/** Above an answer that comes as a direct message; where Talks is not let into the channel, how that is mended. */
export function hereInstead(channelId: string, isShutOut: boolean): string {
  const invite = isShutOut ? " Add me to it, under Edit Channel → Permissions, and I answer there." : "";
  return `I cannot write in <#${channelId}>, so here is my answer.${invite}`;
}

/** Said where the message that a question is asked about has no words. */
export const NO_TEXT = "That message has no text that I can read.";

/** Below an answer to a reply, where Talks has no Message Content intent. */
export const KEPT_BACK = `I cannot read the message that you reply to: “${ASK_ABOUT_COMMAND}”, in its menu under Apps, shows it to me.`;

const LONGEST_QUESTION_SHOWN = 500;

/** The line above an answer, or alone as the message that a thread hangs on: who asked what. */
export function askedLine(asker: string | null, question: Question): string {
  const text = `**${escapeLine(cutText(question.text, LONGEST_QUESTION_SHOWN))}**${filterList(question)}`;
  return asker === null ? text : `<@${asker}> asked: ${text}`;
}

/** The same for a private answer that somebody now shows to all. */
export function sharedLine(sharer: string, question: Question): string {
  return `<@${sharer}> shares an answer to: ${askedLine(null, question)}`;
}

/** The name of a thread: the question as far as it fits. */
export function threadName(question: string): string {
  return cutText(oneLine(question), DISCORD_LIMITS.threadNameCharacters) || "Question";
}

const FILTERS = [
  ["from", "speaker"],
  ["source", "source"],
  ["since", "since"],
  ["until", "until"],
] as const;

function filterList(question: Question): string {
  const filters = FILTERS.flatMap(([label, name]) => {
    const value = question[name];
    return value === undefined ? [] : [`${label}: ${escapeLine(cutText(value, LONGEST_FILTER_SHOWN))}`];
  });
  return filters.length === 0 ? "" : ` (${filters.join(", ")})`;
}

const LONGEST_FILTER_SHOWN = 80;
