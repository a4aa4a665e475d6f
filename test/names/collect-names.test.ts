import { describe, expect, test } from "vitest";
import { splitParagraphs } from "../../src/corpus/paragraphs.ts";
import type { Article, Corpus } from "../../src/index.ts";
import { createNameSearch, readNames, standingIn } from "../../src/names/collect-names.ts";
import type { NameBook } from "../../src/names/name-book.ts";
import { tokenize } from "../../src/text/tokenize.ts";
import { createThesaurus } from "../../src/thesaurus/thesaurus.ts";
import { harbourCorpus, reservoirCorpus, talksCorpus, withoutGlossary } from "../fixtures/corpora.ts";
import { corpusOf } from "../fixtures/stories.ts";

const THESAURUS = createThesaurus();

const article = (body: string, fields: Partial<Article> = {}): Article => ({
  id: "a-story",
  title: null,
  outlet: null,
  author: null,
  published: null,
  url: null,
  ...fields,
  body,
});

/** The text of an article without its headings. */
const storyOf = ({ body }: Article) =>
  splitParagraphs(body)
    .filter(({ kind }) => kind === "text")
    .map(({ start, end }) => body.slice(start, end))
    .join("\n\n");

/** @param heard labels of those whose words the articles report. */
function namesOf({ articles, glossary }: Corpus, heard: readonly string[] = []): NameBook {
  const search = createNameSearch();
  for (const one of articles) search.add(readNames(storyOf(one), one, heard));
  const found = search.find(glossary, THESAURUS);
  return found.bookWith(new Set(articles.flatMap((one) => standingIn(storyOf(one), found.unconfirmed))));
}
const asked = (book: NameBook, text: string) => [
  ...new Set(book.inQuestion(tokenize(text)).map(({ value }) => value.name)),
];

describe("without a glossary", () => {
  const harbour = namesOf(withoutGlossary(harbourCorpus()));
  const reservoir = namesOf(reservoirCorpus());

  test.each([
    ["Thornqvist", "Aldric Thornqvist"],
    ["Sarvelli", "Benedetta Sarvelli"],
    ["Averbeck", "Nils Averbeck"],
    ["Foreign Minister Aldric Thornqvist", "Aldric Thornqvist"],
  ])("%s is known for %s, whom an article names in full", (label, name) => {
    expect(harbour.resolve(label)?.name).toBe(name);
  });

  test.each([
    ["Pasterny", "Ivo Pasterny"],
    ["Governor Cornelius Vant", "Cornelius Vant"],
  ])("%s is known for %s in another corpus as well", (label, name) => {
    expect(reservoir.resolve(label)?.name).toBe(name);
  });

  test("two people of one surname are both known, and by the surname alone both", () => {
    expect(asked(reservoir, "what did rosalind thane say")).toEqual(["Rosalind Thane"]);
    expect(asked(reservoir, "what did gareth thane say")).toEqual(["Gareth Thane"]);
    expect(asked(reservoir, "what did thane say")).toEqual(["Gareth Thane", "Rosalind Thane"]);
  });

  test("two spellings of one person are one, as they are written most often", () => {
    const body = "Ilsa Maarveld, a baker, said no.\n\nIlse Maarveld, a baker, said so. Ilse Maarveld left.";
    const people = namesOf(corpusOf(article(body))).names.filter(({ kind }) => kind === "person");
    expect(people).toMatchObject([{ name: "Ilse Maarveld", aliases: ["Ilsa Maarveld"] }]);
  });

  test("two people who stand side by side are two, however alike their names", () => {
    const body = "Ilse Maarveld, a baker, and Ilsa Maarveld, a baker, said so.";
    expect(asked(namesOf(corpusOf(article(body))), "maarveld")).toHaveLength(2);
  });

  test("no surname makes a place of another one, and a place of that name stays one", () => {
    const people =
      "Elin Castell, a baker, spoke. They like Castell. Mina Castellan, a baker, spoke. They like Castellan.";
    const book = namesOf(corpusOf(article(people)));
    expect(asked(book, "castellan")).toEqual(["Mina Castellan"]);
    expect(book.names.filter(({ kind }) => kind === "place")).toEqual([]);
    const writer = article("Jack London, a writer, spoke.");
    const place = article("They flew to London. In London it rained. Many Londoners and one Londoner left.");
    expect(asked(namesOf(corpusOf(writer, place)), "the londoners")).toEqual(["London"]);
  });

  test.each([
    ["Sorrenian", "Sorrenia"],
    ["Pellandrian", "Pellandria"],
  ])("%s is known for somebody or something of %s", (adjective, place) => {
    expect(asked(harbour, `the ${adjective} proposal`)).toEqual(asked(harbour, `the proposal of ${place}`));
    expect(asked(harbour, `the ${adjective} proposal`)).toEqual([place]);
  });

  test.each([
    ["Dutch", "Netherlands"],
    ["Swiss", "Switzerland"],
  ])(
    "%s is known for somebody or something of %s, as a dictionary knows where the articles have both",
    (word, place) => {
      const both = namesOf(corpusOf(article(`They flew to the ${place}. There the ${word} minister met them.`)));
      expect(asked(both, `the ${word} minister`)).toEqual([place]);
      const one = namesOf(corpusOf(article(`They flew home. There the ${word} minister met them.`)));
      expect(asked(one, `the ${word} minister`)).toEqual([]);
    },
  );

  test("what the articles often write with a capital is known, also by its first word alone", () => {
    const story =
      "They sold it to Kasira Capital. Then, they said, Kasira Capital paid. In May, Kasira left. So did Kasira.";
    expect(asked(namesOf(corpusOf(article(story))), "who paid kasira")).toEqual(["Kasira Capital"]);
  });

  test("names that a garbled rewrite mangles are no names", () => {
    expect(harbour.resolve("Aldric Thornfist")).toBeNull();
    expect(harbour.resolve("Nils Overbeck")).toBeNull();
  });

  test("outlets are known, also without the words that all outlets have", () => {
    expect(asked(harbour, "what does the northgate ledger report")).toEqual(["Northgate Ledger"]);
    expect(asked(harbour, "according to halcyon")).toEqual(["Halcyon News Agency"]);
  });
});

describe("whoever is quoted under a proper name", () => {
  const body = "The Board met. Critics said no. Some critics left. Meridian said yes.";

  test("is known by it", () => {
    const book = namesOf(corpusOf(article(body)), ["Meridian", "Critics"]);
    expect(book.resolve("Meridian")?.name).toBe("Meridian");
  });

  test("is nobody where the word is no name elsewhere in the articles", () => {
    const book = namesOf(corpusOf(article(body)), ["Meridian", "Critics"]);
    expect(book.resolve("Critics")).toBeNull();
  });
});

describe("with a glossary", () => {
  const talks = namesOf(talksCorpus());

  test.each([
    ["zelenskiy", "Volodymyr Zelenskyy"],
    ["Zelensky", "Volodymyr Zelenskyy"],
    ["kiev", "Kyiv"],
    ["dnepr", "Dnieper River"],
    ["the russian foreign minister", "Sergei Lavrov"],
    ["POTUS", "Donald Trump"],
    ["U.S.", "United States"],
  ])("%s is %s", (spelling, name) => {
    expect(asked(talks, spelling)).toEqual([name]);
  });

  test("those who speak for a party are on its side", () => {
    const sideOf = (name: string) => talks.names[talks.resolve(name)?.sideId ?? -1]?.name;
    expect(sideOf("Moscow")).toBe("Russia");
    expect(sideOf("the Kremlin")).toBe("Russia");
    expect(sideOf("Lavrov")).toBe("Russia");
    expect(sideOf("Kyiv")).toBe("Ukraine");
    expect(sideOf("NATO")).toBeUndefined();
  });

  test("a person whom both know is one", () => {
    const people = namesOf(harbourCorpus()).names.filter(({ name }) => name.includes("Thornqvist"));
    expect(people.map(({ name }) => name)).toEqual(["Aldric Thornqvist"]);
  });
});
