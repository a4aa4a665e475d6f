import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import {
  type ColumnsOf,
  type Line,
  layOutInColumns,
  loadColumns,
  type Piece,
  wrap,
} from "../../../adapters/terminal/wrap.ts";

const plain = (text: string): Piece => ({ text, look: "plain" });
const bold = (text: string): Piece => ({ text, look: "bold" });
const textOf = (line: Line) => line.map(({ text }) => text).join("");
const linesOf = (text: string, width: number) => wrap([plain(text)], width, stringWidth).map(textOf);

describe("wrapping", () => {
  it("breaks at blanks, never past the width", () => {
    expect(linesOf("We are ready to reach a deal", 10)).toEqual(["We are", "ready to", "reach a", "deal"]);
  });

  it("fills a line to the last column", () => {
    expect(linesOf("one two", 7)).toEqual(["one two"]);
    expect(linesOf("one two", 6)).toEqual(["one", "two"]);
  });

  it("keeps words together that are set in two looks", () => {
    const lines = wrap([plain("some "), bold("fine"), plain("-tuned words")], 12, stringWidth);
    expect(lines.map(textOf)).toEqual(["some", "fine-tuned", "words"]);
    expect(lines[1]).toEqual([bold("fine"), plain("-tuned")]);
  });

  it("does not break at a blank that is none between words", () => {
    expect(linesOf("5\u00A0000 soldiers", 8)).toEqual(["5\u00A0000", "soldiers"]);
  });

  it("cuts a word that is wider than a line between whole characters", () => {
    expect(linesOf("a 👩‍🚀👩‍🚀👩‍🚀", 4)).toEqual(["a 👩‍🚀", "👩‍🚀👩‍🚀"]);
    expect(linesOf("平和会談は続く", 6)).toEqual(["平和会", "談は続", "く"]);
  });

  it("keeps the characters of the text as they are, in lines that fit", () => {
    const texts = fc.array(fc.string({ unit: "grapheme" }), { maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 30 }), (words, width) => {
        const text = words.join(" ").replace(/[\n\r]/g, "");
        const lines = linesOf(text, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

const underline = (text: string) => (columnsOf: ColumnsOf) => "=".repeat(columnsOf(text));
const underlineOf = (text: string) => "=".repeat(stringWidth(text));

describe("columns of a terminal", () => {
  it("are counted as a terminal shows a character", async () => {
    const columnsOf = await loadColumns();
    const characters = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code));
    expect(characters.filter((character) => columnsOf(character) !== stringWidth(character))).toEqual([]);
  });

  it("are right in what is laid out, for simple texts and for all others", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: "grapheme" })), async (text) => {
        expect(await layOutInColumns(underline(text))).toBe(underlineOf(text));
      }),
    );
    expect(await layOutInColumns(underline("平和会談"))).toBe("========");
  });

  it("are asked for once where every character takes one", async () => {
    let times = 0;
    await layOutInColumns((columnsOf) => {
      times += 1;
      return underline("“We are ready,” Łukasz said – переговоры…")(columnsOf);
    });
    expect(times).toBe(1);
  });
});
