import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { renderAnswer, renderContext } from "../../../adapters/terminal/render-answer.ts";
import { testRenderer } from "../renderer-contract.ts";
import { answer, article, passage } from "./answers.ts";

const plain = { width: 60, columnsOf: stringWidth, colour: false, links: false };
const url = "https://gazette.example/harbour";

testRenderer({
  name: "the terminal",
  render: (any) => {
    const visible = renderAnswer(any, plain);
    const faults = visible.split("\n").filter((row) => !row.startsWith("   http") && stringWidth(row) > plain.width);
    return { visible, faults, pings: visible.replaceAll("\n", "").match(/\p{Cc}/gu) ?? [] };
  },
});

describe("an answer in the terminal", () => {
  it("is a numbered quotation and one line about its source, wrapped to the width", () => {
    const spoken = passage("“We are ready to reach a deal, but some points need to be fine-tuned,” Brandt said.", {
      speaker: "Elena Brandt",
      speech: "direct",
      article: article({ published: "2025-04-24" }),
      alsoIn: [article({ outlet: "Daily Port" })],
    });
    expect(renderAnswer(answer({ passages: [spoken] }), plain)).toBe(
      [
        "1  “We are ready to reach a deal, but some points need to be",
        "   fine-tuned,” Brandt said.",
        "   — Elena Brandt · Gazette, 24 April 2025 · Harbour talks ·",
        "     also in Daily Port",
      ].join("\n"),
    );
  });

  it("has each of several questions above its passages", () => {
    const several = answer({
      passages: [passage("It opens in May."), passage("The board pays.")],
      parts: [
        { heading: "when does it open", outcome: "answered", lead: null, passages: 1, more: 0 },
        {
          heading: "and the ferry?",
          outcome: "none",
          lead: "No article here mentions the ferry.",
          passages: 0,
          more: 0,
        },
        { heading: "who pays", outcome: "answered", lead: null, passages: 1, more: 0 },
      ],
    });
    const lines = renderAnswer(several, plain).split("\n");
    expect(lines.filter((line) => line !== "" && !line.startsWith("   "))).toEqual([
      "when does it open",
      "1  It opens in May.",
      "and the ferry?",
      "No article here mentions the ferry.",
      "who pays",
      "2  The board pays.",
    ]);
  });

  it("begins with what is to be known first and ends with what to ask next", () => {
    const near = answer({
      outcome: "related",
      lead: "No article here says when it opens.",
      notices: ["Read as: harbour.", "One article has no date."],
      passages: [passage("Work goes on.")],
      suggestions: ["Who builds it?"],
    });
    expect(renderAnswer(near, plain)).toBe(
      [
        "No article here says when it opens.",
        "",
        "Read as: harbour.",
        "One article has no date.",
        "",
        "1  Work goes on.",
        "   — Gazette · Harbour talks",
        "",
        "You could also ask:",
        "•  Who builds it?",
      ].join("\n"),
    );
  });

  it("has only the honest sentence where nothing was found", () => {
    const none = answer({ outcome: "none", lead: "No article here mentions Atlantis." });
    expect(renderAnswer(none, plain)).toBe("No article here mentions Atlantis.");
  });

  it("is never empty, nor a near miss without a word about it", () => {
    expect(renderAnswer(answer({ outcome: "none" }), plain)).toBe("No answer in these articles");
    const near = answer({ outcome: "related", passages: [passage("Work goes on.")] });
    expect(renderAnswer(near, plain)).toMatch(/^No direct answer, but this comes close\n\n1 /);
  });

  it("marks a caution below the source", () => {
    const garbled = passage("Work goes off.", { cautions: ["This copy is garbled."] });
    expect(renderAnswer(answer({ passages: [garbled] }), plain)).toBe(
      ["1  Work goes off.", "   — Gazette · Harbour talks", "   ! This copy is garbled."].join("\n"),
    );
  });

  it("puts the sides of a disagreement under one heading", () => {
    const sides = [
      passage("Twelve ships wait."),
      passage("Fourteen wait.", { article: article({ outlet: "Daily Port" }) }),
    ];
    const rendered = renderAnswer(
      answer({ disagreements: [{ about: "12 ships / 14 ships", passages: sides }] }),
      plain,
    );
    expect(rendered).toBe(
      [
        "The sources disagree: 12 ships / 14 ships",
        "",
        "1  Twelve ships wait.",
        "   — Gazette · Harbour talks",
        "",
        "2  Fourteen wait.",
        "   — Daily Port · Harbour talks",
      ].join("\n"),
    );
  });
});

describe("a terminal with colours", () => {
  it("shows matched words in bold and the source dim, on every line anew", () => {
    const matched = passage("The harbour opens.", {}, "harbour opens");
    expect(renderAnswer(answer({ passages: [matched] }), { ...plain, width: 20, colour: true })).toBe(
      [
        "\u001B[2m1  \u001B[22mThe \u001B[1mharbour\u001B[22m",
        "   \u001B[1mopens\u001B[22m.",
        "\u001B[2m   — \u001B[22m\u001B[2mGazette ·\u001B[22m",
        "     \u001B[2mHarbour talks\u001B[22m",
      ].join("\n"),
    );
  });
});

describe("a terminal with links", () => {
  it("leads from the title to the very sentence", () => {
    const linked = passage("It opens.", { article: article({ url }) });
    expect(renderAnswer(answer({ passages: [linked] }), { ...plain, links: true })).toContain(
      `\u001B]8;;${url}#:~:text=It%20opens\u001B\\Harbour talks\u001B]8;;\u001B\\`,
    );
  });
});

describe("a terminal without links", () => {
  it("shows the address of the article on a line of its own", () => {
    const linked = passage("It opens.", { article: article({ url }) });
    expect(
      renderAnswer(answer({ passages: [linked] }), plain)
        .split("\n")
        .at(-1),
    ).toBe(`   ${url}`);
  });

  it("shows it once for passages of one article, unless each has an address of its own", () => {
    const both = (urls: readonly string[]) =>
      renderAnswer(
        answer({ passages: urls.map((own, n) => passage(`It opens ${n}.`, { article: article({ url: own }) })) }),
        plain,
      );
    expect(both([url, url]).split("\n").slice(-2)).toEqual(["   — Both from Gazette · Harbour talks", `   ${url}`]);
    expect(both([`${url}#a`, `${url}#b`]).match(/harbour#[ab]$/gm)).toEqual(["harbour#a", "harbour#b"]);
  });

  it("shows no address that is none", () => {
    const linked = passage("It opens.", { article: article({ url: "javascript:alert(1)" }) });
    expect(renderAnswer(answer({ passages: [linked] }), plain)).not.toContain("javascript");
  });
});

describe("any answer", () => {
  const texts = fc.string({ unit: "binary", maxLength: 80 });
  const sources = fc.record({
    id: fc.constant("id"),
    title: texts,
    outlet: texts,
    author: texts,
    published: texts,
    url: fc.webUrl(),
    opening: fc.constant(null),
  });
  const passages = fc.tuple(texts, sources, texts, fc.nat(80), fc.nat(80)).map(([text, source, caution, a, b]) => {
    const ends = [a, b].map((end) => Math.min(end, text.length)).sort((x, y) => x - y);
    const matches = [{ start: ends[0] ?? 0, end: ends[1] ?? 0 }];
    return passage(text, { article: source, alsoIn: [source], cautions: [caution], matches });
  });
  const answers = fc
    .record({ lead: texts, notices: fc.array(texts), passages: fc.array(passages), suggestions: fc.array(texts) })
    .map((given) => answer({ ...given, disagreements: [{ about: given.lead, passages: given.passages }] }));
  const styles = fc.record({
    width: fc.integer({ min: 20, max: 100 }),
    columnsOf: fc.constant(stringWidth),
    colour: fc.boolean(),
    links: fc.boolean(),
  });
  const ESC = "\u001B";
  const ours = new RegExp(`${ESC}\\[(?:1|2|22|33|39)m|${ESC}\\]8;;[!-~]*${ESC}\\\\`, "g");

  it("fits the width and gives the terminal no orders but ours", () => {
    fc.assert(
      fc.property(answers, styles, (any, style) => {
        const rendered = renderAnswer(any, style).replace(ours, "");
        expect(rendered.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/u);
        for (const line of rendered.split("\n"))
          if (!line.startsWith("   http")) expect(stringWidth(line)).toBeLessThanOrEqual(style.width);
      }),
    );
  });

  it("shows every word of every passage as the article has it", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), styles, (any, style) => {
        const text = any.join(" ");
        const rendered = stripVTControlCharacters(renderAnswer(answer({ passages: [passage(text)] }), style));
        const [quotation = ""] = rendered.replace(/^1/, "").split("   — Gazette");
        expect(quotation.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});

describe("a passage in context", () => {
  it("is marked within its paragraph, between the paragraphs around it", () => {
    const opening = passage("It opens in May.", {}, "May");
    const paragraphs = [
      { text: "Talks began.", mark: null },
      { text: "Work goes on. It opens in May. So they say.", mark: { start: 14, end: 30 } },
    ];
    expect(renderContext(2, opening, paragraphs, plain)).toBe(
      [
        "2  Talks began.",
        "",
        "   Work goes on. ▸ It opens in May. ◂ So they say.",
        "",
        "   — Gazette · Harbour talks",
      ].join("\n"),
    );
  });
});
