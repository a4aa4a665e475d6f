import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openFileState } from "../../../adapters/state/file-state.ts";
import { createRecordedLog } from "./recorded-log.ts";
import { testState } from "./state-contract.ts";

const HOUR_MS = 3_600_000;

function stateDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "talks-state-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return join(dir, "state");
}

/** What another start would find if the process were killed now. */
function afterCrash(dir: string): string {
  const copy = stateDir();
  cpSync(dir, copy, { recursive: true });
  return copy;
}

describe("a state in a file", () => {
  testState(() => openFileState(stateDir(), createRecordedLog()));

  test("has forgotten nothing that was acknowledged before a crash", async () => {
    const dir = stateDir();
    const state = await openFileState(dir, createRecordedLog());
    await Promise.all([state.set("a", { n: 1 }, HOUR_MS), state.set("b", 2, HOUR_MS), state.claim("c", HOUR_MS)]);
    await state.delete("b");
    const log = createRecordedLog();
    const restarted = await openFileState(afterCrash(dir), log);
    expect(await restarted.get("a")).toEqual({ n: 1 });
    expect(await restarted.get("b")).toBeNull();
    expect(await restarted.claim("c", HOUR_MS)).toBe(false);
    expect(log.lines).toEqual([]);
  });

  test("leaves out a damaged line, says so, and is sound at the start after", async () => {
    const dir = stateDir();
    const state = await openFileState(dir, createRecordedLog());
    await state.set("a", 1, HOUR_MS);
    appendFileSync(join(dir, "state.jsonl"), '{"x":1}\n["half');
    const log = createRecordedLog();
    const restarted = await openFileState(dir, log);
    expect(log.lines).toEqual([`warn: 2 damaged lines of the state in ${join(dir, "state.jsonl")} were left out.`]);
    await restarted.set("b", 2, HOUR_MS);
    const again = createRecordedLog();
    const third = await openFileState(dir, again);
    expect([await third.get("a"), await third.get("b"), ...again.lines]).toEqual([1, 2]);
  });

  test("keeps its file small, without what has expired", async () => {
    const dir = stateDir();
    const state = await openFileState(dir, createRecordedLog());
    for (let round = 0; round < 30; round++)
      await Promise.all(Array.from({ length: 100 }, (_, n) => state.set(`key ${n}`, round, n === 0 ? 1 : HOUR_MS)));
    const lines = readFileSync(join(dir, "state.jsonl"), "utf8").split("\n").length;
    expect(lines).toBeLessThanOrEqual(1001);
    const restarted = await openFileState(dir, createRecordedLog());
    expect([await restarted.get("key 0"), await restarted.get("key 99")]).toEqual([null, 29]);
  });

  test("is for the eyes of its owner alone and leaves no other file behind", async () => {
    const dir = stateDir();
    await (await openFileState(dir, createRecordedLog())).set("a", 1, HOUR_MS);
    expect(readdirSync(dir)).toEqual(["state.jsonl"]);
    expect(statSync(join(dir, "state.jsonl")).mode & 0o777).toBe(0o600);
  });

  test("serves on where its folder cannot be written, says it once, and writes all of it when it can again", async () => {
    const dir = stateDir();
    const log = createRecordedLog();
    const state = await openFileState(dir, log);
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
    const restarted = await openFileState(afterCrash(dir), createRecordedLog());
    const keys = ["before", "meanwhile", "after"];
    expect(await Promise.all(keys.map((key) => restarted.get(key)))).toEqual([1, 2, 3]);
  });
});
