import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { createSourceScopes } from "../../src/indexing/source-scopes.ts";
import { createNameBook } from "../../src/names/name-book.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const source = (id: string, outlet: string | null, author: string | null = null) => ({
  id,
  title: null,
  outlet,
  author,
  published: null,
  url: null,
});
const scopes = createSourceScopes([
  source("a", "Port Gazette"),
  source("b", "Island Post", "Ina Holt, Meridian Wire"),
  source("c", null),
  source("d", "The Port Gazette Online"),
]);
const ids = (...texts: string[]) => [...scopes.articlesFrom(texts)].sort();

describe("articles are from", () => {
  test.each([
    ["an outlet", ["Port Gazette"], ["a", "d"]],
    ["an outlet, whatever the case", ["island post"], ["b"]],
    ["an agency in the byline", ["Meridian Wire"], ["b"]],
    ["an author", ["Ina Holt"], ["b"]],
    ["an outlet by part of its name", ["Gazette"], ["a", "d"]],
    ["any of several", ["Meridian", "Gazette"], ["a", "b", "d"]],
    ["an outlet written with other marks", ["port-gazette"], ["a", "d"]],
  ])("%s", (_, texts, articles) => {
    expect(ids(...texts)).toEqual(articles);
  });

  test.each([
    ["by the beginning of a word", "Gaz"],
    ["by the end of a word", "zette"],
    ["by a name that nobody here has", "Evening Courier"],
    ["by nothing", ""],
    ["by marks alone", "–"],
  ])("nobody %s", (_, text) => {
    expect(ids(text)).toEqual([]);
  });
});

describe("a name limits a question to its articles", () => {
  const { names } = createNameBook(
    (
      [
        ["organisation", "Meridian News Agency", ["Meridian Wire"]],
        ["organisation", "Harbour Board", []],
        ["person", "Ina Holt", []],
      ] as const
    ).map(([kind, name, aliases]) => ({ kind, name, aliases, roles: [], side: null })),
  );
  const scopeOf = (name: string) => {
    const found = names.find((one) => one.name === name);
    if (!found) throw new Error(`There is no ${name}.`);
    return scopes.scopeOf(found);
  };

  test("where it published or wrote some, under any of its names", () => {
    const { id } = names.find(({ name }) => name === "Meridian News Agency") ?? {};
    expect(scopeOf("Meridian News Agency")).toEqual({
      label: "Meridian News Agency",
      articles: new Set(["b"]),
      speakerId: id,
    });
  });

  test.each([
    ["where it published none", "Harbour Board"],
    ["where it is a person's, who may be asked about", "Ina Holt"],
  ])("not %s", (_, name) => {
    expect(scopeOf(name)).toBeNull();
  });
});

describe("“according to” an outlet", () => {
  const engine = createEngine(
    corpusOf(
      story("a", "The bridge cost 41 million crowns.", { outlet: "Port Gazette" }),
      story("b", "The bridge cost 39 million crowns.", { outlet: "Island Post" }),
    ),
  );

  test.each([
    ["Port Gazette", "41 million"],
    ["Island Post", "39 million"],
  ])("is answered from its articles alone: %s", async (outlet, told) => {
    const { outcome, passages, more } = await engine.ask({
      text: `how much did the bridge cost according to the ${outlet}`,
    });
    expect(outcome).toBe("answered");
    expect(passages[0]?.text).toContain(told);
    expect([...passages, ...more].map(({ article }) => article.outlet)).toEqual([outlet]);
  });
});
