import { describe, expect, test } from "vitest";
import { fixture, LAYOUTS, newsPage, paragraphs, readArticle, STORY } from "./news-page.ts";

const [first, second, third, ...others] = STORY;
const rest = first.slice(1);

describe.each(LAYOUTS)("a story in the layout %s", (layout) => {
  const read = (content: string) => readArticle(newsPage(layout, content)).paragraphs;

  test("is there with all its words, and nothing else", () => {
    expect(read(paragraphs(STORY))).toEqual(STORY);
  });

  test.each([
    ["an element", `<p><span class="dropcap">T</span>${rest}</p>`],
    ["an element with a blank behind it", `<p class="has-drop-cap"><span class="first">T</span> ${rest}</p>`],
    ["a block of its own", `<div class="initial">T</div><p>${rest}</p>`],
    ["a picture", `<p><img src="t.gif" alt="T">${rest}</p>`],
    ["a drawing", `<p><svg role="img" aria-label="T"><path d="M0"/></svg>${rest}</p>`],
    ["elements within elements", `<p><span class="cap header"><span>T</span></span><!-- -->${rest}</p>`],
    ["hidden from screen readers", `<p><span aria-hidden="true">T</span>${rest}</p>`],
    [
      "said twice, to be seen and to be heard",
      `<p><span aria-hidden="true">T</span><span aria-hidden="true">he</span><span class="sr-only">The</span>${first.slice(3)}</p>`,
    ],
  ])("keeps a first letter that is %s", (_, lead) => {
    expect(read(lead + paragraphs(STORY.slice(1)))).toEqual(STORY);
  });

  test("has its lines parted by breaks, too", () => {
    expect(read(`<div>${STORY.join("<br>\n<br/>")}</div>`)).toEqual(STORY);
    expect(read(`${first}<br>${second}<p>${[third, ...others].join("<br>")}</p>`)).toEqual(STORY);
  });

  test("has its paragraphs in any element", () => {
    expect(read(STORY.map((text) => `<div>${text}</div>`).join(""))).toEqual(STORY);
  });
});

const read = (content: string) => readArticle(newsPage("components", content)).paragraphs;

describe("the words of a story", () => {
  test("keep the breaks of a verse within their paragraph", () => {
    expect(read(`${paragraphs(STORY)}<p>Iron and rust,<br>rust and iron,<br>swing no more.</p>`).at(-1)).toBe(
      "Iron and rust,\nrust and iron,\nswing no more.",
    );
  });

  test("have quotation marks where the page has elements for them", () => {
    const quotation = "<p><q>Never,</q> she told the meeting. <q>He said <q>never</q> to me as well.</q></p>";
    expect(read(quotation + paragraphs(STORY))[0]).toBe(
      "“Never,” she told the meeting. “He said ‘never’ to me as well.”",
    );
    expect(read(`<p>“She cried <q>never</q> and left the room.”</p>${paragraphs(STORY)}`)[0]).toBe(
      "“She cried ‘never’ and left the room.”",
    );
  });

  test.each([
    ["<del>three</del> <ins>two</ins> winters pass", "two winters pass"],
    ["paid <s>half</s>, in part", "paid, in part"],
    ['the iron<sup><a href="#f1">1</a></sup> is old', "the iron is old"],
    ['the iron<a class="footnote-ref" href="#f1">[1]</a> is old', "the iron is old"],
    ["the iron is old.<sup>3</sup>", "the iron is old."],
    ["12 km<sup>2</sup> and 10<sup>6</sup> on the 21<sup>st</sup>", "12 km² and 10⁶ on the 21st"],
    ["CO<sub>2</sub> and H<sub>2</sub>O", "CO2 and H2O"],
    ["bri\u00ADdge, cou\u200Bncil, har&shy;bour, win<wbr>ters, \uFEFFiron", "bridge, council, harbour, winters, iron"],
    ["&#147;iron&#148; &amp; rust &lt;5 &amp;amp;", "“iron” & rust <5 &amp;"],
    ["the end <a href='#x'>¶</a>", "the end"],
    ["a pilot 👩\u200D✈️ waved", "a pilot 👩\u200D✈️ waved"],
  ])("are read as they are meant: %s", (html, words) => {
    const around = "In the hall they said, at great length and with many figures, that";
    expect(read(`<p>${around} ${html}</p>${paragraphs(STORY)}`)[0]).toBe(`${around} ${words}`);
  });

  test("keep the dateline", () => {
    const dateline = '<span class="dateline">MARROW BAY, March 2 (North Wire) — </span>';
    expect(read(`<p>${dateline}${first}</p>${paragraphs(STORY.slice(1))}`)[0]).toBe(
      `MARROW BAY, March 2 (North Wire) — ${first}`,
    );
  });

  test("keep short paragraphs, headings and quotations between long ones", () => {
    const short = `<p>${first}</p><p>“No.”</p><h2>The vote</h2><p>${second}</p><blockquote><p>${third}</p></blockquote>`;
    expect(read(short + paragraphs(others))).toEqual([first, "“No.”", "The vote", second, third, ...others]);
  });

  test.each([
    "<body><div id=a><h1>T</h1><p>{1}<p>{2}<div><p>{3}</div><b><p>{4}</b><p>{5}</span></div></body>",
    "<!DOCTYPE html><title>T</title><h1>T</h1><p>{1}<p>{2}<p>{3}<p>{4}<p>{5}",
    "<body><h1>T</h1><div>{1}<br>{2}<br>{3}<br>{4}<br>{5}</div></body>",
    "<html><head><title>T</title></head><h1>T</h1><P>{1}<P>{2}<P>{3}<P>{4}<P>{5}</html>",
  ])("survive broken markup: %s", (page) => {
    const filled = STORY.reduce((text, paragraph, at) => text.replace(`{${at + 1}}`, paragraph), page);
    expect(readArticle(filled).paragraphs).toEqual(STORY);
  });

  test("are read from JSON-LD where a script would show them", () => {
    const data = { "@type": "NewsArticle", headline: "T", articleBody: STORY.join("\n\n") };
    const page = `<script type="application/ld+json">${JSON.stringify(data)}</script><div id="app"></div>`;
    expect(readArticle(page).paragraphs).toEqual(STORY);
  });
});

describe("a page as they are built", () => {
  test.each([
    ["newspaper", ["Ten bridges", "Read more", "Advertisement", "Council picks", "submit a letter", "Last modified"]],
    ["broadcaster", ["Ten bridges", "Council picks", "flagship", "Gull steals", "Anna Holm", "1932", "correspondent"]],
    ["metropolitan", ["SKIP ADVERTISEMENT", "Order Reprints", "writes about harbours"]],
    ["letter", ["Thanks for reading", "receive new posts", "still about a bridge", "Share"]],
    ["civic", ["gulls", "Council picks", "Tags", "Submitted by"]],
    ["split", ["boots", "Ten bridges", "Council picks"]],
    ["hidden", ["Secret", "nope", "JavaScript", "tmpl", "¶"]],
    ["captions", ["at dusk", "Anna Holm"]],
    ["responses", ["Response 1"]],
  ])("gives its story and no page chrome: %s", (name, absent) => {
    const { draft, paragraphs: shown } = readArticle(fixture(name));
    expect(draft).toMatchObject({
      title: "Marrow Bay closes its swing bridge",
      author: "Nils Ferro",
      published: "2026-03-02",
      outlet: "Bay Courier",
    });
    expect(shown.filter((paragraph) => STORY.some((text) => text === paragraph))).toEqual(STORY);
    for (const text of absent) expect(draft.body).not.toContain(text);
  });
});
