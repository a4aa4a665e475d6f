import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitParagraphs } from "../../src/corpus/paragraphs.ts";
import { harbourCorpus, reservoirCorpus, talksCorpus } from "../fixtures/corpora.ts";

const paragraphsOf = (body: string) =>
  splitParagraphs(body).map(({ start, end, kind }) => `${kind}: ${body.slice(start, end)}`);

describe("paragraphs", () => {
  test("are apart by a blank line, however it is written", () => {
    const body = "\r\nOne ends.\r\n\r\nTwo\nends.\n \t\n\n  Three ends.\u00a0\n";
    expect(paragraphsOf(body)).toEqual(["text: One ends.", "text: Two\nends.", "text: Three ends."]);
  });

  test("leave out paragraphs of nothing but odd spaces", () => {
    expect(paragraphsOf("One ends.\n\n\u00a0\n\nTwo ends.")).toEqual(["text: One ends.", "text: Two ends."]);
  });

  test("are the items of a list, each one by itself", () => {
    const body = "They ask for:\n- a boat\n- an old bell\n1. no homework\n\nThat is all.";
    expect(paragraphsOf(body)).toEqual([
      "text: They ask for:",
      "text: - a boat",
      "text: - an old bell",
      "text: 1. no homework",
      "text: That is all.",
    ]);
  });

  test("stand under the heading before them", () => {
    const body = "It began.\n\nWhat Velmark Wants\n\nIt wants fish.\n\n## What comes next\n\nTalks go on.";
    const headings = splitParagraphs(body)
      .filter(({ kind }) => kind === "text")
      .map(({ heading }) => heading && body.slice(heading.start, heading.end));
    expect(headings).toEqual([null, "What Velmark Wants", "## What comes next"]);
  });

  test("are no heading at the end of an article, where nothing is named by them", () => {
    expect(paragraphsOf("It began.\n\nAnd That Was All")).toEqual(["text: It began.", "text: And That Was All"]);
  });

  test("hold all of any text but white space, in order", () => {
    const unit = fc.constantFrom(..."aB. -•1)\n\r\t\u00a0“”#:", "\n\n", "Read also:");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (body) => {
        let at = 0;
        for (const { start, end } of splitParagraphs(body)) {
          expect(body.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(body.slice(at).trim()).toBe("");
      }),
    );
  });
});

describe("boilerplate is", () => {
  test.each([
    "© 2025 Bloomberg L. P.",
    "Copyright 2024 The Tidewater Courier",
    "All rights reserved.",
    "_____",
    "Distributed by Coastline Content Services.",
    "(With assistance from Lotte Brennick and Samuel Oarhaven.)",
    "Photo: Rurik Tane",
    "By Edda Farrowmoor",
    "LOWMARSH, Pellandria",
    "Sign up for our morning newsletter",
    "Subscribe to our newsletter for updates.",
    "Please contact us for subscription options.",
    "Advertisement",
    "Comments",
    "Blog comments powered by Disqus",
    "Read also: Cannery workers march",
    "Correction: an earlier version had another date.",
    "An earlier version of this article gave the age of the mayor as 61.",
    "*This article was amended on 3 May 2026 to say where the boat was built.*",
  ])("%s", (text) => {
    expect(paragraphsOf(`A story.\n\n${text}\n\nIt goes on.`)[1]).toBe(`boilerplate: ${text}`);
  });

  test("a list of other stories, but not what comes behind it", () => {
    const body = "A story.\n\nRead also:\n\n- Mayor resigns over bridge\n\n- Ten cakes for spring\n\nIt goes on.";
    expect(paragraphsOf(body)).toEqual([
      "text: A story.",
      "boilerplate: Read also:",
      "boilerplate: - Mayor resigns over bridge",
      "boilerplate: - Ten cakes for spring",
      "text: It goes on.",
    ]);
  });
});

describe("a story is no boilerplate where it tells of", () => {
  test.each([
    "Copying the map was a breach of copyright, the judge said.",
    "The photo shows the bridge before it fell.",
    "She asked readers to subscribe to a fund for the families of those who drowned.",
    "Flour was distributed by soldiers in all seven villages, and then by the priests, who had kept lists of every household.",
    "Follow the money, the inspector told his two deputies.",
    "“Read this,” she said.",
  ])("%s", (text) => {
    expect(paragraphsOf(`A story.\n\n${text}\n\nIt goes on.`)[1]).toBe(`text: ${text}`);
  });
});

describe("in the articles of the project", () => {
  test("credits, links and subscription notes are boilerplate, and nothing else is", () => {
    expect(boilerplateOf(talksCorpus())).toEqual({
      "according-to-those-with-knowledge": [
        "___",
        "© 2025 Bloomberg L. P.",
        "Tribune Content Agency, LLC distributed.",
      ],
      "trump-administration-will-insist": [
        "Read also:",
        "- UK PM Starmer hopes ceasefire could be announced by the summer",
        "- No signing of Trump’s minerals deal expected this week, Ukraine’s Finance Minister says",
        "- Zelenskyy: Russia could attack Kyiv with missile from North Korea, we are checking it",
      ],
      "us-to-demand-putin-accept": [
        "_____",
        "(With assistance from Kateryna Chursina, Stephanie Lai and Hadriana Lowenkron.)",
        "_____",
        "©2025 Bloomberg L.P. Visit bloomberg.com. Distributed by Tribune Content Agency, LLC.",
      ],
      "us-to-push-russia-to-accept": [
        "HAMILTON, Canada",
        "Anadolu Agency website contains only a portion of the news stories offered to subscribers in the AA News Broadcasting System (HAS), and in summarized form. Please contact us for subscription options.",
      ],
      "where-peace-talks-stand": [],
    });
  });

  test("headings are known for headings", () => {
    const headings = talksCorpus().articles.flatMap(({ body }) =>
      paragraphsOf(body).filter((line) => line.startsWith("heading: ")),
    );
    expect(headings).toEqual([
      "heading: Trump administration seeks concessions from Moscow, Kyiv",
      "heading: Russia's Position",
      "heading: Ukraine's Position",
      "heading: Diplomatic Moves And Political Pressure",
    ]);
  });

  test("and in the invented ones, too", () => {
    const found = [harbourCorpus(), reservoirCorpus()].flatMap((corpus) => Object.values(boilerplateOf(corpus)).flat());
    expect(found).toEqual([
      "LOWMARSH, Pellandria",
      "Halcyon News Agency publishes only a selection of its stories on this website. Please contact us for subscription options.",
      "Photo: Rurik Tane",
      "Related: A timeline of the strait dispute",
      "© 2024 Quillmouth Gazette",
      "Photographs: private",
      "Read also",
      "- Cannery workers march in Miravo",
      "- Letters: who speaks for the small boats?",
      "© Northgate Ledger Group. All rights reserved.",
      "___",
      "© 2024 Meridian Wire LLC",
      "Coastline Content Services distributed.",
      "_____",
      "(With assistance from Lotte Brennick and Samuel Oarhaven.)",
      "_____",
      "©2024 Meridian Wire LLC. Visit meridianwire.example. Distributed by Coastline Content Services.",
      "Comments",
      "Log in to join the conversation",
      "Similar Articles",
      "© 2023 Crossland Press. All freedom reserved.",
      "_____",
      "©2023 Crossland Press. All rights reserved. This material may not be rewritten or redistributed without permission.",
      "Sign up for our morning newsletter",
      "Illustration: Civil Works Weekly/M. Tarn",
      "Read also:",
      "- How to claim emergency aid in Lindholt",
      "- The mills that drank a valley",
      "© Westmere Mercury 2023",
      "Listen to the program here",
      "© Lindholt Public Radio",
      "Capital Dispatch briefs are summaries of agency reports. Subscribe for full coverage.",
      "Words and pictures by a contributor",
    ]);
  });
});

function boilerplateOf({ articles }: ReturnType<typeof talksCorpus>): Record<string, string[]> {
  return Object.fromEntries(
    articles.map(({ id, body }) => [
      id,
      splitParagraphs(body)
        .filter(({ kind }) => kind === "boilerplate")
        .map(({ start, end }) => body.slice(start, end)),
    ]),
  );
}

describe("a paragraph without end", () => {
  const sentences = Array.from({ length: 2000 }, (_, at) => `Speaker ${at} said that it goes on.`);
  const body = `It began.\n\nWhat They Said\n\n${sentences.join(" ")}\n\nThat was all.`;

  test("is read in pieces of whole sentences, and loses none", () => {
    const pieces = splitParagraphs(body).slice(2, -1);
    const texts = pieces.map(({ start, end }) => body.slice(start, end));
    expect(texts.join(" ")).toBe(sentences.join(" "));
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.every((text) => text.startsWith("Speaker ") && text.endsWith(" it goes on."))).toBe(true);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(8000);
  });

  test("stands under its heading with all its pieces", () => {
    const headings = splitParagraphs(body).map(({ heading }) => heading && body.slice(heading.start, heading.end));
    expect(new Set(headings.slice(2))).toEqual(new Set(["What They Said"]));
  });

  test("is no heading and announces no list", () => {
    const long = `A ${"long ".repeat(20)}${"x".repeat(300)}`;
    expect(paragraphsOf(`Word${"x".repeat(400)}\n\n${long}:\n\n- one\n`).map((text) => text.slice(0, 8))).toEqual([
      "text: Wo",
      "text: A ",
      "text: - ",
    ]);
    const items = splitParagraphs(`${"They ask for this. ".repeat(100)}And for:\n\n- one\n- two\n`);
    expect(items.map(({ intro }) => intro)).toEqual(items.map(() => null));
  });
});
