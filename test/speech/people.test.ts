import { describe, expect, test } from "vitest";
import { findPeople } from "../../src/speech/people.ts";

function people(text: string): Record<string, string[]> {
  return Object.fromEntries(
    findPeople(text).map(({ name, mentions }) => [name, mentions.map(({ start, end }) => text.slice(start, end))]),
  );
}

describe("people are found", () => {
  test("by their fullest name, with every mention", () => {
    expect(people("Foreign Minister Sergei Orlov left. Orlov's aide stayed. “Mr. Orlov is well,” she said.")).toEqual({
      "Sergei Orlov": ["Sergei Orlov", "Orlov", "Orlov"],
    });
  });

  test("with particles, initials and hyphens in their names", () => {
    const text = "Capt. Maria de la Cruz, John F. Kelly and Ana Asante-Boyd spoke.";
    expect(Object.keys(people(text))).toEqual(["Maria de la Cruz", "John F. Kelly", "Ana Asante-Boyd"]);
  });

  test("though they share a surname", () => {
    expect(Object.keys(people("The bull belongs to Bill and Evelyn Harker of Dutton."))).toEqual([
      "Bill Harker",
      "Evelyn Harker",
    ]);
  });

  test("but places, firms and papers are not people", () => {
    const text =
      "The Lind Times reported from Pine Harbor that Vantage Motors had left the Marine Institute in Cape Lorne.";
    expect(people(text)).toEqual({});
  });
});
