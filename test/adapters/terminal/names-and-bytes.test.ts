import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Passage } from "../../../src/index.ts";
import { town } from "../../fixtures/invented-people.ts";
import { corpusFolder, fileOf, folderOf } from "./corpus-folder.ts";
import { runProgram } from "./run-program.ts";

describe("talks ask, of people whose names are alike,", () => {
  it("gives the words of whoever is named, whole, and nobody else's", async () => {
    await fc.assert(
      fc.asyncProperty(town, async ({ articles, asked }) => {
        const corpus = folderOf(Object.fromEntries(articles.map((article) => [`${article.id}.md`, fileOf(article)])));
        const input = asked.map(({ question }) => `${JSON.stringify({ question })}\n`).join("");
        const { stdout } = await runProgram(["ask", "--batch", "--corpus", corpus], { input });
        const shown = stdout
          .trim()
          .split("\n")
          .map((line): Passage[] => [...JSON.parse(line).passages, ...JSON.parse(line).more])
          .map((passages) => [...new Set(passages.map(({ speaker }) => speaker))].sort());
        expect(shown).toEqual(asked.map(({ speakers }) => [...speakers].sort()));
      }),
      { numRuns: 4 },
    );
  }, 20_000);
});

const ODD = `---
title: "Pier"
outlet: "Coast Ga\u00ADzette"
author: null
published: null
url: null
---
The pi\u00ADer of Bri\u200Bsen re\u00ADopens in May.

“The ca\u00ADfe\u0301 is a ru\u00ADin,” said El\u00ADin Cas\u00ADtell.
`;

describe("of characters that nobody sees in an article", () => {
  const odd = corpusFolder({ "pier.md": ODD });
  const damaged = corpusFolder({ "pier.md": ODD, "mill.md": ODD.replace("“", "\u0093") });

  it("talks check names file and line, and is content", async () => {
    const { code, stdout } = await runProgram(["check", "--corpus", odd]);
    expect(stdout).toContain("articles/pier.md:3: has a soft hyphen (U+00AD); words are found across it\n");
    expect(stdout).toContain("articles/pier.md:8: has a soft hyphen (U+00AD), 2 times;");
    expect(stdout).toContain("articles/pier.md:8: has a zero-width space (U+200B);");
    expect(stdout).toMatch(/^3 articles, no faults\.$/m);
    expect(code).toBe(0);
  });

  it("talks check takes those that stand for lost ones for faults", async () => {
    const { code, stdout } = await runProgram(["check", "--corpus", damaged]);
    expect(stdout).toContain("articles/mill.md:10: has a control character (U+0093): there a character was lost\n");
    expect(stdout).toMatch(/^1 fault; 4 articles can be asked\.$/m);
    expect(code).toBe(1);
  });

  it("talks ask finds words, speakers and outlets across them, to the letter", async () => {
    const ask = async (...args: string[]) =>
      JSON.parse((await runProgram(["ask", "--json", "--corpus", odd, ...args])).stdout).passages[0];
    const body = ODD.slice(ODD.indexOf("---\n", 4) + 4);
    const word = await ask("--source", "Coast Gazette", "when does the pier of Brisen reopen");
    expect(word.text).toBe("The pi\u00ADer of Bri\u200Bsen re\u00ADopens in May.");
    const speaker = await ask("what did Cas\u00ADtell say about the café");
    expect(speaker).toMatchObject({ speaker: "Elin Castell", speech: "direct" });
    for (const { text, start, end } of [word, speaker]) expect(body.slice(start, end)).toBe(text);
  });
});
