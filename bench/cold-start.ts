import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OWN_CORPUS } from "../adapters/live-corpus/own-index.ts";
import { PACKAGE_ROOT } from "../adapters/package-root.ts";
import { type Timing, timeOf, timingOf } from "./measure.ts";

/** What `npm run build` made. */
const PROGRAM = join(PACKAGE_ROOT, "dist/talks.cjs");
const ROUNDS = 15;

/** How long a question in the terminal takes, and a Node that does nothing. */
export interface ColdStart {
  /** With the index that the build made. */
  readonly asBuilt: Timing;
  /** From the same articles in another folder. */
  readonly fromArticles: Timing;
  readonly node: Timing;
}

/** Starts all three in turns. */
export function measureColdStart(question: string): ColdStart {
  const [asBuilt, fromArticles, node]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    const folder = mkdtempSync(join(tmpdir(), "talks-bench-"));
    const run = (...args: readonly string[]) =>
      timeOf(() => execFileSync(process.execPath, args, { env: { ...process.env, XDG_CACHE_HOME: folder } }));
    cpSync(OWN_CORPUS, join(folder, "corpus"), { recursive: true });
    node.push(run("-e", "0"));
    asBuilt.push(run(PROGRAM, "ask", question));
    fromArticles.push(run(PROGRAM, "ask", "--corpus", join(folder, "corpus"), question));
    rmSync(folder, { recursive: true });
  }
  return { asBuilt: timingOf(asBuilt), fromArticles: timingOf(fromArticles), node: timingOf(node) };
}
