import { defineConfig } from "vitest/config";

// What measures times, or how long somebody waits, has the machine to itself; the rest takes all of it. Left to itself, Vitest
// leaves one core alone.
const ALONE = ["test/adapters/end-to-end/**/*.test.ts", "test/linear-time.test.ts"];
const EDGE = ["test/adapters/**/*.test.ts"];
const ALL_CORES = { maxWorkers: "100%" };
/** A program that is started, and loads an encoder, takes its time where others do the same. */
const PATIENT = { testTimeout: 20_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "core",
          include: ["test/**/*.test.ts"],
          exclude: [...EDGE, ...ALONE],
          // The core holds nothing that one test could leave behind for another, and reading it takes longer than most tests.
          isolate: false,
          ...ALL_CORES,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { name: "edge", include: EDGE, exclude: ALONE, ...ALL_CORES, ...PATIENT, sequence: { groupOrder: 1 } } },
      { test: { name: "alone", include: ALONE, ...PATIENT, sequence: { groupOrder: 2 } } },
    ],
  },
});
