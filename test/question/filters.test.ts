import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { createFilterReader } from "../../src/question/filter-names.ts";
import { asTyped, NO_FILTERS as NOTHING, takeFilters } from "../../src/question/filters.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const news = story(
  "news",
  "Sergei Lavrov, the foreign minister, said no. The former keeper of the dam, Ivo Pasterny, said yes. Donald Trump left.",
  { outlet: "CRBC News", author: "Merve Aydogan, Anadolu Agency", published: "2025-04-24" },
);
const reader = createFilterReader(buildCorpusIndex(corpusOf(news)).lexicon);
const read = (text: string) => takeFilters(text, reader);

describe("a question is limited", () => {
  test.each([
    ["to a speaker", "crimea from:Trump", "crimea", { speaker: "Trump" }],
    ["with a blank behind the colon", "from: Trump crimea", "crimea", { speaker: "Trump" }],
    ["to a name of two words", "from: Sergei Lavrov crimea", "crimea", { speaker: "Sergei Lavrov" }],
    ["to a name in lower case", "from:sergei lavrov on crimea", "on crimea", { speaker: "sergei lavrov" }],
    ["to a name up to a comma", "from: Lavrov, what about crimea?", ", what about crimea?", { speaker: "Lavrov" }],
    ["to a title and a name", "from: President Trump crimea", "crimea", { speaker: "President Trump" }],
    ["to an office", "from: foreign minister crimea", "crimea", { speaker: "foreign minister" }],
    [
      "to a description",
      "from: the keeper of the dam what is new",
      "what is new",
      { speaker: "the keeper of the dam" },
    ],
    ["to a name and not to the next one", "from: Trump Lavrov and Crimea", "Lavrov and Crimea", { speaker: "Trump" }],
    ["to a name that no article has", "from: Emmanuel Macron Lavrov", "Lavrov", { speaker: "Emmanuel Macron" }],
    ["to one in lower case by its first word", "from: macron crimea", "crimea", { speaker: "macron" }],
    ["to an outlet of two words", "source: CRBC News what is new", "what is new", { source: "CRBC News" }],
    ["to an agency in the byline", "what is new source: anadolu agency", "what is new", { source: "anadolu agency" }],
    ["to an outlet with its article", "source: the CRBC what is new", "what is new", { source: "the CRBC" }],
    ["to an outlet that nobody knows", "source: Fox News what is new", "what is new", { source: "Fox News" }],
    ["in single quotation marks", "from: 'Sergei Lavrov' crimea", "crimea", { speaker: "Sergei Lavrov" }],
    [
      "to a time with blanks",
      "crimea since: 2025-04-24, until: 2025-05.",
      "crimea , .",
      { since: "2025-04-24", until: "2025-05-31" },
    ],
    ["to a month in words", "crimea since: April 2025", "crimea", { since: "2025-04-01" }],
    ["to a day in words", 'crimea until:"24 April 2025"', "crimea", { until: "2025-04-24" }],
    ["by the last of several", "crimea from: Trump from: Lavrov", "crimea", { speaker: "Lavrov" }],
    ["by those that have a value", "crimea from: source: CRBC", "crimea", { source: "CRBC" }],
    ["to an outlet", "source:Anadolu what is new", "what is new", { source: "Anadolu" }],
    ["to a name of several words", 'crimea source:"CRBC News" please', "crimea please", { source: "CRBC News" }],
    ["with typographic quotation marks", "crimea from:“Sergei Lavrov”", "crimea", { speaker: "Sergei Lavrov" }],
    ["whatever the case", "crimea SOURCE:Anadolu", "crimea", { source: "Anadolu" }],
    ["to a time", "crimea since:2025-04-24 until:2025-05", "crimea", { since: "2025-04-24", until: "2025-05-31" }],
    ["to a year", "crimea since:2024 until:2024", "crimea", { since: "2024-01-01", until: "2024-12-31" }],
    ["from a day in words", "what is new since 24 April 2025", "what is new", { since: "2025-04-24" }],
    ["from a month in words", "what is new since April 2025?", "what is new ?", { since: "2025-04-01" }],
    ["to the days after a day", "what happened after April 24, 2025", "what happened", { since: "2025-04-25" }],
    ["to the days before a month", "what happened before May 2025", "what happened", { until: "2025-04-30" }],
    ["up to the end of a month", "what happened until Feb. 2024", "what happened", { until: "2024-02-29" }],
  ])("%s", (_, question, text, filters) => {
    expect(read(question)).toEqual({ text, filters: { ...NOTHING, ...filters }, notices: [] });
  });

  test.each([
    ["a year that the question is about", "what has Russia done since 2022"],
    ["words that look like a filter inside others", "is therefrom:word a word"],
    ["nothing", "what did Lavrov say"],
    ["a small word behind a colon", "a letter from: what did it say"],
    ["a date that the question goes on after", "what did the talks since April 2025 bring"],
  ])("not by %s", (_, question) => {
    const { text, filters } = read(question);
    expect(text).toBe(question);
    expect(filters).toEqual(NOTHING);
  });

  test("not by a date in words where no article has a date", () => {
    const undated = createFilterReader(buildCorpusIndex(corpusOf(story("undated", "It rains."))).lexicon);
    const question = "what is new since 24 April 2025";
    expect(takeFilters(question, undated)).toEqual({ text: question, filters: NOTHING, notices: [] });
    expect(takeFilters("crimea since:2025", undated).filters.since).toBe("2025-01-01");
  });

  test("not by a date that cannot be read, and it says so", () => {
    const { text, filters, notices } = read("crimea since:yesterday");
    expect({ text, filters }).toEqual({ text: "crimea", filters: NOTHING });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain("yesterday");
  });
});

test("a question with options, as it would be typed, has them as filters, whatever they hold", () => {
  const value = fc
    .string({ unit: "grapheme", maxLength: 30 })
    .filter((text) => /^[^"“”„]+$/.test(text) && text.trim() !== "");
  fc.assert(
    fc.property(value, value, (speaker, source) => {
      const { text, filters } = read(asTyped({ text: "what is new", speaker, source, since: "2025-04" }));
      const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();
      expect(text).toBe("what is new");
      expect(filters).toEqual({ speaker: oneLine(speaker), source: oneLine(source), since: "2025-04-01", until: null });
    }),
  );
});
