import { annotateStatements } from "../../src/index.ts";
import { type BatchItem, idOf, requireText } from "./batch.ts";

/**
 * Finds the statements in a line of a batch. Names come from its text alone; a name that ends the name of exactly one of
 * `speakers` is that speaker's.
 */
export function createStatementFinder(speakers: readonly string[] = []): (item: BatchItem) => object {
  const fullName = (name: string): string => {
    const [match = name, another] = speakers.filter((speaker) => speaker.endsWith(` ${name}`));
    return another === undefined ? match : name;
  };
  return (item) => {
    const text = requireText(item, "text");
    const statements = annotateStatements(text).map(({ start, end, speaker, speech }) => ({
      quote: text.slice(start, end),
      start,
      end,
      speaker: speaker === null ? null : fullName(speaker),
      speech,
    }));
    return { id: idOf(item), statements };
  };
}
