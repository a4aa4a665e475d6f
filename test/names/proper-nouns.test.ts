import { describe, expect, test } from "vitest";
import { createCapitals, readCapitals } from "../../src/names/capitals.ts";
import { findProperNouns } from "../../src/names/proper-nouns.ts";

const nobody = () => false;
const capitalsIn = (...texts: readonly string[]) => {
  const capitals = createCapitals();
  for (const text of texts) capitals.add(readCapitals(text));
  return capitals.all();
};
const find = (story: string, isOther: (phrase: string) => boolean = nobody) =>
  findProperNouns(capitalsIn(story), isOther);
const namesIn = (...given: Parameters<typeof find>) => find(...given).map(({ name }) => name);

describe("what articles write with capitals is a name", () => {
  test.each([
    ["of several words", "They asked Kasira Capital. Soon, Kasira Capital left.", "Kasira Capital"],
    ["also at the start of a sentence", "Kasira Capital left. Kasira Capital came.", "Kasira Capital"],
    ["of one word", "They asked Kasira. Soon, Kasira left.", "Kasira"],
    ["with a possessive", "They like Kasira’s boats. Soon, Kasira left.", "Kasira"],
    ["joined by “of”", "In the Bank of Lind it rains. By the Bank of Lind it snows.", "Bank of Lind"],
    ["behind a word that only opens the sentence", "Later Kasira left. It came later. So Kasira stayed.", "Kasira"],
    ["joined by “&”", "They asked Holt & Finch. Holt & Finch left.", "Holt & Finch"],
  ])("%s", (_, story, name) => {
    expect(namesIn(story)).toEqual([name]);
  });

  test("in whichever articles it stands", () => {
    expect(findProperNouns(capitalsIn("They asked Kasira."), nobody)).toEqual([]);
    expect(findProperNouns(capitalsIn("They asked Kasira.", "Then Kasira left."), nobody)).toHaveLength(1);
  });

  test("and those that stand most often come first", () => {
    const story = "They asked Meridian. Then Meridian left. They asked Kasira. Then Kasira left. So Kasira won.";
    expect(namesIn(story)).toEqual(["Kasira", "Meridian"]);
  });
});

describe("it is no name", () => {
  test.each([
    ["where it stands once", "They asked Kasira Capital."],
    ["where a capital only begins the sentence", "Fishermen left. Fishermen came."],
    ["where it is a day", "It rains on Monday. It snows on Monday."],
    ["where a day or a month is part of it", "It rains on Black Friday. It snows on Black Friday."],
    ["where it runs over more than four words", "See Old New Red Blue Boats. See Old New Red Blue Boats."],
  ])("%s", (_, story) => {
    expect(namesIn(story)).toEqual([]);
  });

  test("across a comma", () => {
    expect(namesIn("They asked Lind, Tarn and the rest. In Lind, Tarn is far.").sort()).toEqual(["Lind", "Tarn"]);
  });

  test("where the word also stands in lower case, but a phrase with it is one", () => {
    const story =
      "They read the Treaty. Then the Treaty ended. In the Treaty of Lind, so the Treaty of Lind ends. A treaty is a treaty.";
    expect(namesIn(story)).toEqual(["Treaty of Lind"]);
  });

  test("where it is known to be something else", () => {
    const story = "They asked Clara Brandt. Then Clara Brandt left. They asked Kasira. Then Kasira left.";
    expect(namesIn(story, (phrase) => phrase === "Clara Brandt")).toEqual(["Kasira"]);
  });
});

describe("the first word alone", () => {
  const twice = (name: string) => `They asked ${name}. Then ${name} left. `;

  test("is short for a name where no other name begins with it", () => {
    expect(find(twice("Kasira Capital") + twice("Kasira"))).toEqual([{ name: "Kasira Capital", aliases: ["Kasira"] }]);
  });

  test("is a name of its own where two names begin with it", () => {
    const names = find(twice("Kasira Capital") + twice("Kasira Bank") + twice("Kasira"));
    expect(names.map(({ name }) => name).sort()).toEqual(["Kasira", "Kasira Bank", "Kasira Capital"]);
    expect(names.flatMap(({ aliases }) => aliases)).toEqual([]);
  });

  test("is not short for anything where no article uses it so", () => {
    expect(find(twice("Kasira Capital"))).toEqual([{ name: "Kasira Capital", aliases: [] }]);
  });

  test("is not short for anything where it is a common word", () => {
    expect(find(`${twice("Harbour Board") + twice("Harbour")}It is a harbour.`)).toEqual([
      { name: "Harbour Board", aliases: [] },
    ]);
  });
});
