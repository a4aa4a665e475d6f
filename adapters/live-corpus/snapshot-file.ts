import { createHash } from "node:crypto";
import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { type Corpus, type MemoryIndex, unpackIndex } from "../../src/index.ts";
import { isRecord } from "../conversation/parse-json.ts";
import { openRegular } from "../state/regular-file.ts";
import { replaceFile } from "../state/replace-file.ts";
import { codeMark } from "./code-mark.ts";

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
interface Label {
  /** The code that made it, with its libraries and Node. */
  readonly code: string;
  /** The articles and the glossary, to the letter. */
  readonly corpus: string;
  readonly checksum: string;
}

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
        return await interpret(await readWhole(path), code, corpus);
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT")
          return { kind: "outdated", why: "is not there yet" };
        return { kind: "unusable", why: `cannot be read (${error instanceof Error ? error.message : error})` };
      }
    },
    async write(corpus, bytes) {
      const label: Label = { code, corpus: await markOf(corpus), checksum: await digest(bytes) };
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await removeLeftovers(path);
      await replaceFile(path, Buffer.concat([Buffer.from(`${JSON.stringify(label)}\n`), bytes]), OWNER_ONLY);
    },
  };
}

async function readWhole(path: string): Promise<Buffer> {
  const handle = await openRegular(path, "reading");
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function interpret(content: Buffer, code: string, corpus: Corpus): Promise<SnapshotRead> {
  const end = content.indexOf(LABEL_END);
  const label = parseLabel(content.toString("utf8", 0, Math.max(0, end)));
  const bytes = content.subarray(end + 1);
  if (label === null || label.checksum !== (await digest(bytes))) return { kind: "unusable", why: "is damaged" };
  if (label.code !== code) return { kind: "outdated", why: "was made by another version of Talks or Node" };
  if (label.corpus !== (await markOf(corpus))) return { kind: "outdated", why: "is of other articles" };
  return { kind: "read", index: await unpackIndex(bytes, corpus) };
}

async function removeLeftovers(path: string): Promise<void> {
  const isLeftover = (name: string) => name.startsWith(`.${basename(path)}.`) && name.endsWith(".tmp");
  const names = await readdir(dirname(path));
  await Promise.all(names.filter(isLeftover).map((name) => rm(join(dirname(path), name), { force: true })));
}

function parseLabel(line: string): Label | null {
  try {
    const value: unknown = JSON.parse(line);
    if (!isRecord(value)) return null;
    const { code, corpus, checksum } = value;
    const isWhole = typeof code === "string" && typeof corpus === "string" && typeof checksum === "string";
    return isWhole ? { code, corpus, checksum } : null;
  } catch {
    return null;
  }
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
