import { describe, expect, test } from "vitest";
import type { Draft } from "../../../adapters/add/draft.ts";
import { HEAD, newsPage, paragraphs, readArticle, STORY } from "./news-page.ts";

const HEADLINE = "Marrow Bay closes its swing bridge";
const OUTLET = '<meta property="og:site_name" content="Bay Courier">';

/** A page that says who wrote it, and when, only to its readers. */
function visible(byline: string): Draft {
  const page = `<html><head><title>${HEADLINE} | Bay Courier</title>${OUTLET}</head><body><header><a href="/">Bay Courier</a></header><main><article><h1>${HEADLINE}</h1>${byline}${paragraphs(STORY)}</article></main></body></html>`;
  return readArticle(page).draft;
}

describe("the author and the date that readers see", () => {
  test.each([
    [
      '<p class="byline">By <a href="/a">Nils Ferro</a>, Harbour correspondent</p><time datetime="2026-03-02T09:00:00+01:00">2 March</time>',
      "Nils Ferro",
      "2026-03-02",
    ],
    [
      '<div class="meta">By Nils Ferro and Ann-Marie de la Cruz · 2 March 2026 · 3 min read</div>',
      "Nils Ferro, Ann-Marie de la Cruz",
      "2026-03-02",
    ],
    [
      '<div class="author">NILS FERRO</div><div class="date">Monday, March 2nd, 2026, 9:15 am GMT</div>',
      "Nils Ferro",
      "2026-03-02",
    ],
    [
      "<p>By Nils Ferro</p><p>Published: 2 March 2026 10:00 | Updated: 5 March 2026 11:00</p>",
      "Nils Ferro",
      "2026-03-02",
    ],
    [
      '<p>Updated 5 March 2026; published 2 March 2026</p><address rel="author">Nils Ferro</address>',
      "Nils Ferro",
      "2026-03-02",
    ],
    [
      '<ul class="authors"><li><a rel="author" href="/a">Nils Ferro</a></li><li><a rel="author" href="/b">Mina O’Hara</a></li></ul>',
      "Nils Ferro, Mina O’Hara",
      null,
    ],
    [
      '<div itemprop="author"><span itemprop="name">Nils Ferro</span> <span itemprop="jobTitle">Chief Reporter</span></div><meta itemprop="datePublished" content="2026-03-02T00:10:00+05:00">',
      "Nils Ferro",
      "2026-03-02",
    ],
    ["<p><em>By Nils Ferro in Marrow Bay</em></p><p>March 2, 2026</p>", "Nils Ferro", "2026-03-02"],
    ['<p class="byline">Nils Ferro | Bay Courier | 2 Mar 2026</p>', "Nils Ferro", "2026-03-02"],
    [
      '<p class="byline"><img alt="Nils"><b>Nils Ferro</b><br><i>Harbour correspondent</i><br>@nilsferro</p><p class="date">21.11.2025</p>',
      "Nils Ferro",
      "2025-11-21",
    ],
    [
      '<p class="byline">Reuters</p><time class="modified" datetime="2026-03-09">9 March</time><time class="published" datetime="2026-03-02">2 March</time>',
      "Reuters",
      "2026-03-02",
    ],
    ['<time datetime="2026-03-01T23:30:00Z">2 March 2026, 00:30</time>', null, "2026-03-02"],
    ['<div class="byline">By Nils Ferro</div><div class="timestamp">02/03/2026</div>', "Nils Ferro", null],
    [
      '<aside class="related"><p class="byline">By Some Body</p><time datetime="2020-01-01">1 January 2020</time></aside>',
      null,
      null,
    ],
  ])("are told from %s", (byline, author, published) => {
    const draft = visible(byline);
    expect(draft).toMatchObject({ title: HEADLINE, author, published });
    expect(draft.body.startsWith(STORY[0])).toBe(true);
  });
});

describe("JSON-LD", () => {
  const ARTICLE = {
    "@type": "NewsArticle",
    headline: HEADLINE,
    datePublished: "2026-03-02T00:15:00+09:00",
    url: "/news/bridge",
  };
  const PUBLISHER = { "@type": "NewsMediaOrganization", name: "Bay Courier" };
  const withData = (script: string, byline = "") =>
    readArticle(
      newsPage("components", byline + paragraphs(STORY), `<script type="application/ld+json">${script}</script>`),
    ).draft;
  const WANTED = { title: HEADLINE, author: "Nils Ferro", published: "2026-03-02", outlet: "Bay Courier" };

  test.each([
    ["bare names", { ...ARTICLE, author: "By Nils Ferro", publisher: "Bay Courier" }],
    [
      "lists of one",
      [
        {
          ...ARTICLE,
          author: [{ "@type": "Person", name: "Nils Ferro, Harbour Correspondent" }],
          publisher: [PUBLISHER],
        },
      ],
    ],
    [
      "parts of a name, within a page",
      {
        "@type": "WebPage",
        mainEntity: { ...ARTICLE, author: { givenName: "Nils", familyName: "Ferro" }, publisher: PUBLISHER },
      },
    ],
    [
      "a graph of references",
      {
        "@graph": [
          { "@type": "WebSite", "@id": "/#site", name: "The site of the Courier", publisher: { "@id": "/#org" } },
          { "@type": "Person", "@id": "/#nils", name: "Nils Ferro" },
          { ...ARTICLE, author: [{ "@id": "/#nils" }], publisher: { "@id": "/#org" }, isPartOf: { "@id": "/#site" } },
          { "@type": ["Organization", "Brand"], "@id": "/#org", name: "Bay Courier" },
        ],
      },
    ],
    [
      "other works beside it",
      [
        {
          "@type": "ItemList",
          itemListElement: [{ item: { "@type": "NewsArticle", headline: "Gull steals wig", author: "X Y" } }],
        },
        { ...ARTICLE, headline: "Ten bridges nobody uses", url: "/ten" },
        { ...ARTICLE, author: { "@list": ["Nils Ferro"] }, publisher: PUBLISHER },
      ],
    ],
    [
      "prefixes",
      {
        ...ARTICLE,
        "@type": "https://schema.org/NewsArticle",
        author: { "@type": "schema:Person", name: "Nils Ferro" },
        publisher: PUBLISHER,
      },
    ],
  ])("is read with %s", (_, data) => {
    expect(withData(JSON.stringify(data))).toMatchObject(WANTED);
  });

  test("names all authors, also an agency", () => {
    const by = (author: unknown) =>
      withData(JSON.stringify({ ...ARTICLE, author, publisher: PUBLISHER }), '<p class="byline">By Ada Quill</p>')
        .author;
    expect(by([{ name: ["Nils Ferro", "Mina O'Hara"] }, "Bo Li"])).toBe("Nils Ferro, Mina O'Hara, Bo Li");
    expect(by({ "@type": "Person", name: "Nils Ferro and Mina O'Hara" })).toBe("Nils Ferro, Mina O'Hara");
    expect(by([{ "@type": "Organization", name: "Bay Courier" }])).toBe("Ada Quill");
    expect(by("https://bay.example/nils")).toBe("Ada Quill");
  });

  test("has its entities decoded once and its tags left out", () => {
    const data = { ...ARTICLE, headline: "Bay&#8217;s bridge &amp; <em>its</em> &amp;amp; end" };
    expect(withData(JSON.stringify(data)).title).toBe("Bay’s bridge & its &amp; end");
  });

  test.each([
    ["in a comment", (json: string) => `<!-- ${json} -->`],
    ["as character data", (json: string) => `//<![CDATA[\n${json}\n//]]>`],
    ["with a line break in a string", (json: string) => json.replace('"By ', '"By\n')],
    ["with a comma too much", (json: string) => json.replace(/\}$/, ",}")],
  ])("is read %s", (_, print) => {
    expect(
      withData(print(JSON.stringify({ ...ARTICLE, author: "By Nils Ferro", publisher: PUBLISHER }))),
    ).toMatchObject(WANTED);
  });
});

describe("the title", () => {
  test.each([
    ["", `<div><h1>Bay Courier</h1></div><h1>${HEADLINE}</h1>`],
    ["", `<h1><a href="/"><img alt="Bay Courier"></a></h1><h2 itemprop="headline">${HEADLINE}</h2>`],
    ["", `<h1><span class="kicker">Harbour</span> Marrow Bay <br>clo&shy;ses its swing bridge </h1>`],
    ["<title>Bay Courier - a bridge</title>", `<h1>${HEADLINE}</h1>`],
    [`<title>${HEADLINE} – Bay Courier</title>`, ""],
    [`<title>Bay Courier: ${HEADLINE}</title>`, ""],
    [`<meta property="og:title" content="${HEADLINE} | Bay Courier">`, "<h1>Another one</h1>"],
  ])("is read from %s%s", (head, body) => {
    expect(readArticle(`${OUTLET}${head}${body}${paragraphs(STORY)}`).draft.title).toBe(HEADLINE);
  });

  test("tells the outlet, too, where a link of the page has that name", () => {
    const page = (link: string) =>
      `<title>${HEADLINE} | Bay Courier</title>${link}<h1>${HEADLINE}</h1>${paragraphs(STORY)}`;
    expect(readArticle(page('<a href="/"><img alt="Bay Courier"></a>')).draft.outlet).toBe("Bay Courier");
    expect(readArticle(page("")).draft.outlet).toBeNull();
  });
});

describe("the canonical address", () => {
  test.each([
    ['<base href="/archive/"><link href="b.html" rel="canonical">', "https://bay.example/archive/b.html"],
    ['<base href="x/"><link rel="Canonical" href="b.html">', "https://bay.example/news/x/b.html"],
    ['<link rel="alternate canonical" href="/c">', "https://bay.example/c"],
    [
      '<base href="https://www.bay.example/q/"><meta property="og:url" content="d.html">',
      "https://www.bay.example/q/d.html",
    ],
    ['<link rel="canonical" href="">', "https://bay.example/news/bridge"],
    ['<base target="_blank"><link rel="canonical" href="e">', "https://bay.example/news/e"],
  ])("is told by %s", (head, url) => {
    expect(readArticle(newsPage("blog", paragraphs(STORY), HEAD + head)).draft.url).toBe(url);
  });
});
