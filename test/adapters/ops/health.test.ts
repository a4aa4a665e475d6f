import { beforeEach, describe, expect, it, vi } from "vitest";
import { createHealth, createPlatformRecord } from "../../../adapters/ops/health.ts";
import { createMetrics } from "../../../adapters/ops/metrics.ts";
import { createRecordedLog } from "../state/recorded-log.ts";

const connected = { kind: "connected" } as const;
const lost = { kind: "lost", why: "it is gone" } as const;
/** Longer than a connection may be away without being lost. */
const A_WHILE_MS = 2_500;

/** A bot with a corpus and a platform, and what its operator can see. */
function scene() {
  const health = createHealth();
  const metrics = createMetrics();
  const log = createRecordedLog();
  health.set("corpus", "ready");
  const record = createPlatformRecord(health, metrics, log);
  record("slack", { kind: "starting" });
  return {
    log,
    record: (state: Parameters<typeof record>[1], platform = "slack") => record(platform, state),
    async seen() {
      const [, gauge] = /^talks_platform_connected\{platform="slack"\} (\d)$/m.exec(await metrics.expose()) ?? [];
      return { state: health.parts.slack, isReady: health.isReady(), gauge: Number(gauge) };
    },
  };
}

describe("what is seen of a platform", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    return () => void vi.useRealTimers();
  });

  it("follows its connection, with one line for each change", async () => {
    const { log, record, seen } = scene();
    expect(await seen()).toEqual({ state: "starting", isReady: false, gauge: 0 });
    record(lost);
    record(lost);
    expect(await seen()).toEqual({ state: "retrying", isReady: false, gauge: 0 });
    record(connected);
    expect(await seen()).toEqual({ state: "ready", isReady: true, gauge: 1 });
    record(lost);
    vi.advanceTimersByTime(A_WHILE_MS);
    record({ kind: "lost", why: "it is still gone" });
    expect(await seen()).toEqual({ state: "retrying", isReady: false, gauge: 0 });
    record(connected);
    record(connected);
    expect(await seen()).toEqual({ state: "ready", isReady: true, gauge: 1 });
    record({ kind: "refused", why: "the token was taken back" });
    expect(await seen()).toEqual({ state: "failed", isReady: false, gauge: 0 });
    expect(log.lines).toEqual([
      "warn: slack is not connected yet and is tried again: it is gone",
      "info: slack is connected.",
      "warn: slack is no longer connected and is tried again: it is gone",
      "info: slack is connected again.",
      "error: slack is not served: the token was taken back",
    ]);
  });

  it("does not change where a connection is back at once, as when the platform asks for a new one", async () => {
    const { log, record, seen } = scene();
    record(connected);
    for (let times = 0; times < 3; times += 1) {
      record(lost);
      vi.advanceTimersByTime(1_000);
      expect(await seen()).toEqual({ state: "ready", isReady: true, gauge: 1 });
      record(connected);
      vi.advanceTimersByTime(A_WHILE_MS);
    }
    expect(log.lines).toEqual(["info: slack is connected."]);
  });

  it("changes at the first loss, however often it is lost after that", async () => {
    const { log, record, seen } = scene();
    record(connected);
    for (let times = 0; times < 3; times += 1) {
      record(lost);
      vi.advanceTimersByTime(1_000);
    }
    expect(await seen()).toMatchObject({ state: "retrying" });
    expect(log.lines).toHaveLength(2);
  });

  it("is not ready any more once it stops", async () => {
    const { log, record, seen } = scene();
    record(connected);
    record(lost);
    record({ kind: "stopping" });
    vi.advanceTimersByTime(A_WHILE_MS);
    expect(await seen()).toEqual({ state: "stopping", isReady: false, gauge: 0 });
    expect(log.lines).toEqual(["info: slack is connected."]);
  });

  it("leaves the other one ready", async () => {
    const { record, seen } = scene();
    record(connected, "discord");
    record({ kind: "refused", why: "no" });
    expect(await seen()).toEqual({ state: "failed", isReady: true, gauge: 0 });
  });
});
