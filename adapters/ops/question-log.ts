import { appendFile, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "../log.ts";
import { replaceFile } from "../state/replace-file.ts";
import { parseRecord, type QuestionRecord } from "./question-record.ts";

/** The questions that were asked, where their storing is switched on: one file for each day, which expires as a whole. */
export interface QuestionLog {
  /** Never rejects: an answer does not depend on it. */
  write(record: QuestionRecord): Promise<void>;
  /** All that has not expired, oldest first. */
  read(): Promise<readonly QuestionRecord[]>;
  /** Deletes everything of one person; resolves to how many records that were. */
  forget(person: string): Promise<number>;
  /** Resolves once everything that was written is on the disk. */
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;
const OWNER_ONLY = 0o600;
const DAY_FILE = /^\d{4}-\d{2}-\d{2}\.jsonl$/;

/** The question log in `STATE_DIR/questions`, kept for so many days. */
export function createQuestionLog(stateDir: string, days: number, log: Log, now: () => number = Date.now): QuestionLog {
  const dir = join(stateDir, "questions");
  let today = "";
  let isReported = false;
  let tail = Promise.resolve();

  const files = async () => {
    const oldest = dayOf(now() - (days - 1) * DAY_MS);
    const names = (await readdir(dir).catch(() => [])).filter((name) => DAY_FILE.test(name)).sort();
    return { live: names.filter((name) => name >= oldest), expired: names.filter((name) => name < oldest) };
  };
  const beginDay = async (day: string) => {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    for (const name of (await files()).expired) await rm(join(dir, name), { force: true });
    today = day;
  };
  const append = async (record: QuestionRecord) => {
    try {
      const day = dayOf(now());
      if (day !== today) await beginDay(day);
      await appendFile(join(dir, `${day}.jsonl`), lineOf(record), { mode: OWNER_ONLY });
      isReported = false;
    } catch (error) {
      today = "";
      if (!isReported) log.error(`Questions cannot be stored in ${dir}.`, { error });
      isReported = true;
    }
  };
  return {
    write(record) {
      tail = tail.then(() => append(record));
      return tail;
    },
    async read() {
      const { live } = await files();
      return (await Promise.all(live.map((name) => readRecords(join(dir, name))))).flat();
    },
    async forget(person) {
      const { live, expired } = await files();
      let forgotten = 0;
      for (const name of [...live, ...expired]) forgotten += await forgetIn(join(dir, name), person);
      return forgotten;
    },
    close: () => tail,
  };
}

async function forgetIn(file: string, person: string): Promise<number> {
  const records = await readRecords(file);
  const others = records.filter((record) => record.person !== person);
  if (others.length < records.length) await replaceFile(file, others.map(lineOf).join(""), OWNER_ONLY);
  return records.length - others.length;
}

function lineOf(record: QuestionRecord): string {
  return `${JSON.stringify(record)}\n`;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, "YYYY-MM-DD".length);
}

async function readRecords(file: string): Promise<readonly QuestionRecord[]> {
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
  return lines.flatMap((line) => parseRecord(line) ?? []);
}
