import { createHash } from "node:crypto";
import { appendFile, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { isRecord, stringsOf } from "../chat/parse-json.ts";
import type { Log } from "../log.ts";
import { replaceFile } from "../state/replace-file.ts";
import type { QuestionOutcome } from "./metrics.ts";

/** A question that was asked; `person` is a fingerprint of whoever asked, by which it can be found and deleted. */
export interface AskedRecord {
  readonly kind: "question";
  /** ISO time. */
  readonly at: string;
  readonly platform: string;
  readonly person: string;
  /** Votes name it; `null` where there was no answer to vote on. */
  readonly answerId: string | null;
  readonly question: string;
  readonly outcome: QuestionOutcome;
  /** What the articles do not mention. */
  readonly missing: readonly string[];
}

/** A vote on an answer. */
export interface VoteRecord {
  readonly kind: "vote";
  readonly at: string;
  readonly platform: string;
  readonly person: string;
  readonly answerId: string;
  readonly vote: "up" | "down";
  readonly reason: string | null;
}

/** One line of the question log. */
export type QuestionRecord = AskedRecord | VoteRecord;

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

/** A person as the log knows them: found again by whoever has the id, not to be read off. */
export function fingerprint(platform: string, person: string): string {
  return createHash("sha256").update(`${platform}:${person}`).digest("base64url").slice(0, 22);
}

/** The question log in `STATE_DIR/questions`, kept for so many days. */
export function createQuestionLog(stateDir: string, days: number, log: Log, now: () => number = Date.now): QuestionLog {
  const dir = join(stateDir, "questions");
  let today = "";
  let isReported = false;
  const files = async () => {
    const oldest = dayOf(now() - (days - 1) * DAY_MS);
    const names = (await readdir(dir).catch(() => [])).filter((name) => DAY_FILE.test(name)).sort();
    return { live: names.filter((name) => name >= oldest), expired: names.filter((name) => name < oldest) };
  };
  const beginDay = async (day: string) => {
    today = day;
    await mkdir(dir, { recursive: true, mode: 0o700 });
    for (const name of (await files()).expired) await rm(join(dir, name), { force: true });
  };
  const append = async (record: QuestionRecord) => {
    try {
      const day = dayOf(now());
      if (day !== today) await beginDay(day);
      await appendFile(join(dir, `${day}.jsonl`), lineOf(record), { mode: OWNER_ONLY });
      isReported = false;
    } catch (error) {
      if (!isReported) log.error(`Questions cannot be stored in ${dir}.`, { error });
      isReported = true;
    }
  };
  let tail = Promise.resolve();
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

const OUTCOMES: readonly QuestionOutcome[] = ["answered", "related", "none", "failed", "refused"];

function parseRecord(line: string): QuestionRecord | null {
  const value = parseJson(line);
  if (!isRecord(value)) return null;
  const { kind, at, platform, person, answerId, question, vote, reason } = value;
  if (typeof at !== "string" || typeof platform !== "string" || typeof person !== "string") return null;
  const common = { at, platform, person };
  const outcome = OUTCOMES.find((name) => name === value.outcome);
  if (kind === "question" && typeof question === "string" && outcome) {
    const id = typeof answerId === "string" ? answerId : null;
    return { kind, ...common, answerId: id, question, outcome, missing: stringsOf(value.missing) };
  }
  if (kind === "vote" && typeof answerId === "string" && (vote === "up" || vote === "down"))
    return { kind, ...common, answerId, vote, reason: typeof reason === "string" ? reason : null };
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
