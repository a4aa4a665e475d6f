import type { Page } from "./page.ts";

/** A thing that JSON-LD describes. */
export type Thing = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 12;
const MAX_THINGS = 5_000;
// Under these properties stand other works than the one that a page is about.
const OTHER_WORKS = new Set(
  "itemListElement liveBlogUpdate comment citation mentions isBasedOn relatedLink review hasPart recommendations blogPost".split(
    " ",
  ),
);

/** What the JSON-LD of a page describes, with references between its things resolved. */
export interface JsonLd {
  /** Things of a type that `isType` accepts; those that stand in a list of other works are not of this page. */
  find(isType: (type: string) => boolean): readonly Thing[];
  /** The things that a property holds, or their bare names; `{"@id": …}` stands for the thing of that id. */
  all(value: unknown): readonly unknown[];
}

/** Reads all JSON-LD of a page; what is no JSON is passed over. */
export function readJsonLd(page: Page): JsonLd {
  const own: Thing[] = [];
  let count = 0;
  const byId = new Map<string, Thing>();
  const visit = (data: unknown, isOther: boolean, depth: number): void => {
    if (depth === 0 || count > MAX_THINGS) return;
    if (Array.isArray(data)) for (const item of data) visit(item, isOther, depth - 1);
    if (!isThing(data)) return;
    count++;
    if (!isOther) own.push(data);
    const id = data["@id"];
    // The same thing may be described in several places, each with a part of what is known.
    if (typeof id === "string" && Object.keys(data).length > 1) byId.set(id, { ...byId.get(id), ...data });
    for (const [name, value] of Object.entries(data)) visit(value, isOther || OTHER_WORKS.has(name), depth - 1);
  };
  for (const script of page.querySelectorAll("script[type]"))
    if (/^application\/ld\+json\b/i.test(script.getAttribute("type")?.trim() ?? ""))
      visit(parseJson(script.textContent ?? ""), false, MAX_DEPTH);

  const resolve = (thing: Thing): Thing => {
    const id = thing["@id"];
    return typeof id === "string" ? { ...thing, ...byId.get(id) } : thing;
  };
  return {
    find: (isType) => own.filter((thing) => typesOf(thing).some(isType)).map(resolve),
    all: (value) =>
      listOf(value).map((item) => {
        if (isThing(item)) return resolve(item);
        return typeof item === "string" ? (byId.get(item) ?? item) : item;
      }),
  };
}

/** The types of a thing, without the address of their vocabulary. */
export function typesOf(thing: Thing): readonly string[] {
  return [thing["@type"]].flat().flatMap((type) => (typeof type === "string" ? type.replace(/^.*[/#:]/, "") : []));
}

export function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value may be one or many, or a list or a literal in the long form of JSON-LD. */
function listOf(value: unknown): readonly unknown[] {
  return [value].flat(2).flatMap((item) => {
    if (!isThing(item)) return item === undefined || item === null ? [] : [item];
    const inner = item["@list"] ?? item["@set"] ?? item["@value"];
    return inner === undefined ? [item] : listOf(inner);
  });
}

/** JSON as sites print it: within comments, with bare line breaks in its strings or a comma too much. */
function parseJson(text: string): unknown {
  const json = text.replace(
    /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?)\s*$/g,
    "",
  );
  const onOneLine = json.replace(/\p{Cc}+/gu, " ");
  for (const attempt of [json, onOneLine, onOneLine.replace(/,\s*(?=[}\]])|;\s*$/g, "")]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}
