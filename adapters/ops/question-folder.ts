import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { linesOf, readRegular, wipeWhere } from "../state/lines.ts";
import { openRegular } from "../state/regular-file.ts";
import { replaceFile } from "../state/replace-file.ts";
import { parseRecord, type QuestionRecord } from "./question-record.ts";

/** The folder of stored questions: a file for each day (UTC), and one that says for how many days they are kept. */
export interface QuestionFolder {
  readonly path: string;
  add(record: QuestionRecord, now: number): Promise<void>;
  /** The records of the last so many days, oldest first. */
  read(days: number, now: number): Promise<readonly QuestionRecord[]>;
  /** Removes the days before the last so many. */
  expire(days: number, now: number): Promise<void>;
  /** Removes everything of one person from the disk; resolves with what that was. Others may add meanwhile. */
  forget(person: string): Promise<readonly QuestionRecord[]>;
  /** Notes for how many days they are kept, for a time at which none is stored any more. */
  keepFor(days: number): Promise<void>;
  /** For how many days they are kept; `null` where nothing says so. */
  keptFor(): Promise<number | null>;
}

const DAY_MS = 86_400_000;
const DAY_FILE = /^\d{4}-\d{2}-\d{2}\.jsonl$/;
/** What a crash of an older version may have left. */
const UNFINISHED = /^\.\d{4}-\d{2}-\d{2}\.jsonl\..*\.tmp$/;
const OWNER_ONLY = 0o600;

/** The questions in `STATE_DIR/questions`. */
export function openQuestionFolder(stateDir: string): QuestionFolder {
  const path = join(stateDir, "questions");
  const daysFile = join(path, "days");
  const names = () => readdir(path).catch(() => []);
  const dayFiles = async () => (await names()).filter((name) => DAY_FILE.test(name)).sort();
  return {
    path,
    async add(record, now) {
      const handle = await openRegular(join(path, `${dayOf(now)}.jsonl`), "appending or creating");
      try {
        await handle.appendFile(`${JSON.stringify(record)}\n`);
      } finally {
        await handle.close();
      }
    },
    async read(days, now) {
      const oldest = firstDay(days, now);
      const live = (await dayFiles()).filter((name) => name >= oldest);
      return (await Promise.all(live.map((name) => readRecords(join(path, name))))).flat();
    },
    async expire(days, now) {
      const oldest = firstDay(days, now);
      const expired = (name: string) => (DAY_FILE.test(name) && name < oldest) || UNFINISHED.test(name);
      for (const name of (await names()).filter(expired)) await rm(join(path, name), { force: true });
    },
    async forget(person) {
      const forgotten: QuestionRecord[] = [];
      for (const name of await dayFiles())
        await wipeWhere(join(path, name), (line) => {
          const record = parseRecord(line);
          if (record?.person !== person) return false;
          forgotten.push(record);
          return true;
        });
      return forgotten;
    },
    async keepFor(days) {
      await mkdir(path, { recursive: true, mode: 0o700 });
      await replaceFile(daysFile, `${days}\n`, OWNER_ONLY);
    },
    async keptFor() {
      const text = String(await readRegular(daysFile).catch(() => ""));
      return /^\d{1,4}\n$/.test(text) ? Number(text) : null;
    },
  };
}

function firstDay(days: number, now: number): string {
  return dayOf(now - (days - 1) * DAY_MS);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, "YYYY-MM-DD".length);
}

async function readRecords(file: string): Promise<readonly QuestionRecord[]> {
  const lines = [...linesOf(await readRegular(file))];
  return lines.map(({ bytes }) => parseRecord(bytes.toString())).filter((record) => record !== null);
}
