import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { createPending } from "../../../adapters/conversation/pending.ts";
import type { State } from "../../../adapters/conversation/state.ts";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { createRecordedLog } from "../state/recorded-log.ts";

const MINUTE_MS = 60_000;
const never = new AbortController().signal;
const schema = v.object({ key: v.string() });
const ONE = { key: "one" };
const TWO = { key: "two" };

/** Processes over one state, each with its own view of the clock they share. */
function scene() {
  const clock = { now: 1_000_000 };
  const now = () => clock.now;
  const state = createMemoryState(now);
  const log = createRecordedLog();
  const process = (over: State = state) => createPending({ state: over, platform: "slack", schema, log }, now);
  /** What a process takes up, and answers. */
  const takeUp = async (signal = never) => {
    const taken: string[] = [];
    const pending = process();
    await pending.takeUp(async (item) => {
      taken.push(item.key);
      await pending.forget(item);
    }, signal);
    return taken;
  };
  return { clock, state, log, process, takeUp };
}

describe("a delivery", () => {
  it("is new once, whichever process it comes to", async () => {
    const { process } = scene();
    const [first, second] = [process(), process()];
    expect(await Promise.all([first.keep(ONE), first.keep(ONE), second.keep(ONE)])).toEqual([true, false, false]);
    expect(await second.keep(TWO)).toBe(true);
    expect(await Promise.all([first.isFirst("press"), second.isFirst("press")])).toEqual([true, false]);
  });

  it("is known for an hour after its answer, also to the next process", async () => {
    const { clock, process } = scene();
    const first = process();
    await first.keep(ONE);
    await first.forget(ONE);
    clock.now += 59 * MINUTE_MS;
    expect(await process().keep(ONE)).toBe(false);
    clock.now += 2 * MINUTE_MS;
    expect(await process().keep(ONE)).toBe(true);
  });

  it("is new once to a process also where the state does not work", async () => {
    const { state, log, process } = scene();
    const pending = process({ ...state, claim: () => Promise.reject(new Error("No disk.")) });
    expect([await pending.keep(ONE), await pending.keep(ONE)]).toEqual([true, false]);
    expect([await pending.isFirst("press"), await pending.isFirst("press")]).toEqual([true, false]);
    expect(log.lines).toEqual(["warn: A question that is being answered could not be noted."]);
  });
});

describe("a question whose process is gone", () => {
  it("is taken up by the next one, and by no other", async () => {
    const { clock, process, takeUp } = scene();
    await process().keep(ONE);
    clock.now += MINUTE_MS;
    expect((await Promise.all([takeUp(), takeUp()])).flat()).toEqual(["one"]);
    expect(await takeUp()).toEqual([]);
  });

  it("comes in its order, and is known when it is delivered again", async () => {
    const { clock, process } = scene();
    const gone = process();
    await gone.keep(TWO);
    clock.now += 1;
    await gone.keep(ONE);
    clock.now += MINUTE_MS;
    const next = process();
    const taken: string[] = [];
    await next.takeUp(async ({ key }) => void taken.push(key), never);
    expect(taken).toEqual(["two", "one"]);
    expect(await next.keep(ONE)).toBe(false);
  });

  it("is taken up once more where the next process ends, too", async () => {
    const { clock, process, takeUp } = scene();
    await process().keep(ONE);
    clock.now += MINUTE_MS;
    await process().takeUp(async () => {}, never);
    clock.now += MINUTE_MS;
    expect(await takeUp()).toEqual(["one"]);
  });

  it("is left alone once whoever asked has stopped waiting, and the operator is told", async () => {
    const { clock, process, takeUp, log } = scene();
    await process().keep(ONE);
    clock.now += 20 * MINUTE_MS;
    expect(await takeUp()).toEqual([]);
    expect(log.lines).toEqual(["error: Questions were left for too long to be answered now."]);
  });

  it("is not taken up by a process that is about to stop", async () => {
    const { process, takeUp, log } = scene();
    await process().keep(ONE);
    expect(await takeUp(AbortSignal.abort())).toEqual([]);
    expect(log.lines).toEqual([]);
  });

  it("is not taken up where it was answered and only its end was not noted", async () => {
    const { clock, state, process, takeUp } = scene();
    const gone = process({ ...state, delete: () => new Promise(() => {}) });
    await gone.keep(ONE);
    void gone.forget(ONE);
    clock.now += MINUTE_MS;
    expect(await takeUp()).toEqual([]);
  });

  it("costs the others nothing where it fails again", async () => {
    const { clock, process, log } = scene();
    const gone = process();
    await gone.keep(ONE);
    await gone.keep(TWO);
    clock.now += MINUTE_MS;
    const answered: string[] = [];
    await process().takeUp(async ({ key }) => {
      if (key === "one") throw new Error("No thread.");
      answered.push(key);
    }, never);
    expect(answered).toEqual(["two"]);
    expect(log.lines).toEqual(["error: A question that was left without its answer could not be taken up."]);
  });
});

describe("a question whose process lives", () => {
  it("is left to it", async () => {
    const { clock, state, process } = scene();
    await process().keep(ONE);
    clock.now += MINUTE_MS;
    // It has given a sign of life, and gives another while the other process waits for its end.
    let signs = 0;
    const get = async (key: string) => {
      if (!key.startsWith("alive:")) return state.get(key);
      signs += 1;
      return clock.now + 5 * signs;
    };
    await process({ ...state, get }).takeUp(() => expect.fail("It was taken up."), never);
    expect(signs).toBe(2);
    expect(await state.keys("pending:")).toHaveLength(1);
  });
});
