import { addArticles } from "./add-articles.ts";
import { authorOf } from "./byline.ts";
import { oneLine } from "./characters.ts";
import { withoutCredentials } from "./credentials.ts";
import { dateOf } from "./dates.ts";
import { DEFAULT_LIMITS } from "./download.ts";
import { type Metadata, webAddressOf } from "./draft.ts";
import { createProgress } from "./progress.ts";
import { isAnyAddress } from "./public-address.ts";
import { reasonOf, SourceError } from "./source-error.ts";
import type { AddResult } from "./tasks.ts";

/** The options of `talks add` as the command line gives them: how articles are added, and what they do not say of themselves. */
export interface AddFlags {
  readonly dryRun?: boolean;
  readonly allowPrivate?: boolean;
  readonly title?: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly published?: string;
  readonly url?: string;
  /** Most entries of a feed. */
  readonly limit?: number;
}

/** Where a command writes; `err` may be a terminal that somebody watches. */
export interface CommandOutput {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WriteStream;
}

/**
 * Runs `talks add SOURCE…` and says what became of each article. Resolves to the exit code: 1 where one failed, unless it is an
 * entry of a feed of which an earlier run has told so.
 */
export async function runAdd(
  sources: readonly string[],
  corpusDir: string,
  flags: AddFlags,
  { out, err }: CommandOutput,
): Promise<0 | 1> {
  const dryRun = flags.dryRun ?? false;
  const progress = createProgress(err);
  try {
    const results = await addArticles(sources, {
      corpusDir,
      dryRun,
      metadata: metadataOf(flags, sources.length),
      limits: { ...DEFAULT_LIMITS, ...(flags.allowPrivate && { mayConnect: isAnyAddress }) },
      ...(flags.limit !== undefined && { maxEntries: flags.limit }),
      onProgress: progress.update,
    });
    progress.stop();
    for (const result of results) out.write(describeResult(result, dryRun));
    out.write(describeSum(results, dryRun));
    return results.some(({ kind }) => kind === "failed") ? 1 : 0;
  } catch (error) {
    progress.stop();
    err.write(`${reasonOf(error)}\n`);
    return 1;
  }
}

function metadataOf(flags: AddFlags, sources: number): Metadata {
  const metadata: Metadata = {
    title: oneLine(flags.title),
    outlet: oneLine(flags.outlet),
    author: authorOf(flags.author),
    published: dateOf(flags.published),
    url: webAddressOf(flags.url, null),
  };
  const isOwnToOne = metadata.title !== null || metadata.url !== null;
  if (isOwnToOne && sources > 1) throw new SourceError("--title and --url are of one article: add it on its own.");
  if (flags.published && !metadata.published)
    throw new SourceError(`--published must be a date as YYYY-MM-DD, but is "${flags.published}".`);
  if (flags.url && !metadata.url)
    throw new SourceError(`--url must be an http(s) address, but is "${withoutCredentials(flags.url)}".`);
  return metadata;
}

function describeResult(result: AddResult, dryRun: boolean): string {
  switch (result.kind) {
    case "added": {
      const warnings = describeNotes(result);
      return dryRun
        ? `${warnings}would add ${result.path}:\n\n${result.content}\n`
        : `added ${result.path}\n${warnings}`;
    }
    case "noted":
      return describeNotes(result);
    case "unchanged":
      return `left out ${result.source}: nothing in it has changed since it was read last\n`;
    case "dead":
      return "";
    case "known":
      return `left out ${result.source}: the corpus has it as ${result.id}\n`;
    case "failed":
      return `failed ${result.source}: ${result.reason}\n`;
  }
}

function describeNotes({ source, notes }: { readonly source: string; readonly notes: readonly string[] }): string {
  return notes.map((note) => `warning: ${source} ${note}\n`).join("");
}

function describeSum(results: readonly AddResult[], dryRun: boolean): string {
  if (results.length < 2) return "";
  const count = (kind: AddResult["kind"]) => results.filter((result) => result.kind === kind).length;
  const added = `${count("added")} ${dryRun ? "would be added" : "added"}`;
  const dead = count("dead") === 0 ? "" : `, ${count("dead")} failed again as told before`;
  return `${added}, ${count("known")} left out because they are in the corpus, ${count("failed")} failed${dead}.\n`;
}
