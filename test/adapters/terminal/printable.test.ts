import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable, printableJson } from "../../../adapters/terminal/printable.ts";

const COMMANDS = /[\p{Cc}\u2028-\u202E\u2066-\u2069]/u;

describe("a printable text", () => {
  it("has no character that a terminal obeys", () => {
    expect(printable("\u001B[31mred\u0007 \u009B2Jclear \u202Ekcab\u2069")).toBe("[31mred 2Jclear kcab");
  });

  it("stands on one line", () => {
    expect(printable("one\r\ntwo\tthree\u2028four")).toBe("one two three four");
  });

  it("keeps everything else as it is", () => {
    const text = "“Тяжёлые” full‑scale e\u0301 👩‍🚀 مرحبا a\u00A0b";
    expect(printable(text)).toBe(text);
  });
});

describe("printable JSON", () => {
  it("is read back unchanged, and has no character that a terminal obeys", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const json = printableJson({ text: `${text}\u009B\u202E` });
        expect(json).not.toMatch(COMMANDS);
        expect(JSON.parse(json)).toEqual({ text: `${text}\u009B\u202E` });
      }),
    );
  });
});
