import { describe, expect, it } from "vitest";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { freePort } from "../state/redis-server.ts";
import { createHttpDelivery } from "./slack-transport.ts";
import { saidBy, seen, untilSaid, untilWhispered, withTalks } from "./talks-in-slack.ts";

const QUESTION = "what did Brandt say";

describe("what is asked", () => {
  it.each(["command", "mention", "dm"] as const)(
    "is kept before Slack hears that it has arrived: a %s",
    async (way) => {
      const state = createMemoryState();
      let isWritten = false;
      const claim: typeof state.claim = async (...args) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        isWritten = await state.claim(...args);
        return isWritten;
      };
      await withTalks(
        async ({ server }) => {
          const acknowledgements: boolean[] = [];
          server.onAcknowledged(() => void acknowledgements.push(isWritten));
          await server[way](QUESTION);
          expect(acknowledgements.length).toBeGreaterThan(0);
          expect(acknowledgements).not.toContain(false);
        },
        { state: { ...state, claim } },
      );
    },
  );

  it.each(["command", "mention"] as const)(
    "is acknowledged in time and answered where the state hangs: a %s",
    (way) => {
      const forever = () => new Promise<never>(() => {});
      return withTalks(
        async ({ server }) => {
          const begin = performance.now();
          await server[way](QUESTION);
          expect(performance.now() - begin).toBeLessThan(2_500);
          const said = await untilSaid(server, way === "command" ? 2 : 1);
          expect(seen(said.at(-1) ?? expect.fail("Nothing was said."))).toContain("passage one");
        },
        { state: { ...createMemoryState(), claim: forever } },
      );
    },
  );

  it("is answered once, also where somebody sends a signed command again", async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/slack/events`;
    await withTalks(
      async ({ server }) => {
        server.deliverTo(url, "a-signing-secret");
        await server.command(QUESTION);
        await untilSaid(server, 2);
        const again = await server.repeatCommand(createHttpDelivery(url, "a-signing-secret"));
        expect(again.acknowledged).toBe(true);
        await server.command("help");
        await untilWhispered(server);
        expect(saidBy(server)).toHaveLength(2);
      },
      {
        config: ({ apiUrl }) => ({ mode: "http", botToken: "xoxb", signingSecret: "a-signing-secret", port, apiUrl }),
      },
    );
  });
});
