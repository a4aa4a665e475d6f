import { describe, expect, it } from "vitest";
import { createMemoryState } from "../../../adapters/conversation/memory-state.ts";
import { createPending } from "../../../adapters/conversation/pending.ts";
import { createRecordedLog } from "../state/recorded-log.ts";

const MINUTE_MS = 60_000;
const never = new AbortController().signal;
const forever = () => new Promise<void>(() => {});

/** Processes over one state, each with its own view of the clock they share. */
function scene() {
  const clock = { now: 1_000_000 };
  const state = createMemoryState(() => clock.now);
  const log = createRecordedLog();
  const process = () => createPending(state, "slack", log, () => clock.now);
  const takeUp = async (signal = never) => {
    const taken: unknown[] = [];
    await process().takeUp(async (question) => void taken.push(question), signal);
    return taken;
  };
  return { clock, state, log, process, takeUp };
}

describe("a question whose process is gone", () => {
  it("is taken up by the next one, and by no other", async () => {
    const { clock, process, takeUp } = scene();
    process().keep({ text: "who pays?" }, forever);
    clock.now += MINUTE_MS;
    expect((await Promise.all([takeUp(), takeUp()])).flat()).toEqual([{ text: "who pays?" }]);
    expect(await takeUp()).toEqual([]);
  });

  it("is left alone once whoever asked has stopped waiting", async () => {
    const { clock, process, takeUp } = scene();
    process().keep("who pays?", forever);
    clock.now += 10 * MINUTE_MS;
    expect(await takeUp()).toEqual([]);
  });

  it("is not taken up by a process that is about to stop", async () => {
    const { process, takeUp, log } = scene();
    process().keep("who pays?", forever);
    expect(await takeUp(AbortSignal.abort())).toEqual([]);
    expect(log.lines).toEqual([]);
  });

  it("costs the others nothing where it fails again", async () => {
    const { clock, process, log } = scene();
    process().keep("fails", forever);
    process().keep("works", forever);
    clock.now += MINUTE_MS;
    const answered: unknown[] = [];
    await process().takeUp(async (question) => {
      if (question === "fails") throw new Error("No thread.");
      answered.push(question);
    }, never);
    expect(answered).toEqual(["works"]);
    expect(log.lines).toEqual(["error: A question that was left without its answer could not be taken up."]);
  });
});

describe("a question that is answered", () => {
  it("is kept no longer, whether that went well or not", async () => {
    const { clock, process, takeUp } = scene();
    expect(await process().keep("one", async () => "answer")).toBe("answer");
    await expect(process().keep("two", () => Promise.reject(new Error("It failed.")))).rejects.toThrow("It failed.");
    clock.now += MINUTE_MS;
    expect(await takeUp()).toEqual([]);
  });

  it("is answered also where the state does not work", async () => {
    const { state, log } = scene();
    const broken = { ...state, set: () => Promise.reject(new Error("No disk.")) };
    expect(await createPending(broken, "slack", log).keep("one", async () => "answer")).toBe("answer");
    expect(log.lines).toEqual(["warn: A question that is being answered could not be noted."]);
  });
});
