import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openSortedFile } from "../../src/thesaurus/sorted-file.ts";

/** Lines of very different lengths, so that some end where a block of the file ends and some fill several. */
const KEYS = Array.from({ length: 500 }, (_, at) => `key${String(at).padStart(3, "0")}`);
const LINES = KEYS.map((key, at) => `${key} ${"x".repeat((at * 37) % (at % 50 === 0 ? 5000 : 90))}`);

function fileOf(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), "sorted-")), "file");
  writeFileSync(path, text);
  return openSortedFile(path);
}

describe("looking a line up in a sorted file", () => {
  const file = fileOf(`${LINES.join("\n")}\n`);

  test("every line is found by its first word, and read whole", () => {
    expect(KEYS.map((key) => file.find(key))).toEqual(LINES);
  });

  test.each(["", "aaa", "key", "key00", "key0000", "key250a", "zzz"])("%j is no line's first word", (key) => {
    expect(file.find(key)).toBeNull();
  });

  test("every line is read by where it starts", () => {
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

  test("the last line needs no line break, and an empty file has no line", () => {
    expect(fileOf("a 1\nb 2").find("b")).toBe("b 2");
    expect(fileOf("").find("a")).toBeNull();
  });

  test("there is nothing behind the end", () => {
    expect(file.lineAt(10_000_000, 100)).toBe("");
  });
});
