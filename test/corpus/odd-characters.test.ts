import { describe, expect, test } from "vitest";
import { describeFault, loadCorpus } from "../../src/index.ts";
import { corpusFolder } from "./corpus-folder.ts";

/** The odd characters of an article with this body, which begins on line 4. */
function oddIn(body: string, title = "A") {
  const dir = corpusFolder({ "articles/a.md": `---\ntitle: "${title}"\n---\n${body}` });
  const { corpus, faults, oddities } = loadCorpus(dir);
  expect(faults).toEqual([]);
  expect(corpus.articles).toHaveLength(1);
  return oddities.map((odd) => `${odd.kind} ${describeFault(odd).replace(`${dir}/articles/`, "")}`);
}

describe("of an article is named, by file and line,", () => {
  test.each([
    [
      "a control character",
      "The \u0093end.",
      "damaged a.md:4: has a control character (U+0093): there a character was lost",
    ],
    ["the first and the last of them", "The \u0080e\u009Fnd.", "damaged a.md:4: has a control character (U+0080)"],
    ["one of the old kind", "The e\u0007nd.", "damaged a.md:4: has a control character (U+0007)"],
    ["a replacement character", "The e\uFFFDnd.", "damaged a.md:4: has a replacement character (U+FFFD)"],
    [
      "a soft hyphen",
      "Hello.\n\nThe e\u00ADnd.",
      "invisible a.md:6: has a soft hyphen (U+00AD); words are found across it",
    ],
    [
      "each kind of zero-width character",
      "The e\u200Bn\u200Cd\u2060.\uFEFF",
      "invisible a.md:4: has a zero-width space (U+200B)",
    ],
    ["a mark of writing direction", "The \u202Eend.", "invisible a.md:4: has a mark of writing direction (U+202E)"],
    ["a joiner between letters", "The e\u200Dnd.", "invisible a.md:4: has a zero-width joiner (U+200D)"],
  ])("%s", (_, body, expected) => {
    expect(oddIn(body)[0]).toContain(expected);
  });

  test("each kind in each line once, with how often", () => {
    expect(oddIn("A\u00ADnd\u00AD so\u200B.\nA\u00ADnd.", "T\u00ADitle")).toEqual([
      "invisible a.md:2: has a soft hyphen (U+00AD); words are found across it",
      "invisible a.md:4: has a soft hyphen (U+00AD), 2 times; words are found across it",
      "invisible a.md:4: has a zero-width space (U+200B); words are found across it",
      "invisible a.md:5: has a soft hyphen (U+00AD); words are found across it",
    ]);
  });

  test.each([
    ["emoji of several", "The family 👩‍👩‍👧 and a fireman 👨🏽‍🚒 came."],
    ["line breaks of all systems, tabs and accents", "The café\tclosed.\r\n\r\nIt was naïve — “yes”."],
  ])("nothing odd in %s", (_, body) => {
    expect(oddIn(body)).toEqual([]);
  });

  test("nothing odd about a byte order mark at the beginning", () => {
    const dir = corpusFolder({ "articles/a.md": "\uFEFF---\ntitle: A\n---\nA story." });
    expect(loadCorpus(dir).oddities).toEqual([]);
  });
});
