import { describe, expect, it } from "vitest";
import { readLines } from "../../../adapters/terminal/read-lines.ts";

async function linesOf(...chunks: (string | number[])[]): Promise<string[]> {
  async function* input() {
    for (const chunk of chunks)
      yield Buffer.from(typeof chunk === "string" ? Buffer.from(chunk) : Uint8Array.from(chunk));
  }
  const lines: string[] = [];
  for await (const line of readLines(input())) lines.push(line);
  return lines;
}

describe("reading lines", () => {
  it("joins what comes in pieces, also in the middle of a character", async () => {
    const [first, second] = Buffer.from("Ж");
    expect(await linesOf("on", "e\ntwo ", [first ?? 0], [second ?? 0], "\nthree\n")).toEqual(["one", "two Ж", "three"]);
  });

  it("gives the last line also without an end, and blank lines too", async () => {
    expect(await linesOf("one\n\ntwo")).toEqual(["one", "", "two"]);
    expect(await linesOf("")).toEqual([]);
  });

  it("takes off carriage returns and a byte order mark, and breaks at line feeds alone", async () => {
    expect(await linesOf("\uFEFFone\r\na\u2028b\rc\n")).toEqual(["one", "a\u2028b\rc"]);
  });
});
