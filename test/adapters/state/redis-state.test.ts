import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createMemoryState } from "../../../adapters/conversation/memory-state.ts";
import type { State } from "../../../adapters/conversation/state.ts";
import { createFallbackState } from "../../../adapters/state/fallback-state.ts";
import { openState } from "../../../adapters/state/open-state.ts";
import { openRedisState } from "../../../adapters/state/redis-state.ts";
import { createRecordedLog, type RecordedLog } from "./recorded-log.ts";
import { freePort, HAS_REDIS, REDIS_NOTE, startRedis } from "./redis-server.ts";
import { testState } from "./state-contract.ts";

const HOUR_MS = 3_600_000;

async function openAt(url: string, log: RecordedLog = createRecordedLog()): Promise<State> {
  const { state } = await openRedisState(url, log);
  onTestFinished(() => state.close());
  return state;
}

describe.skipIf(!HAS_REDIS)(`a state in Redis${REDIS_NOTE}`, () => {
  testState(async () => openAt((await startRedis()).url));

  test("is one for all processes: what one claims no other gets", async () => {
    const { url } = await startRedis();
    const states = await Promise.all(Array.from({ length: 5 }, () => openAt(url)));
    const claims = await Promise.all(states.flatMap((state) => [1, 2, 3].map(() => state.claim("event", HOUR_MS))));
    expect(claims.filter((claimed) => claimed)).toHaveLength(1);
    await states[0]?.set("key", "seen by all", HOUR_MS);
    expect(await states[4]?.get("key")).toBe("seen by all");
  });

  test("that goes away fails at once, and works again by itself when it is back", async () => {
    const redis = await startRedis();
    const log = createRecordedLog();
    const state = await openAt(redis.url, log);
    await redis.stop();
    await vi.waitFor(() => expect(log.lines).toHaveLength(1));
    await expect(state.set("key", 1, HOUR_MS)).rejects.toThrow();
    await redis.start();
    await vi.waitFor(() => state.set("key", 2, HOUR_MS), 10_000);
    expect(await state.get("key")).toBe(2);
    expect(log.lines).toEqual([
      "error: The connection to Redis is lost; it is being made again.",
      "info: The connection to Redis is back.",
    ]);
  });

  test("that hangs makes nobody wait: the process goes on with its own memory and says so once", async () => {
    const redis = await startRedis();
    const log = createRecordedLog();
    const state = createFallbackState(await openAt(redis.url), createMemoryState(), log, 200);
    await state.set("key", "shared", HOUR_MS);
    redis.freeze();
    await state.set("other", "own", HOUR_MS);
    expect(await state.get("other")).toBe("own");
    expect(await state.claim("event", HOUR_MS)).toBe(true);
    redis.thaw();
    await vi.waitFor(async () => expect(await state.get("key")).toBe("shared"));
    expect(log.lines).toEqual([
      "error: The shared state does not work; this process goes on with a memory of its own.",
      "info: The shared state works again.",
    ]);
  });

  test("is what STATE_URL opens", async () => {
    const { url } = await startRedis();
    const { state, redis } = await openState({ stateDir: null, stateUrl: url }, createRecordedLog());
    onTestFinished(() => state.close());
    await state.set("key", 1, HOUR_MS);
    expect(await redis?.keys("*")).toEqual(["talks:key"]);
  });
});

test("a Redis that is not there is told at the start, without its password", async () => {
  const port = await freePort();
  const opened = openState({ stateDir: null, stateUrl: `redis://user:hunter2@127.0.0.1:${port}` }, createRecordedLog());
  const message = await opened.then(
    () => "opened",
    (error: Error) => error.message,
  );
  expect(message).toMatch(
    new RegExp(`^The Redis at 127\\.0\\.0\\.1:${port} \\(STATE_URL\\) cannot be reached: .*ECONNREFUSED`),
  );
  expect(message).not.toContain("hunter2");
});
