import { constants } from "node:buffer";
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { saidBy, seen, untilWhispered } from "../slack/talks-in-slack.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { emptyFolder, PROGRAM, runProgram } from "../terminal/run-program.ts";
import { openTown } from "./running-talks.ts";

const TIMEOUT = { timeout: 30_000 };
const HOUR_MS = 3_600_000;
const INSTALLATION = lineOf("slack:installation:T1", { bot: { token: "xoxb-precious" }, user: {} });

/** A line of the state, as it has always been. */
function lineOf(key: string, value: unknown, ttlMs = HOUR_MS): string {
  const expires = Date.now() + ttlMs;
  return `${JSON.stringify([key, JSON.stringify({ value, expires }), expires])}\n`;
}

/** Writes a state of many lines, the last of them the installation; it takes much room, and is removed with the test. */
function fill(stateDir: string, parts: number, part: (n: number) => string): string {
  const file = join(stateDir, "state.jsonl");
  onTestFinished(() => rmSync(file));
  const fd = openSync(file, "w");
  for (let n = 0; n < parts; n += 1) writeSync(fd, part(n));
  writeSync(fd, INSTALLATION);
  closeSync(fd);
  return file;
}

/** A bot that cannot reach Discord; its state is opened before it tries. */
const unreachable = (stateDir: string) => ({
  DISCORD_TOKEN: "a.discord.token",
  DISCORD_API_URL: "http://127.0.0.1:9/api",
  CORPUS_DIR: corpusFolder(),
  STATE_DIR: stateDir,
});

async function failedStart(stateDir: string): Promise<string> {
  const { code, stderr } = await runProgram(["start"], { env: unreachable(stateDir) });
  expect(code).toBe(1);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  return stderr;
}

describe("a state that cannot be read", () => {
  it("stops the start with one line that says why, and stays as it is", TIMEOUT, async () => {
    const dir = emptyFolder();
    const file = join(dir, "state.jsonl");
    mkdirSync(file);
    expect(await failedStart(dir)).toContain(`The state in ${file} cannot be read (${file} is a folder, not a regular`);
    expect(statSync(file).isDirectory()).toBe(true);
  });

  it.each(["state.jsonl", "state.lock"])(
    "does not hang where %s is a pipe or a link to a device",
    TIMEOUT,
    async (name) => {
      const dir = emptyFolder();
      execFileSync("mkfifo", [join(dir, name)]);
      expect(await failedStart(dir)).toContain(`${join(dir, name)} is a pipe, not a regular file`);
      const other = emptyFolder();
      symlinkSync("/dev/zero", join(other, name));
      expect(await failedStart(other)).toContain(`${join(other, name)} is a device, not a regular file`);
    },
  );

  it("does not hang where the snapshot of the index is a pipe, and makes the index anew", TIMEOUT, async () => {
    const { stateDir, start } = await openTown();
    execFileSync("mkfifo", [join(stateDir, "index.snapshot")]);
    const talks = await start({ CORPUS_DIR: corpusFolder() });
    expect(await talks.untilLogged("The index was made anew")).toContain("is a pipe, not a regular file");
    expect(await talks.end("SIGTERM")).toBe(0);
  });

  // Root may read everything; then somebody else runs the program, if they may.
  const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const asOther = (args: readonly string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [PROGRAM, ...args], { ...other, env, cwd: "/", encoding: "utf8" });
  it.skipIf(asOther(["--version"]).status !== 0)("stops it, too, where that is not allowed", TIMEOUT, () => {
    const dir = emptyFolder();
    const file = join(dir, "state.jsonl");
    writeFileSync(file, INSTALLATION, { mode: process.getuid?.() === 0 ? 0o600 : 0o000 });
    chmodSync(dir, 0o755);
    const { status, stderr } = asOther(["start"], { ...unreachable(dir), CORPUS_DIR: "" });
    expect([status, stderr]).toEqual([1, expect.stringContaining(`${file} cannot be read (EACCES: permission denied`)]);
    chmodSync(file, 0o600);
    expect(readFileSync(file, "utf8")).toBe(INSTALLATION);
  });
});

describe("a state that is damaged", () => {
  it("is kept but for its damaged lines, which are put aside into a file that the log names", TIMEOUT, async () => {
    const { stateDir, start } = await openTown();
    const damaged = lineOf("slack:installation:T2", { bot: { token: "xoxb-damaged" } }).replace("[", "");
    writeFileSync(join(stateDir, "state.jsonl"), `${damaged}${INSTALLATION}["half a li`);
    const talks = await start({ CORPUS_DIR: corpusFolder() });
    const [aside = ""] = readdirSync(stateDir).filter((name) => name.includes("damaged"));
    expect(await talks.untilLogged("were put aside")).toContain(join(stateDir, aside));
    expect(readFileSync(join(stateDir, aside), "utf8")).toBe(damaged);
    expect(await talks.end("SIGTERM")).toBe(0);
    expect(readFileSync(join(stateDir, "state.jsonl"), "utf8")).toContain("xoxb-precious");
  });
});

describe("a large state", () => {
  it("of more than a string can hold is read all the same", TIMEOUT, async () => {
    const { stateDir, start } = await openTown();
    const file = fill(stateDir, 520, (n) => lineOf(`expired ${n}`, "x".repeat(1 << 20), -1));
    expect(statSync(file).size).toBeGreaterThan(constants.MAX_STRING_LENGTH);
    const talks = await start({ CORPUS_DIR: corpusFolder() });
    expect(await talks.end("SIGTERM")).toBe(0);
    const end = execFileSync("tail", ["-c", String(INSTALLATION.length), file], { encoding: "utf8" });
    expect(end).toBe(INSTALLATION);
  });

  it("of 300,000 entries is read within 3 s", TIMEOUT, async () => {
    const { stateDir, start } = await openTown();
    const timed = async () => {
      const began = performance.now();
      const talks = await start({ CORPUS_DIR: corpusFolder() });
      const tookMs = performance.now() - began;
      await talks.end("SIGKILL");
      return tookMs;
    };
    const emptyMs = await timed();
    const question = { text: "what did the minister say about the harbour", earlier: ["and when?"], speaker: null };
    const thousand = (n: number) =>
      Array.from({ length: 1000 }, (_, at) => lineOf(`answer:${n * 1000 + at}`, question)).join("");
    fill(stateDir, 300, thousand);
    // On a machine that does much else, too, everything takes longer.
    expect(await timed()).toBeLessThan(Math.max(3000, 4 * emptyMs));
  });
});

describe("two processes on one folder", () => {
  it("are one: the second is told who has it, and may begin as soon as the first was killed", TIMEOUT, async () => {
    const { slack, stateDir, start } = await openTown();
    const env = { CORPUS_DIR: corpusFolder() };
    const first = await start(env);
    expect(await failedStart(stateDir)).toMatch(
      new RegExp(`^talks: The state in ${stateDir} is in use by process \\d+ on ${hostname()}, and one folder is for`),
    );
    await slack.command("private what did Brandt say");
    expect(seen(await untilWhispered(slack))).toContain("We are ready to reopen the harbour");
    await first.end("SIGKILL");
    const next = await start(env);
    expect(await next.end("SIGTERM")).toBe(0);
    expect(saidBy(slack)).toEqual([]);
  });
});
