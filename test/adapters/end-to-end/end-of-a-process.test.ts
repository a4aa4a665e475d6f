import { describe, expect, it } from "vitest";
import { wordsOf } from "../discord/discord-people.ts";
import { type Channel, type Posted, TOWN } from "../slack/slack-world.ts";
import { saidBy, seen } from "../slack/talks-in-slack.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { openTown, rateLimit, type Town } from "./running-talks.ts";

const QUESTION = "what did Brandt say";
const ANSWER = "We are ready to reopen the harbour";
const TIMEOUT = { timeout: 20_000 };
/** A process that is gone is believed to live for some seconds. */
const PATIENCE_MS = 14_000;

const isInThread = ({ thread_ts }: { readonly thread_ts?: unknown }) => thread_ts !== undefined;
function repliesTo({ slack }: Town, anchor: Posted | undefined, channel: Channel = TOWN): readonly string[] {
  return saidBy(slack, { channel, threadTs: anchor?.ts ?? "none" }).map(seen);
}

function answersInThreads({ discord }: Town): readonly (readonly string[])[] {
  return discord.threads().map((thread) => discord.said(thread).map(wordsOf));
}

describe("a process that is told to stop in mid-answer", () => {
  it("answers each question exactly once, then ends well", TIMEOUT, async () => {
    const town = await openTown();
    const { slack, discord } = town;
    const talks = await town.start({ CORPUS_DIR: corpusFolder() });
    slack.fail({ method: "chat.postMessage", times: 2, how: { retryAfter: 1 }, when: isInThread });
    discord.fail({ method: "POST", path: /\/messages$/, reply: rateLimit(1), times: 2 });
    const numbers = Array.from({ length: 8 }, (_, n) => n);
    const asked = numbers.map(() => discord.slash({ question: QUESTION }));
    await Promise.all(numbers.map(() => slack.command(QUESTION)));
    await discord.until(() => asked.every(({ callback }) => callback !== null));
    expect(await talks.end("SIGTERM")).toBe(0);

    const anchors = saidBy(slack, { threadTs: null });
    expect(anchors).toHaveLength(numbers.length);
    for (const anchor of anchors) expect(repliesTo(town, anchor)).toEqual([expect.stringContaining(ANSWER)]);
    expect(answersInThreads(town)).toEqual(numbers.map(() => [expect.stringContaining(ANSWER)]));
  });
});

describe("a process that is killed in mid-answer", () => {
  it("leaves questions that the next one answers, none of them twice, in threads that it knows", TIMEOUT, async () => {
    const town = await openTown();
    const { slack, discord } = town;
    const env = { CORPUS_DIR: corpusFolder() };
    const killed = await town.start(env);
    const side = slack.world.channel("C0EXTRA0") ?? expect.fail("There is no second channel.");

    // One answer waits for a rate limit; of another one, the confirmation does not reach the process any more.
    slack.fail({ method: "chat.postMessage", times: 1, how: { retryAfter: 60 }, when: isInThread });
    await slack.command(QUESTION, { channel: side });
    await slack.until(() => slack.calls.some(({ answer }) => answer.error === "ratelimited"));
    discord.fail({ method: "POST", path: /\/messages$/, reply: rateLimit(60) });
    discord.slash({ question: QUESTION });
    await discord.until(() => discord.calls.some(({ status }) => status === 429));
    slack.fail({
      method: "chat.postMessage",
      times: 1,
      how: "lost",
      when: isInThread,
      meanwhile: async () => void (await killed.end("SIGKILL")),
    });
    await slack.command(QUESTION);
    await slack.until(() => saidBy(slack).length === 2);
    const waiting = () => saidBy(slack, { channel: side, threadTs: null })[0];
    expect(repliesTo(town, waiting(), side)).toEqual([]);
    expect(answersInThreads(town)).toEqual([[]]);

    const next = await town.start(env);
    const thread = await discord.until(() => discord.threads()[0]);
    await slack.until(() => repliesTo(town, waiting(), side).length > 0, PATIENCE_MS);
    await discord.until(() => discord.said(thread).length > 0, PATIENCE_MS);
    await slack.until(() => slack.calls.filter(({ method }) => method === "conversations.replies").length === 2);
    await slack.say("when will the harbour reopen?", { channel: side, threadTs: waiting()?.ts ?? "" });
    await slack.until(() => repliesTo(town, waiting(), side).length > 1);
    expect(await next.end("SIGTERM")).toBe(0);

    const [answer, followUp] = repliesTo(town, waiting(), side);
    expect(answer).toContain(ANSWER);
    expect(followUp).toContain("will reopen in May");
    expect(saidBy(slack, { channel: side, threadTs: null })).toHaveLength(1);
    expect(saidBy(slack, { threadTs: null })).toHaveLength(1);
    expect(repliesTo(town, saidBy(slack, { threadTs: null })[0])).toEqual([expect.stringContaining(ANSWER)]);
    expect(answersInThreads(town)).toEqual([[expect.stringContaining(ANSWER)]]);
  });
});
