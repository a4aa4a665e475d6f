import { describe, expect, it } from "vitest";
import { createAnswering } from "../../../adapters/conversation/answering.ts";
import { createMemoryState } from "../../../adapters/conversation/memory-state.ts";
import { createEngine, loadCorpus } from "../../../src/index.ts";
import { createRecordedObserver } from "../recorded-observer.ts";

const engine = createEngine(loadCorpus("test/fixtures/linked-corpus").corpus);

const ANNA = { platform: "slack", person: "U0ANNA" };

describe("an answer with buttons", () => {
  it("is found again under a short id, filters and earlier questions included", async () => {
    const answering = createAnswering(() => engine, createMemoryState(), createRecordedObserver());
    const asked = {
      text: "and the bridge?",
      earlier: ["what does the harbour cost"],
      since: "2025",
      source: "Gazette",
    };
    const { id, answer } = await answering.ask(asked, ANNA);
    expect(id).toMatch(/^[\w-]{1,12}$/);
    const recalled = await answering.recall(id);
    expect(recalled?.question).toEqual(asked);
    expect(recalled?.answer).toEqual(answer);
  });

  it("is gone when nothing is kept under the id, or something else is", async () => {
    const state = createMemoryState();
    const answering = createAnswering(() => engine, state, createRecordedObserver());
    await state.set("answer:other", { text: 1 }, 1000);
    expect(await answering.recall("unknown")).toBeNull();
    expect(await answering.recall("other")).toBeNull();
  });

  it("counts for whoever asked, once, also where it fails", async () => {
    const observer = createRecordedObserver();
    const answering = createAnswering(() => engine, createMemoryState(), observer);
    const { id, answer } = await answering.ask({ text: "the bridge" }, ANNA);
    await answering.ask({ text: "the bridge" }, null);
    await answering.recall(id);
    const broken = { ...engine, ask: () => expect.fail("The index is broken.") };
    await expect(
      createAnswering(() => broken, createMemoryState(), observer).ask({ text: "x" }, ANNA),
    ).rejects.toThrow();
    expect(observer.seen).toEqual([
      `slack:U0ANNA asked "the bridge": ${answer.outcome}`,
      'slack:U0ANNA asked "x": failed',
    ]);
  });
});
