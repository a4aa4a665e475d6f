import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { type ColumnsOf, layOutInColumns, loadColumns } from "../../../adapters/terminal/columns.ts";

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
