import { describe, expect, test } from "vitest";
import type { Article, Corpus } from "../../src/index.ts";
import { type StoredParagraph, textOf } from "../../src/indexing/passages.ts";
import { readCorpus } from "../../src/indexing/read-corpus.ts";
import { harbourCorpus, reservoirCorpus, talksCorpus, withoutGlossary } from "../fixtures/corpora.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

type Index = ReturnType<typeof readCorpus>;

/** Passages that print the same, each pair once, as the articles' own words. */
function sameText(corpus: Corpus): string[][] {
  const { paragraphs } = readCorpus(corpus);
  const texts = new Map(passagesOf(paragraphs).map(({ key, text }) => [key, text]));
  return passagesOf(paragraphs).flatMap(({ article, duplicates, text }) =>
    duplicates
      .filter((duplicate) => duplicate.article.order > article.order)
      .map(({ key }) => [text, texts.get(key) ?? ""]),
  );
}

function passagesOf(paragraphs: readonly StoredParagraph[]) {
  return paragraphs.flatMap((paragraph) =>
    paragraph.passages.map((passage) => ({
      ...passage,
      article: paragraph.article,
      text: textOf(paragraph, passage),
    })),
  );
}

const indexOf = (...articles: readonly Article[]) => readCorpus(corpusOf(...articles));

/** The garbled articles by id, with the article each was made of. */
function garbledIn({ rewrites }: Index): Record<string, string | null> {
  return Object.fromEntries(rewrites.map(({ article, of }) => [article, of]));
}

const LEDGER = "‘A quota is worth nothing if the boats cannot reach the harbour,’ Ruiz told lawmakers on Wednesday.";
const COURIER = "“A quota is worth nothing if the boats cannot reach the harbor,” Ruiz told lawmakers on Wednesday.";
/** What makes words rare: a corpus is seldom about one thing. */
const OTHER_NEWS = [
  story(
    "bells",
    "The old bell of the priory will ring again in autumn.\n\nIt cracked in the winter of the great frost.",
  ),
  story(
    "bread",
    "Bakers sell a loaf called the Sandbag.\n\nIt is heavy and salty, and children do not like it at all.",
  ),
];

const talks = readCorpus(talksCorpus());
const harbour = readCorpus(harbourCorpus());
const bareHarbour = readCorpus(withoutGlossary(harbourCorpus()));
const reservoir = readCorpus(reservoirCorpus());

describe("two outlets print the same", () => {
  test("where only the house style differs", () => {
    expect(sameText(corpusOf(story("a", LEDGER), story("b", COURIER)))).toEqual([[LEDGER, COURIER]]);
  });

  test("where nobody is quoted", () => {
    const ledger = "Sorrenia closed the strait to foreign vessels longer than 24 metres on 2 September.";
    const courier = "Sorrenia closed the strait to foreign vessels longer than 24 meters on Sept. 2.";
    const found = sameText(corpusOf(story("a", ledger), story("b", courier), ...OTHER_NEWS));
    expect(found).toEqual([[ledger, courier]]);
  });

  test("where one quotes the other's statement in words of its own around it", () => {
    const brief =
      "Speaking to parliament, Ana Ruiz said: “A quota is worth nothing if the boats cannot reach the harbor.”";
    expect(sameText(corpusOf(story("a", COURIER), story("b", brief), ...OTHER_NEWS))).toEqual([[COURIER, brief]]);
  });

  test("in the articles of the agency's clients", () => {
    const clients = new Set(
      passagesOf(harbour.paragraphs).map(({ article, duplicates }) =>
        [article, ...duplicates.map((duplicate) => duplicate.article)]
          .map(({ source }) => source.id)
          .sort()
          .join(" = "),
      ),
    );
    expect([...clients]).toContain("strait-first-velmark-tells-neighbour = velmark-to-press-sorrenia-on-strait");
  });
});

describe("a story in more than forty prints", () => {
  const OUTLETS = 60;
  const HOUSE_WORDS = "quickly slowly loudly quietly again lately gladly sadly firmly briefly".split(" ");
  const PARAGRAPHS = [
    "The ferry to Ostrand will be built in Kelby, the regional council decided on Tuesday after a debate of nine hours.",
    "“We have waited for this ship since the old one sank,” council leader Mira Tolland told the assembly.",
    "The yard is to deliver it in spring, at a price that neither side wanted to name.",
    "Fishermen had asked for a second pier instead.",
  ];
  const prints = Array.from({ length: OUTLETS }, (_, at) => {
    // Every outlet adds a word of its own, and every third leaves the end away.
    const word = HOUSE_WORDS[at % HOUSE_WORDS.length];
    const own = PARAGRAPHS.map((text, row) => (row === at % 4 ? text.replace(/\.$/, `, ${word}.`) : text));
    return story(`print-${String(at).padStart(2, "0")}`, own.slice(0, at % 3 === 0 ? 3 : 4).join("\n\n"));
  });
  const index = indexOf(...prints, ...OTHER_NEWS);
  const printsOf = (words: string) => {
    return passagesOf(index.paragraphs).find(({ text }) => text.includes(words))?.duplicates.length ?? 0;
  };

  test("is one story still", () => {
    expect(printsOf("will be built in Kelby")).toBe(OUTLETS - 1);
    expect(printsOf("We have waited for this ship")).toBe(OUTLETS - 1);
    expect(printsOf("Fishermen had asked")).toBe((OUTLETS * 2) / 3 - 1);
  });

  test("does not make one of what other articles have in common with it", () => {
    const other = story(
      "other",
      "The bridge to Ostrand was closed on Tuesday, its keeper said.\n\nThe council will debate the price of it.\n\nFishermen had asked for a second pier instead.",
    );
    const { paragraphs } = indexOf(...prints, other, ...OTHER_NEWS);
    const own = passagesOf(paragraphs)
      .filter(({ article }) => article.source.id === "other")
      .flatMap(({ duplicates }) => duplicates);
    expect(own).toEqual([]);
  });
});

describe("two outlets do not print the same", () => {
  test("where they tell of the same in other words", () => {
    const other = "Wednesday saw lawmakers in uproar over the herring quota and the closed harbour.";
    expect(sameText(corpusOf(story("a", LEDGER), story("b", other)))).toEqual([]);
  });

  test.each([
    ["another figure", "eight of ten jetties", "nine of ten jetties"],
    ["another name", "on Tuesday", "on Thursday"],
    ["the opposite", "accepted", "rejected"],
  ])("where one tells %s", (_, words, others) => {
    const one = "The dockers of Farhaven accepted the offer for eight of ten jetties and the summer season on Tuesday.";
    const tellBoth = (other: string) => sameText(corpusOf(story("a", one), story("b", other), ...OTHER_NEWS));
    expect(tellBoth(one)).toEqual([[one, one]]);
    expect(tellBoth(one.replace(words, others))).toEqual([]);
  });

  test("where one article says it twice", () => {
    expect(sameText(corpusOf(story("a", `${LEDGER}\n\n${LEDGER}`)))).toEqual([]);
  });
});

describe("a garbled rewrite is found by itself", () => {
  test.each([
    ["talks", talks, "according-to-those-with-knowledge", "us-to-demand-putin-accept"],
    ["harbour", harbour, "velmark-demand-strait-reopen-agreement", "velmark-to-press-sorrenia-on-strait"],
    [
      "harbour without glossary",
      bareHarbour,
      "velmark-demand-strait-reopen-agreement",
      "velmark-to-press-sorrenia-on-strait",
    ],
    ["reservoir", reservoir, "dam-attendant-cautioned-about-drip", "dam-keeper-warned-of-seepage"],
  ])("in %s, with the article it was made of, and no sound article is taken for one", (_, index, rewrite, original) => {
    expect(garbledIn(index)).toEqual({ [rewrite]: original });
  });

  test.each([
    ["talks", talks],
    ["harbour", harbour],
    ["reservoir", reservoir],
  ])("in %s, with reasons", (_, { rewrites }) => {
    const [garbled] = rewrites;
    expect(garbled?.reasons.join("\n")).toMatch(/\d+ of its quotations differ/);
    expect(garbled?.reasons.join("\n")).toMatch(/traces of machine rewriting/);
  });

  test.each([
    ["talks", talks],
    ["harbour", harbour],
    ["reservoir", reservoir],
  ])("in %s, and is no second source for what it rewrote", (_, { paragraphs }) => {
    const passages = passagesOf(paragraphs);
    const duplicates = passages.filter((passage) => passage.duplicates.length > 0);
    expect(duplicates.filter(({ article }) => article.isGarbled)).toEqual([]);
    expect(duplicates.flatMap((passage) => passage.duplicates.filter(({ article }) => article.isGarbled))).toEqual([]);
    const copies = passages.filter(({ original }) => original !== null);
    expect(copies).not.toEqual([]);
    expect(copies.filter(({ article, original }) => !article.isGarbled || original?.article.isGarbled)).toEqual([]);
  });

  test("also where the corpus has nothing it was made of", () => {
    const [rewrite] = harbourCorpus().articles.filter(({ id }) => id === "velmark-demand-strait-reopen-agreement");
    expect(garbledIn(indexOf(...(rewrite ? [rewrite] : [])))).toEqual({ [rewrite?.id ?? ""]: null });
  });
});

describe("a sound article", () => {
  test("stays sound with a slip or two of the typesetter", () => {
    const body = `${COURIER}\n\nThe board , which met on Monday, said no.\n\n“It is a trap,” Ruiz said.`.repeat(3);
    expect(garbledIn(indexOf(story("a", body), story("b", COURIER)))).toEqual({});
  });

  test("stays sound where another article quotes the same people otherwise", () => {
    const short = "“A quota is worth nothing if boats can’t reach the harbor,” Ruiz told lawmakers on Wednesday.";
    expect(garbledIn(indexOf(story("a", COURIER), story("b", short)))).toEqual({});
  });

  test("stays sound beside a rewrite of it, one against one", () => {
    const [rewrite, original] = ["velmark-demand-strait-reopen-agreement", "velmark-to-press-sorrenia-on-strait"].map(
      (id) => harbourCorpus().articles.filter((article) => article.id === id),
    );
    const alone = corpusOf(...(rewrite ?? []), ...(original ?? []));
    expect(Object.keys(garbledIn(readCorpus(alone)))).toEqual(["velmark-demand-strait-reopen-agreement"]);
  });
});
