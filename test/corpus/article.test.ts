import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseArticle } from "../../src/corpus/article.ts";
import { FormatError } from "../../src/corpus/fault.ts";

const read = (content: string) => parseArticle("a-story", "a-story.md", content);

/** The faults of a file as `line: message`. */
function faultsOf(content: string): string[] {
  try {
    read(content);
    return [];
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return error.faults.map(({ file, line, message }) => {
      expect(file).toBe("a-story.md");
      return `${line}: ${message}`;
    });
  }
}

const WHOLE = `---
title: "Strait first: a report"
outlet: Northgate Ledger
author: 'Petra Lindqvale and Hugo Marsby, Meridian Wire'
published: 2024-10-18
url: https://northgateledger.example/strait?first=1
---
A story.
`;

describe("an article", () => {
  test("says of itself what its front matter says", () => {
    expect(read(WHOLE)).toEqual({
      id: "a-story",
      title: "Strait first: a report",
      outlet: "Northgate Ledger",
      author: "Petra Lindqvale and Hugo Marsby, Meridian Wire",
      published: "2024-10-18",
      url: "https://northgateledger.example/strait?first=1",
      body: "A story.\n",
    });
  });

  test.each([
    ["fields that are null", '---\ntitle: null\noutlet: ~\nauthor:\npublished: null\nurl: ""\n---\nA story.'],
    ["no fields at all", "---\n---\nA story."],
    ["fields nobody knows", "---\nsection: world\ntags: [a, b]\n---\nA story."],
  ])("says nothing of itself with %s", (_, content) => {
    const { body, id, ...fields } = read(content);
    expect({ id, body }).toEqual({ id: "a-story", body: "A story." });
    expect(fields).toEqual({ title: null, outlet: null, author: null, published: null, url: null });
  });

  test("may be called null or be a number without ceasing to be a text", () => {
    expect(read('---\ntitle: "null"\noutlet: 1945\n---\nA story.')).toMatchObject({ title: "null", outlet: "1945" });
  });

  test("begins behind the line break that ends the front matter, and is kept to the letter", () => {
    const body =
      "\n\n  “Odd\u00a0spaces , and “marks that nobody closes.\r\n\r\nfull‑scale\t\n---\nnot a front matter\n\n\n";
    expect(read(`---\ntitle: A\n---\n${body}`).body).toBe(body);
  });

  test("may have the line breaks of Windows", () => {
    const windows = read(WHOLE.replaceAll("\n", "\r\n"));
    expect(windows).toEqual({ ...read(WHOLE), body: "A story.\r\n" });
  });

  test("may begin with a byte order mark, which is no part of it", () => {
    expect(read(`\uFEFF${WHOLE}`)).toEqual(read(WHOLE));
  });

  test("keeps any text to the letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (body) => {
        fc.pre(body.trim() !== "");
        return read(`---\ntitle: A\n---\n${body}`).body === body;
      }),
    );
  });
});

describe("a file is refused, with the line that is wrong, where", () => {
  test.each([
    ["it has no front matter", "A story.", 1, "does not begin with a front matter"],
    ["it is empty", "", 1, "does not begin with a front matter"],
    ["the front matter goes on to the end", "---\ntitle: A\n\nA story.", 1, "not closed"],
    ["the front matter is no YAML", '---\ntitle: "A\noutlet: B\n---\nA story.', 4, "not valid YAML"],
    ["a field is there twice", "---\ntitle: A\noutlet: B\ntitle: C\n---\nA story.", 4, "not valid YAML"],
    ["the front matter is a list", "---\n- title\n- A\n---\nA story.", 2, "not a list of `field: value`"],
    ["a field is a list", "---\ntitle: A\nauthor: [B, C]\n---\nA story.", 3, "author must be a string or null"],
    ["the date is no date", "---\ntitle: A\npublished: 18 October\n---\nA story.", 3, 'is "18 October"'],
    ["the day does not exist", "---\npublished: 2025-02-30\n---\nA story.", 2, "must be a date as YYYY-MM-DD"],
    ["the address is none", "---\nurl: northgateledger.example\n---\nA story.", 2, "must be an http(s) address"],
    [
      "the address could run a script",
      "---\nurl: 'javascript:alert(1)'\n---\nA story.",
      2,
      "must be an http(s) address",
    ],
    ["there is no text", "---\ntitle: A\n---\n \n\u00a0\n", 4, "has no text"],
  ])("%s", (_, content, line, message) => {
    const [first] = faultsOf(content);
    expect(first).toContain(message);
    expect(Number.parseInt(first ?? "", 10)).toBe(line);
  });

  test("several things are wrong, with all of them", () => {
    const faults = faultsOf("---\ntitle: [A]\npublished: soon\nurl: here\n---\nA story.");
    expect(faults.map((fault) => fault.split(" ").slice(0, 2).join(" "))).toEqual([
      "2: title",
      "3: published",
      "4: url",
    ]);
  });
});

describe("front matter", () => {
  test("may have any number of fields that nobody knows", () => {
    const keys = Array.from({ length: 40_000 }, (_, at) => `key${at}: value ${at}\n`).join("");
    expect(read(`---\ntitle: A\n${keys}outlet: B\n---\nA story.`)).toMatchObject({ title: "A", outlet: "B" });
  });

  test.each([
    ["in a list in a list", "title: [A, {b: c, b: d}]", 2],
    ["beside others", "a: 1\nb: 2\na: 3", 4],
  ])("is refused where a field is there twice %s", (_, yaml, line) => {
    expect(faultsOf(`---\n${yaml}\n---\nA story.`)[0]).toBe(
      `${line}: the front matter is not valid YAML: Map keys must be unique`,
    );
  });

  test("that is no YAML at all is told by its first faults and how many more there are", () => {
    const faults = faultsOf(`---\n${'a: "b" c\n'.repeat(100)}---\nA story.`);
    expect(faults).toHaveLength(21);
    expect(faults[0]).toMatch(/^2: the front matter is not valid YAML/);
    expect(faults.at(-1)).toMatch(/and \d+ more faults from here on$/);
  });

  test("is refused in plain words where lists are nested without end", () => {
    expect(faultsOf(`---\ntitle: ${"[".repeat(20_000)}\n---\nA story.`)[0]).toMatch(/Nested too deeply$/);
  });

  test("quotes only the beginning of what is no date", () => {
    expect(faultsOf(`---\npublished: ${"soon ".repeat(1000)}\n---\nA story.`)[0]?.length).toBeLessThan(200);
  });
});
