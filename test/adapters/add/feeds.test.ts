import { describe, expect, test } from "vitest";
import { readDocument } from "../../../adapters/add/read-document.ts";
import type { FeedItem } from "../../../adapters/add/read-feed.ts";
import { paragraphs, STORY } from "./news-page.ts";

function items(content: string, mediaType = "application/xml"): readonly FeedItem[] {
  const address = "https://bay.example/feeds/news.xml";
  const document = readDocument({ name: address, address, mediaType, charset: "utf-8", bytes: Buffer.from(content) });
  if (document.kind !== "feed") throw new Error("an article");
  return document.items;
}

const WANTED = {
  title: "Bridge to close",
  outlet: "Bay Courier",
  author: "Nils Ferro",
  published: "2026-03-02",
  url: "https://bay.example/n/1",
  body: `${STORY.join("\n\n")}\n`,
};
const HTML = paragraphs(STORY);
const escaped = (html: string) => html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const TITLE = "<title>Bridge to close</title>";
const LINK = "<link>https://bay.example/n/1</link>";
const DATE = "<pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate>";
const BY = "<dc:creator>Nils Ferro</dc:creator>";
const rss = (item: string, content = `<content:encoded><![CDATA[${HTML}]]></content:encoded>`) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Bay Courier</title><link>https://bay.example/</link><item>${item}${content}</item></channel></rss>`;
const LINKS = '<link href="https://bay.example/n/1"/>';
const ATOM_HEAD = `${TITLE}<id>urn:1</id><published>2026-03-02T23:30:00-05:00</published><updated>2026-03-09T00:00:00Z</updated><author><name>Nils Ferro</name></author>`;
const ATOM_BODY = `<content type="html">${escaped(HTML)}</content>`;
const atom = (entry: string, attributes = "", head = "<title>Bay Courier</title>") =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"${attributes}>${head}<id>urn:f</id><updated>2026-04-01T00:00:00Z</updated><entry>${entry}</entry></feed>`;
const ENTRY = {
  id: "1",
  url: "https://bay.example/n/1",
  title: "Bridge to close",
  content_html: HTML,
  date_published: "2026-03-02T00:30:00+02:00",
  authors: [{ name: "Nils Ferro" }],
};
const json = (entry: object, more = {}) =>
  JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Bay Courier", ...more, items: [entry] });

describe("an entry", () => {
  test.each([
    ["RSS 2.0", rss(TITLE + LINK + DATE + BY)],
    [
      "RSS with a description that is the article",
      rss(TITLE + LINK + DATE + BY, `<description>${escaped(HTML)}</description>`),
    ],
    ["RSS with plain text", rss(TITLE + LINK + DATE + BY, `<description>${STORY.join("\n\n")}</description>`)],
    ["RSS with a guid for a link", rss(`${TITLE}<guid>https://bay.example/n/1</guid>${DATE}${BY}`)],
    [
      "RSS with a guid that is none",
      rss(`${TITLE}<guid isPermaLink="false">https://other.example/</guid><link>/n/1</link>${DATE}${BY}`),
    ],
    [
      "RSS with an address of mail and a name",
      rss(`${TITLE}${LINK}${DATE}<author>nils@bay.example (Nils Ferro)</author>`),
    ],
    [
      "RSS 1.0",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bay Courier</title></channel><item>${TITLE}${LINK}<dc:date>2026-03-02T00:30:00+02:00</dc:date>${BY}<content:encoded><![CDATA[${HTML}]]></content:encoded></item></rdf:RDF>`,
    ],
    ["Atom", atom(ATOM_HEAD + LINKS + ATOM_BODY)],
    [
      "Atom with XHTML",
      atom(
        `${ATOM_HEAD}${LINKS}<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${HTML}</div></content>`,
      ),
    ],
    ["Atom with text", atom(`${ATOM_HEAD}${LINKS}<content>${STORY.join("\n\n")}</content>`)],
    [
      "Atom with several links",
      atom(
        `${ATOM_HEAD}<link rel="self" href="/x"/><link rel="alternate" type="application/pdf" href="/p"/><link rel="alternate" type="text/html" href="/n/1"/>${ATOM_BODY}`,
      ),
    ],
    ["Atom with bases", atom(`${ATOM_HEAD}<link href="1"/>${ATOM_BODY}`, ' xml:base="https://bay.example/n/"')],
    [
      "Atom with the author of the feed",
      atom(
        ATOM_HEAD.replace(/<author>.*<\/author>/, "") + LINKS + ATOM_BODY,
        "",
        "<title>Bay Courier</title><author><name>Nils Ferro</name></author>",
      ),
    ],
    ["JSON Feed", json(ENTRY)],
    [
      "JSON Feed with the author of the feed and an id for a link",
      json({ ...ENTRY, authors: undefined, url: undefined, id: ENTRY.url }, { author: { name: "Nils Ferro" } }),
    ],
    ["JSON Feed with text", json({ ...ENTRY, content_html: undefined, content_text: STORY.join("\n\n") })],
  ])("of %s is read", (_, feed) => {
    expect(items(feed)).toMatchObject([{ isWhole: true, draft: WANTED }]);
  });

  test.each([
    ["an ampersand and a sign alone", rss(`<title>R&D < 5</title>${LINK}${DATE}${BY}`), "R&D < 5"],
    ["entities of HTML", rss(`<title>Bridge&nbsp;to close&hellip;</title>${LINK}${DATE}${BY}`), "Bridge to close…"],
    ["control characters", rss(`<title>Bri\bdge to close</title>${LINK}${DATE}${BY}`), "Bridge to close"],
    ["tags in other letters", rss(`<title>Bridge to close</Title>${LINK}${DATE}${BY}`), "Bridge to close"],
    ["a tag too much", rss(`<title>Bridge to close</b></title>${LINK}${DATE}${BY}`), "Bridge to close"],
    ["an end too soon", rss(TITLE + LINK + DATE + BY).replace("</channel></rss>", ""), "Bridge to close"],
    ["no names for its prefixes", rss(TITLE + LINK + DATE + BY).replace(/ xmlns:\w+="[^"]*"/g, ""), "Bridge to close"],
    ["something before it", `\n\nNotice: x\n${rss(TITLE + LINK + DATE + BY)}`, "Bridge to close"],
  ])("is read from a feed with %s", (_, feed, title) => {
    expect(items(feed, "application/rss+xml")).toMatchObject([{ isWhole: true, draft: { ...WANTED, title } }]);
  });

  test.each([
    ["Mon, 02 Mar 2026 00:30:00 +1300", "2026-03-02"],
    ["Mon, 2 Mar 2026 23:59 PST", "2026-03-02"],
    ["02 Mar 26 10:00 GMT", "2026-03-02"],
    ["2026-03-02T23:30:00-08:00", "2026-03-02"],
    ["2026-03-02 10:00:00", "2026-03-02"],
    ["soon", null],
  ])("dated %s is of the day on which it was written there", (date, published) => {
    expect(items(rss(`${TITLE}${LINK}<pubDate>${date}</pubDate>${BY}`))).toMatchObject([{ draft: { published } }]);
  });

  test.each([
    [rss(`<title><![CDATA[Bridge &amp; road]]></title>${LINK}`), "Bridge & road"],
    [rss(`<title>&lt;i&gt;Bridge&lt;/i&gt;&amp;#8217;s end</title>${LINK}`), "Bridge’s end"],
    [rss(`<title>5 &lt; 6</title>${LINK}`), "5 < 6"],
    [atom(`<title type="html">&lt;b&gt;Bridge&lt;/b&gt; &amp;amp; road</title>${LINKS}`), "Bridge & road"],
    [
      atom(
        `<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>Bridge</b> &amp; road</div></title>${LINKS}`,
      ),
      "Bridge & road",
    ],
    [atom(`<title>The &lt;b&gt; tag &amp;amp; I</title>${LINKS}`), "The <b> tag &amp; I"],
    [json({ ...ENTRY, title: "R&D < 5" }), "R&D < 5"],
  ])("has the title that its format means, %#", (feed, title) => {
    expect(items(feed)).toMatchObject([{ draft: { title } }]);
  });

  test.each(["text/html", "text/plain", "application/json", "application/feed+json", ""])(
    "is read from a feed that is served as %j",
    (type) => {
      const feed = type.includes("json") ? json(ENTRY) : rss(TITLE + LINK + DATE + BY);
      expect(items(feed, type)).toMatchObject([{ draft: WANTED }]);
    },
  );
});

test("what is no feed is refused", () => {
  expect(() => items("<rss", "application/rss+xml")).toThrow("is no feed in RSS, Atom or JSON Feed that can be read");
});
