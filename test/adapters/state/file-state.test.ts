import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { State } from "../../../adapters/conversation/state.ts";
import { openFileState } from "../../../adapters/state/file-state.ts";
import { createRecordedLog, type RecordedLog } from "./recorded-log.ts";
import { testState } from "./state-contract.ts";

const HOUR_MS = 3_600_000;

function stateDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "talks-state-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return join(dir, "state");
}

/** A folder that holds a file of the state with these lines, the last of them without its line break. */
function stateDirWith(...lines: readonly string[]): string {
  const dir = stateDir();
  mkdirSync(dir);
  writeFileSync(fileIn(dir), lines.join("\n"));
  return dir;
}

const fileIn = (dir: string) => join(dir, "state.jsonl");
const contentOf = (dir: string) => readFileSync(fileIn(dir), "latin1");
const messageOf = (opened: Promise<State>) =>
  opened.then(
    () => expect.fail("It was opened."),
    (error: Error) => error.message,
  );

/** The line of an entry that holds for an hour. */
function lineOf(key: string, value: unknown, expires = Date.now() + HOUR_MS): string {
  return JSON.stringify([key, JSON.stringify({ value, expires }), expires]);
}

async function open(dir: string, log: RecordedLog = createRecordedLog()): Promise<State> {
  const state = await openFileState(dir, log);
  onTestFinished(() => state.close());
  return state;
}

/** Lets a test choose when the state cleans up; it does so twice in a minute. */
function chooseTimeToClean(): () => void {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  return () => vi.advanceTimersByTime(30_000);
}

/** What another start would find if the process were killed now. */
function afterCrash(dir: string): string {
  const copy = stateDir();
  mkdirSync(copy);
  copyFileSync(fileIn(dir), fileIn(copy));
  return copy;
}

describe("a state in a file", () => {
  testState(() => open(stateDir()));

  test("has forgotten nothing that was acknowledged before a crash", async () => {
    const dir = stateDir();
    const state = await open(dir);
    await Promise.all([state.set("a", { n: 1 }, HOUR_MS), state.set("b", 2, HOUR_MS), state.claim("c", HOUR_MS)]);
    await state.delete("b");
    const log = createRecordedLog();
    const restarted = await open(afterCrash(dir), log);
    expect(await restarted.get("a")).toEqual({ n: 1 });
    expect(await restarted.get("b")).toBeNull();
    expect(await restarted.claim("c", HOUR_MS)).toBe(false);
    expect(log.lines).toEqual([]);
  });

  test("has at any moment what was acknowledged until then, also while it is written anew", async () => {
    const clean = chooseTimeToClean();
    const count = 8_000;
    const text = "x".repeat(300);
    const old = Array.from({ length: count }, (_, n) => lineOf(`key ${n}`, [0, text]));
    const dir = stateDirWith(...old, lineOf("gone", 1, 1), "");
    const state = await open(dir);
    const known = new Map<string, number>();
    const change = async (n: number) => {
      await state.set(`key ${n}`, [1, text], HOUR_MS);
      await state.set(`key ${n}`, [2, text], HOUR_MS);
      known.set(`key ${n}`, 2);
    };
    const copies: { readonly dir: string; readonly known: ReadonlyMap<string, number> }[] = [];
    const changes: Promise<void>[] = [];
    clean();
    for (let n = 0; contentOf(dir).includes('"gone"'); n += 7) {
      changes.push(change(n % count), change(count - 1 - (n % count)));
      await delay(2);
      copies.push({ known: new Map(known), dir: afterCrash(dir) });
    }
    await Promise.all(changes);
    await change(1);
    copies.push({ known, dir: afterCrash(dir) });
    expect(copies.length).toBeGreaterThan(2);
    for (const copy of [copies[0], copies.at(-2), copies.at(-1)].filter((copy) => copy !== undefined)) {
      const log = createRecordedLog();
      const restarted = await open(copy.dir, log);
      for (const [key, n] of copy.known) expect(await restarted.get(key)).toEqual([n, text]);
      expect(await restarted.keys("key ")).toHaveLength(count);
      expect(log.lines).toEqual([]);
    }
    const lines = contentOf(dir)
      .split("\n")
      .filter((line) => line.startsWith("["));
    expect(new Set(lines.map((line) => line.slice(0, line.indexOf(",")))).size).toBe(lines.length);
  });

  test("overwrites nothing but what is gone, whatever it is made of and in whatever order it comes", async () => {
    const texts = fc.string({ unit: "grapheme", maxLength: 40 });
    const steps = fc.array(fc.record({ key: fc.integer({ min: 0, max: 9 }), text: fc.option(texts) }), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 8 }), async (changes, atOnce) => {
        const dir = stateDir();
        const state = await open(dir);
        const kept = new Map<string, string>();
        for (let begin = 0; begin < changes.length; begin += atOnce) {
          const together = new Map(changes.slice(begin, begin + atOnce).map(({ key, text }) => [`ключ ${key}`, text]));
          await Promise.all(
            [...together].map(([key, text]) => {
              if (text === null) kept.delete(key);
              else kept.set(key, text);
              return text === null ? state.delete(key) : state.set(key, text, HOUR_MS);
            }),
          );
        }
        await state.close();
        const restarted = await open(dir);
        for (const [key, text] of kept) expect(await restarted.get(key)).toBe(text);
        const lines = readFileSync(fileIn(dir), "utf8").split("\n");
        // All others are empty, or filled to the end.
        expect(lines.filter((line) => line.replaceAll("\u0018", "") !== "")).toHaveLength(kept.size);
        await restarted.close();
      }),
      { numRuns: 30 },
    );
  });

  describe("keeps no words on the disk", () => {
    test("of what was replaced or deleted", async () => {
      const dir = stateDir();
      const state = await open(dir);
      await state.set("kept", "kept words", HOUR_MS);
      await state.set("asked by U1", "first words", HOUR_MS);
      await state.set("asked by U1", "second words", HOUR_MS);
      expect(contentOf(dir)).not.toContain("first words");
      await state.delete("asked by U1");
      expect(contentOf(dir)).not.toMatch(/U1|second words/);
      expect(contentOf(dir)).toContain("kept words");
    });

    test("of what has expired", async () => {
      const clean = chooseTimeToClean();
      const dir = stateDir();
      const state = await open(dir);
      await state.set("short", "words", 1);
      await state.set("long", "other words", HOUR_MS);
      clean();
      await vi.waitFor(() => expect(contentOf(dir)).not.toMatch(/short|"words/));
      expect(contentOf(dir)).toContain("other words");
    });

    test("of what expired or was replaced before it was opened, or was half overwritten in a crash", async () => {
      const half = lineOf("half overwritten", "words");
      const dir = stateDirWith(
        lineOf("key", "old words"),
        lineOf("expired", "words of long ago", 1),
        `\u0018\u0018\u0018${half.slice(3)}`,
        lineOf("key", "new words"),
        "",
      );
      const clean = chooseTimeToClean();
      const log = createRecordedLog();
      const state = await open(dir, log);
      clean();
      await vi.waitFor(() => expect(contentOf(dir)).not.toMatch(/old words|long ago|overwritten/));
      expect(await state.get("key")).toBe("new words");
      expect(log.lines).toEqual([]);
    });
  });

  test("keeps its file small, however often it changes", async () => {
    const clean = chooseTimeToClean();
    const dir = stateDir();
    const state = await open(dir);
    const text = "x".repeat(1000);
    for (let round = 0; round < 30; round++)
      await Promise.all(Array.from({ length: 100 }, (_, n) => state.set(`key ${n}`, [round, text], HOUR_MS)));
    expect(statSync(fileIn(dir)).size).toBeGreaterThan(3_000_000);
    clean();
    await vi.waitFor(() => expect(statSync(fileIn(dir)).size).toBeLessThan(150_000));
    const restarted = await open(afterCrash(dir));
    expect(await restarted.get("key 99")).toEqual([29, text]);
  });

  test("puts damaged lines aside, names the file, keeps the others, and is sound at the start after", async () => {
    const token = lineOf("slack:installation:T1", { token: "xoxb-1" }).replace("]", "");
    const dir = stateDirWith(lineOf("a", 1), token, '{"x":1}', lineOf("b", 2), "");
    const log = createRecordedLog();
    const state = await open(dir, log);
    const [aside = ""] = readdirSync(dir).filter((name) => name.includes("damaged"));
    expect(aside).toMatch(/^state\.jsonl\.damaged-\d{4}-\d\d-\d\dT[\d.-]+Z$/);
    expect(log.lines).toEqual([
      `warn: Damaged lines of the state in ${fileIn(dir)} were put aside into ${join(dir, aside)}; all others are kept.`,
    ]);
    expect(readFileSync(join(dir, aside), "utf8")).toBe(`${token}\n{"x":1}\n`);
    expect(statSync(join(dir, aside)).mode & 0o777).toBe(0o600);
    expect([await state.get("a"), await state.get("b")]).toEqual([1, 2]);
    await state.close();
    const again = createRecordedLog();
    const third = await open(dir, again);
    expect([await third.get("a"), await third.get("b"), ...again.lines]).toEqual([1, 2]);
  });

  test("lets go of damaged lines after a month", async () => {
    const clean = chooseTimeToClean();
    const dir = stateDirWith("damaged", "");
    const old = join(
      dir,
      `state.jsonl.damaged-${new Date(Date.now() - 31 * 24 * HOUR_MS).toISOString().replaceAll(":", "-")}`,
    );
    writeFileSync(old, "words");
    await open(dir);
    const damaged = () => readdirSync(dir).filter((name) => name.includes("damaged"));
    expect(damaged()).toHaveLength(2);
    clean();
    await vi.waitFor(() => expect(damaged()).toHaveLength(1));
    expect(join(dir, damaged()[0] ?? "")).not.toBe(old);
  });

  test("takes a last line that a crash cut short for no damage, and loses none that is whole", async () => {
    const whole = lineOf("b", 2);
    for (const [last, b] of [
      [whole, 2],
      [whole.slice(0, -9), null],
    ] as const) {
      const dir = stateDirWith(lineOf("a", 1), last);
      const log = createRecordedLog();
      const state = await open(dir, log);
      expect([await state.get("a"), await state.get("b")]).toEqual([1, b]);
      await state.set("c", 3, HOUR_MS);
      const restarted = await open(afterCrash(dir), log);
      expect([await restarted.get("a"), await restarted.get("b"), await restarted.get("c")]).toEqual([1, b, 3]);
      expect(log.lines.filter((line) => !line.startsWith("info"))).toEqual([]);
      expect(readdirSync(dir).filter((name) => name.includes("damaged"))).toEqual([]);
    }
  });

  test("that cannot be read is not opened, and left as it is", async () => {
    const dir = stateDir();
    mkdirSync(fileIn(dir), { recursive: true });
    expect(await messageOf(open(dir))).toBe(
      `The state in ${fileIn(dir)} cannot be read (${fileIn(dir)} is a folder, not a regular file). Mend that, or move it away to begin without it; nothing was changed.`,
    );
    rmSync(fileIn(dir), { recursive: true });
    execFileSync("mkfifo", [fileIn(dir)]);
    expect(await messageOf(open(dir))).toContain("is a pipe, not a regular file");
    rmSync(fileIn(dir));
    symlinkSync("/dev/zero", fileIn(dir));
    expect(await messageOf(open(dir))).toContain("is a device, not a regular file");
    rmSync(fileIn(dir));
    symlinkSync(fileIn(dir), fileIn(dir));
    expect(await messageOf(open(dir))).toContain("ELOOP");
    expect(readdirSync(dir).sort()).toEqual(["state.jsonl", "state.lock"]);
    rmSync(join(dir, "state.lock"));
    execFileSync("mkfifo", [join(dir, "state.lock")]);
    expect(await messageOf(open(dir))).toBe(
      `The state in ${dir} cannot be locked: ${join(dir, "state.lock")} is a pipe, not a regular file.`,
    );
  });

  test("follows a link to its file, which stays a link", async () => {
    const dir = stateDirWith(lineOf("a", 1, 1), "");
    const elsewhere = `${dir}-elsewhere`;
    renameSync(fileIn(dir), elsewhere);
    symlinkSync(elsewhere, fileIn(dir));
    const clean = chooseTimeToClean();
    const state = await open(dir);
    clean();
    await vi.waitFor(() => expect(readFileSync(elsewhere, "utf8")).toBe(""));
    await state.set("b", 2, HOUR_MS);
    expect(readFileSync(elsewhere, "utf8")).toContain('"b"');
  });

  test("is for one at a time: a second one is told who has it", async () => {
    const dir = stateDir();
    const state = await open(dir);
    expect(await messageOf(open(dir))).toBe(
      `The state in ${dir} is in use by process ${process.pid} on ${hostname()}, and one folder is for one process. Stop that one, or give this one another STATE_DIR, or both a STATE_URL.`,
    );
    await state.set("a", 1, HOUR_MS);
    await state.close();
    expect(await (await open(dir)).get("a")).toBe(1);
  });

  test("is for the eyes of its owner alone and leaves no other file behind", async () => {
    const dir = stateDirWith("");
    writeFileSync(join(dir, ".state.jsonl.0123456789ab.tmp"), "left by a crash");
    const state = await open(dir);
    await state.set("a", 1, HOUR_MS);
    expect(readdirSync(dir).sort()).toEqual(["state.jsonl", "state.lock"]);
    await state.close();
    rmSync(dir, { recursive: true });
    await (await open(dir)).set("a", 1, HOUR_MS);
    expect(statSync(fileIn(dir)).mode & 0o777).toBe(0o600);
  });

  test("serves on where its folder cannot be written, says it once, and writes all of it when it can again", async () => {
    const dir = stateDir();
    const log = createRecordedLog();
    const state = await open(dir, log);
    await state.set("before", 1, HOUR_MS);
    // A file in the place of the folder: nothing can be written there, by whatever user the test runs.
    renameSync(dir, `${dir}-away`);
    writeFileSync(dir, "");
    await state.set("meanwhile", 2, HOUR_MS);
    expect(await state.claim("claimed meanwhile", HOUR_MS)).toBe(true);
    expect([await state.get("before"), await state.get("meanwhile")]).toEqual([1, 2]);
    rmSync(dir);
    await state.set("after", 3, HOUR_MS);
    expect(log.lines).toEqual([
      `error: The state cannot be written to ${join(dir, "state.jsonl")}; it is kept in memory alone.`,
      `info: The state is kept in ${join(dir, "state.jsonl")} again.`,
    ]);
    const restarted = await open(afterCrash(dir));
    const keys = ["before", "meanwhile", "after"];
    expect(await Promise.all(keys.map((key) => restarted.get(key)))).toEqual([1, 2, 3]);
  });
});
