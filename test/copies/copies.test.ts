import { describe, expect, test } from "vitest";
import type { Article, Corpus } from "../../src/index.ts";
import { type CorpusRecords, readCorpus } from "../../src/indexing/corpus-records.ts";
import { harbourCorpus, reservoirCorpus, talksCorpus, withoutGlossary } from "../fixtures/corpora.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

/** Passages that print the same, each pair once, as the articles' own words. */
function sameText(corpus: Corpus): string[][] {
  const index = readCorpus(corpus);
  return [...index.copies.sameText].flatMap(([a, others]) =>
    others.filter((b) => b > a).map((b) => [textOf(index, a), textOf(index, b)]),
  );
}

function textOf(index: CorpusRecords, passage: number): string {
  const { paragraph = -1, start, end } = index.passages[passage] ?? {};
  return index.articles[index.paragraphs[paragraph]?.article ?? -1]?.body.slice(start, end) ?? "";
}

const indexOf = (...articles: readonly Article[]) => readCorpus(corpusOf(...articles));

/** The garbled articles by id, with the article each was made of. */
function garbledIn({ articles, copies }: CorpusRecords): Record<string, string | null> {
  return Object.fromEntries(
    [...copies.garbled].map(([number, { of }]) => [
      articles[number]?.id,
      of === null ? null : (articles[of]?.id ?? null),
    ]),
  );
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
    const { articles, paragraphs, passages, copies } = harbour;
    const articleOf = (passage: number) => articles[paragraphs[passages[passage]?.paragraph ?? -1]?.article ?? -1]?.id;
    const clients = new Set(
      [...copies.sameText].map(([a, others]) => [articleOf(a), ...others.map(articleOf)].sort().join(" = ")),
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
    const passage = index.passages.findIndex((_, at) => textOf(index, at).includes(words));
    return index.copies.sameText.get(passage)?.length ?? 0;
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
    const { copies, articles, passages, paragraphs } = indexOf(...prints, other, ...OTHER_NEWS);
    const own = passages.flatMap(({ id, paragraph }) =>
      articles[paragraphs[paragraph]?.article ?? -1]?.id === "other" ? (copies.sameText.get(id) ?? []) : [],
    );
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
  ])("in %s, with reasons", (_, { copies }) => {
    const [garbled] = copies.garbled.values();
    expect(garbled?.reasons.join("\n")).toMatch(/\d+ of its quotations differ/);
    expect(garbled?.reasons.join("\n")).toMatch(/traces of machine rewriting/);
  });

  test.each([
    ["talks", talks],
    ["harbour", harbour],
    ["reservoir", reservoir],
  ])("in %s, and is no second source for what it rewrote", (_, { copies, paragraphs, passages }) => {
    const isGarbled = (passage: number) =>
      copies.garbled.has(paragraphs[passages[passage]?.paragraph ?? -1]?.article ?? -1);
    expect([...copies.sameText].flatMap(([a, others]) => [a, ...others]).filter(isGarbled)).toEqual([]);
    expect(copies.original.size).toBeGreaterThan(0);
    expect([...copies.original].filter(([copy, sound]) => !isGarbled(copy) || isGarbled(sound))).toEqual([]);
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
