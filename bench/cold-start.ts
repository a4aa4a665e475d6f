import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Timing, timeOf, timingOf } from "./measure.ts";

const PROGRAM = fileURLToPath(new URL("../adapters/main.js", import.meta.url));
const ROUNDS = 15;

/** How long a question in the terminal takes from nothing to the answer, and a Node that does nothing, in turns. */
export function measureColdStart(question: string): { readonly talks: Timing; readonly node: Timing } {
  const run = (...args: readonly string[]) => timeOf(() => execFileSync(process.execPath, args));
  const talks: number[] = [];
  const node: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    node.push(run("-e", "0"));
    talks.push(run(PROGRAM, "ask", question));
  }
  return { talks: timingOf(talks), node: timingOf(node) };
}
