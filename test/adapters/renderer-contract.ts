import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, AnswerPart, ArticleSource, Disagreement, Passage } from "../../src/index.ts";
import { answer, article, disagreement, NASTY, passage } from "../fixtures/answers.ts";

/** What a platform shows of an answer. */
export interface Rendering {
  /** Everything a reader sees, in order, with the platform's markup undone; white space is not compared. */
  readonly visible: string;
  /** The limits of the platform that the message breaks. */
  readonly faults: readonly string[];
  /** What in it would notify somebody other than the person who asked. */
  readonly pings: readonly string[];
}

/** How a platform takes part in the contract. */
export interface Renderer {
  readonly name: string;
  readonly render: (answer: Answer) => Rendering;
}

/** What every renderer owes the reader, whatever the answer holds. */
export function testRenderer({ name, render }: Renderer): void {
  describe(`${name}: what every renderer owes the reader`, () => {
    it("keeps the platform's limits and pings nobody, whatever the answer holds", () => {
      fc.assert(
        fc.property(answers, (any) => {
          const { faults, pings } = render(any);
          expect(faults).toEqual([]);
          expect(pings).toEqual([]);
        }),
        { numRuns: 150 },
      );
    });

    it("shows the first passage with its source, whatever else the answer holds", () => {
      fc.assert(
        fc.property(answers, (any) => {
          const [first] = any.passages;
          if (!first || first.text.length > SHORT) return;
          const shown = squeeze(render(any).visible);
          expect(shown).toContain(squeeze(first.text));
        }),
        { numRuns: 150 },
      );
    });

    it("shows every passage of a usual answer word for word, in order", () => {
      const texts = [
        "“We will open in May,” she said.",
        "The bridge has cost 14 million crowns.",
        "Ümläut & Кириллица.",
      ];
      const shown = squeeze(render(answer({ passages: texts.map((text) => passage({ text })) })).visible);
      const places = texts.map((text) => shown.indexOf(squeeze(text)));
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    });

    it("shows every passage once with its source, which neighbours of one article share", () => {
      const articles = ["Alder", "Birch", "Cedar"].map((name) =>
        article({ id: name, title: `${name} headline`, outlet: `${name} Post`, author: `${name} Writer`, url: null }),
      );
      const ofArticles = fc.array(fc.constantFrom(...articles), { minLength: 1, maxLength: 5 });
      fc.assert(
        fc.property(ofArticles, fc.boolean(), (sources, isSpoken) => {
          const speech = isSpoken ? "direct" : null;
          const passages = sources.map((source, n) =>
            passage({
              text: `Sentence number ${n}.`,
              start: n,
              article: source,
              speech,
              speaker: isSpoken ? "Ada" : null,
            }),
          );
          const shown = squeeze(render(answer({ passages })).visible);
          const isLast = (n: number) => sources[n] !== sources[n + 1];
          const expected = passages.flatMap(({ text, article: { title, outlet, author } }, n) =>
            isLast(n) ? [text, outlet, title, author] : [text],
          );
          let at = 0;
          for (const words of expected) {
            at = shown.indexOf(squeeze(words ?? ""), at);
            expect(at, `${words} in ${shown}`).toBeGreaterThanOrEqual(0);
          }
          for (const { title } of articles) {
            const runs = sources.filter((source, n) => source.title === title && isLast(n)).length;
            expect(shown.split(squeeze(title ?? "")).length - 1).toBe(runs);
          }
        }),
        { numRuns: 60 },
      );
    });

    it("says nothing twice where sources disagree", () => {
      const point = disagreement();
      const shown = squeeze(render(answer({ passages: point.passages.slice(0, 1), disagreements: [point] })).visible);
      for (const { text } of point.passages) expect(shown.split(squeeze(text)).length - 1).toBe(1);
    });

    it("names an article without a title by its opening words, never by its file", () => {
      const bare = article({ title: null, outlet: null, author: null, published: null });
      const shown = render(
        answer({ passages: [passage({ article: bare, alsoIn: [{ ...bare, id: "copy" }] })] }),
      ).visible;
      expect(squeeze(shown).split(squeeze("“The harbour bridge will open in spring, the mayor said”"))).toHaveLength(3);
      expect(shown).not.toMatch(/harbour-gazette|copy/);
    });

    it("shortens a long byline", () => {
      const author = "Natalia Drozdiak, Alberto Nardelli, Eric Martin and Ellen Milligan, Bloomberg News";
      const shown = render(answer({ passages: [passage({ article: article({ author }) })] })).visible;
      expect(squeeze(shown)).toContain(squeeze("by Natalia Drozdiak and 3 others, Bloomberg News"));
    });

    it("shows words that look like markup as they stand", () => {
      expect(squeeze(render(answer({ passages: [passage({ text: NASTY })] })).visible)).toContain(squeeze(NASTY));
    });

    it("names speaker, outlet, date, title and author", () => {
      const shown = squeeze(render(answer()).visible);
      for (const word of ["Clara Brandt", "Port Gazette", "2 March 2025", "Harbour bridge to open", "Ina Holt"])
        expect(shown).toContain(squeeze(word));
    });

    it("tells reported speech from a quotation, and says where the speaker is unclear", () => {
      const shownFor = (fields: Partial<Passage>) => render(answer({ passages: [passage(fields)] })).visible;
      expect(shownFor({ speech: "reported" })).not.toBe(shownFor({ speech: "direct" }));
      expect(shownFor({ speaker: null })).toContain("unclear");
    });

    it("names the other articles that print the same text", () => {
      const alsoIn = [article({ id: "harbour-weekly", outlet: "Coast Weekly" })];
      const shown = render(answer({ passages: [passage({ alsoIn })] })).visible;
      expect(squeeze(shown)).toContain(squeeze("also in Coast Weekly"));
    });

    it("shows cautions, notices and what no article mentions", () => {
      const cautioned = passage({ cautions: ["This copy is garbled: “opend”."] });
      const shown = render(
        answer({ passages: [cautioned], notices: ["I read “Brand” as “Brandt”."], missing: ["Macron"] }),
      );
      for (const sentence of ["This copy is garbled: “opend”.", "I read “Brand” as “Brandt”.", "Macron"])
        expect(shown.visible).toContain(sentence);
    });

    it("shows both sides of a disagreement", () => {
      const shown = render(answer({ disagreements: [disagreement()] })).visible;
      for (const words of [
        "14 million crowns / 12 million crowns",
        "cost 14 million",
        "cost 12 million",
        "Evening Courier",
      ])
        expect(shown).toContain(words);
    });

    it("says it where nothing answers the question, and where passages only come close", () => {
      const lead = "No article here answers that.";
      expect(render(answer({ outcome: "none", lead, passages: [] })).visible).toContain(lead);
      const close = "Nothing answers that directly; this comes close.";
      const related = render(answer({ outcome: "related", lead: close }));
      expect(related.visible).toContain(close);
      expect(related.visible).not.toBe(render(answer()).visible);
    });

    it("shows each of several questions above what answers it, and says it where nothing does", () => {
      const answered = { outcome: "answered", lead: null, more: 0 } as const;
      const nothing = { outcome: "none", lead: "No article here mentions the tunnel.", passages: 0, more: 0 } as const;
      const shown = render(
        answer({
          parts: [
            { heading: "when does the bridge open", ...answered, passages: 1 },
            { heading: "and the tunnel?", ...nothing },
            { heading: "who pays", ...answered, passages: 1 },
            { heading: "and the ferry?", ...nothing, lead: "No article here mentions the ferry." },
          ],
          passages: [passage({ text: "It will open in May." }), passage({ text: "The harbour board pays." })],
        }),
      );
      const order = [
        "when does the bridge open",
        "It will open in May.",
        "and the tunnel?",
        "No article here mentions the tunnel.",
        "who pays",
        "The harbour board pays.",
        "and the ferry?",
        "No article here mentions the ferry.",
      ].map((words) => squeeze(shown.visible).indexOf(squeeze(words)));
      expect(order.every((place) => place >= 0)).toBe(true);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    });

    it("shows what can be asked next", () => {
      const suggestions = ["who pays for the bridge", "when does the bridge open"];
      const shown = render(answer({ suggestions })).visible;
      for (const suggestion of suggestions) expect(shown).toContain(suggestion);
    });

    it("gives the same message for the same answer", () => {
      fc.assert(
        fc.property(answers, (any) => {
          expect(render(any)).toEqual(render(any));
        }),
        { numRuns: 30 },
      );
    });
  });
}

/** A passage as the engine makes them is far shorter; up to here nothing may be cut off it. */
const SHORT = 1_000;

function squeeze(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, "");
}

/** Words on one line: usually plain, sometimes any characters at all, markup, or long. */
const line = (maxLength: number) =>
  fc
    .oneof(
      { weight: 6, arbitrary: fc.lorem({ maxCount: 12 }) },
      { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength }) },
      { weight: 1, arbitrary: fc.constant(NASTY) },
      { weight: 1, arbitrary: fc.constantFrom(...LONG_WORDS).map((word) => word.repeat(maxLength / word.length)) },
    )
    .map((text) => text.replace(/\s+/g, " ").trim() || "word");

const LONG_WORDS = ["Слова по-русски ", "& < > ", "👩‍👩‍👧 ", "unbroken"];

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const sources: fc.Arbitrary<ArticleSource> = fc.record({
  id: fc.constantFrom("harbour-gazette", "harbour-courier", "harbour-weekly", "harbour-pilots"),
  title: maybe(line(400)),
  opening: maybe(line(60)),
  outlet: maybe(line(200)),
  author: maybe(line(200)),
  published: maybe(fc.constantFrom("2025-03-02", "2024-12-31")),
  url: maybe(
    fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constant(`https://x.example/${"a".repeat(3_000)}`),
    ),
  ),
});

const passages: fc.Arbitrary<Passage> = fc
  .record({
    text: fc.oneof({ weight: 8, arbitrary: line(600) }, { weight: 1, arbitrary: line(12_000) }),
    speaker: maybe(line(120)),
    speech: fc.constantFrom("direct" as const, "reported" as const, null),
    interviewQuestion: maybe(line(300).map((text) => ({ text, start: 0, end: text.length }))),
    article: sources,
    alsoIn: fc.array(sources, { maxLength: 6 }),
    cautions: fc.array(line(300), { maxLength: 4 }),
    cuts: fc.array(fc.nat(), { maxLength: 8 }),
  })
  .map(({ cuts, ...fields }) => {
    const places = cuts.map((cut) => cut % (fields.text.length + 1));
    // Words are matched, so that no edge is inside a character.
    const between = places.filter((place) => !/[\uDC00-\uDFFF]/.test(fields.text.charAt(place)));
    const edges = [...new Set(between)].sort((a, b) => a - b);
    const matches = edges.flatMap((start, n) => {
      const end = n % 2 === 0 ? edges[n + 1] : undefined;
      return end === undefined ? [] : [{ start, end }];
    });
    return { ...fields, start: 0, end: fields.text.length, matches };
  });

const disagreements: fc.Arbitrary<Disagreement> = fc.record({
  about: line(200),
  passages: fc.array(passages, { minLength: 2, maxLength: 3 }),
});

const parts: fc.Arbitrary<AnswerPart> = fc.record({
  heading: line(500),
  outcome: fc.constantFrom("answered" as const, "related" as const, "none" as const),
  // One plain sentence about each of at most three questions.
  lead: maybe(line(120)),
  passages: fc.nat({ max: 3 }),
  more: fc.nat({ max: 3 }),
});

/** Answers of every kind, far beyond what the engine makes. */
const answers: fc.Arbitrary<Answer> = fc
  .record({
    question: line(500),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    outcome: fc.constantFrom("answered" as const, "related" as const, "none" as const),
    lead: maybe(line(400)),
    parts: fc.array(parts, { maxLength: 3 }),
    passages: fc.array(passages, { minLength: 1, maxLength: 5 }),
    more: fc.array(passages, { maxLength: 6 }),
    disagreements: fc.array(disagreements, { maxLength: 3 }),
    missing: fc.array(line(80), { maxLength: 4 }),
    notices: fc.array(line(300), { maxLength: 5 }),
    suggestions: fc.array(line(300), { maxLength: 3 }),
  })
  .map((any) =>
    any.outcome === "none" ? { ...any, passages: [], more: [], disagreements: [], lead: any.lead ?? "Nothing." } : any,
  );
