import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../adapters/package-root.ts";
import { type Timing, timeOf, timingOf } from "./measure.ts";

/** What `npm run build` made. */
const PROGRAM = join(PACKAGE_ROOT, "dist/talks.cjs");
const ROUNDS = 15;

/** How long a question in the terminal takes, and a Node that does nothing. */
export interface ColdStart {
  /** From the articles, with nothing kept. */
  readonly first: Timing;
  /** From the index that the first one kept. */
  readonly second: Timing;
  readonly node: Timing;
}

/** Starts all three in turns. */
export function measureColdStart(question: string): ColdStart {
  const [first, second, node]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    const folder = mkdtempSync(join(tmpdir(), "talks-bench-"));
    const run = (...args: readonly string[]) =>
      timeOf(() => execFileSync(process.execPath, args, { env: { ...process.env, XDG_CACHE_HOME: folder } }));
    node.push(run("-e", "0"));
    first.push(run(PROGRAM, "ask", question));
    second.push(run(PROGRAM, "ask", question));
    rmSync(folder, { recursive: true });
  }
  return { first: timingOf(first), second: timingOf(second), node: timingOf(node) };
}
