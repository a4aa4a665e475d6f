import { describe, expect, it } from "vitest";
import { createAnswering } from "../../../adapters/chat/answering.ts";
import { createMemoryState } from "../../../adapters/chat/memory-state.ts";
import { createEngine, loadCorpus } from "../../../src/index.ts";

const engine = createEngine(loadCorpus("test/fixtures/linked-corpus").corpus);

describe("an answer with buttons", () => {
  it("is found again under a short id, filters and earlier questions included", async () => {
    const answering = createAnswering(() => engine, createMemoryState());
    const asked = {
      text: "and the bridge?",
      earlier: ["what does the harbour cost"],
      since: "2025",
      source: "Gazette",
    };
    const { id, answer } = await answering.ask(asked);
    expect(id).toMatch(/^[\w-]{1,12}$/);
    const recalled = await answering.recall(id);
    expect(recalled?.question).toEqual(asked);
    expect(recalled?.answer).toEqual(answer);
  });

  it("is gone when nothing is kept under the id, or something else is", async () => {
    const state = createMemoryState();
    const answering = createAnswering(() => engine, state);
    await state.set("answer:other", { text: 1 }, 1000);
    expect(await answering.recall("unknown")).toBeNull();
    expect(await answering.recall("other")).toBeNull();
  });
});
