import { describe, expect, it } from "vitest";
import type { ChatAdapter, ConnectionListener } from "../../adapters/conversation/chat-adapter.ts";
import type { Log } from "../../adapters/log.ts";
import { serve } from "../../adapters/serve.ts";
import { UnreachableError } from "../../adapters/unreachable.ts";

/** Two ends of one story: what happened so far, in order, and the moment at which the operator says stop. */
function scene() {
  const happened: string[] = [];
  const operator = new AbortController();
  const line = (message: string) => void happened.push(message);
  const log: Log = { info: line, warn: line, error: line };
  return {
    happened,
    stop: () => operator.abort(),
    serving: {
      stopping: operator.signal,
      report: (platform: string, state: { kind: string; why?: string }) =>
        line(`${platform}: ${state.kind}${state.why === undefined ? "" : `, ${state.why}`}`),
      log,
    },
    platform: (name: string, start: ChatAdapter["start"], stop = async () => {}): ChatAdapter => ({
      name,
      start,
      async stop() {
        line(`${name} stops.`);
        await stop();
      },
    }),
  };
}

const reachable = async () => {};
const refused = async () => {
  throw new Error("the token is not valid");
};
const connectingForever = () => new Promise<void>(() => {});
/** Cannot be reached so many times, then can. */
const reachableAfter = (failures: number) => {
  let left = failures;
  return async () => {
    left -= 1;
    if (left >= 0) throw new UnreachableError(`no answer, ${left} left`);
  };
};

const SHORT = { pausesMs: [1], stopMs: 20 };

describe("serving", () => {
  it("goes on until told to stop, then disconnects", async () => {
    const { happened, serving, stop, platform } = scene();
    const served = serve([platform("A", reachable)], serving);
    await expect.poll(() => happened).toEqual(["A: starting", "A: connected"]);
    stop();
    expect(await served).toBe(true);
    expect(happened.slice(2)).toEqual(["A: stopping", "A stops.", "A is disconnected."]);
  });

  it("goes on with the platforms that take the bot", async () => {
    const { happened, serving, stop, platform } = scene();
    const served = serve([platform("A", refused), platform("B", reachable)], serving);
    await expect.poll(() => happened).toHaveLength(4);
    expect(happened.slice(2).sort()).toEqual(["A: refused, the token is not valid", "B: connected"]);
    stop();
    expect(await served).toBe(true);
  });

  it("ends at once where every platform turns the bot away", async () => {
    const { happened, serving, platform } = scene();
    expect(await serve([platform("A", refused)], serving)).toBe(false);
    expect(happened).toContain("A: refused, the token is not valid");
  });

  it("ends when the last platform turns the bot away that was connected", async () => {
    const { happened, serving, platform } = scene();
    let tell: ConnectionListener = () => {};
    const start = async (onChange: ConnectionListener = () => {}) => {
      tell = onChange;
    };
    const served = serve([platform("A", refused), platform("B", start)], serving);
    await expect.poll(() => happened).toContain("B: connected");
    tell({ kind: "lost", why: "it is gone" });
    tell({ kind: "refused", why: "the token was taken back" });
    tell({ kind: "lost", why: "another part of it is gone, too" });
    expect(await served).toBe(false);
    expect(happened.filter((line) => line.startsWith("B: lost"))).toEqual(["B: lost, it is gone"]);
    expect(happened).toContain("B: refused, the token was taken back");
  });

  it("stops also while it is still connecting", async () => {
    const { happened, serving, stop, platform } = scene();
    const served = serve([platform("A", connectingForever)], serving);
    stop();
    expect(await served).toBe(true);
    expect(happened).toContain("A stops.");
  });

  it("stops every platform, also where one fails to or never ends", async () => {
    const { happened, serving, stop, platform } = scene();
    const platforms = [platform("A", reachable, refused), platform("B", reachable, connectingForever)];
    const served = serve([...platforms, platform("C", reachable)], serving, SHORT);
    stop();
    expect(await served).toBe(true);
    expect(happened).toContain("A did not stop cleanly: the token is not valid");
    expect(happened).toContain("B did not stop cleanly: no reply within 20 ms");
    expect(happened).toContain("C is disconnected.");
  });
});

describe("a platform that does not answer", () => {
  it("is tried again until it does, while the other one serves", async () => {
    const { happened, serving, stop, platform } = scene();
    const served = serve([platform("A", reachableAfter(2)), platform("B", reachable)], serving, SHORT);
    await expect.poll(() => happened).toContain("A: connected");
    expect(happened).toContain("B: connected");
    expect(happened.filter((line) => line.startsWith("A: "))).toEqual([
      "A: starting",
      "A: lost, no answer, 1 left",
      "A: lost, no answer, 0 left",
      "A: connected",
    ]);
    stop();
    expect(await served).toBe(true);
  });

  it("is tried less and less often, and left alone for as long as it asks", async () => {
    const { happened, serving, stop, platform } = scene();
    const triedAt: number[] = [];
    const start = async () => {
      triedAt.push(performance.now());
      if (triedAt.length === 2) throw new UnreachableError("too many calls", { pauseMs: 200 });
      if (triedAt.length <= 4) throw new UnreachableError("no answer");
    };
    const served = serve([platform("A", start)], serving, { ...SHORT, pausesMs: [1, 1, 50] });
    await expect.poll(() => happened).toContain("A: connected");
    stop();
    await served;
    const pauses = triedAt.slice(1).map((at, n) => at - (triedAt[n] ?? 0));
    // A timer may be a millisecond early.
    for (const [n, leastMs] of [1, 200, 50, 50].entries()) expect(pauses[n]).toBeGreaterThanOrEqual(leastMs - 1);
    expect(pauses).toHaveLength(4);
  });

  it("does not hold up a stop while it waits to be tried again", async () => {
    const { happened, serving, stop, platform } = scene();
    const served = serve([platform("A", reachableAfter(9))], serving);
    await expect.poll(() => happened).toContain("A: lost, no answer, 8 left");
    stop();
    expect(await served).toBe(true);
  });
});
