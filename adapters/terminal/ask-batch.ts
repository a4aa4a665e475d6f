import { asTyped, type Engine, type Question } from "../../src/index.ts";
import { toAnswerJson } from "../conversation/answer-json.ts";
import { limitPassages } from "./ask.ts";
import { type BatchItem, idOf, optionalText, requireText } from "./batch.ts";
import { createHistory, type History } from "./history.ts";

/** What a question is limited to beside its text. */
export type AskFilters = Pick<Question, "speaker" | "source" | "since" | "until">;

/** A line's names for them. */
const FIELDS = [
  ["speaker", "from"],
  ["source", "source"],
  ["since", "since"],
  ["until", "until"],
] as const;

/**
 * Answers one line of a batch after another; those of one thread are one conversation.
 * @param filters those of the command line; a line's own win over them.
 * @param limit most passages that each answer shows; the others are its further ones.
 * @param explains whether each answer tells why it is what it is.
 */
export function createBatchAnswerer(
  engine: Engine,
  filters: AskFilters,
  limit: number | null = null,
  explains = false,
): (item: BatchItem) => Promise<object> {
  const threads = new Map<string, History>();
  const historyOf = (thread: unknown): History => {
    if (thread === undefined || thread === null) return createHistory();
    const key = JSON.stringify(thread);
    const history = threads.get(key) ?? createHistory();
    threads.set(key, history);
    return history;
  };
  return async (item) => {
    const text = requireText(item, "question");
    const question: Question = { ...filters, ...filtersIn(item), text };
    const earlier = historyOf(item.thread).add(asTyped(question));
    return toAnswerJson(
      idOf(item),
      limitPassages(await engine.ask({ ...question, earlier }, { explain: explains }), limit),
    );
  };
}

function filtersIn(item: BatchItem): AskFilters {
  return Object.fromEntries(
    FIELDS.flatMap(([name, field]) => {
      const value = optionalText(item, field);
      return value === null ? [] : [[name, value]];
    }),
  );
}
