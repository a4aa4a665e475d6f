import { createHash } from "node:crypto";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { linesOf, readRegular, wipeWhere } from "../state/lines.ts";
import { openRegular } from "../state/regular-file.ts";
import { replaceFile } from "../state/replace-file.ts";
import type { QuestionOutcome } from "./metrics.ts";

const COMMON = {
  /** ISO time. */
  at: v.string(),
  platform: v.string(),
  person: v.string(),
};

/** A question that was asked; `person` is a fingerprint of whoever asked, by which it can be found and deleted. */
const ASKED = v.object({
  kind: v.literal("question"),
  ...COMMON,
  /** Votes name it; `null` where there was no answer to vote on. */
  answerId: v.fallback(v.nullable(v.string()), null),
  question: v.string(),
  outcome: v.picklist(["answered", "related", "none", "failed", "refused"] satisfies QuestionOutcome[]),
  /** What the articles do not mention. */
  missing: v.fallback(v.pipe(v.array(v.string()), v.readonly()), []),
});

/** A vote on an answer. */
const VOTE = v.object({
  kind: v.literal("vote"),
  ...COMMON,
  answerId: v.string(),
  vote: v.picklist(["up", "down"]),
  reason: v.fallback(v.nullable(v.string()), null),
});

/** A question that was asked, as the question log has it. */
export type AskedRecord = Readonly<v.InferOutput<typeof ASKED>>;

/** A vote on an answer, likewise. */
export type VoteRecord = Readonly<v.InferOutput<typeof VOTE>>;

const RECORD = v.pipe(v.string(), v.parseJson(), v.variant("kind", [ASKED, VOTE]));

/** One line of the question log. */
export type QuestionRecord = AskedRecord | VoteRecord;

/** A person as the log knows them: found again by whoever has the id, not to be read off. */
export function fingerprint(platform: string, person: string): string {
  return createHash("sha256").update(`${platform}:${person}`).digest("base64url").slice(0, 22);
}

/** Reads one line of the question log; `null` where it is none. */
function parseRecord(line: string): QuestionRecord | null {
  const { success, output } = v.safeParse(RECORD, line);
  return success ? output : null;
}

const DAY_MS = 86_400_000;
const DAY_FILE = /^\d{4}-\d{2}-\d{2}\.jsonl$/;
const OWNER_ONLY = 0o600;

/** The questions in `STATE_DIR/questions`: a file for each day (UTC), and one that says for how many days they are kept. */
export function openQuestionFolder(stateDir: string) {
  const path = join(stateDir, "questions");
  const daysFile = join(path, "days");
  const dayFiles = async () => {
    const names = await readdir(path).catch(() => []);
    return names.filter((name) => DAY_FILE.test(name)).sort();
  };
  return {
    path,
    async add(record: QuestionRecord, now: number): Promise<void> {
      const handle = await openRegular(join(path, `${dayOf(now)}.jsonl`), "appending or creating");
      try {
        await handle.appendFile(`${JSON.stringify(record)}\n`);
      } finally {
        await handle.close();
      }
    },
    /** The records of the last so many days, oldest first. */
    async read(days: number, now: number): Promise<readonly QuestionRecord[]> {
      const oldest = firstDay(days, now);
      const live = (await dayFiles()).filter((name) => name >= oldest);
      return (await Promise.all(live.map((name) => readRecords(join(path, name))))).flat();
    },
    /** Removes the days before the last so many. */
    async expire(days: number, now: number): Promise<void> {
      const oldest = firstDay(days, now);
      const expired = (await dayFiles()).filter((name) => name < oldest);
      for (const name of expired) await rm(join(path, name), { force: true });
    },
    /** Removes everything of one person from the disk; resolves with what that was. Others may add meanwhile. */
    async forget(person: string): Promise<readonly QuestionRecord[]> {
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
    /** Notes for how many days they are kept, for a time at which none is stored any more. */
    async keepFor(days: number): Promise<void> {
      await mkdir(path, { recursive: true, mode: 0o700 });
      await replaceFile(daysFile, `${days}\n`, OWNER_ONLY);
    },
    /** For how many days they are kept; `null` where nothing says so. */
    async keptFor(): Promise<number | null> {
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
