import { describe, expect, it } from "vitest";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { ANNA, type Message } from "./discord-data.ts";
import { labelsOf, wordsOf } from "./discord-people.ts";
import type { DiscordServer } from "./discord-server.ts";
import { answerIn, replyTo } from "./looking.ts";
import { withTalks } from "./talks-in-discord.ts";

async function answered(server: DiscordServer): Promise<Message> {
  server.slash({ question: "what did Brandt say" });
  return answerIn(server, await server.until(() => server.threads()[0]));
}

describe("In context", () => {
  it("shows the paragraphs around the passage to who pressed, the passage in bold", () =>
    withTalks({}, async ({ server }) => {
      const pressed = server.press(await answered(server), "In context");
      const reply = wordsOf(await server.until(replyTo(server, pressed)));
      expect(pressed.isEphemeral).toBe(true);
      expect(reply).toContain("The paragraph before.");
      expect(reply).toContain("Around: **“We will open the bridge in May,” she said.**");
      expect(reply).toContain("Port Gazette");
    }));
});

describe("More", () => {
  it("shows the next passages to all, and once more only to who asks for them again", () =>
    withTalks({}, async ({ server }) => {
      const answer = await answered(server);
      const first = server.press(answer, /^More/);
      const page = await server.until(replyTo(server, first));
      expect(wordsOf(page)).toContain("Passage 2.");
      expect(labelsOf(page)).toContain("More (2)");
      const again = server.press(answer, /^More/);
      await server.until(replyTo(server, again));
      expect([first.isEphemeral, again.isEphemeral]).toEqual([false, true]);
      const last = await server.until(replyTo(server, server.press(page, /^More/)));
      expect(wordsOf(last)).toContain("Passage 6.");
      expect(labelsOf(last)).not.toContain("More");
    }));
});

describe("a vote", () => {
  it("is kept and thanked for, to who voted alone", async () => {
    const state = createMemoryState();
    await withTalks({ state }, async ({ server }) => {
      const answer = await answered(server);
      const up = server.press(answer, "👍");
      expect((await server.until(replyTo(server, up))).content).toBe("Thanks, good to know.");
      expect(up.isEphemeral).toBe(true);
      expect(await state.get(`feedback:${idOf(answer)}:discord:${ANNA.id}`)).toMatchObject({ vote: "up" });
    });
  });

  it("against an answer may come with a reason", async () => {
    const state = createMemoryState();
    await withTalks({ state }, async ({ server }) => {
      const answer = await answered(server);
      const down = server.press(answer, "👎");
      await server.until(() => down.callback === 9);
      const sent = server.submit(down, { reason: "It is about another bridge." });
      expect((await server.until(replyTo(server, sent))).content).toContain("Thanks");
      const kept = await state.get(`feedback:${idOf(answer)}:discord:${ANNA.id}`);
      expect(kept).toMatchObject({ vote: "down", reason: "It is about another bridge." });
    });
  });
});

describe("a button that outlived its answer", () => {
  it.each(["In context", /^More/, "Who pays for the bridge?"])("says so (%s)", async (label) => {
    const state = createMemoryState();
    await withTalks({ state }, async ({ server }) => {
      const answer = await answered(server);
      await state.delete(`answer:${idOf(answer)}`);
      const pressed = server.press(answer, label);
      expect((await server.until(replyTo(server, pressed))).content).toContain("too old");
      expect(pressed.isEphemeral).toBe(true);
    });
  });
});

function idOf({ components }: Message): string {
  return /"context:([\w-]+):0"/.exec(JSON.stringify(components))?.[1] ?? "";
}
