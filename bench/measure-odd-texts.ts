import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../adapters/package-root.ts";
import { timeOf } from "./measure.ts";
import { ODD_FILES } from "./odd-files.ts";
import { PEAK_FILE } from "./peak-memory.ts";
import type { Asked } from "./report.ts";

const PROGRAM = join(PACKAGE_ROOT, "dist/talks.cjs");
const PRELOADED = join(PACKAGE_ROOT, "dist/bench/peak-memory.cjs");
const QUESTION = "what did Brandt say about it?";

/** Characters of an article, and of one that may take no more than MAX_RATIO times as long. */
const LENGTH = 400_000;
const MAX_SECONDS = 8;
const MAX_MEGABYTES = 700;
const MAX_RATIO = 2.6;

/** What a question costs over one article that nobody has asked before. */
interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
}

/**
 * Asks the built program over articles of odd shapes, each in two lengths.
 * @param wanted beginnings of the names of shapes; all of them where there are none.
 */
export async function measureOddTexts(wanted: readonly string[]): Promise<readonly Asked[]> {
  const shapes = Object.entries(ODD_FILES).filter(
    ([name]) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
  );
  return shapes.flatMap(([name, write]) => {
    const [once, twice] = [measure(write(LENGTH)), measure(write(2 * LENGTH))];
    return [
      limitOn(`${name}: time`, once.seconds, MAX_SECONDS, "s"),
      limitOn(`${name}: peak memory`, once.megabytes, MAX_MEGABYTES, "MB"),
      limitOn(`${name}: time for twice as much`, twice.seconds / once.seconds, MAX_RATIO, "×"),
    ];
  });
}

function limitOn(what: string, figure: number, limit: number, unit: string): Asked {
  const shown = `${figure.toFixed(unit === "MB" ? 0 : 1)} ${unit}`;
  return { what, figure: shown, limit: `≤ ${limit} ${unit}`, met: figure <= limit };
}

function measure(article: string): Cost {
  const folder = mkdtempSync(join(tmpdir(), "talks-bench-"));
  const peak = join(folder, "peak");
  mkdirSync(join(folder, "articles"));
  writeFileSync(join(folder, "articles", "odd.md"), article);
  const env = { ...process.env, XDG_CACHE_HOME: folder, [PEAK_FILE]: peak };
  const args = ["--require", PRELOADED, PROGRAM, "ask", "--corpus", folder, QUESTION];
  const seconds = timeOf(() => execFileSync(process.execPath, args, { env, stdio: "ignore" })) / 1000;
  const megabytes = Number(readFileSync(peak, "utf8")) / 1024;
  rmSync(folder, { recursive: true });
  return { seconds, megabytes };
}
