import { describe, expect, test } from "vitest";
import { findQuotations } from "../../src/speech/quotation-marks.ts";
import { spokenLines } from "../../src/text/paragraphs.ts";

function quoted(text: string, depth = 0): string[] {
  return findQuotations(text, spokenLines(text))
    .quotations.filter((quotation) => quotation.depth === depth)
    .map(({ start, end }) => text.slice(start, end));
}

describe("marks that pair are", () => {
  test.each([
    ["curly", "He said “yes” and “no”."],
    ["straight", 'He said "yes" and "no".'],
    ["British", "He said ‘yes’ and ‘no’."],
    ["typewriter apostrophes", "He said 'yes' and 'no'."],
    ["guillemets", "He said « yes » and «no»."],
    ["German guillemets", "He said »yes« and »no«."],
    ["German", "He said „yes“ and „no”."],
    ["of plain text", "He said ``yes'' and ``no''."],
    ["closing ones throughout", "He said” yes” and” no”."],
  ])("%s", (_, text) => {
    expect(quoted(text)).toEqual(["yes", "no"]);
  });
});

test("apostrophes within single marks are apostrophes", () => {
  expect(quoted("‘It’s the workers’ fault,’ he said.")).toEqual(["It’s the workers’ fault,"]);
  expect(quoted("'It's the workers' fault,' he said.")).toEqual(["It's the workers' fault,"]);
});

test("elisions, decades and inches are no quotation marks", () => {
  expect(quoted("In the ’90s rock 'n' roll on a 6'2\" stage")).toEqual([]);
});

test("a quotation within a quotation is one level deeper", () => {
  const text = "“They say, ‘How much?’” he said.";
  expect(quoted(text)).toEqual(["They say, ‘How much?’"]);
  expect(quoted(text, 1)).toEqual(["How much?"]);
});

describe("where a mark is missing", () => {
  test("an unclosed quotation ends before its attribution", () => {
    expect(quoted("“We tried, he said. “It failed.”")).toEqual(["We tried,", "It failed."]);
  });

  test("an unclosed quotation ends with its paragraph", () => {
    expect(quoted("“We tried.\n\n“It failed.”")).toEqual(["We tried.", "It failed."]);
  });

  test("an unopened quotation begins with its paragraph", () => {
    expect(quoted("He left.\n\nWe tried,” he said.")).toEqual(["We tried,"]);
  });

  test("an unopened quotation begins behind the attribution before it", () => {
    expect(quoted('"We tried," said Tom. It failed."')).toEqual(["We tried,", "It failed."]);
  });
});
