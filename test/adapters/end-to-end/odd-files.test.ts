import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { ODD_FILES } from "../../../bench/odd-files.ts";
import { seen, untilWhispered, whispered } from "../slack/talks-in-slack.ts";
import { freePort } from "../state/redis-server.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { openTown, type RunningTalks } from "./running-talks.ts";

const TIMEOUT = { timeout: 120_000 };
/** It is held up for 0.1 s here; a machine that does other things may stand still for longer once, not twice. */
const TIMED = { ...TIMEOUT, retry: 1 };
const ANSWERS_WITHIN_MS = 1_000;
const ASK_EVERY_MS = 20;
const PATIENCE_MS = 30_000;

/** Asks a process whether it lives, over and over; `stop` resolves to how long it took at most. */
function watchHealth(port: number) {
  let isOver = false;
  let longestMs = 0;
  const watching = (async () => {
    while (!isOver) {
      const began = performance.now();
      const { status } = await fetch(`http://127.0.0.1:${port}/healthz`);
      expect(status).toBe(200);
      longestMs = Math.max(longestMs, performance.now() - began);
      await delay(ASK_EVERY_MS);
    }
  })();
  return {
    async stop(): Promise<number> {
      isOver = true;
      await watching;
      return longestMs;
    },
  };
}

async function untilServed({ log }: RunningTalks, times: number): Promise<void> {
  const served = () => log.filter((line) => line.includes("The corpus was read anew")).length;
  await expect.poll(served, { timeout: PATIENCE_MS }).toBeGreaterThanOrEqual(times);
}

describe("files of odd shapes that are dropped into a served folder", () => {
  it("are read while the process says that it lives and people are answered", TIMED, async () => {
    const { slack, start } = await openTown();
    const corpus = corpusFolder();
    const opsPort = await freePort();
    const talks = await start({ CORPUS_DIR: corpus, OPS_PORT: String(opsPort) });
    const ask = async () => {
      const before = whispered(slack).length;
      await slack.command("private when will the harbour of Norrvik reopen?");
      return seen(await untilWhispered(slack, undefined, before + 1));
    };
    await ask();
    const shapes: readonly [name: string, length: number][] = [
      ["a transcript without line breaks", 400_000],
      ["initials without end", 120_000],
      ["keys in the front matter", 700_000],
      ["short paragraphs", 500_000],
    ];
    for (const [at, [name, length]] of shapes.entries()) {
      const health = watchHealth(opsPort);
      writeFileSync(join(corpus, "articles", `odd-${at}.md`), ODD_FILES[name]?.(length) ?? "");
      const served = untilServed(talks, at + 1);
      expect(await ask()).toContain("will reopen in May");
      await served;
      expect(await ask()).toContain("will reopen in May");
      expect(await health.stop(), name).toBeLessThan(ANSWERS_WITHIN_MS);
    }
    expect(await talks.end("SIGTERM")).toBe(0);
  });

  it("are named once where they are passed over or cannot be read", TIMEOUT, async () => {
    const { start } = await openTown();
    const corpus = corpusFolder({ "notes.txt": "no article" });
    const talks = await start({ CORPUS_DIR: corpus });
    execFileSync("mkfifo", [join(corpus, "articles", "pipe.md")]);
    await untilServed(talks, 1);
    writeFileSync(join(corpus, "articles", "pier.md"), "---\n---\nThe pier was mended.\n");
    await untilServed(talks, 2);
    const told = talks.log.filter((line) => /Passed over|has a fault/.test(line));
    expect(told.map((line) => line.replaceAll(`${corpus}/`, ""))).toEqual([
      expect.stringContaining("Passed over in the corpus: articles/notes.txt: its name does not end in .md."),
      expect.stringContaining("The corpus has a fault: articles/pipe.md:1: cannot be read: it is a named pipe"),
    ]);
  });
});
