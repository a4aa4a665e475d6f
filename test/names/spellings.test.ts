import { describe, expect, test } from "vitest";
import { joinSpellings } from "../../src/names/spellings.ts";

const apart = () => false;
const join = (...names: string[]) => joinSpellings(names, apart);

describe("two full names are one person's where they differ", () => {
  test.each([
    ["in the last letter of a first name", "Ilse Maarveld", "Ilsa Maarveld"],
    ["in a letter too many", "Volodymyr Holt", "Volodymyyr Holt"],
    ["as Latin letters for one name do", "Sergei Lavrov", "Sergey Lavrov"],
    ["so in the surname", "Volodymyr Zelenskyy", "Volodymyr Zelensky"],
    ["in k and c", "Marc Lind", "Mark Lind"],
    ["in ph and f", "Sofia Lind", "Sophia Lind"],
    ["in accents", "João Mestre", "Joao Mestre"],
    ["in a middle initial", "Ann Holt", "Ann B. Holt"],
    ["in a middle name and its initial", "Ann Bea Holt", "Ann B. Holt"],
    ["in all but the surname, with its small word", "Joost van Reden", "Van Reden"],
  ])("%s: %s, %s", (_, one, other) => {
    expect(join(one, other)).toEqual([{ name: one, aliases: [other] }]);
  });
});

describe("two full names are two people's where", () => {
  test.each([
    ["everybody knows the first names apart", "Tim Holt", "Tom Holt"],
    ["one is a woman's and one a man's", "Andrea Holt", "Andreas Holt"],
    ["the first names are short", "Bo Holt", "Bu Holt"],
    ["the first names begin otherwise", "Mora Holt", "Sora Holt"],
    ["the surname of one begins that of the other", "Mina Castell", "Mina Castellan"],
    ["the surnames differ by a letter", "Mina Larsen", "Mina Larson"],
    ["the middle names differ", "Ann B. Holt", "Ann C. Holt"],
    ["the surnames have small words of their own", "Joost van Reden", "Van Holt"],
  ])("%s: %s, %s", (_, one, other) => {
    expect(join(one, other).map(({ name }) => name)).toEqual([one, other]);
  });

  test("they stand side by side", () => {
    const twins = joinSpellings(["Ilse Maarveld", "Ilsa Maarveld"], () => true);
    expect(twins.map(({ name }) => name)).toEqual(["Ilse Maarveld", "Ilsa Maarveld"]);
  });

  test("a third spelling fits both", () => {
    const twins = joinSpellings(
      ["Ilse Maarveld", "Ilsa Maarveld", "Ilso Maarveld"],
      (one, other) => one !== "Ilso Maarveld" && other !== "Ilso Maarveld",
    );
    expect(twins.map(({ name }) => name)).toEqual(["Ilse Maarveld", "Ilsa Maarveld", "Ilso Maarveld"]);
  });
});
