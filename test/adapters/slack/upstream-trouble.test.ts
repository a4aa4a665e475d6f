import { describe, expect, it } from "vitest";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { saidBy, seen, untilSaid, withTalks } from "./talks-in-slack.ts";

const POST = "chat.postMessage";
const PAGE = "<html><body>502 Bad Gateway</body></html>";
const QUESTIONS = 20;
const PATIENCE_MS = 25_000;
const TIMEOUT = { timeout: 30_000 };

describe("some seconds in which Slack posts nothing", () => {
  it.each([
    ["answers 500", { status: 500 }],
    ["answers with a page of a proxy", { status: 502, page: PAGE }],
    ["answers with a page that claims to be well", { status: 200, page: PAGE }],
    ["owns up to a fault", { error: "internal_error" }],
    ["asks to wait", { retryAfter: 1 }],
  ])("cost no answer and none comes twice: it %s", TIMEOUT, (_how, how) => {
    const state = createMemoryState();
    return withTalks(
      async ({ server }) => {
        const channels = server.world.channels.filter(({ id }) => id.startsWith("C0EXTRA"));
        server.fail({ method: POST, times: 2 * QUESTIONS, how });
        await Promise.all(
          Array.from({ length: QUESTIONS }, async (_, n) => {
            const channel = channels[n % channels.length];
            const saying = channel ? { channel } : {};
            await (n % 2 === 0 ? server.mention("what did Brandt say", saying) : server.command("when", saying));
          }),
        );
        const answers = () =>
          channels.flatMap((channel) => saidBy(server, { channel })).filter(({ threadTs }) => threadTs !== null);
        await server.until(() => answers().length >= QUESTIONS, PATIENCE_MS);
        expect(answers().map(seen)).toEqual(Array(QUESTIONS).fill(expect.stringContaining("passage one")));
        await expect.poll(() => state.keys("pending:")).toEqual([]);
        expect(answers()).toHaveLength(QUESTIONS);
      },
      { state, channels: 10 },
    );
  });
});

describe("a question that can never be answered", () => {
  it("is kept no longer", () => {
    const state = createMemoryState();
    return withTalks(
      async ({ server, log }) => {
        server.fail({ method: POST, times: 6, how: { error: "account_inactive" } });
        await server.mention("what did Brandt say");
        await expect.poll(() => log.join("\n")).toContain("refused everywhere");
        await expect.poll(() => state.keys("pending:")).toEqual([]);
        await server.mention("when does it open");
        await untilSaid(server, 1);
      },
      { state },
    );
  });
});
