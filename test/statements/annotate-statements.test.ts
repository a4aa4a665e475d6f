import { describe, expect, test } from "vitest";
import { annotateStatements } from "../../src/statements/annotate-statements.ts";

function said(text: string): string[] {
  return annotateStatements(text).map(
    ({ start, end, speaker, speech }) => `${speaker ?? "?"} (${speech}): ${text.slice(start, end)}`,
  );
}

describe("a direct quotation", () => {
  test("belongs to the name behind it, in full", () => {
    expect(said("Mayor Ana Ruiz came late. “We have time,” Ruiz said.")).toEqual(["Ana Ruiz (direct): We have time,"]);
  });

  test("is one statement for each pair of marks", () => {
    expect(said("“We have time,” said Ana Ruiz. “A lot of it.”")).toEqual([
      "Ana Ruiz (direct): We have time,",
      "Ana Ruiz (direct): A lot of it.",
    ]);
  });
});

describe("reported speech", () => {
  test("is the content clause without its attribution", () => {
    expect(said("Ana Ruiz said on Monday that the bridge was safe.")).toEqual([
      "Ana Ruiz (reported): the bridge was safe",
    ]);
  });
});
