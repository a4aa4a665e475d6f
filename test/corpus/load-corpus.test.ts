import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../src/corpus/load-corpus.ts";
import { CorpusError, createEngine, describeFault, loadCorpus } from "../../src/index.ts";
import { corpusFolder } from "./corpus-folder.ts";

const SOUND = "---\ntitle: A bridge\n---\nThe bridge opens in May, the mayor said.\n";

/** The faults of a folder as `file:line: message`, with the file's name alone. */
function faultsIn(dir: string): string[] {
  return loadCorpus(dir).faults.map((fault) => describeFault(fault).replace(`${dir}/`, ""));
}

/** What is passed over in a folder, as `file: reason`, with the file's name alone. */
function passedOverIn(dir: string): string[] {
  return loadCorpus(dir).passedOver.map(({ file, reason }) => `${file.replace(`${dir}/`, "")}: ${reason}`);
}

const HAS_PIPES = process.platform !== "win32";

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
    expect(faultsIn(dir)).toEqual(["articles/b.md:1: cannot be read: it is a folder, no regular file"]);
  });

  test("has the articles whose names end in .MD, too", () => {
    const { corpus } = loadCorpus(corpusFolder({ "articles/ARTICLE.MD": SOUND, "articles/b.Md": SOUND }));
    expect(corpus.articles.map(({ id }) => id)).toEqual(["ARTICLE", "b"]);
  });

  test("has one of two articles whose names differ in nothing but the case of .md", () => {
    const dir = corpusFolder({ "articles/a.md": SOUND, "articles/a.MD": SOUND.replace("bridge", "tunnel") });
    const { corpus } = loadCorpus(dir);
    // On a disk that cannot tell them apart there is one.
    if (passedOverIn(dir).length + faultsIn(dir).length === 0) return;
    expect(corpus.articles.map(({ id, title }) => [id, title])).toEqual([["a", "A bridge"]]);
    expect(faultsIn(dir)).toEqual(["articles/a.MD:1: is left out: a.md has the same name"]);
  });

  test("has an article that a link leads to", () => {
    const dir = corpusFolder({ "articles/a.md": SOUND, "elsewhere/story.txt": SOUND });
    symlinkSync(join(dir, "elsewhere", "story.txt"), join(dir, "articles", "b.md"));
    expect(loadCorpus(dir).corpus.articles.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("is served without its glossary where that is broken", () => {
    const dir = corpusFolder({ "articles/a.md": SOUND, "glossary.yaml": "people: nobody\n" });
    expect(loadCorpus(dir).corpus.glossary.names).toEqual([]);
    expect(faultsIn(dir)).toEqual(['glossary.yaml:1: "people" must be a list']);
  });

  test.each([
    ["the folder is not there", {}, /^Cannot read the articles folder .*: there is no such folder\.$/],
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
    return fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const dir = corpusFolder({ "articles/a.md": SOUND, "articles/b.md": content });
        const { corpus, faults } = loadCorpus(dir);
        expect(corpus.articles.length + Math.min(1, faults.length)).toBe(2);
        const found = (await createEngine(corpus).ask({ text: "when does the bridge open" })).passages;
        expect(found.map(({ article }) => article.id)).toContain("a");
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is no regular file is not opened, and told:", () => {
  test("a link that leads to no file", () => {
    const dir = corpusFolder({ "articles/a.md": SOUND });
    symlinkSync(join(dir, "gone.md"), join(dir, "articles", "b.md"));
    symlinkSync(join(dir, "gone.yaml"), join(dir, "glossary.yaml"));
    expect(faultsIn(dir)).toEqual([
      "articles/b.md:1: cannot be read: it is a link that leads to no file",
      "glossary.yaml:1: cannot be read: it is a link that leads to no file",
    ]);
  });

  test.runIf(HAS_PIPES)("a named pipe", () => {
    const dir = corpusFolder({ "articles/a.md": SOUND });
    for (const name of ["articles/b.md", "articles/pipe", "glossary.yaml"]) execFileSync("mkfifo", [join(dir, name)]);
    expect(faultsIn(dir)).toEqual([
      "articles/b.md:1: cannot be read: it is a named pipe (FIFO), no regular file",
      "glossary.yaml:1: cannot be read: it is a named pipe (FIFO), no regular file",
    ]);
    expect(passedOverIn(dir)).toEqual(["articles/pipe: it is a named pipe (FIFO)"]);
  });

  test.runIf(HAS_PIPES)("a link to a device", () => {
    const dir = corpusFolder({ "articles/a.md": SOUND });
    symlinkSync("/dev/zero", join(dir, "articles", "b.md"));
    expect(faultsIn(dir)).toEqual(["articles/b.md:1: cannot be read: it is a device, no regular file"]);
  });
});

/** A file of Linux that is longer than it says. */
const LONGER = "/proc/kallsyms";

describe("a corpus has a size that is told where it is passed:", () => {
  test("that of an article", () => {
    const dir = corpusFolder({ "articles/a.md": SOUND, "articles/b.md": SOUND });
    truncateSync(join(dir, "articles", "b.md"), 5 * 2 ** 20);
    expect(faultsIn(dir)).toEqual(["articles/b.md:1: cannot be read: it has 5 MB, and may have 4 MB at most"]);
  });

  test.runIf(existsSync(LONGER))("that of a file which is longer than it says", () => {
    const dir = corpusFolder({ "articles/a.md": SOUND });
    symlinkSync(LONGER, join(dir, "articles", "b.md"));
    const { faults } = loadCorpus(dir, { ...LIMITS, file: 1024 });
    expect(faults.map(({ message }) => message)).toEqual([expect.stringMatching(/^cannot be read: it has more than /)]);
  });

  test("that of all articles together", () => {
    const dir = corpusFolder({ "articles/a.md": SOUND, "articles/b.md": SOUND, "articles/c.md": SOUND });
    const { corpus, faults } = loadCorpus(dir, { ...LIMITS, corpus: 2.5 * SOUND.length });
    expect(corpus.articles.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^cannot be read: with it the articles would have more than .* in all$/),
    ]);
  });
});

describe("what is no article by its name is passed over, and told with the reason", () => {
  test("in the articles folder, and a glossary under another name", () => {
    const dir = corpusFolder({
      "articles/a.md": SOUND,
      "articles/.hidden.md": SOUND,
      "articles/notes.txt": SOUND,
      "articles/old/b.md": SOUND,
      "Glossary.yml": "people: []\n",
    });
    expect(passedOverIn(dir)).toEqual([
      "articles/.hidden.md: it is hidden: its name begins with a full stop",
      "articles/notes.txt: its name does not end in .md",
      "articles/old: it is a folder",
      "Glossary.yml: the glossary is glossary.yaml",
    ]);
  });

  test("but for what systems, repositories and editors leave everywhere", () => {
    const usual = [
      ".DS_Store",
      ".gitkeep",
      ".gitignore",
      "Thumbs.db",
      "README",
      "README.txt",
      "a.md~",
      ".a.md.swp",
      ".a.md.0f3c.tmp",
    ];
    const dir = corpusFolder({
      "articles/a.md": SOUND,
      ...Object.fromEntries(usual.map((name) => [`articles/${name}`, "nothing"])),
    });
    expect(passedOverIn(dir)).toEqual([]);
  });
});
