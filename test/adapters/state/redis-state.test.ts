import { once } from "node:events";
import { connect, createServer } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";

import type { State } from "../../../adapters/conversation/state.ts";

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

/** Opens what STATE_URL names, with its fallback. */
async function openShared(stateUrl: string, log: RecordedLog = createRecordedLog()) {
  const opened = await openState({ stateDir: "not used", stateUrl }, log);
  onTestFinished(() => opened.state.close());
  return opened;
}

/** A way to the Redis at `url` on which every reply takes so long. */
async function startSlowly(url: string, delayMs: number): Promise<{ readonly url: string }> {
  const proxy = createServer((near) => {
    const far = connect(Number(new URL(url).port), "127.0.0.1");
    near.pipe(far);
    far.on("data", (data) => setTimeout(() => near.write(data), delayMs));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on("error", () => {}).on("close", () => other.destroy());
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => void proxy.close());
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("The proxy does not listen.");
  return { url: `redis://127.0.0.1:${address.port}` };
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

  test("is what STATE_URL opens", async () => {
    const { url } = await startRedis();
    const { state, redis } = await openShared(url);
    await state.set("key", 1, HOUR_MS);
    expect(await redis?.connection.keys("*")).toEqual(["talks:key"]);
  });

  test("takes nothing for its own that somebody else has put there", async () => {
    const { state, redis } = await openShared((await startRedis()).url);
    await redis?.connection.set("talks:key", "no JSON");
    expect(await state.get("key")).toBeNull();
  });
});

/** As much as an answer asks of its memory, one thing after the other; resolves with how long it took. */
async function remember(state: State, asked: string): Promise<number> {
  const began = performance.now();
  expect(await state.claim(`event ${asked}`, HOUR_MS)).toBe(true);
  await state.set(`pending ${asked}`, asked, HOUR_MS);
  await state.get("conversation");
  await state.set("conversation", [asked], HOUR_MS);
  await state.set(`answer ${asked}`, asked, HOUR_MS);
  await state.get(`vote ${asked}`);
  await state.set(`vote ${asked}`, "up", HOUR_MS);
  expect(await state.get("conversation")).toEqual([asked]);
  await state.set(`answer ${asked}`, [asked, "again"], HOUR_MS);
  await state.delete(`pending ${asked}`);
  return performance.now() - began;
}

const AN_ANSWER_WAITS_MS = 2500;
const GONE = "error: The shared state does not work; this process goes on with a memory of its own.";
const BACK = "info: The shared state works again.";

describe.skipIf(!HAS_REDIS)(`an answer whose Redis is in trouble${REDIS_NOTE}`, () => {
  test("waits once for one that hangs, then no more, and what it did is handed back", { timeout: 20_000 }, async () => {
    const redis = await startRedis();
    const log = createRecordedLog();
    const { state } = await openShared(redis.url, log);
    const other = await openAt(redis.url);
    await state.set("conversation", ["before"], HOUR_MS);
    await state.claim("event before", HOUR_MS);
    redis.freeze();
    expect(await remember(state, "first")).toBeLessThan(AN_ANSWER_WAITS_MS);
    expect(await remember(state, "second")).toBeLessThan(100);
    // What is delivered again to the same process is known there.
    expect(await state.claim("event before", HOUR_MS)).toBe(false);
    redis.thaw();
    await vi.waitFor(() => expect(log.lines).toContain(BACK), 10_000);
    expect(await other.get("conversation")).toEqual(["second"]);
    expect(await other.get("answer first")).toEqual(["first", "again"]);
    expect(await other.claim("event first", HOUR_MS)).toBe(false);
    // Redis was told of it before it hung, and keeps it now; nobody may take up what is answered.
    expect(await other.keys("pending")).toEqual([]);
    expect(log.lines.filter((line) => line === GONE || line === BACK)).toEqual([GONE, BACK]);
  });

  test("does not wait for each reply of one that is slow", { timeout: 20_000 }, async () => {
    const behind = async (delayMs: number) => {
      const { url } = await startSlowly((await startRedis()).url, delayMs);
      const { state } = await openShared(url);
      expect(await remember(state, "first")).toBeLessThan(AN_ANSWER_WAITS_MS);
      expect(await remember(state, "second")).toBeLessThan(AN_ANSWER_WAITS_MS);
    };
    await Promise.all([150, 400, 1200].map(behind));
  });

  test("waits for one that stumbles for a moment, and goes on with it", async () => {
    const redis = await startRedis();
    const log = createRecordedLog();
    const { state } = await openShared(redis.url, log);
    redis.freeze();
    setTimeout(redis.thaw, 500);
    await remember(state, "first");
    expect(await (await openAt(redis.url)).get("conversation")).toEqual(["first"]);
    expect(log.lines).toEqual([]);
  });

  test("is not held up where this process itself was busy", async () => {
    const log = createRecordedLog();
    const { state } = await openShared((await startRedis()).url, log);
    const asked = state.set("key", 1, HOUR_MS);
    const until = performance.now() + 2000;
    while (performance.now() < until);
    await asked;
    await remember(state, "first");
    expect(log.lines).toEqual([]);
  });

  test("is told of it at the start where it is there and says nothing", { timeout: 10_000 }, async () => {
    const redis = await startRedis();
    redis.freeze();
    await expect(openAt(redis.url)).rejects.toThrow(
      /^The Redis at 127\.0\.0\.1:\d+ \(STATE_URL\) cannot be reached: no reply/,
    );
  });
});

test("a Redis that is not there is told at the start, without its password", async () => {
  const port = await freePort();
  const opened = openState(
    { stateDir: "not used", stateUrl: `redis://user:hunter2@127.0.0.1:${port}` },
    createRecordedLog(),
  );
  const message = await opened.then(
    () => "opened",
    (error: Error) => error.message,
  );
  expect(message).toMatch(
    new RegExp(`^The Redis at 127\\.0\\.0\\.1:${port} \\(STATE_URL\\) cannot be reached: .*ECONNREFUSED`),
  );
  expect(message).not.toContain("hunter2");
});
