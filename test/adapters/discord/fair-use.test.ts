import { describe, expect, it } from "vitest";
import { BORIS, BOT, DIRECT, GENERAL } from "./discord-data.ts";
import { wordsOf } from "./discord-people.ts";
import { answerIn, messageWith, replyTo } from "./looking.ts";
import { withTalks } from "./talks-in-discord.ts";

const QUESTION = "what did Brandt say";
const ONE_A_DAY = { perPerson: { questions: 1, seconds: 86_400 } };

describe("a question beyond the limit", () => {
  it("is told so to the asker alone, and counted as refused", () =>
    withTalks({ limits: ONE_A_DAY }, async ({ server, observer }) => {
      server.slash({ question: QUESTION });
      const thread = await server.until(() => server.threads()[0]);
      const answer = await answerIn(server, thread);
      const second = server.slash({ question: "who pays?" });
      const refusal = await server.until(replyTo(server, second));
      expect(second.isEphemeral).toBe(true);
      expect(wordsOf(refusal)).toMatch(/as many questions as one person may, 1 in a day/);
      const pressed = server.press(answer, "Who pays for the bridge?");
      await server.until(replyTo(server, pressed));
      expect(pressed.isEphemeral).toBe(true);
      const others = server.press(answer, "Who pays for the bridge?", { user: BORIS });
      await server.until(replyTo(server, others));
      expect(others.isEphemeral).toBe(false);
      expect(observer.seen.map((line) => line.replace(/"[^"]*"/, "…"))).toEqual([
        `discord:300000000000000001 asked …: answered`,
        `discord:300000000000000001 asked …: refused`,
        `discord:300000000000000001 asked …: refused`,
        `discord:${BORIS.id} asked …: answered`,
      ]);
    }));
});

describe("the list of channels", () => {
  it("refuses those that are not on it, and lets direct messages be", () =>
    withTalks({ limits: { channels: ["1"] } }, async ({ server }) => {
      const message = server.write(`<@${BOT.id}> ${QUESTION}`);
      await messageWith(server, message.channel_id === GENERAL.id ? GENERAL : DIRECT, "I only answer in some channels");
      expect(server.threads()).toEqual([]);
      server.write(QUESTION, { channel: DIRECT });
      await answerIn(server, DIRECT);
    }));

  it("holds for the threads of a channel, too", () =>
    withTalks({ limits: { channels: [GENERAL.id] } }, async ({ server }) => {
      server.slash({ question: QUESTION });
      const thread = await server.until(() => server.threads()[0]);
      await answerIn(server, thread);
      const inThread = server.slash({ question: "who pays?" }, { channel: thread });
      await server.until(replyTo(server, inThread));
      expect(inThread.isEphemeral).toBe(false);
    }));
});

describe("the mention-only switch", () => {
  it("leaves plain questions in our threads alone", () =>
    withTalks({ limits: { mentionOnly: true }, messageContent: true }, async ({ server }) => {
      server.slash({ question: QUESTION });
      const thread = await server.until(() => server.threads()[0]);
      await answerIn(server, thread);
      server.write("who pays for the bridge?", { channel: thread });
      server.write(`<@${BOT.id}> when does it open?`, { channel: thread });
      await server.until(() => server.said(thread).length > 1);
      expect(server.said(thread)).toHaveLength(2);
    }));
});

describe("a vote", () => {
  it("is counted once for each person", () =>
    withTalks({}, async ({ server, observer }) => {
      server.slash({ question: QUESTION });
      const answer = await answerIn(server, await server.until(() => server.threads()[0]));
      for (let n = 0; n < 2; n += 1) await server.until(replyTo(server, server.press(answer, "👍")));
      expect(observer.seen.slice(1)).toEqual(["discord:300000000000000001 votes up"]);
    }));
});

describe("a button beyond the limit", () => {
  it("shows nothing more, and says so to whoever pressed", () =>
    withTalks({ limits: { perPerson: { questions: 3, seconds: 86_400 } } }, async ({ server, observer }) => {
      server.slash({ question: QUESTION });
      const answer = await answerIn(server, await server.until(() => server.threads()[0]));
      const replies: string[] = [];
      for (const label of ["In context", "In context", "In context", /^More/])
        replies.push(wordsOf(await server.until(replyTo(server, server.press(answer, label)))));
      expect(replies.map((reply) => reply.includes("as many questions as one person may, 3 in a day"))).toEqual([
        false,
        false,
        true,
        true,
      ]);
      const others = server.press(answer, /^More/, { user: BORIS });
      expect(wordsOf(await server.until(replyTo(server, others)))).toContain("Passage 2.");
      expect(observer.seen).toHaveLength(1);
    }));

  it("is a vote or a completion only after ten for each question that one may ask", () =>
    withTalks({ limits: ONE_A_DAY }, async ({ server, observer }) => {
      server.slash({ question: QUESTION });
      const answer = await answerIn(server, await server.until(() => server.threads()[0]));
      for (let n = 0; n < 5; n += 1) {
        await server.until(replyTo(server, server.press(answer, "👍")));
        const typed = server.autocomplete("speaker", "cl");
        await server.until(() => typed.callback !== null);
        expect(typed.data.choices).toHaveLength(1);
      }
      const typed = server.autocomplete("speaker", "cl");
      await server.until(() => typed.callback !== null);
      expect([typed.callback, typed.data.choices]).toEqual([8, []]);
      const pressed = await server.until(replyTo(server, server.press(answer, "👎")));
      expect(wordsOf(pressed)).toContain("That was a lot in a short time.");
      expect(observer.seen.slice(1)).toEqual(["discord:300000000000000001 votes up"]);
    }));
});
