import { describe, expect, test } from "vitest";
import { FormatError } from "../../src/corpus/fault.ts";
import { parseGlossary } from "../../src/corpus/glossary.ts";

const read = (content: string) => parseGlossary("glossary.yaml", content);

describe("a glossary", () => {
  test("names people, places and organisations, and words for the same thing", () => {
    const glossary = read(`# who is who
people:
  - name: Ana Ruiz
    aliases: [A. Ruiz]
    roles: [mayor of Lind]
    side: Lind
places:
  - name: Lind
organisations:
  - {name: Harbour Board, side: Lind}
synonyms:
  - [boat, vessel]
`);
    expect(glossary.names).toEqual([
      { kind: "person", name: "Ana Ruiz", aliases: ["A. Ruiz"], roles: ["mayor of Lind"], side: "Lind" },
      { kind: "place", name: "Lind", aliases: [], roles: [], side: null },
      { kind: "organisation", name: "Harbour Board", aliases: [], roles: [], side: "Lind" },
    ]);
    expect(glossary.synonyms).toEqual([["boat", "vessel"]]);
  });

  test.each([
    ["with nothing in it", ""],
    ["of comments", "# nothing yet\n"],
    ["with empty sections", "people:\nplaces: []\nsynonyms:\n"],
  ])("may be one %s", (_, content) => {
    expect(read(content)).toEqual({ names: [], synonyms: [] });
  });

  test.each([
    ["YAML that is none", "people: [\n", 2, "is not valid YAML"],
    ["a list where sections are wanted", "- Ana Ruiz\n", 1, "must be a list of sections"],
    ["a section nobody knows", "places:\n  - name: Lind\nriver: [Lind]\n", 3, '"river" is no section'],
    ["a section that is no list", "people: Ana Ruiz\n", 1, '"people" must be a list'],
    ["an entry without a name", "people:\n  - name: Ana Ruiz\n  - aliases: [Tom]\n", 3, 'an entry of "people" must be'],
    ["aliases that are no list", "people:\n  - name: Ana Ruiz\n    aliases: Ruiz\n", 2, 'an entry of "people" must be'],
    ["a synonym of nothing", "synonyms:\n  - [boat, ship]\n  - [sea]\n", 3, "two or more words"],
  ])("is refused for %s, with the line", (_, content, line, message) => {
    expect(() => read(content)).toThrow(FormatError);
    expect(() => read(content)).toThrow(message);
    expect(() => read(content)).toThrow(`glossary.yaml:${line}: `);
  });

  test("is refused with everything that is wrong in it", () => {
    expect(() => read("people: [{}]\nriver: []\nsynonyms: [[a]]\n")).toThrow(
      /glossary\.yaml:1: .+\nglossary\.yaml:2: .+\nglossary\.yaml:3: /,
    );
  });
});
