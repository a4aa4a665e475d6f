import { describe, expect, it } from "vitest";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { DIRECT } from "./discord-data.ts";
import { answerIn, replyTo } from "./looking.ts";
import { withTalks } from "./talks-in-discord.ts";

const QUESTION = "what did Brandt say";

describe("what is asked", () => {
  it.each([
    ["a question", { question: QUESTION }, "talks"],
    ["a private question", { question: QUESTION, private: true }, "talks"],
    ["help", {}, "talks-help"],
  ])("is kept before Discord shows that Talks thinks: %s", async (_what, options, command) => {
    const state = createMemoryState();
    let isWritten = false;
    const claim: typeof state.claim = async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      isWritten = await state.claim(...args);
      return isWritten;
    };
    await withTalks({ state: { ...state, claim } }, async ({ server }) => {
      const asked = server.slash(options, {}, command);
      expect(await server.until(() => asked.callback !== null && { isWritten })).toEqual({ isWritten: true });
      await server.until(replyTo(server, asked));
    });
  });

  it("is acknowledged in time and answered where the state hangs", () =>
    withTalks({ state: { ...createMemoryState(), claim: () => new Promise(() => {}) } }, async ({ server }) => {
      const begin = performance.now();
      const asked = server.slash({ question: QUESTION });
      await server.until(() => asked.callback !== null);
      expect(performance.now() - begin).toBeLessThan(2_500);
      await answerIn(server, await server.until(() => server.threads()[0]));
      server.write(QUESTION, { channel: DIRECT });
      await answerIn(server, DIRECT);
    }));
});
