import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { addArticles } from "../../../adapters/add/add-articles.ts";
import { DEFAULT_LIMITS } from "../../../adapters/add/download.ts";
import { isAnyAddress } from "../../../adapters/add/public-address.ts";
import type { AddOptions, AddResult } from "../../../adapters/add/tasks.ts";
import { type Article, loadCorpus } from "../../../src/index.ts";

/** A folder of its own for one test. */
export function temporaryDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "talks-test-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Adds sources with every address allowed, unless the test says otherwise. */
export function add(
  corpusDir: string,
  sources: readonly string[],
  options: Partial<AddOptions> = {},
): Promise<readonly AddResult[]> {
  const limits = { ...DEFAULT_LIMITS, mayConnect: isAnyAddress };
  return addArticles(sources, { corpusDir, limits, ...options });
}

/** The articles of a corpus as the engine will see them; there must be no fault. */
export function articlesIn(corpusDir: string): readonly Article[] {
  const { corpus, faults } = loadCorpus(corpusDir);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return corpus.articles;
}

export function filesIn(corpusDir: string): readonly string[] {
  return readdirSync(join(corpusDir, "articles")).sort();
}
