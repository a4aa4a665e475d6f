import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { describe, expect, test } from "vitest";

/** Which folders each folder of the core may import; the last line is the straight line of a question. */
const CORE: Readonly<Record<string, string>> = {
  lexicon: "",
  text: "lexicon",
  thesaurus: "text",
  corpus: "text",
  speech: "lexicon text",
  names: "corpus lexicon speech text thesaurus",
  // One floor: what is compared is what the index keeps, and it keeps what was found.
  copies: "indexing lexicon text",
  indexing: "copies corpus names speech text thesaurus",
  question: "corpus indexing lexicon names text thesaurus",
  meaning: "indexing",
  ranking: "indexing lexicon meaning names question text",
  selection: "corpus indexing lexicon names question ranking text",
  contrast: "copies indexing lexicon question ranking selection speech text thesaurus",
  answer: "copies corpus indexing lexicon names question ranking selection speech text",
};

/** The same for the edge: the parts that others share, then those that share nothing with each other. */
const EDGE: Readonly<Record<string, string>> = {
  conversation: "",
  state: "conversation",
  encoder: "state",
  "live-corpus": "conversation state",
  add: "state",
  archive: "add conversation encoder feeds live-corpus",
  feeds: "add conversation",
  ops: "add archive conversation encoder feeds live-corpus state",
  slack: "conversation",
  discord: "conversation",
  terminal: "add conversation encoder live-corpus state",
  web: "conversation",
};

const FACE = join("src", "index.ts");

interface Import {
  readonly from: string;
  readonly to: string;
}

/** All imports between files of `src` and `adapters`, those of types and those that wait until they are needed too. */
function importsIn(top: string): readonly Import[] {
  const files = readdirSync(top, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return files.flatMap((name) => {
    const from = join(top, name);
    const specifiers = readFileSync(from, "utf8").matchAll(/(?:from|import\() ?"(\.[^"]+)"/g);
    return [...specifiers].map(([, path = ""]) => ({ from, to: normalize(join(dirname(from), path)) }));
  });
}

/** The folder of a file below the top one; `null` for a file that stands beside the folders. */
function folderOf(file: string): string | null {
  const [, folder, name] = file.split(sep);
  return name === undefined ? null : (folder ?? null);
}

function strayed(top: string, allowed: Readonly<Record<string, string>>): readonly string[] {
  return importsIn(top)
    .filter(({ from, to }) => {
      const [own, other] = [folderOf(from), to.startsWith(top) ? folderOf(to) : null];
      return own !== null && other !== null && own !== other && !allowed[own]?.split(" ").includes(other);
    })
    .map(({ from, to }) => `${from} imports ${to}`);
}

describe("imports point one way", () => {
  test("in the core", () => {
    expect(strayed("src", CORE)).toEqual([]);
  });

  test("at the edge, where platforms share nothing but what all of them share", () => {
    expect(strayed("adapters", EDGE)).toEqual([]);
  });

  test("and every folder is in the table, with what it needs and nothing else", () => {
    for (const [top, allowed] of [
      ["src", CORE],
      ["adapters", EDGE],
    ] as const) {
      const needed = Object.fromEntries(Object.keys(allowed).map((folder) => [folder, new Set<string>()]));
      for (const { from, to } of importsIn(top)) {
        const [own, other] = [folderOf(from), to.startsWith(top) ? folderOf(to) : null];
        if (own !== null && other !== null && own !== other) needed[own]?.add(other);
      }
      const lists = Object.entries(needed).map(([folder, others]) => [folder, [...others].sort().join(" ")]);
      expect(Object.fromEntries(lists)).toEqual(allowed);
    }
  });
});

describe("the core and the edge", () => {
  test("meet at the face of the core alone", () => {
    const beyond = importsIn("adapters").filter(({ to }) => to.startsWith("src") && to !== FACE);
    expect(beyond.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test("leave the core knowing nothing of the edge", () => {
    expect(importsIn("src").filter(({ to }) => !to.startsWith("src"))).toEqual([]);
  });
});
