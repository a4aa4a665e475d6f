import { describe, expect, it } from "vitest";
import { ALICES_DM } from "./slack-world.ts";
import { seen, untilSaid, withTalks } from "./talks-in-slack.ts";
import { visibleText } from "./visible-text.ts";

describe("the App Home", () => {
  it("shows what Talks knows, how to ask, and questions to begin with", () =>
    withTalks(async ({ server }) => {
      await server.openHome("home");
      const home = await server.until(() => server.shown.homes[0]);
      const shown = visibleText(Array.isArray(home.blocks) ? home.blocks : []);
      for (const words of [
        "2 articles from Port Gazette",
        "Harbour bridge to open",
        "Clara Brandt",
        "/talks private",
        "who pays for the bridge",
      ])
        expect(shown).toContain(words);
      expect(home.for).toBe("U0ALICE");
    }));

  it("answers its questions in the direct message, which goes on from there", () =>
    withTalks(async ({ server, engine }) => {
      await server.openHome("home");
      const home = await server.until(() => server.shown.homes[0]);
      await server.pressOnHome(home, "who pays for the bridge");
      const [reply] = await untilSaid(server, 1, { channel: ALICES_DM });
      expect(reply && seen(reply)).toContain("asked: who pays for the bridge");
      await server.dm("and when?");
      await untilSaid(server, 2, { channel: ALICES_DM });
      expect(engine.asked.at(-1)?.earlier).toEqual(["who pays for the bridge"]);
    }));
});

describe("the agent view", () => {
  it("suggests questions that the articles answer", () =>
    withTalks(async ({ server }) => {
      await server.openHome("messages");
      const prompts = await server.until(() => server.shown.prompts[0]);
      expect(prompts).toMatchObject({
        channel_id: ALICES_DM.id,
        prompts: [
          { title: "what did Brandt say", message: "what did Brandt say" },
          { title: "who pays for the bridge", message: "who pays for the bridge" },
          { title: "when does the bridge open", message: "when does the bridge open" },
        ],
      });
      expect(server.shown.homes).toEqual([]);
    }));

  it("answers in the thread that a message there opens", () =>
    withTalks(async ({ server, engine }) => {
      const first = await server.dm("what did Brandt say");
      await untilSaid(server, 1, { channel: ALICES_DM });
      await server.dm("and in this thread?", { threadTs: first.ts });
      await untilSaid(server, 1, { channel: ALICES_DM, threadTs: first.ts });
      expect(engine.asked[1]?.earlier).toEqual([]);
    }));
});
