import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as v from "valibot";
import type { Article } from "../../src/index.ts";
import type { ArchiveWriter } from "./writer.ts";

/** Articles that come as lines, and what is to be done with them. */
export interface LineSource {
  readonly writer: ArchiveWriter;
  readonly signal: AbortSignal;
  /** A line that is no article is written down here, with the reason. */
  readonly stateDir: string;
  /** Called when no line has come for a moment. */
  readonly settle: () => Promise<void>;
}

const REFUSED_LINES = "index-refused.jsonl";
const AT_A_TIME = 500;
/** Lines that come so close together are taken together. */
const TOGETHER_MS = 200;
const MOST_ID = 200;

const text = v.nullish(v.string(), null);
const LINE = v.union([
  v.object({ id: id(), deleted: v.literal(true) }),
  v.object({
    id: id(),
    ...{ title: text, outlet: text, author: text },
    published: v.nullish(v.pipe(v.string(), v.isoDate("published must be a date as YYYY-MM-DD")), null),
    url: v.nullish(v.pipe(v.string(), v.url(), v.regex(/^https?:/, "url must be an http(s) address")), null),
    body: v.pipe(v.string(), v.regex(/\S/, "body has no text")),
  }),
]);

function id() {
  return v.pipe(v.string(), v.regex(/^[^/\\\p{Cc}]+$/u, "id must be usable as a file name"), v.maxLength(MOST_ID));
}

/**
 * Takes articles, a JSON object a line, until the input ends or `signal` says stop: {"id", "title", "outlet", "author",
 * "published", "url", "body"}, or {"id", "deleted": true}. No faster than the archive keeps them. Resolves with how many
 * lines were refused.
 */
export async function takeLines(input: NodeJS.ReadableStream, source: LineSource): Promise<number> {
  const { writer, signal, settle } = source;
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const stop = () => lines.close();
  signal.addEventListener("abort", stop);
  let refused = 0;
  let come = new Map<string, Article | null>();
  let taking = Promise.resolve();
  const take = async () => {
    const all = [...come];
    come = new Map();
    const articles = all.flatMap(([, article]) => article ?? []);
    await writer.take({ come: articles, gone: all.flatMap(([one, article]) => (article ? [] : one)) });
  };
  let failure: unknown = null;
  const flush = (then: () => Promise<void> = async () => {}) => {
    taking = taking
      .then(take)
      .then(then)
      .catch((error: unknown) => {
        failure ??= error;
        lines.close();
      });
    return taking;
  };
  let timer: NodeJS.Timeout | undefined;
  try {
    for await (const line of lines) {
      if (line.trim() === "") continue;
      const read = readLine(line);
      if ("reason" in read) {
        refused++;
        writeDown(source.stateDir, line, read.reason);
      } else come.set(read.id, read.article);
      clearTimeout(timer);
      if (come.size >= AT_A_TIME) await flush();
      else timer = setTimeout(() => flush(settle), TOGETHER_MS);
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
  if (!signal.aborted) await flush();
  if (failure) throw failure;
  return refused;
}

function readLine(
  line: string,
): { readonly id: string; readonly article: Article | null } | { readonly reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { reason: "is not JSON" };
  }
  const parsed = v.safeParse(LINE, value);
  if (!parsed.success) return { reason: v.summarize(parsed.issues) };
  const one = parsed.output;
  return { id: one.id, article: "deleted" in one ? null : one };
}

function writeDown(stateDir: string, line: string, reason: string): void {
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  appendFileSync(join(stateDir, REFUSED_LINES), `${JSON.stringify({ reason, line })}\n`, { mode: 0o600 });
}
