import { describe, expect, test } from "vitest";
import { newsPage, paragraphs, readArticle, STORY } from "./news-page.ts";

const before = STORY.slice(0, 3);
const after = STORY.slice(3);

/** What stands between the paragraphs of the story, in two layouts that must agree. */
function between(html: string): readonly string[] {
  const [shown = [], other] = (["blog", "components"] as const).map((layout) => {
    const all = readArticle(newsPage(layout, paragraphs(before) + html + paragraphs(after))).paragraphs;
    expect(all.slice(0, before.length)).toEqual(before);
    expect(all.slice(-after.length)).toEqual(after);
    return all.slice(before.length, -after.length);
  });
  expect(other).toEqual(shown);
  return shown;
}

describe("a table", () => {
  const ROWS = ["Town: Kaldera; High (°C): 41; Low (°C): 22.", "Town: Oskby; High (°C): 12; Low (°C): 3."];

  test.each([
    [
      "a head and names of rows",
      '<table><thead><tr><th scope="col">Town</th><th scope="col">High (°C)</th><th>Low (°C) ▲</th></tr></thead><tbody><tr><th scope="row">Kaldera</th><td>41</td><td>22</td></tr><tr><th scope="row">Oskby</th><td>12</td><td>3</td></tr></tbody></table>',
    ],
    [
      "bold names and a caption of a picture",
      "<figure><table><tr><td><b>Town</b></td><td><b>High (°C)</b></td><td><b>Low (°C)</b></td></tr><tr><td>Kaldera</td><td>41</td><td>22</td></tr><tr><td>Oskby</td><td>12</td><td>3</td></tr></table><figcaption>Source: weather office</figcaption></figure>",
    ],
    [
      "no sign of a head but words over numbers",
      "<div><table border=1><tr><td>Town<td>High (°C)<td>Low (°C)<tr><td>Kaldera<td>41<td>22<tr><td>Oskby<td>12<td>3</table></div>",
    ],
    [
      "paragraphs and footnotes in its cells",
      '<table><tr><th><p>Town</p></th><th>High&nbsp;(°C)</th><th>Low (°C)</th></tr><tr><td><p>Kaldera</p></td><td><del>40</del> 41</td><td>22</td></tr><tr><td>Oskby</td><td><b>12</b></td><td>3<sup><a href="#n">1</a></sup></td></tr></table>',
    ],
  ])("with %s is a paragraph for each row, with the names of its columns", (_, table) => {
    expect(between(table).map((row) => row.replace("\u00A0", " "))).toEqual(ROWS);
  });

  test("with cells that span others names and repeats them", () => {
    const table =
      '<table><caption>Monday</caption><thead><tr><th rowspan="2">Town</th><th colspan="2">Degrees</th></tr><tr><th>High</th><th>Low</th></tr></thead><tr><td rowspan="2">Kaldera</td><td>41</td><td>22</td></tr><tr><td>39</td><td></td></tr><tr><th colspan="3">The north</th></tr><tr><td>Oskby</td><td colspan="2">12</td></tr></table>';
    expect(between(table)).toEqual([
      "Monday",
      "Town: Kaldera; Degrees High: 41; Degrees Low: 22.",
      "Town: Kaldera; Degrees High: 39.",
      "The north",
      "Town: Oskby; Degrees High: 12.",
    ]);
  });

  test("of names and values, and a list of terms, are lines of both", () => {
    expect(
      between("<table><tr><th>Length</th><td>120 metres</td></tr><tr><th>Built:</th><td>1911</td></tr></table>"),
    ).toEqual(["Length: 120 metres.", "Built: 1911."]);
    expect(between("<dl><dt>Length</dt><dd>120 metres</dd></dl>")).toEqual(["Length: 120 metres"]);
  });

  test("that only places things is no table", () => {
    const cell = "The mayor did not want to say when the ferry would come, or from where, or what it would look like.";
    expect(between(`<table role="presentation"><tr><td>${cell}</td><td>${cell}</td></tr></table>`)).toEqual([
      cell,
      cell,
    ]);
  });

  test("of Markdown is read the same way", () => {
    const markdown = `${STORY[0]}\n\n| Town | High \\| low |\n|:---|---:|\n| Kaldera | **41** |\n| Oskby | 12 |\n\nIt rained[^1].\n\n[^1]: A little.\n`;
    expect(readArticle(markdown, "text/markdown").paragraphs.slice(1)).toEqual([
      "Town: Kaldera; High | low: 41.",
      "Town: Oskby; High | low: 12.",
      "It rained.",
      "A little.",
    ]);
  });
});

describe("a list", () => {
  test("keeps its announcement and its items, also where they are links", () => {
    const list = `<p>The plan makes three promises:</p><ul><li>a ferry;</li><li><p>a <a href="/r">road</a>; and</p></li><li><a href="/t">no tolls at all</a></li></ul>`;
    expect(between(list)).toEqual([
      "The plan makes three promises:",
      "- a ferry;",
      "- a road; and",
      "- no tolls at all",
    ]);
  });

  test("of links that nobody announces leads elsewhere", () => {
    expect(
      between('<ul><li><a href="/1">Ten bridges nobody uses</a></li><li><a href="/2">Gull steals wig</a></li></ul>'),
    ).toEqual([]);
  });
});

describe("an interview", () => {
  const [ask, say] = ["Will you miss it?", "Not for a day. It kept me awake for thirty years."];

  test.each([
    ["headings", `<h3>${ask}</h3><p>${say}</p>`],
    ["bold lines", `<p><b>${ask}</b><br>${say}</p>`],
    ["paragraphs", `<p><strong>${ask}</strong></p><p>${say}</p>`],
    ["terms and descriptions", `<dl><dt>${ask}</dt><dd>${say}</dd></dl>`],
  ])("in %s keeps question and answer", (_, html) => {
    expect(between(html)).toEqual([ask, say]);
  });

  test("keeps who asks", () => {
    expect(between(`<p>Q: ${ask}</p><p>A: ${say}</p>`)).toEqual([`Q: ${ask}`, `A: ${say}`]);
  });
});

describe("a live blog", () => {
  const ENTRIES = [
    ["14:32", "The vote is over: nine to four for closing the bridge, the clerk has read out."],
    ["12:40", "Doors have opened and about sixty people are in the hall."],
  ] as const;
  const live = (entry: (time: string, text: string) => string, head = "") =>
    readArticle(
      `<title>Live</title>${head}<main><h1>Live: the vote</h1><p>${STORY[0]}</p>${ENTRIES.map(([time, text]) => entry(time, text)).join("")}</main>`,
    ).paragraphs;

  test.each([
    [
      "elements for time",
      (time: string, text: string) =>
        `<article><time datetime="2026-03-02T${time}Z">${time}</time><p>${text}</p></article>`,
    ],
    [
      "a time that passes",
      (time: string, text: string) =>
        `<div><time datetime="2026-03-02T${time}Z">2 hours ago</time><p>${text}</p></div>`,
    ],
    [
      "lines",
      (time: string, text: string) =>
        `<div class="post"><span class="timestamp">${time}</span><div><p>${text}</p></div></div>`,
    ],
    ["headings", (time: string, text: string) => `<h3>${time}</h3><p>${text}</p>`],
  ])("with %s keeps the time of each entry", (_, entry) => {
    expect(live(entry).slice(1)).toEqual(ENTRIES.flat());
  });

  test("that is loaded by a script is read from its JSON-LD", () => {
    const liveBlogUpdate = ENTRIES.map(([time, articleBody]) => ({
      "@type": "BlogPosting",
      datePublished: `2026-03-02T${time}:00Z`,
      articleBody,
    }));
    const data = { "@type": "LiveBlogPosting", headline: "Live: the vote", liveBlogUpdate };
    expect(live(() => "", `<script type="application/ld+json">${JSON.stringify(data)}</script>`).slice(1)).toEqual(
      ENTRIES.flat(),
    );
  });
});

describe("a correction", () => {
  const text = "An earlier version of this article gave the length of the detour as two miles. It is four.";
  const last = (html: string) => readArticle(newsPage("blog", paragraphs(STORY) + html)).paragraphs.slice(STORY.length);

  test.each([
    [`<div class="correction"><p><strong>Correction:</strong> ${text}</p></div>`, [`Correction: ${text}`]],
    [`<aside class="article-correction"><h4>Correction</h4><p>${text}</p></aside>`, ["Correction", text]],
    [
      `<footer><p>This article was amended on 3 March. ${text}</p></footer>`,
      [`This article was amended on 3 March. ${text}`],
    ],
    [`<p>Editor’s note: ${text}</p><p>Sign up to our newsletter</p>`, [`Editor’s note: ${text}`]],
  ])("is kept wherever it stands: %s", (html, shown) => {
    expect(last(html)).toEqual(shown);
  });

  test("is kept above the story", () => {
    expect(readArticle(newsPage("mobile", `<p><i>Correction: ${text}</i></p>${paragraphs(STORY)}`)).paragraphs).toEqual(
      [`Correction: ${text}`, ...STORY],
    );
  });
});
