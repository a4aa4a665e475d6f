import { describe, expect, test } from "vitest";
import { HEAD, newsPage, paragraphs, readArticle, STORY } from "./news-page.ts";

const TEASERS = [
  ["Council picks a new clerk", "The town council has picked a new clerk after three rounds of votes on Monday."],
  ["Ten bridges nobody uses", "We looked at ten bridges that cost a fortune and that nobody uses today."],
  ["Ferry starts in June", "A ferry for people on foot will start in June, the council said."],
  ["Gull steals a wig", "A gull has stolen a wig from a judge on the promenade."],
] as const;
const cards = (card: (title: string, teaser: string, at: number) => string) =>
  TEASERS.map(([a, b], at) => card(a, b, at)).join("");

describe("a list of articles", () => {
  test.each([
    [
      "headlines in articles",
      `<main><h1>News</h1>${cards((a, b, n) => `<article><h2><a href="/${n}">${a}</a></h2><p>${b}</p></article>`)}</main>`,
    ],
    [
      "whole posts, one below another",
      `<main>${cards((a, _, n) => `<article><h2><a href="/${n}">${a}</a></h2>${paragraphs(STORY)}</article>`)}</main>`,
    ],
    [
      "links around cards",
      `<meta property="og:type" content="website"><main>${cards((a, b, n) => `<a href="/${n}"><h3>${a}</h3><p>${b}</p></a>`)}</main>`,
    ],
    [
      "a list under a note",
      `<h1>Nils Ferro</h1><p>Nils Ferro is a reporter who writes about the harbour.</p><ul>${cards((a, _, n) => `<li><a href="/${n}">${a} after a long dispute</a></li>`)}</ul>`,
    ],
    ["a table", `<table>${cards((a, b, n) => `<tr><td><b><a href="/${n}">${a}</a></b><br>${b}</td></tr>`)}</table>`],
    [
      "JSON-LD that says so",
      `<script type="application/ld+json">{"@type":"CollectionPage","mainEntity":{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle"}]}}</script><main>${cards((a, b, n) => `<div><h2><a href="/${n}">${a}</a></h2><p>${b} ${b}</p></div>`)}</main>`,
    ],
  ])("is refused: %s", (_, html) => {
    expect(() => readArticle(html)).toThrow("is a list of articles and no article");
  });

  test("is not an article with more of them below it, or with links in its headings", () => {
    const below = `<section><h2>More stories</h2>${cards((a, b, n) => `<div><h3><a href="/${n}">${a}</a></h3><p>${b}</p></div>`)}</section>`;
    expect(readArticle(`<main><article><h1>T</h1>${paragraphs(STORY)}</article>${below}</main>`).paragraphs).toEqual(
      STORY,
    );
    const own = `<main><h1><a href="/news/bridge">T</a></h1>${paragraphs(STORY)}<h2><a href="/f">The ferry and its price</a></h2>${paragraphs(STORY)}</main>`;
    expect(readArticle(own).paragraphs.filter((text) => text === STORY[0])).toHaveLength(2);
  });
});

describe("a page that is cut short", () => {
  const shown = STORY.slice(0, 3);
  const CALLS = [
    "<div><h3>Subscribe to continue reading</h3><p>Get unlimited access for £1 a month. Cancel anytime.</p><a href='/s'>Subscribe</a></div>",
    "<p>To read the rest of this article, please log in or register.</p>",
    "<div id='gate'><p>You have 0 free articles left this month.</p><p>Already a member? Log in</p></div>",
    "<section class='regwall'><p>Keep reading with a free account</p><button>Register</button></section>",
    "<p>Become a member to read the full article.</p>",
    "<div class='subscribe-prompt'><p>The full story is for subscribers.</p><p>€1 a month</p></div>",
  ];

  test.each(CALLS)("is added without the call, and that is told: %s", (call) => {
    const { paragraphs: all, notes } = readArticle(newsPage("components", paragraphs(shown) + call));
    expect(all).toEqual(shown);
    expect(notes).toEqual(["may be cut short: the page asks to subscribe or to log in for the whole article"]);
  });

  test.each([
    [
      newsPage("blog", paragraphs([...shown, "Shopkeepers on the east bank fear…"])),
      "may be cut short: its text breaks off",
    ],
    [
      newsPage(
        "blog",
        paragraphs(shown),
        `${HEAD}<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>`,
      ),
      "may be cut short: the page says that not all of it is free to read",
    ],
    [
      newsPage(
        "blog",
        paragraphs(shown),
        `${HEAD}<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", articleBody: STORY.join(" ").repeat(2) })}</script>`,
      ),
      "may be cut short: the page says that it has more text",
    ],
  ])("is told from other signs, %#", (page, note) => {
    expect(readArticle(page).notes).toEqual([note]);
  });

  test("is none that only has a button to subscribe in its head, or asks for a newsletter", () => {
    const head = '<header><a href="/s">Subscribe</a><p>Already a subscriber? Log in to read</p></header>';
    const page = newsPage("blog", `${paragraphs(STORY)}<p>Sign up for our newsletter.</p>`).replace(
      "<body>",
      `<body>${head}`,
    );
    expect(readArticle(page)).toMatchObject({ paragraphs: STORY, notes: [] });
  });
});
