import { describe, expect, it } from "vitest";
import { BOT, DIRECT } from "../discord/discord-data.ts";
import { wordsOf } from "../discord/discord-people.ts";
import { replyTo } from "../discord/looking.ts";
import { ALICES_DM, TOWN } from "../slack/slack-world.ts";
import { saidBy, seen, untilSaid } from "../slack/talks-in-slack.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { openTown, rateLimit } from "./running-talks.ts";

const QUESTION = "what did Brandt say";
const ANSWER = "We are ready to reopen the harbour";
const WHEN = "when will the harbour reopen?";
const IN_MAY = " in May, ";
const COST = "what did the dredging cost?";
const COSTS = "40 million crowns";
const TIMEOUT = { timeout: 20_000 };
/** A process that is gone is believed to live for some seconds. */
const PATIENCE_MS = 14_000;

const containing = (...words: readonly string[]) => words.map((one) => expect.stringContaining(one));

describe("in Slack, after a process was killed in mid-answer", () => {
  it(
    "a mention, a direct message and the follow-ups of a thread are answered once each, in their order",
    TIMEOUT,
    async () => {
      const { slack, start } = await openTown();
      const env = { CORPUS_DIR: corpusFolder() };
      const killed = await start(env);
      const side = slack.world.channel("C0EXTRA0") ?? expect.fail("There is no second channel.");
      await slack.command(QUESTION);
      await untilSaid(slack, 2);
      const thread = { threadTs: saidBy(slack, { threadTs: null })[0]?.ts ?? "" };

      // Two answers wait for a rate limit, one for its turn; of the last, the confirmation never comes.
      slack.fail({ method: "chat.postMessage", times: 2, how: { retryAfter: 60 } });
      await Promise.all([slack.dm(QUESTION), slack.say(WHEN, thread)]);
      await slack.until(() => slack.calls.filter(({ answer }) => answer.error === "ratelimited").length === 2);
      await slack.say(COST, thread);
      const meanwhile = async () => void (await killed.end("SIGKILL"));
      slack.fail({ method: "chat.postMessage", times: 1, how: "lost", meanwhile });
      const mention = await slack.mention(QUESTION, { channel: side });
      await untilSaid(slack, 1, { channel: side });
      expect(saidBy(slack, { channel: TOWN, ...thread })).toHaveLength(1);

      const next = await start(env);
      await slack.until(() => saidBy(slack, { channel: TOWN, ...thread }).length === 3, PATIENCE_MS);
      await slack.until(() => saidBy(slack, { channel: ALICES_DM }).length === 1, PATIENCE_MS);
      expect(await next.end("SIGTERM")).toBe(0);

      expect(saidBy(slack, { channel: TOWN, ...thread }).map(seen)).toEqual(containing(ANSWER, IN_MAY, COSTS));
      expect(saidBy(slack, { channel: ALICES_DM }).map(seen)).toEqual(containing(ANSWER));
      expect(saidBy(slack, { channel: side, threadTs: mention.ts }).map(seen)).toEqual(containing(ANSWER));
      expect(saidBy(slack, { channel: side })).toHaveLength(1);
    },
  );
});

describe("in Discord, after a process was killed in mid-answer", () => {
  it("a follow-up, a direct message and a private command are answered once each", TIMEOUT, async () => {
    const { discord, start } = await openTown();
    const env = { CORPUS_DIR: corpusFolder() };
    const killed = await start(env);
    discord.slash({ question: QUESTION });
    const thread = await discord.until(() => discord.threads()[0]);
    await discord.until(() => discord.said(thread).length === 1);

    discord.fail({ method: "POST", path: new RegExp(`${thread.id}/messages$`), reply: rateLimit(60) });
    // This one is posted, but the process does not hear of it.
    discord.fail({ method: "POST", path: new RegExp(`${DIRECT.id}/messages$`), reply: rateLimit(60), isDone: true });
    discord.fail({ method: "PATCH", path: /@original$/, reply: rateLimit(60) });
    const followUp = discord.write(`<@${BOT.id}> ${WHEN}`, { channel: thread });
    discord.write(QUESTION, { channel: DIRECT });
    const inPrivate = discord.slash({ question: COST, private: true });
    await discord.until(() => discord.calls.filter(({ status }) => status === 429).length === 3);
    await killed.end("SIGKILL");
    expect(discord.said(thread)).toHaveLength(1);
    // Discord knows a nonce for some minutes only.
    for (const [id, message] of discord.world.messages) discord.world.messages.set(id, { ...message, nonce: null });

    const lookedFor = () =>
      discord.calls.some(({ method, path }) => method === "GET" && path.endsWith(`${DIRECT.id}/messages`));
    const next = await start(env);
    await discord.until(() => discord.said(thread).length === 2, PATIENCE_MS);
    await discord.until(lookedFor, PATIENCE_MS);
    await discord.until(replyTo(discord, inPrivate), PATIENCE_MS);
    expect(await next.end("SIGTERM")).toBe(0);

    expect(discord.said(thread).map(wordsOf)).toEqual(containing(ANSWER, IN_MAY));
    expect(discord.said(thread)[1]?.replyTo).toBe(followUp.id);
    expect(discord.said(DIRECT).map(wordsOf)).toEqual(containing(ANSWER));
    expect(inPrivate.isEphemeral).toBe(true);
    expect(wordsOf(discord.world.messages.get(inPrivate.messageId ?? "") ?? expect.fail("No reply."))).toContain(COSTS);
  });
});
