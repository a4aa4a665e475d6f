import { describe, expect, it } from "vitest";
import { createAnswering } from "../../../adapters/conversation/answering.ts";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { createEngine, loadCorpus } from "../../../src/index.ts";
import { createRecordedObserver } from "../recorded-observer.ts";
import { createRecordedLog } from "../state/recorded-log.ts";

const engine = createEngine(loadCorpus("test/fixtures/linked-corpus").corpus);

const ANNA = { platform: "slack", person: "U0ANNA" };

function answeringWith(tools: Partial<Parameters<typeof createAnswering>[0]> = {}) {
  const [state, observer, log] = [createMemoryState(), createRecordedObserver(), createRecordedLog()];
  return createAnswering({ engine: () => engine, state, observer, log, ...tools });
}

describe("an answer with buttons", () => {
  it("is found again under a short id, filters and earlier questions included", async () => {
    const answering = answeringWith();
    const asked = {
      text: "and the bridge?",
      earlier: ["what does the harbour cost"],
      since: "2025",
      source: "Gazette",
    };
    const id = "an-answer";
    const { answer } = await answering.ask(asked, ANNA, id);
    const recalled = await answering.recall(id);
    expect(recalled?.question).toEqual(asked);
    expect(recalled?.answer).toEqual(answer);
  });

  it("is gone when nothing is kept under the id, or something else is", async () => {
    const state = createMemoryState();
    const answering = answeringWith({ state });
    await state.set("answer:other", { text: 1 }, 1000);
    expect(await answering.recall("unknown")).toBeNull();
    expect(await answering.recall("other")).toBeNull();
  });

  it("is given also where it cannot be kept", async () => {
    const log = createRecordedLog();
    const state = { ...createMemoryState(), set: () => Promise.reject(new Error("No disk.")) };
    const { answer } = await answeringWith({ state, log }).ask({ text: "the bridge" }, ANNA, "id");
    expect(answer.question).toBe("the bridge");
    expect(log.lines).toEqual(["error: An answer could not be kept for its buttons."]);
  });

  it("counts for whoever asked, once, also where it fails", async () => {
    const observer = createRecordedObserver();
    const answering = answeringWith({ observer });
    const { id, answer } = await answering.ask({ text: "the bridge" }, ANNA, "id");
    await answering.ask({ text: "the bridge" }, null, "id");
    await answering.recall(id);
    const broken = { ...engine, ask: () => expect.fail("The index is broken.") };
    await expect(answeringWith({ engine: () => broken, observer }).ask({ text: "x" }, ANNA, "id")).rejects.toThrow();
    expect(observer.seen).toEqual([
      `slack:U0ANNA asked "the bridge": ${answer.outcome}`,
      'slack:U0ANNA asked "x": failed',
    ]);
  });
});
