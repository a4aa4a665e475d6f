import type { Timing } from "./measure.ts";
import type { CorpusFigures } from "./measure-corpus.ts";

/** A figure that was asked for, and what it came to. */
export interface Asked {
  readonly what: string;
  readonly limit: string;
  readonly figure: string;
  readonly met: boolean;
}

/** The figures of one corpus as a table. */
export function describeCorpus(figures: CorpusFigures): string {
  const { answer, withEncoder, tuned, readme } = figures;
  const counts = `${count(figures.passages)} passages in ${count(figures.articles)} articles`;
  const costs = [
    `built in ${figures.buildSeconds.toFixed(1)} s`,
    `${megabytes(figures.heapBytes)} of heap`,
    `snapshot ${megabytes(figures.snapshotBytes)}, read back in ${figures.unpackSeconds.toFixed(2)} s`,
  ];
  const rows = [
    ["", "p50", "p95", "p99", "slowest", "calls", "× tuned at p50"],
    timingRow("engine.ask, the whole answer by words", answer, tuned),
    timingRow("engine.ask, with the encoder", withEncoder, tuned),
    timingRow("MiniSearch, tuned", tuned, tuned),
    timingRow("MiniSearch, README settings", readme, tuned),
  ];
  return `${counts}: ${costs.join(", ")}\n\n${layOut(rows)}\n`;
}

/** Each figure that was asked for, on a line of its own, and what it means where one is not met. */
export function describeAsked(asked: readonly Asked[]): string {
  const rows = asked.map(({ what, limit, figure, met }) => [what, figure, limit, met ? "met" : "NOT MET"]);
  const about = asked.every(({ met }) => met) ? "" : `\n${ABOUT_MISSES}\n`;
  return `${layOut([["", "measured", "asked", ""], ...rows])}\n${about}`;
}

const ABOUT_MISSES = `NOT MET: a budget was exceeded in this run. Times in milliseconds are of this machine and of what else it does: run it again
where nothing else runs. A multiple of the tuned search is of times of the same run; where it stays above its budget, answering has
become slower (docs/how-an-answer-is-found.md has the figures that were measured last).`;

/** A time as people read it. */
export function milliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
}

function timingRow(name: string, timing: Timing, reference: Timing): string[] {
  const times = [timing.p50, timing.p95, timing.p99, timing.slowest].map(milliseconds);
  return [name, ...times, count(timing.calls), `${(timing.p50 / reference.p50).toFixed(2)}×`];
}

function layOut(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((row) => `  ${row.join("  ")}`.trimEnd())
    .join("\n");
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}

function megabytes(bytes: number): string {
  const size = bytes / 2 ** 20;
  return `${size < 10 ? size.toFixed(1) : size.toFixed(0)} MB`;
}
