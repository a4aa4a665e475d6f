import { expect, test } from "vitest";
import { nameOf, sourceOf } from "../../src/corpus/opening.ts";
import { story } from "../fixtures/stories.ts";

const called = (body: string, title: string | null = null) => nameOf(sourceOf(story("a-file", body, { title })));

test.each([
  ["It opens in May.", "“It opens in May.”"],
  [
    "The harbour of Norrvik will reopen in May, as the mayor, Elena\nBrandt, said.",
    "“The harbour of Norrvik will reopen in May, as the mayor…”",
  ],
  ["# Harbour news\n\nIt opens in May.", "“It opens in May.”"],
  ["Onlyoneword".repeat(20), `“${"Onlyoneword".repeat(6).slice(0, 60)}”`],
])("an article without a title is called by the first words of its text: %s", (body, name) => {
  expect(called(body)).toBe(name);
});

test("an article with a title is called by it", () => {
  expect(called("It opens in May.", "Harbour news")).toBe("Harbour news");
});
