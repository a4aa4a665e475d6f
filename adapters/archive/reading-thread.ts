import { parentPort } from "node:worker_threads";
import { confirmedBy, createArticleReader, readStory, readStoryNames } from "../../src/index.ts";
import type { ReadingTask } from "./reading-threads.ts";

// Articles are read in threads of their own, as that takes most of the time; each task is answered by a list.
let read: ReturnType<typeof createArticleReader> | null = null;

parentPort?.on("message", (task: ReadingTask) => parentPort?.postMessage(resultOf(task)));

function resultOf(task: ReadingTask): readonly unknown[] {
  switch (task.kind) {
    case "names":
      return task.articles.map((article) => readStoryNames(readStory(article)));
    case "confirm":
      return task.articles.flatMap((article) => confirmedBy(readStory(article), task.found));
    case "begin":
      read = createArticleReader(task.means);
      return [];
    case "read":
      return task.articles.flatMap((article) => read?.(article) ?? []);
  }
}
