import { setTimeout as sleep } from "node:timers/promises";
import { BOT, GENERAL } from "../discord/discord-data.ts";
import type { Interaction } from "../discord/discord-world.ts";
import type { Channel, Posted } from "../slack/slack-world.ts";
import { saidBy } from "../slack/talks-in-slack.ts";
import type { Town } from "./running-talks.ts";

/** How often a process is killed, how much is asked of each, and what decides on the moments. */
export interface SuddenEnds {
  readonly ends: number;
  readonly questions: number;
  /** The same seed kills in the same moments, as far as a machine is the same twice. */
  readonly seed: number;
  readonly env: Readonly<Record<string, string>>;
}

/** How questions of a platform fared: each answer but the first is one too many. */
export interface Tally {
  readonly asked: number;
  readonly acknowledged: number;
  /** Acknowledged questions without an answer. */
  readonly lost: number;
  /** Answers too many, to whatever question. */
  readonly doubled: number;
}

/** A question of somebody. */
interface Question {
  readonly isAcknowledged: () => boolean;
  readonly answers: () => number;
}

/** The way to Slack and Discord, there and back. */
const ROUND_TRIP_MS = 300;
/** Most ends come while much is under way; some when what was left before is being taken up. */
const LIVES_MS = { short: 1_500, long: 4_000, untilTakenUp: 8_000 };
const SHARE_OF_LONG_LIVES = 0.3;

/** The channels of the Slack in which it is asked, so that questions do not queue for the same one. */
export const CHANNELS = 10;

/**
 * Starts processes one after the other, asks each, and kills it at some moment; the last one lives until all is answered, or
 * `patienceMs` are over.
 */
export async function endSuddenly(
  town: Town,
  { ends, questions, seed, env }: SuddenEnds,
  patienceMs: number,
): Promise<{ readonly slack: Tally; readonly discord: Tally }> {
  const { slack, discord } = town;
  const random = randomFrom(seed);
  const asked = { slack: [] as Question[], discord: [] as Question[] };
  for (let end = 0; end < ends; end += 1) {
    for (const server of [slack, discord]) server.delay(ROUND_TRIP_MS / 2);
    const process = await town.start(env);
    const isLong = random() < SHARE_OF_LONG_LIVES;
    if (isLong) await sleep(LIVES_MS.untilTakenUp);
    for (let n = 0; n < questions; n += 1) {
      const text = `what did Brandt say, number ${end * questions + n}?`;
      asked.slack.push(askInSlack(town, text, n));
      asked.discord.push(askInDiscord(town, text, n));
    }
    await sleep(random() * (isLong ? LIVES_MS.long : LIVES_MS.short));
    await process.end("SIGKILL");
    // What Slack was not told to have arrived comes again, sooner or later.
    void slack.repeatUnheard();
  }
  for (const server of [slack, discord]) server.delay(0);
  const last = await town.start(env);
  const isDone = () => [...asked.slack, ...asked.discord].every((one) => !one.isAcknowledged() || one.answers() > 0);
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    await slack.repeatUnheard();
    if (isDone()) break;
    await sleep(100);
  }
  // Time for what would come twice.
  await sleep(1_000);
  await last.end("SIGTERM");
  return { slack: tally(asked.slack), discord: tally(asked.discord) };
}

function tally(questions: readonly Question[]): Tally {
  const acknowledged = questions.filter((question) => question.isAcknowledged());
  const surplus = questions.map((question) => Math.max(0, question.answers() - 1));
  return {
    asked: questions.length,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((question) => question.answers() === 0).length,
    doubled: surplus.reduce((sum, count) => sum + count, 0),
  };
}

/** By turns a command, whose anchor stands in the channel, and a mention. */
function askInSlack({ slack }: Town, text: string, n: number): Question {
  const channel = slack.world.channels.find(({ id }) => id === `C0EXTRA${n % CHANNELS}`);
  if (channel === undefined) throw new Error("There are not enough channels.");
  let isAcknowledged = false;
  if (n % 2 === 0) {
    void slack.command(text, { channel }).then((ack) => {
      isAcknowledged = ack.acknowledged;
    });
    const anchors = () => saidBy(slack, { channel, threadTs: null }).filter((message) => message.text.endsWith(text));
    return {
      isAcknowledged: () => isAcknowledged,
      // An anchor without an answer is none; a second anchor is one too many, whatever is below it.
      answers: () => anchors().length - 1 + sum(anchors().map((anchor) => repliesTo({ slack }, channel, anchor))),
    };
  }
  const mention = slack.mention(text, { channel });
  let posted: Posted | null = null;
  void mention.then((message) => {
    posted = message;
  });
  return {
    // Slack delivers an event again until it is acknowledged.
    isAcknowledged: () => posted !== null,
    answers: () => {
      const question = slack.world
        .in(channel)
        .find((message) => message.text.endsWith(text) && message.user !== "U0TALKS");
      return question ? repliesTo({ slack }, channel, question) : 0;
    },
  };
}

function repliesTo({ slack }: Pick<Town, "slack">, channel: Channel, { ts }: Posted): number {
  return saidBy(slack, { channel, threadTs: ts }).length;
}

/** By turns a command that is answered in a thread, one that is answered to its asker alone, and a mention. */
function askInDiscord({ discord }: Town, text: string, n: number): Question {
  const inThread = (id: string | null) => (id === null ? 0 : discord.said({ id }).length);
  if (n % 3 === 2) {
    const { id } = discord.write(`<@${BOT.id}> ${text}`, { channel: GENERAL });
    // Discord knows no acknowledgement of a message; it must not be answered twice.
    return { isAcknowledged: () => false, answers: () => inThread(id) };
  }
  const isPrivate = n % 3 === 1;
  const interaction: Interaction = discord.slash(isPrivate ? { question: text, private: true } : { question: text });
  const late = () =>
    discord.said(GENERAL).filter((message) => message.content.includes(text) && message.id !== interaction.messageId);
  const isWritten = () => {
    const reply = discord.world.messages.get(interaction.messageId ?? "");
    return reply !== undefined && !reply.isThinking ? 1 : 0;
  };
  return {
    isAcknowledged: () => interaction.callback !== null,
    answers: () =>
      (isPrivate ? isWritten() : inThread(interaction.messageId)) + sum(late().map(({ id }) => inThread(id))),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
