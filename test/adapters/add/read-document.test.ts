import { describe, expect, test } from "vitest";
import type { Draft } from "../../../adapters/add/draft.ts";
import { readDocument } from "../../../adapters/add/read-document.ts";

function read(name: string, content: string | Uint8Array, mediaType = "", address: string | null = null): Draft {
  const document = readDocument({ name, address, mediaType, charset: null, bytes: Buffer.from(content) });
  if (document.kind !== "article") throw new Error("a feed");
  return document.draft;
}

describe("a plain text", () => {
  test("with a headline and a byline gives both to the front matter", () => {
    expect(
      read("a.txt", "Council votes for the bridge\n\nBy Ada Quill and Ben Oar, River News\n\nIt was a long night.\n"),
    ).toEqual({
      title: "Council votes for the bridge",
      outlet: null,
      author: "Ada Quill and Ben Oar, River News",
      published: null,
      url: null,
      body: "It was a long night.\n",
    });
  });

  test("that begins with a sentence has no title", () => {
    expect(read("a.txt", "The council voted.\n\nIt was a long night.").title).toBeNull();
  });

  test("with a paragraph on each line gets blank lines between them and no other change", () => {
    const text = `“Odd  quote” , she said. ${"x".repeat(120)}.\r\nSecond\u00A0line.\r\n`;
    expect(read("a.txt", text).body).toBe(`“Odd  quote” , she said. ${"x".repeat(120)}.\n\nSecond\u00A0line.\n`);
  });

  test("with wrapped lines keeps its paragraphs together", () => {
    expect(read("a.txt", "One line\nand the next of it.\n\nAnother.").body).toBe(
      "One line\nand the next of it.\n\nAnother.\n",
    );
  });

  test("loses what is no story: links to others, prompts, comment widgets", () => {
    const text =
      "The bridge is open.\nRead also:\n- Ferry late\n- Storm hits\nSubscribe to our newsletter\nIt cost a lot.\nblog comments powered by Disqus";
    expect(read("a.txt", text).body).toBe("The bridge is open.\n\nIt cost a lot.\n");
  });

  test("keeps sentences that only look like page chrome", () => {
    const text =
      "Subscribe to our newsletter, the minister told them, and they laughed for a while about it.\nCopyright law was changed.\nComments were sharp.";
    expect(read("a.txt", text).body.split("\n\n")).toHaveLength(3);
  });

  test("without a word in it is refused", () => {
    expect(() => read("a.txt", " \n\n")).toThrow("holds no text");
    expect(() => read("a.txt", new Uint8Array([0, 1, 2, 255, 0]))).toThrow("is not text");
  });
});

describe("a Markdown file", () => {
  test("is read as a reader of the rendered file reads it", () => {
    const markdown = `---
title: "Bridge: a vote"
date: 2025-03-02T10:00:00Z
authors: [Ada Quill, Ben Oar]
publisher: River News
canonical_url: https://river.example/bridge
tags: [a, b]
---
# Bridge: a vote

The **council** voted for the [bridge](https://x.example).
It took long.

- one
- two

> “We did it,” she said.

![photo](a.png)
<script>alert(1)</script>
`;
    expect(read("a.md", markdown)).toEqual({
      title: "Bridge: a vote",
      outlet: "River News",
      author: "Ada Quill, Ben Oar",
      published: "2025-03-02",
      url: "https://river.example/bridge",
      body: "The council voted for the bridge. It took long.\n\n- one\n\n- two\n\n“We did it,” she said.\n",
    });
  });

  test("without front matter has its first heading as the title", () => {
    expect(read("a.md", "# A vote\n\nThe council voted.\n\n## Then\n\nIt rained.")).toMatchObject({
      title: "A vote",
      body: "The council voted.\n\nThen\n\nIt rained.\n",
    });
  });
});

describe("a page", () => {
  const story =
    "<p>The council of Eastport met on Tuesday and voted for the new bridge over the river, at last, by eight to three.</p>".repeat(
      2,
    );
  const page = (head: string) =>
    read(
      "a.html",
      `<html><head>${head}</head><body><article>${story}</article></body></html>`,
      "text/html",
      "https://river.example/news/1",
    );

  test("is believed in what its meta elements say", () => {
    const head = `<title>Vote – River News</title><meta name="author" content="By Ada Quill"><meta property="og:site_name" content="River News">
      <meta property="article:published_time" content="2025-03-02T10:00:00+01:00"><meta property="og:url" content="/news/vote">`;
    expect(page(head)).toMatchObject({
      title: "Vote",
      outlet: "River News",
      author: "Ada Quill",
      published: "2025-03-02",
      url: "https://river.example/news/vote",
    });
  });

  test("that says nothing of itself gets nothing made up, but for the address it was read at", () => {
    expect(page("")).toMatchObject({
      title: null,
      outlet: null,
      author: null,
      published: null,
      url: "https://river.example/news/1",
    });
  });

  test.each([
    ["March 2, 2025", "2025-03-02"],
    ["Sun, 02 Mar 2025 23:30:00 -0500", "2025-03-02"],
    ["2nd March 2025", "2025-03-02"],
    ["20250302", null],
    ["03/02/2025", null],
    ["2025-02-31", null],
    ["yesterday", null],
  ])("dated %j is of %s", (content, published) => {
    expect(page(`<meta name="date" content="${content}">`).published).toBe(published);
  });

  test("with broken JSON-LD is read by the rest", () => {
    expect(
      page(`<script type="application/ld+json">{"@type":</script><meta property="og:title" content="Vote">`).title,
    ).toBe("Vote");
  });

  test("whose canonical address is the front page of the site keeps its own", () => {
    expect(page(`<link rel="canonical" href="https://river.example/">`).url).toBe("https://river.example/news/1");
  });

  test("cannot put lines or control characters into the front matter", () => {
    const title = page(`<meta property="og:title" content="A&#10;---&#10;&#27;[31mB&#x2028;c">`).title;
    expect(title).toBe("A --- [31mB c");
  });

  test.each([
    ["nested", "<div>".repeat(20_000) + story],
    ["full of tags", `${story}${"<i>x</i>".repeat(40_000)}`],
    ["nothing but the beginnings of tags", "<".repeat(1_000_000)],
  ])("that is %s is refused in time", (_, html) => {
    expect(() => read("a.html", html, "text/html")).toThrow(/nested too deeply|more tags than/);
  });
});

test.each([
  ["a.zip", "PK", "application/zip", "is application/zip; only text, Markdown, HTML, RSS, Atom and JSON Feed are read"],
  ["a.pdf", "%PDF-1.7", "application/pdf", "is a PDF; only text"],
  ["a.pdf", "%PDF-1.7", "", "is a PDF; only text"],
  ["a.html", "%PDF-1.7", "text/html", "is a PDF; only text"],
  ["a.json", '{"a": 1}', "application/json", "is JSON, but no JSON Feed; only text"],
])("a document of another kind is refused by name: %s", (name, content, type, reason) => {
  expect(() => read(name, content, type)).toThrow(reason);
});
