import { describe, expect, it } from "vitest";
import { createInFlight } from "../../../adapters/conversation/services.ts";

describe("a stop", () => {
  it("waits for the work that has begun, failed or not, and for what it begins in turn", async () => {
    const inFlight = createInFlight();
    const done: string[] = [];
    const second = async () => {
      await Promise.resolve();
      done.push("second");
    };
    const first = async () => {
      await Promise.resolve();
      done.push("first");
      void inFlight.track(second());
      throw new Error("failed");
    };
    inFlight.track(first()).catch(() => {});
    expect(await inFlight.drain(1000)).toBe(true);
    expect(done).toEqual(["first", "second"]);
  });

  it("gives up on work that never ends", async () => {
    const inFlight = createInFlight();
    void inFlight.track(new Promise(() => {}));
    expect(await inFlight.drain(5)).toBe(false);
  });
});
