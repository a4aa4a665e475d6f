import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLineFile } from "../../src/thesaurus/line-file.ts";

/** Lines of very different lengths, so that some end where a block of the file ends and some fill several. */
const LINES = Array.from({ length: 500 }, (_, at) => `${at} ${"x".repeat((at * 37) % (at % 50 === 0 ? 5000 : 90))}`);

function fileOf(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), "lines-")), "file");
  writeFileSync(path, text);
  return openLineFile(path);
}

describe("reading lines by where they start", () => {
  const file = fileOf(`${LINES.join("\n")}\n`);

  test("every line is read whole", () => {
    let offset = 0;
    for (const line of LINES) {
      expect(file.lineAt(offset, Number.POSITIVE_INFINITY)).toBe(line);
      offset += line.length + 1;
    }
  });

  test("of a long line no more is read than is asked for, give or take a block", () => {
    const long = fileOf(`${"x".repeat(100_000)}\n`);
    expect(long.lineAt(0, 100).length).toBeGreaterThanOrEqual(100);
    expect(long.lineAt(0, 100).length).toBeLessThan(5000);
  });

  test("there is nothing behind the end", () => {
    expect(file.lineAt(10_000_000, 100)).toBe("");
  });
});
