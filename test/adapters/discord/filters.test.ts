import { describe, expect, it } from "vitest";
import { createEngine } from "../../../src/index.ts";
import { FERRY_CORPUS, FILTERS, INTENTS } from "../../fixtures/filter-table.ts";
import { BOT, DIRECT } from "./discord-data.ts";
import { wordsOf } from "./discord-people.ts";
import type { DiscordServer } from "./discord-server.ts";
import type { Interaction } from "./discord-world.ts";
import { messageWith, replyTo } from "./looking.ts";
import { withTalks } from "./talks-in-discord.ts";

const engine = createEngine(FERRY_CORPUS);

describe.each(FILTERS)("limited to $name,", ({ options, typed: [first = "", second = ""], leavesOut }) => {
  const answerTo = async (server: DiscordServer, interaction: Interaction) => {
    const reply = await server.until(replyTo(server, interaction));
    // The line above a passage repeats the question.
    return wordsOf(reply)
      .replace(/^.*?\*\*.*?\n/, "")
      .replace(/\s+/g, " ");
  };

  it("whatever /talks asks with options is answered by nothing else, and the same with the filter in its text", () =>
    withTalks({ engine }, async ({ server }) => {
      for (const { text } of INTENTS) {
        const withOptions = await answerTo(server, server.slash({ question: text, private: true, ...options }));
        const inText = await answerTo(server, server.slash({ question: `${first} ${text}`, private: true }));
        expect(withOptions).not.toMatch(leavesOut);
        expect(inText).toBe(withOptions);
      }
    }));

  it("a follow-up in the thread keeps to the options, and says so", () =>
    withTalks({ engine, messageContent: true }, async ({ server }) => {
      server.slash({ question: "what does Norrvik want", ...options });
      const [thread] = await server.until(() => server.threads().length > 0 && server.threads());
      const channel = thread ?? DIRECT;
      await server.until(() => server.said(channel).length > 0);
      server.write("and Sandholm?", { channel });
      const reply = wordsOf(await messageWith(server, channel, "Still only"));
      expect(reply.replace(/\s+/g, " ")).not.toMatch(leavesOut);
    }));

  it("so is a direct message", () =>
    withTalks({ engine }, async ({ server }) => {
      server.write(`${second} how many boats were lost`, { channel: DIRECT });
      const reply = await server.until(() => server.said(DIRECT).find(({ author }) => author === BOT));
      expect(wordsOf(reply).replace(/\s+/g, " ")).not.toMatch(leavesOut);
    }));
});
