import type { Engine, Question } from "../../src/index.ts";
import { toAnswerJson } from "./answer-json.ts";
import { type BatchItem, idOf, requireText } from "./batch.ts";
import { createHistory, type History } from "./history.ts";

/** Answers one line of a batch after another; those of one thread are one conversation. */
export function createBatchAnswerer(
  engine: Engine,
  filters: Pick<Question, "source" | "since" | "until">,
): (item: BatchItem) => object {
  const threads = new Map<string, History>();
  const historyOf = (thread: unknown): History => {
    if (thread === undefined || thread === null) return createHistory();
    const key = JSON.stringify(thread);
    const history = threads.get(key) ?? createHistory();
    threads.set(key, history);
    return history;
  };
  return (item) => {
    const text = requireText(item, "question");
    const earlier = historyOf(item.thread).add(text);
    return toAnswerJson(idOf(item), engine.ask({ ...filters, text, earlier }));
  };
}
