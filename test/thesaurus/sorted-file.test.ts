import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openSortedFile } from "../../src/thesaurus/sorted-file.ts";

const KEYS = Array.from({ length: 500 }, (_, at) => `key${String(at).padStart(3, "0")}`);
const LINES = KEYS.map((key, at) => `${key} ${"x".repeat((at * 37) % (at % 50 === 0 ? 5000 : 90))}`);
const SHORT = ["a 1", "ab 2", "abc 3", "abcd 4", "abcde 5", "abcdef 6", "abcdeg 7", "abd 8", "b 9"];

function pathOf(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "sorted-")), "file");
  writeFileSync(path, text);
  return path;
}

describe("looking a line up in a sorted file", () => {
  const long = openSortedFile(pathOf(`${LINES.join("\n")}\n`));
  const short = openSortedFile(pathOf(`${SHORT.join("\n")}\n`));

  test("every line is found by its first word, and read whole", () => {
    expect(KEYS.map((key) => long.find(key))).toEqual(LINES);
  });

  test("words of one letter and more, and those that begin like another, are told apart", () => {
    expect(SHORT.map((line) => short.find(line.slice(0, line.indexOf(" "))))).toEqual(SHORT);
  });

  test.each(["", "aaa", "key", "key00", "key0000", "key250a", "zzz"])("%j is no line's first word", (key) => {
    expect([long.find(key), short.find(key)]).toEqual([null, null]);
  });

  test("the last line needs no line break, and an empty file has no line", () => {
    expect(openSortedFile(pathOf("a 1\nb 2")).find("b")).toBe("b 2");
    expect(openSortedFile(pathOf("")).find("a")).toBeNull();
  });

  test("a file that is not there is told of at once; one that is taken away later has no line", () => {
    expect(() => openSortedFile(join(tmpdir(), "no-such-file"))).toThrow("no-such-file");
    const path = pathOf("a 1\n");
    const taken = openSortedFile(path);
    rmSync(path);
    expect(taken.find("a")).toBeNull();
  });
});
