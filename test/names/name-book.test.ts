import { describe, expect, test } from "vitest";
import type { GlossaryName } from "../../src/corpus/glossary.ts";
import { createNameBook } from "../../src/names/name-book.ts";
import { tokenize } from "../../src/text/tokenize.ts";

type Entry = Pick<GlossaryName, "kind" | "name"> & Partial<GlossaryName>;

const entry = (fields: Entry): GlossaryName => ({ aliases: [], roles: [], side: null, ...fields });
const bookOf = (...entries: Entry[]) => createNameBook(entries.map(entry));

const book = bookOf(
  { kind: "person", name: "Ana Ruiz", aliases: ["Anna Ruis"], roles: ["mayor of Lind"], side: "Lind" },
  { kind: "person", name: "May Hill" },
  { kind: "person", name: "Tom Hill" },
  { kind: "place", name: "Lind", aliases: ["Linder", "Linders"] },
  { kind: "organisation", name: "Harbour Board", aliases: ["the Board"], side: "Lind" },
  { kind: "organisation", name: "Harbour Board Pilots" },
);

const inQuestion = (text: string) => [...new Set(book.inQuestion(tokenize(text)).map(({ value }) => value.name))];
const inArticle = (text: string) => [...new Set(book.inArticle(tokenize(text)).map(({ value }) => value.name))];

describe("a name in a question is known", () => {
  test.each([
    ["in full", "what did Ana Ruiz say", ["Ana Ruiz"]],
    ["by its surname alone", "what did Ruiz say", ["Ana Ruiz"]],
    ["by another spelling", "what did Anna Ruis say", ["Ana Ruiz"]],
    ["by an office", "what did the mayor of Lind say", ["Ana Ruiz"]],
    ["without a capital", "what did ana ruiz tell the harbour board", ["Ana Ruiz", "Harbour Board"]],
    ["with a possessive", "Ruiz’s speech in Lind", ["Ana Ruiz", "Lind"]],
    ["by its people", "do the Linders agree", ["Lind"]],
    ["as the longest that fits", "ask the Harbour Board pilots", ["Harbour Board Pilots"]],
  ])("%s", (_, question, names) => {
    expect(inQuestion(question)).toEqual(names);
  });

  test("by a surname that two people have as both", () => {
    expect(inQuestion("what did Hill say")).toEqual(["May Hill", "Tom Hill"]);
    expect(inQuestion("what did May Hill say")).toEqual(["May Hill"]);
  });

  test.each(["what did Hills say", "what did Hilly say", "what did Ruizes say"])("not by its stem: %s", (question) => {
    expect(inQuestion(question)).toEqual([]);
  });

  test("by an alias as the one whose alias it is, whoever else bears it as a surname", () => {
    const alias = bookOf({ kind: "person", name: "Ana Ruiz", aliases: ["Hill"] }, { kind: "person", name: "May Hill" });
    expect(alias.inQuestion(tokenize("what did Hill say")).map(({ value }) => value.name)).toEqual(["Ana Ruiz"]);
  });

  test("by a surname without what stands behind it", () => {
    const junior = bookOf({ kind: "person", name: "Tom Hill Jr." });
    expect(junior.inQuestion(tokenize("what did Hill say")).map(({ value }) => value.name)).toEqual(["Tom Hill Jr."]);
    expect(junior.inQuestion(tokenize("what did jr say"))).toEqual([]);
  });
});

describe("typed words mean, as a whole,", () => {
  const meant = (words: string) => book.meant(tokenize(words)).map(({ name }) => name);

  test.each([
    ["a person", "ana ruiz", ["Ana Ruiz"]],
    ["a person behind a title", "the foreign minister ruiz", ["Ana Ruiz"]],
    ["a person behind a party and a title", "linder president ruiz", ["Ana Ruiz"]],
    ["both people of a surname", "Hill", ["May Hill", "Tom Hill"]],
    ["an organisation", "the harbour board", ["Harbour Board"]],
    ["nobody where a name is only part of them", "critics of ruiz", []],
    ["nobody where another name stands before it", "Lind Hill", []],
  ])("%s: %s", (_, words, names) => {
    expect(meant(words)).toEqual(names);
  });

  test("a person's name is known by its other forms", () => {
    expect(book.calledBy(tokenize("ruizs")[0]?.term ?? "")).toBe("ruiz");
    expect(book.calledBy("harbour")).toBeNull();
  });
});

describe("a name in an article", () => {
  test("is one only where it is written with a capital", () => {
    expect(inArticle("The Board met in Lind.")).toEqual(["Harbour Board", "Lind"]);
    expect(inArticle("They cut the board from lind wood.")).toEqual([]);
  });

  test("covers the words it is made of", () => {
    const text = "They asked Ana Ruiz twice.";
    const tokens = tokenize(text);
    const [match] = book.inArticle(tokens);
    expect(tokens.slice(match?.from, match?.to).map(({ word }) => word)).toEqual(["ana", "ruiz"]);
  });
});

describe("a speaker's label means", () => {
  test.each([
    ["the person", "Ana Ruiz", "Ana Ruiz"],
    ["the person behind a title", "Mayor Ana Ruiz", "Ana Ruiz"],
    ["the person behind a form of address", "Ms. Ruiz", "Ana Ruiz"],
    ["the person behind a party and an office", "Linder Foreign Minister Ana Ruiz", "Ana Ruiz"],
    ["an organisation behind an article", "the Harbour Board", "Harbour Board"],
  ])("%s", (_, label, name) => {
    expect(book.resolve(label)?.name).toBe(name);
  });

  test.each([
    ["somebody's brother", "the brother of Tom"],
    ["one of two people of that surname", "Mr. Hill"],
    ["officials of a place", "Linder officials"],
    ["somebody unknown", "Eva Brandt"],
  ])("nobody by name where it is %s", (_, label) => {
    expect(book.resolve(label)).toBeNull();
  });

  test("a party where officials of it speak", () => {
    expect(book.partyOf("Linder officials")?.name).toBe("Lind");
    expect(book.partyOf("an aide of Ana Ruiz")?.name).toBe("Lind");
    expect(book.partyOf("two fishermen")).toBeNull();
  });

  test("no person where others speak of them, or somebody of the same surname", () => {
    expect(book.partyOf("critics of Tom Hill")).toBeNull();
    expect(book.partyOf("Eva Ruiz")).toBeNull();
  });
});

describe("a side", () => {
  test("is the name that somebody speaks for, also where it is given by an alias", () => {
    const { names } = bookOf(
      { kind: "place", name: "Lind", aliases: ["Linder"] },
      { kind: "person", name: "Ana Ruiz", side: "linder" },
    );
    expect(names.map(({ sideId }) => sideId)).toEqual([null, 0]);
  });

  test("is nothing where it is unknown, or the name itself", () => {
    const { names } = bookOf(
      { kind: "place", name: "Lind", side: "Lind" },
      { kind: "person", name: "Ana Ruiz", side: "Oz" },
    );
    expect(names.map(({ sideId }) => sideId)).toEqual([null, null]);
  });
});

describe("two entries of one name", () => {
  test("are one, with what both say", () => {
    const { names } = bookOf(
      { kind: "person", name: "Ana Ruiz", aliases: ["Ruis"] },
      { kind: "person", name: "ana ruiz", aliases: ["Ruiss"], side: "Lind" },
    );
    expect(names).toHaveLength(1);
    expect(names[0]).toMatchObject({ name: "Ana Ruiz", aliases: ["Ruis", "Ruiss"], side: "Lind" });
  });
});
