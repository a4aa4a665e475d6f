import { describe, expect, it, vi } from "vitest";
import { seen, untilWhispered, whispered } from "../slack/talks-in-slack.ts";
import { HAS_REDIS, REDIS_NOTE, startRedis } from "../state/redis-server.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { openTown, type Town } from "./running-talks.ts";

const ANSWER = "We are ready to reopen the harbour";
const TIMEOUT = { timeout: 40_000 };
const PATIENCE_MS = 20_000;
/** What a busy machine adds. */
const BUSY_MS = 300;

/** Asks in private, and resolves with how long the answer took. */
async function ask({ slack }: Town): Promise<number> {
  const { length } = whispered(slack);
  const began = performance.now();
  await slack.command("private what did Brandt say");
  await slack.until(() => whispered(slack).length > length, PATIENCE_MS);
  expect(whispered(slack).map(seen).at(-1)).toContain(ANSWER);
  return performance.now() - began;
}

describe.skipIf(!HAS_REDIS)(`while its Redis hangs${REDIS_NOTE}`, () => {
  it(
    "the program answers after three seconds at most, then at once, and remembers it afterwards",
    TIMEOUT,
    async () => {
      const redis = await startRedis();
      const town = await openTown();
      const { slack, start } = town;
      const env = { STATE_URL: redis.url, LIMIT_PER_PERSON: "900/hour", LIMIT_PER_CHANNEL: "900/hour" };
      const talks = await start({ ...env, CORPUS_DIR: corpusFolder() });
      const usualMs = await ask(town);
      await vi.waitUntil(async () => !(await redis.keys()).some((key) => key.includes("pending:")), PATIENCE_MS);
      redis.freeze();
      expect(await ask(town)).toBeLessThan(3000 + BUSY_MS + usualMs);
      expect(await ask(town)).toBeLessThan(1000 + usualMs);
      redis.thaw();
      await talks.untilLogged("The shared state works again");
      expect(talks.log.filter((line) => line.includes("The shared state does not work"))).toHaveLength(1);

      await slack.press(await untilWhispered(slack, undefined, 3), "In context");
      expect(JSON.stringify(await slack.until(() => slack.shown.views[0]))).toContain("Elena Brandt");
      expect((await redis.keys()).filter((key) => key.includes("pending:"))).toEqual([]);
      expect(await talks.end("SIGTERM")).toBe(0);
    },
  );
});
