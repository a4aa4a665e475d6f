import { createEngine, describeFault, type Engine, loadCorpus } from "../../src/index.ts";
import { printable } from "./printable.ts";

/** The engine over a corpus folder; what could not be read is told on standard error, and the rest is served. */
export function openEngine(dir: string): Engine {
  const { corpus, faults } = loadCorpus(dir);
  for (const fault of faults) process.stderr.write(`talks: left out: ${printable(describeFault(fault))}\n`);
  return createEngine(corpus);
}
