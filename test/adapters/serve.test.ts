import { once } from "node:events";
import { describe, expect, it } from "vitest";
import type { ChatAdapter } from "../../adapters/conversation/chat-adapter.ts";
import type { Log } from "../../adapters/log.ts";
import { serve } from "../../adapters/serve.ts";

/** Two ends of one story: what happened so far, in order, and the moment at which the operator says stop. */
function scene() {
  const happened: string[] = [];
  const operator = new EventTarget();
  const line = (message: string) => void happened.push(message);
  const log: Log = { info: line, warn: line, error: line };
  return {
    happened,
    log,
    toldToStop: once(operator, "stop").then(() => undefined),
    stop: () => operator.dispatchEvent(new Event("stop")),
    platform: (name: string, start: () => Promise<void>, stop = async () => {}): ChatAdapter => ({
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
const unreachable = async () => {
  throw new Error("the token is not valid");
};
const connectingForever = () => new Promise<void>(() => {});

describe("serving", () => {
  it("goes on until told to stop, then disconnects", async () => {
    const { happened, log, toldToStop, stop, platform } = scene();
    const served = serve([platform("A", reachable)], toldToStop, log);
    await expect.poll(() => happened).toEqual(["A is connected."]);
    stop();
    expect(await served).toBe(true);
    expect(happened).toEqual(["A is connected.", "A stops."]);
  });

  it("goes on with the platforms that can be reached", async () => {
    const { happened, log, toldToStop, stop, platform } = scene();
    const served = serve([platform("A", unreachable), platform("B", reachable)], toldToStop, log);
    await expect.poll(() => happened).toHaveLength(2);
    expect(happened.sort()).toEqual(["A cannot be reached: the token is not valid", "B is connected."]);
    stop();
    expect(await served).toBe(true);
  });

  it("ends at once where no platform can be reached", async () => {
    const { happened, log, toldToStop, platform } = scene();
    expect(await serve([platform("A", unreachable)], toldToStop, log)).toBe(false);
    expect(happened).toEqual(["A cannot be reached: the token is not valid", "A stops."]);
  });

  it("stops also while it is still connecting", async () => {
    const { happened, log, toldToStop, stop, platform } = scene();
    const served = serve([platform("A", connectingForever)], toldToStop, log);
    stop();
    expect(await served).toBe(true);
    expect(happened).toEqual(["A stops."]);
  });

  it("stops every platform, also where one fails to", async () => {
    const { happened, log, toldToStop, stop, platform } = scene();
    const served = serve([platform("A", reachable, unreachable), platform("B", reachable)], toldToStop, log);
    stop();
    expect(await served).toBe(true);
    expect(happened).toContain("A did not stop cleanly: the token is not valid");
    expect(happened).toContain("B stops.");
  });
});
