import { describe, expect, it } from "vitest";
import { BORIS, BOT, DIRECT, GENERAL, POST } from "./discord-data.ts";
import { labelsOf, wordsOf } from "./discord-people.ts";
import type { DiscordServer } from "./discord-server.ts";
import { harbourEngine } from "./harbour-engine.ts";
import { answerIn, messageWith, replyTo } from "./looking.ts";
import { withTalks } from "./talks-in-discord.ts";

const FIRST = "what did Brandt say";
const NEXT = "and who pays for it?";

/** A thread in which the first question has been answered. */
async function openedThread(server: DiscordServer) {
  server.slash({ question: FIRST });
  const thread = await server.until(() => server.threads()[0]);
  return { thread, answer: await answerIn(server, thread) };
}

describe("a follow-up in a thread", () => {
  it("by mention is answered there and knows what was asked before, whoever asked", async () => {
    const engine = harbourEngine();
    await withTalks({ engine }, async ({ server }) => {
      const { thread } = await openedThread(server);
      const message = server.write(`<@${BOT.id}> ${NEXT}`, { channel: thread, user: BORIS });
      await server.until(() => server.said(thread).find(({ replyTo: to }) => to === message.id));
      expect(engine.asked.at(-1)).toEqual({ text: NEXT, earlier: [FIRST] });
      expect(server.threads()).toHaveLength(1);
    });
  });

  it("by /talks is answered there and knows what was asked before", async () => {
    const engine = harbourEngine();
    await withTalks({ engine }, async ({ server }) => {
      const { thread } = await openedThread(server);
      const asked = server.slash({ question: NEXT }, { channel: thread });
      const reply = await server.until(replyTo(server, asked));
      expect(wordsOf(reply)).toContain(`asked: **${NEXT}**`);
      expect(engine.asked.at(-1)).toEqual({ text: NEXT, earlier: [FIRST] });
    });
  });

  it("by the Follow up button is asked in a dialog and answered below", async () => {
    const engine = harbourEngine();
    await withTalks({ engine }, async ({ server }) => {
      const { thread, answer } = await openedThread(server);
      const pressed = server.press(answer, "Follow up", { user: BORIS });
      await server.until(() => pressed.callback === 9);
      const asked = server.submit(pressed, { question: NEXT });
      const reply = await server.until(replyTo(server, asked));
      expect(reply.channel_id).toBe(thread.id);
      expect(asked.isEphemeral).toBe(false);
      expect(wordsOf(reply)).toContain(`<@${BORIS.id}> asked: **${NEXT}**`);
      expect(engine.asked.at(-1)).toEqual({ text: NEXT, earlier: [FIRST] });
    });
  });

  it("by a suggested question is answered below", async () => {
    const engine = harbourEngine();
    await withTalks({ engine }, async ({ server }) => {
      const { answer } = await openedThread(server);
      const asked = server.press(answer, "Who pays for the bridge?");
      expect(wordsOf(await server.until(replyTo(server, asked)))).toContain("asked: **Who pays for the bridge?**");
      expect(engine.asked.at(-1)).toEqual({ text: "Who pays for the bridge?", earlier: [FIRST] });
    });
  });

  it("by a reply that notifies the bot is answered where it is a question, and thanks are not", async () => {
    const engine = harbourEngine();
    await withTalks({ engine }, async ({ server }) => {
      const { thread, answer } = await openedThread(server);
      server.write("thanks, good to know!", { channel: thread }, answer.id);
      const question = server.write(NEXT, { channel: thread }, answer.id);
      await server.until(() => server.said(thread).find(({ replyTo: to }) => to === question.id));
      expect(engine.asked.map(({ text }) => text)).toEqual([FIRST, NEXT]);
    });
  });

  it("keeps the order of questions that come at once", async () => {
    const engine = harbourEngine();
    await withTalks({ engine }, async ({ server }) => {
      const { thread } = await openedThread(server);
      for (const n of [1, 2, 3]) server.write(`<@${BOT.id}> question ${n}`, { channel: thread });
      await server.until(() => server.said(thread).length === 4);
      expect(engine.asked.at(-1)).toEqual({ text: "question 3", earlier: [FIRST, "question 1", "question 2"] });
    });
  });
});

describe("a plain message in a thread", () => {
  it("is answered where Talks opened the thread and may read it, if it is a question to nobody else", () =>
    withTalks({ messageContent: true }, async ({ server }) => {
      const { thread } = await openedThread(server);
      server.write("thanks, that is what I thought", { channel: thread });
      server.write("Boris, what do you think?", { channel: thread });
      const question = server.write(NEXT, { channel: thread });
      await server.until(() => server.said(thread).find(({ replyTo: to }) => to === question.id));
      expect(server.said(thread)).toHaveLength(2);
    }));

  it("is left alone in a thread of others", () =>
    withTalks({ messageContent: true }, async ({ server }) => {
      server.write(NEXT, { channel: POST });
      const mention = server.write(`<@${BOT.id}> ${FIRST}`, { channel: POST });
      await server.until(() => server.said(POST).find(({ replyTo: to }) => to === mention.id));
      server.write(NEXT, { channel: POST });
      const last = server.write(`<@${BOT.id}> sources`, { channel: POST });
      await server.until(() => server.said(POST).find(({ replyTo: to }) => to === last.id));
      expect(server.said(POST)).toHaveLength(2);
    }));
});

describe("direct messages", () => {
  it("are one conversation", async () => {
    const engine = harbourEngine();
    await withTalks({ engine }, async ({ server }) => {
      server.write(FIRST, { channel: DIRECT });
      await answerIn(server, DIRECT);
      server.write(NEXT, { channel: DIRECT });
      await server.until(() => server.said(DIRECT).length === 2);
      expect(engine.asked.at(-1)).toEqual({ text: NEXT, earlier: [FIRST] });
    });
  });
});

describe("a private answer", () => {
  it("has private follow-ups that lean on its own question", async () => {
    const engine = harbourEngine();
    await withTalks({ engine }, async ({ server }) => {
      const asked = server.slash({ question: FIRST, private: true });
      const answer = await server.until(replyTo(server, asked));
      const next = server.press(answer, "Who pays for the bridge?");
      await server.until(replyTo(server, next));
      expect(next.isEphemeral).toBe(true);
      expect(engine.asked.at(-1)).toEqual({ text: "Who pays for the bridge?", earlier: [FIRST] });
    });
  });

  it("is shared once, by whom it says", () =>
    withTalks({}, async ({ server }) => {
      const asked = server.slash({ question: FIRST, private: true });
      const answer = await server.until(replyTo(server, asked));
      const shared = await server.until(replyTo(server, server.press(answer, "Share")));
      expect(shared.channel_id).toBe(GENERAL.id);
      expect(wordsOf(shared)).toContain(`<@300000000000000001> shares an answer to: **${FIRST}**`);
      expect(labelsOf(shared)).not.toContain("Share");
      const again = server.press(answer, "Share");
      expect((await server.until(replyTo(server, again))).content).toBe("This answer has been shared already.");
      expect(again.isEphemeral).toBe(true);
    }));
});

describe("a private question by mention", () => {
  it("is answered by direct message", () =>
    withTalks({}, async ({ server }) => {
      server.write(`<@${BOT.id}> private ${FIRST}`);
      await messageWith(server, DIRECT, FIRST);
      expect(server.said(GENERAL)).toEqual([]);
      expect(server.threads()).toEqual([]);
    }));
});
