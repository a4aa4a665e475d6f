import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import * as v from "valibot";
import { CODE_FOLDER, type Corpus, type MemoryIndex, unpackIndex, wordNetPackage } from "../../src/index.ts";
import type { Log } from "../log.ts";
import { readRegular } from "../state/lines.ts";
import { removeUnfinished, replaceFile } from "../state/replace-file.ts";

/** What came of looking for a snapshot: the index, or why there is none, as the end of a sentence about the snapshot. */
export type SnapshotRead =
  | { readonly kind: "read"; readonly index: MemoryIndex }
  | { readonly kind: "outdated" | "unusable"; readonly why: string };

const LABEL_END = 0x0a;
/** So much is hashed at a time; whoever asks meanwhile is answered in between. */
const SLICE = 1 << 22;
// The articles' words are in it, and they may not be everybody's.
const OWNER_ONLY = 0o600;

/** What a snapshot says of itself in its first line; it is used where all of it is as it should be. */
const LABEL = v.object({
  /** The code that made it, with its libraries and Node. */
  code: v.string(),
  /** The articles and the glossary, to the letter. */
  corpus: v.string(),
  checksum: v.string(),
});

/** A file that holds the index of a corpus. */
export interface SnapshotFile {
  readonly path: string;
  /**
   * Reads it. It is trusted only where the code that runs made it of the same corpus and not one bit of it has changed
   * since. Never rejects.
   */
  read(corpus: Corpus): Promise<SnapshotRead>;
  /** Puts a packed index into it, aside and renamed; what a crash left of an earlier try is removed. */
  write(corpus: Corpus, bytes: Uint8Array): Promise<void>;
}

/** The snapshot at `path`, as the code that runs now reads and writes it. */
export function createSnapshotFile(path: string): SnapshotFile {
  // Now, not when it is written: an upgrade may replace the files of a process that still runs.
  const code = codeMark();
  return {
    path,
    async read(corpus) {
      try {
        return await interpret(await readRegular(path), code, corpus);
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT")
          return { kind: "outdated", why: "is not there yet" };
        return { kind: "unusable", why: `cannot be read (${error instanceof Error ? error.message : error})` };
      }
    },
    async write(corpus, bytes) {
      const label: v.InferOutput<typeof LABEL> = { code, corpus: await markOf(corpus), checksum: await digest(bytes) };
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await removeUnfinished(path);
      await replaceFile(path, Buffer.concat([Buffer.from(`${JSON.stringify(label)}\n`), bytes]), OWNER_ONLY);
    },
  };
}

async function interpret(content: Buffer, code: string, corpus: Corpus): Promise<SnapshotRead> {
  const end = content.indexOf(LABEL_END);
  const line = content.toString("utf8", 0, Math.max(0, end));
  const { success, output: label } = v.safeParse(v.pipe(v.string(), v.parseJson(), LABEL), line);
  const bytes = content.subarray(end + 1);
  if (!success || label.checksum !== (await digest(bytes))) return { kind: "unusable", why: "is damaged" };
  if (label.code !== code) return { kind: "outdated", why: "was made by another version of Talks or Node" };
  if (label.corpus !== (await markOf(corpus))) return { kind: "outdated", why: "is of other articles" };
  return { kind: "read", index: await unpackIndex(bytes, corpus) };
}

async function markOf({ articles, glossary }: Corpus): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(glossary));
  let hashed = 0;
  for (const article of articles) {
    hash.update(`\n${JSON.stringify(article)}`);
    hashed += article.body.length;
    if (hashed < SLICE) continue;
    hashed = 0;
    await breathe();
  }
  return hash.digest("hex");
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  for (let at = 0; at < bytes.length; at += SLICE) {
    hash.update(bytes.subarray(at, at + SLICE));
    await breathe();
  }
  return hash.digest("hex");
}

/**
 * Writes snapshots behind the answers' back, one after the other; those that are no longer the latest when their turn comes are left
 * out. A disk that takes none is logged once, and costs the next start its time.
 */
export function createSnapshotWriter(snapshot: SnapshotFile, log: Log) {
  let latest: (() => Promise<void>) | null = null;
  let isReported = false;
  let tail = Promise.resolve();

  const writeLatest = async () => {
    const write = latest;
    latest = null;
    try {
      await write?.();
      isReported = false;
    } catch (error) {
      const what = `The snapshot of the index cannot be written to ${snapshot.path}; the next start will read the articles.`;
      if (!isReported) log.warn(what, { error });
      isReported = true;
    }
  };
  return {
    write(corpus: Corpus, bytes: Uint8Array): void {
      latest = () => snapshot.write(corpus, bytes);
      tail = tail.then(writeLatest);
    },
    /** Resolves once nothing is being written. */
    settled: () => tail,
  };
}

/** The sources; or what is built of them, with its libraries, but not what measures it, which has folders of its own. */
const CODE = /\.ts$|^[^/\\]+\.cjs$/;

/**
 * Stands for the code that reads a corpus: another text with every change to it, to a library it uses, or to Node. The
 * version in package.json would not do, because it stays the same between two commits.
 */
function codeMark(): string {
  const hash = createHash("sha256").update(`${process.version} ${process.versions.v8}\n`);
  const files = readdirSync(CODE_FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => CODE.test(name));
  for (const name of files.sort()) hash.update(`${name}\n`).update(readFileSync(join(CODE_FOLDER, name)));
  return hash.update(wordNetMark()).digest("hex");
}

/** WordNet alone is not built in. */
function wordNetMark(): Uint8Array {
  try {
    return readFileSync(wordNetPackage());
  } catch {
    return new Uint8Array();
  }
}
