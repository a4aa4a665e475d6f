import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annotateStatements } from "../../src/speech/annotate-statements.ts";

/** The statements of a text as lines: “direct”, or (reported), by whom. */
function said(text: string): string[] {
  return annotateStatements(text).map(({ start, end, speaker, speech }) => {
    const words = text.slice(start, end);
    return `${speaker ?? "?"}: ${speech === "direct" ? `“${words}”` : `(${words})`}`;
  });
}

describe("a quotation belongs to", () => {
  test.each([
    ["the name behind it", "“We have time,” Ana Ruiz said.", "Ana Ruiz: “We have time,”"],
    ["the name behind the verb", "“We have time,” said Ana Ruiz, a guard.", "Ana Ruiz: “We have time,”"],
    ["the name before it", "Ana Ruiz, 41, of Lind, said: “We have time.”", "Ana Ruiz: “We have time.”"],
    ["the speaker, not the listener", "“We have time,” Ana Ruiz told Tom Hill.", "Ana Ruiz: “We have time,”"],
    ["a question's asker", "“Is there time?” asked Ana Ruiz.", "Ana Ruiz: “Is there time?”"],
    ["a role", "“We have time,” the mayor's aide told reporters.", "the mayor's aide: “We have time,”"],
    ["an institution", "The Kremlin said it had “no such plans”.", "the Kremlin: “no such plans”"],
    ["whoever is quoted", "Ana Ruiz was quoted as saying: “We have time.”", "Ana Ruiz: “We have time.”"],
    ["whoever is quoted by others", "State media quoted Ruiz as saying, “No.”", "Ruiz: “No.”"],
    ["the source", "The bridge was “safe enough”, according to Ana Ruiz.", "Ana Ruiz: “safe enough”"],
    ["the name before a colon", "Ana Ruiz: “We have time.”", "Ana Ruiz: “We have time.”"],
    ["whoever describes something", "Ana Ruiz dismissed the plan as “a joke”.", "Ana Ruiz: “a joke”"],
    ["whoever warns of it", "Ana Ruiz warned of “serious consequences”.", "Ana Ruiz: “serious consequences”"],
    ["whoever vows it", "Ana Ruiz vowed to “fight on”.", "Ana Ruiz: “fight on”"],
    [
      "whoever calls something so",
      "Tom Hill left over what Ana Ruiz called “a lapse of judgment”.",
      "Ana Ruiz: “a lapse of judgment”",
    ],
    ["whoever's words they are", "It was, in the words of Ana Ruiz, “a dark day”.", "Ana Ruiz: “a dark day”"],
    ["whoever is named next", "“It is gone,” he said.\n\nTom Hill lost his house.", "Tom Hill: “It is gone,”"],
    ["nobody known", "“We have time,” she said.", "?: “We have time,”"],
  ])("%s", (_, text, statement) => {
    expect(said(text)).toContain(statement);
  });

  test("one speaker where the attribution splits it", () => {
    expect(said("“We,” Ana Ruiz said, “have time.”")).toEqual(["Ana Ruiz: “We,”", "Ana Ruiz: “have time.”"]);
  });

  test("the speaker of the quotation before it in the paragraph", () => {
    const text = "“We have time,” said Ana Ruiz, a guard. “A lot of it.”";
    expect(said(text)).toEqual(["Ana Ruiz: “We have time,”", "Ana Ruiz: “A lot of it.”"]);
  });

  test("the person whom the sentence before introduces", () => {
    const text = "Joan Petrie watched from her window.\n\n“I never thought I would cry.”";
    expect(said(text)).toEqual(["Joan Petrie: “I never thought I would cry.”"]);
  });

  test("the speaker who goes on over several paragraphs with open marks", () => {
    const text = "“It began in May.\n\n“Nobody came.\n\n“That is all,” Ana Ruiz said.";
    expect(said(text)).toEqual([
      "Ana Ruiz: “It began in May.”",
      "Ana Ruiz: “Nobody came.”",
      "Ana Ruiz: “That is all,”",
    ]);
  });

  test("two people in turn where one asks and the other answers", () => {
    const text = "“Ready?” asked Ana Ruiz.\n\n“Nearly,” replied Tom Hill.\n\n“When?”";
    expect(said(text)[2]).toBe("Ana Ruiz: “When?”");
  });
});

describe("words that another passes on", () => {
  test.each([
    [
      "recalled before a colon",
      "Ana Ruiz recalled Tom Hill telling her: “You must leave now.”",
      "Tom Hill: “You must leave now.”",
    ],
    ["of a relative", "Ana Ruiz recalled her brother telling her: “Leave.”", "her brother: “Leave.”"],
    ["set off by commas", "Tom Hill’s words, “We will rebuild it”, drew applause.", "Tom Hill: “We will rebuild it”"],
    [
      "that are his own",
      "Tom Hill’s own words, “We will rebuild it”, drew applause.",
      "Tom Hill: “We will rebuild it”",
    ],
  ])("are those of whoever said them: %s", (_, text, expected) => {
    expect(said(text)[0]).toBe(expected);
  });
});

describe("a surname that looks like an adverb is a name", () => {
  test.each([
    ["behind a first name", "Ana Connolly said the bridge was safe.", "Ana Connolly: (the bridge was safe)"],
    [
      "from then on everywhere",
      "“Good,” said Ana Connolly. Connolly said the bridge was safe.",
      "Ana Connolly: (the bridge was safe)",
    ],
    ["behind a title", "Mr. Donnelly said the bridge was safe.", "Donnelly: (the bridge was safe)"],
    ["behind a quotation", "“Good,” Connolly said.", "Connolly: “Good,”"],
  ])("%s", (_, text, statement) => {
    expect(said(text)).toContain(statement);
  });

  test.each([
    ["at the beginning of a sentence", "Interestingly, Tom Hill said the bridge was safe."],
    ["at the beginning of what is quoted", "“Really, it is safe,” Tom Hill said."],
    ["behind a quotation that is a whole sentence", "“It is safe.” Finally, Tom Hill left."],
  ])("but not %s", (_, text) => {
    expect(said(text).map((statement) => statement.split(":")[0])).toEqual(["Tom Hill"]);
  });
});

describe("what nobody sees in a text changes nothing:", () => {
  test.each([
    ["soft hyphens", "“Go\u00ADod,” An\u00ADa Ru\u00ADiz sa\u00ADid.", "Ana Ruiz: “Go\u00ADod,”"],
    ["zero-width spaces", "\u200B“Go\u200Bod,\u200B” Ana Ru\u200Biz said.", "Ana Ruiz: “Go\u200Bod,”"],
    ["accents that are characters of their own", "“Good,” Zoe\u0301 Ruiz said.", "Zoé Ruiz: “Good,”"],
    [
      "joiners in reported speech",
      "Ana Ru\u2060iz said the bri\u200Ddge was safe.",
      "Ana Ruiz: (the bri\u200Ddge was safe)",
    ],
  ])("%s", (_, text, statement) => {
    expect(said(text)).toContain(statement);
  });
});

describe("a pronoun or a description means", () => {
  test.each([
    ["the subject before the object", "Ana Ruiz met Eva Lind. “Good,” she said.", "Ana Ruiz: “Good,”"],
    ["the one of that gender", "Ana Ruiz met Tom Hill. “Good,” he said.", "Tom Hill: “Good,”"],
    ["the full name of a surname", "Mayor Ana Ruiz came. “Good,” Ruiz said.", "Ana Ruiz: “Good,”"],
    ["whoever bears the title", "Mayor Ana Ruiz met Tom Hill. “Good,” the mayor said.", "Ana Ruiz: “Good,”"],
    ["whoever holds the office", "Tom Hill, the Lind coach, left. “Good,” the coach said.", "Tom Hill: “Good,”"],
    ["the name beside it", "Her brother, Tom, said: “Good.”", "Tom: “Good.”"],
    [
      "the fuller description",
      "A senior official said it was over. “Good,” the official said.",
      "a senior official: “Good,”",
    ],
    ["the institution", "The Lind council met. “Good,” it said.", "the Lind council: “Good,”"],
    ["nobody where two are equally near", "Ana Ruiz and Eva Lind met. “Good,” she said.", "?: “Good,”"],
  ])("%s", (_, text, statement) => {
    expect(said(text)).toContain(statement);
  });
});

describe("reported speech is the content clause", () => {
  test.each([
    ["behind “that”", "Ana Ruiz said on Monday that the bridge was safe.", "Ana Ruiz: (the bridge was safe)"],
    ["without “that”", "Ana Ruiz said the bridge was safe.", "Ana Ruiz: (the bridge was safe)"],
    ["before the attribution", "The bridge was safe, Ana Ruiz said.", "Ana Ruiz: (The bridge was safe)"],
    ["behind a source", "According to police, the bridge was safe.", "police: (the bridge was safe)"],
    [
      "before a source",
      "The bridge is safe, according to people familiar with the matter.",
      "people familiar with the matter: (The bridge is safe)",
    ],
    [
      "of a long subject",
      "Ana Ruiz, who leads the council, has repeatedly said she won’t sell it.",
      "Ana Ruiz: (she won’t sell it)",
    ],
    ["that somebody was told", "Farmers were told by the bank that they must wait.", "the bank: (they must wait)"],
    ["of a question", "Ana Ruiz asked whether the bridge was safe.", "Ana Ruiz: (whether the bridge was safe)"],
    [
      "without what the narrator adds",
      "Ana Ruiz said she would go, ending weeks of rumours.",
      "Ana Ruiz: (she would go)",
    ],
  ])("%s", (_, text, statement) => {
    expect(said(text)).toEqual([statement]);
  });

  test("has two parts around an attribution in the middle", () => {
    expect(said("The bridge, Ana Ruiz said, was safe.")).toEqual(["Ana Ruiz: (The bridge)", "Ana Ruiz: (was safe)"]);
  });

  test("holds the words that are quoted in it, which are a statement too", () => {
    expect(said("Ana Ruiz said the plan was “a joke” from the start.")).toEqual([
      "Ana Ruiz: (the plan was “a joke” from the start)",
      "Ana Ruiz: “a joke”",
    ]);
  });

  test.each([
    ["what was not said", "Ana Ruiz did not say when the bridge would open."],
    ["a refusal", "Ana Ruiz declined to say that the bridge was safe."],
    ["what will be said", "Ana Ruiz will insist that the bridge is safe."],
    ["a noun of the same form", "The report that the bridge was unsafe worried the council."],
  ])("is not %s", (_, text) => {
    expect(said(text)).toEqual([]);
  });
});

describe("quotation marks that quote nobody", () => {
  test.each([
    ["a nickname", "The whale, nicknamed “Grandmother”, was seen again, Ana Ruiz said."],
    ["a title", "Ana Ruiz said that her film “The Long Way Home” was late."],
    ["a word at a distance", "The so-called “victory” cost millions."],
    ["a word within a noun phrase", "The “figurative” towns have streets, Ana Ruiz said."],
  ])("stand around %s", (_, text) => {
    expect(said(text).filter((line) => line.includes(": “"))).toEqual([]);
  });
});

describe("every text", () => {
  test("gets statements that lie within it, in order", () => {
    const word = fc.constantFrom(
      "“",
      "”",
      '"',
      "'",
      "‘",
      "’",
      "said",
      "Ana",
      "Ruiz",
      "he",
      "that",
      ",",
      ".",
      "\n",
      " ",
      "«",
      "according to",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 60 }), (words) => {
        const text = words.join(" ");
        let before = 0;
        for (const { start, end } of annotateStatements(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = start;
        }
      }),
    );
  });

  test.each([
    ["a line of quotation marks", '"'.repeat(2_000_000)],
    ["a word without end", "a".repeat(2_000_000)],
    ["a line of opening marks", "“ a ".repeat(100_000)],
    ["a sentence without end", "he said that ".repeat(20_000)],
  ])("is read in reasonable time: %s", (_, text) => {
    const start = performance.now();
    annotateStatements(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
