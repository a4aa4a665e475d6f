import { mkdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CorpusError, createEngine, describeFault, loadCorpus } from "../../src/index.ts";
import { corpusFolder } from "./corpus-folder.ts";

const SOUND = "---\ntitle: A bridge\n---\nThe bridge opens in May, the mayor said.\n";

/** The faults of a folder as `file:line: message`, with the file's name alone. */
function faultsIn(dir: string): string[] {
  return loadCorpus(dir).faults.map((fault) => describeFault(fault).replace(`${dir}/`, ""));
}

describe("a corpus", () => {
  test("is the .md files of its articles folder, in the order of their names, and what its glossary says", () => {
    const dir = corpusFolder({
      "articles/b.md": SOUND,
      "articles/a.md": SOUND,
      "articles/.hidden.md": "no article",
      "articles/notes.txt": "no article",
      "README.md": "no article",
      "glossary.yaml": "people:\n  - name: Ana Ruiz\n    aliases: [Ruiz]\nsynonyms:\n  - [bridge, crossing]\n",
    });
    const { corpus, faults } = loadCorpus(dir);
    expect(faults).toEqual([]);
    expect(corpus.articles.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(corpus.glossary).toEqual({
      names: [{ kind: "person", name: "Ana Ruiz", aliases: ["Ruiz"], roles: [], side: null }],
      synonyms: [["bridge", "crossing"]],
    });
  });

  test("needs no glossary", () => {
    const { corpus, faults } = loadCorpus(corpusFolder({ "articles/a.md": SOUND }));
    expect(faults).toEqual([]);
    expect(corpus.glossary).toEqual({ names: [], synonyms: [] });
  });

  test("serves the rest where an article is broken, and says which and where", () => {
    const dir = corpusFolder({ "articles/a.md": SOUND, "articles/b.md": "---\ntitle: [B]\n---\nA story." });
    expect(loadCorpus(dir).corpus.articles.map(({ id }) => id)).toEqual(["a"]);
    expect(faultsIn(dir)).toEqual(["articles/b.md:2: title must be a string or null"]);
  });

  test("says on which line an article is not UTF-8", () => {
    const latin = Buffer.from("---\ntitle: A\n---\nThe caf\xe9.\n", "latin1");
    const dir = corpusFolder({ "articles/a.md": SOUND, "articles/b.md": latin });
    expect(faultsIn(dir)).toEqual(["articles/b.md:4: is not valid UTF-8"]);
  });

  test("serves the rest where an article cannot be read", () => {
    const dir = corpusFolder({ "articles/a.md": SOUND });
    mkdirSync(join(dir, "articles", "b.md"));
    expect(loadCorpus(dir).corpus.articles).toHaveLength(1);
    expect(faultsIn(dir)[0]).toMatch(/^articles\/b\.md:1: cannot be read: /);
  });

  test("is served without its glossary where that is broken", () => {
    const dir = corpusFolder({ "articles/a.md": SOUND, "glossary.yaml": "people: nobody\n" });
    expect(loadCorpus(dir).corpus.glossary.names).toEqual([]);
    expect(faultsIn(dir)).toEqual(['glossary.yaml:1: "people" must be a list']);
  });

  test.each([
    ["the folder is not there", {}, "Cannot read the articles folder"],
    ["there is no article in it", { "articles/notes.txt": "none" }, "there is no .md file in it"],
    ["not one article can be read", { "articles/a.md": "A story." }, "a.md:1: does not begin with a front matter"],
  ])("is an error where %s", (_, files, message) => {
    const dir = corpusFolder(files);
    expect(() => loadCorpus(dir)).toThrow(CorpusError);
    expect(() => loadCorpus(dir)).toThrow(message);
  });

  test("is served whatever bytes one of its articles has", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: "binary" }).map((text) => Buffer.from(`---\ntitle: ${JSON.stringify(text)}\n---\n${text}`)),
    );
    fc.assert(
      fc.property(bytes, (content) => {
        const dir = corpusFolder({ "articles/a.md": SOUND, "articles/b.md": content });
        const { corpus, faults } = loadCorpus(dir);
        expect(corpus.articles.length + Math.min(1, faults.length)).toBe(2);
        const found = createEngine(corpus).ask({ text: "when does the bridge open" }).passages;
        expect(found.map(({ article }) => article.id)).toContain("a");
      }),
      { numRuns: 60 },
    );
  });
});
