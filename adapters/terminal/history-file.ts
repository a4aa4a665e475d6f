import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { openRegular } from "../state/regular-file.ts";
import { replaceFile } from "../state/replace-file.ts";

/** The lines of earlier chats, in a file that only its owner can read. */
export interface HistoryFile {
  /** Newest first, as readline wants them. */
  readonly lines: readonly string[];
  /** Adds a line; one that cannot be kept is forgotten when the chat ends, which harms nobody. */
  add(line: string): Promise<void>;
}

const MOST_LINES = 1_000;
const OWNER_ONLY = 0o600;

/** Opens the history at `path`, `null` for one that is kept nowhere. Of a long one the newest lines stay. */
export async function openHistoryFile(path: string | null): Promise<HistoryFile> {
  if (path === null) return { lines: [], add: async () => {} };
  const kept = await readLines(path);
  const newest = kept.slice(-MOST_LINES);
  if (kept.length > 2 * MOST_LINES) await replaceFile(path, `${newest.join("\n")}\n`, OWNER_ONLY).catch(() => {});
  return {
    lines: newest.reverse(),
    async add(line) {
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        const file = await openRegular(path, "appending or creating");
        // A file that somebody else has made may be open to all.
        await file.chmod(OWNER_ONLY);
        await file.appendFile(`${line}\n`);
        await file.close();
      } catch {
        // A folder that takes nothing is no reason to interrupt a conversation.
      }
    },
  };
}

async function readLines(path: string): Promise<string[]> {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.split("\n").filter((line) => line !== "");
}
