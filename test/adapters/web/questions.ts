import { readFileSync } from "node:fs";

/** Questions about the articles that come with Talks. */
export const BUNDLED_QUESTIONS: readonly string[] = readFileSync("test/evaluation/talks-others.jsonl", "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .slice(0, 30)
  .map((line) => String(JSON.parse(line).question));
