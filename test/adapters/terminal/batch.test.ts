import { describe, expect, it } from "vitest";
import { createBatchAnswerer } from "../../../adapters/terminal/batch.ts";
import type { Engine, Question } from "../../../src/index.ts";
import { answer } from "./answers.ts";

/** An engine of which only `ask` is used. */
function listeningEngine(): { engine: Engine; asked: Question[] } {
  const asked: Question[] = [];
  const coverage = { articles: [], outlets: [], speakers: [], since: null, until: null, undated: 0, examples: [] };
  const engine: Engine = {
    coverage: async () => coverage,
    async ask(question) {
      asked.push(question);
      return answer({ question: question.text });
    },
    context: async () => [],
    completeQuestion: async () => [],
    completeSpeaker: async () => [],
    citable: async () => ({ places: [], cautions: [] }),
    completeSource: async () => [],
  };
  return { engine, asked };
}

describe("a batch", () => {
  it("takes the lines of one thread for one conversation, however they interleave", () => {
    const { engine, asked } = listeningEngine();
    const serve = createBatchAnswerer(engine, {});
    serve({ question: "a1", thread: "a" });
    serve({ question: "b1", thread: 1 });
    serve({ question: "alone" });
    serve({ question: "a2", thread: "a" });
    serve({ question: "alone too", thread: null });
    serve({ question: "b2", thread: 1 });
    serve({ question: "a3", thread: "a" });
    expect(asked.map(({ text, earlier }) => [text, earlier])).toEqual([
      ["a1", []],
      ["b1", []],
      ["alone", []],
      ["a2", ["a1"]],
      ["alone too", []],
      ["b2", ["b1"]],
      ["a3", ["a1", "a2"]],
    ]);
  });

  it("puts the filters of the command line on every question", () => {
    const { engine, asked } = listeningEngine();
    createBatchAnswerer(engine, { source: "Gazette", since: "2025" })({ question: "a" });
    expect(asked).toEqual([{ text: "a", earlier: [], source: "Gazette", since: "2025" }]);
  });
});
