import { writeFileSync } from "node:fs";

/** Where a process that is measured writes how many kilobytes it needed at most: it alone is told by the system. */
export const PEAK_FILE = "TALKS_BENCH_PEAK";

const file = process.env[PEAK_FILE];
if (file) process.on("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
