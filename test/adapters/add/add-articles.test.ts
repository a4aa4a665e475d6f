import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NO_METADATA } from "../../../adapters/add/draft.ts";
import { add, articlesIn, filesIn, temporaryDir } from "./corpus-dir.ts";
import { NEWS_BODY, NEWS_PAGE, storyPage } from "./pages.ts";
import { startWebServer } from "./web-server.ts";

function file(name: string, content: string): string {
  const path = join(temporaryDir(), name);
  writeFileSync(path, content);
  return path;
}

describe("a web page", () => {
  test("becomes an article with its main text and what the page says of itself", async () => {
    const dir = temporaryDir();
    const web = await startWebServer({ "/x": { type: "text/html; charset=utf-8", body: NEWS_PAGE } });
    const results = await add(dir, [`${web.url}/x`]);
    expect(results).toMatchObject([{ kind: "added", path: join(dir, "articles", "harbour-reopens-after-storm.md") }]);
    expect(articlesIn(dir)).toEqual([
      {
        id: "harbour-reopens-after-storm",
        title: "Harbour reopens after storm",
        outlet: "The Coast Courier",
        author: "Ada Quill, Ben Oar",
        published: "2025-03-02",
        url: `${web.url}/news/harbour-reopens?utm_source=front`,
        body: NEWS_BODY,
      },
    ]);
  });

  test("is read from a file too, without an address that nobody named", async () => {
    const dir = temporaryDir();
    await add(dir, [file("page.html", storyPage("Eastport"))]);
    expect(articlesIn(dir)).toMatchObject([
      { title: "Eastport votes for bridge", url: null, outlet: null, author: null },
    ]);
  });

  test("in an old encoding keeps its letters", async () => {
    const dir = temporaryDir();
    const page = Buffer.from(storyPage("Bræstrup"), "latin1");
    const web = await startWebServer({ "/": { type: "text/html; charset=ISO-8859-1", body: page } });
    await add(dir, [`${web.url}/`]);
    expect(articlesIn(dir)[0]?.body).toContain("The council of Bræstrup met");
  });

  test("with bytes that are no letters is added, and that is told", async () => {
    const page = Buffer.concat([Buffer.from(storyPage("Bræstrup")), Buffer.from([0xe9])]);
    const web = await startWebServer({ "/": { type: "text/html; charset=utf-8", body: page } });
    expect(await add(temporaryDir(), [`${web.url}/`])).toMatchObject([
      { kind: "added", notes: ["holds a character that cannot be read as utf-8"] },
    ]);
  });

  test("without a story is refused with a sentence", async () => {
    const dir = temporaryDir();
    const web = await startWebServer({ "/": { type: "text/html", body: "<p>Log in to go on.</p>" } });
    expect(await add(dir, [`${web.url}/`])).toMatchObject([
      { kind: "failed", reason: "holds no article that could be told from the page around it" },
    ]);
  });
});

describe("a feed", () => {
  const item = (path: string, title: string) =>
    `<item><title>${title}</title><link>${path}</link><pubDate>Sun, 02 Mar 2025 10:00:00 GMT</pubDate><description>A teaser.</description></item>`;
  const rss = (items: string) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>River News</title>${items}</channel></rss>`;

  test("adds the article of every entry from its page, with what the page leaves open from the feed", async () => {
    const dir = temporaryDir();
    const routes = { type: "text/html", body: storyPage("Eastport") };
    const web = await startWebServer({
      "/feed": (response) => {
        const items = item(`${web.url}/1`, "Feed title one") + item(`${web.url}/2`, "Feed title two");
        response.writeHead(200, { "content-type": "application/rss+xml" }).end(rss(items));
      },
      "/1": routes,
      "/2": { type: "text/html", body: storyPage("Westport") },
    });
    const steps: string[] = [];
    const results = await add(dir, [`${web.url}/feed`], {
      onProgress: (done, total) => steps.push(`${done}/${total}`),
    });
    expect(results.map(({ kind }) => kind)).toEqual(["added", "added"]);
    expect(articlesIn(dir)).toMatchObject([
      { title: "Eastport votes for bridge", outlet: "River News", published: "2025-03-02", url: `${web.url}/1` },
      { title: "Westport votes for bridge", outlet: "River News", published: "2025-03-02", url: `${web.url}/2` },
    ]);
    expect(steps).toEqual(["0/1", "1/2", "2/2"]);
  });

  test("read a second time asks for no page that is in the corpus", async () => {
    const dir = temporaryDir();
    const web = await startWebServer({
      "/feed": (response) => void response.end(rss(item(`${web.url}/1?utm_medium=rss`, "One"))),
      "/1?utm_medium=rss": { type: "text/html", body: storyPage("Eastport") },
    });
    await add(dir, [`${web.url}/feed`]);
    expect(await add(dir, [`${web.url}/feed`])).toMatchObject([{ kind: "known", id: "eastport-votes-for-bridge" }]);
    expect(web.requests).toEqual(["/feed", "/1?utm_medium=rss", "/feed"]);
  });

  test("that prints the whole text is enough where its pages cannot be read", async () => {
    const dir = temporaryDir();
    const words =
      "The ferry runs again from Monday, its operator announced, with two crossings a day until the pier is safe for lorries.";
    const web = await startWebServer({});
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Ferry News</title><entry><title>Ferry is back</title>
      <link href="${web.url}/gone"/><author><name>Ada Quill</name></author><published>2025-03-02T10:00:00Z</published>
      <content type="html">&lt;p&gt;${words}&lt;/p&gt;&lt;p&gt;The post Ferry is back appeared first on Ferry News.&lt;/p&gt;</content></entry></feed>`;
    await add(dir, [file("feed.atom", atom)]);
    expect(articlesIn(dir)).toEqual([
      {
        id: "ferry-is-back",
        title: "Ferry is back",
        outlet: "Ferry News",
        author: "Ada Quill",
        published: "2025-03-02",
        url: `${web.url}/gone`,
        body: `${words}\n`,
      },
    ]);
  });

  test("adds nothing for an entry of which there is a teaser only", async () => {
    const dir = temporaryDir();
    const web = await startWebServer({});
    const results = await add(dir, [file("feed.xml", rss(item(`${web.url}/gone`, "Gone")))]);
    expect(results).toEqual([
      { kind: "failed", source: `${web.url}/gone`, reason: "the server answered 404 Not Found", isLasting: true },
    ]);
  });

  test("that declares entities is refused", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${rss(item("http://a.test/", "&b;"))}`;
    const results = await add(temporaryDir(), [file("feed.xml", bomb)]);
    expect(results).toMatchObject([{ kind: "failed", reason: "is a feed that declares entities, which is not read" }]);
  });
});

describe("an article that is in the corpus already", () => {
  test("is left out when its address is the same but for tracking", async () => {
    const dir = temporaryDir();
    const canonical = (path: string) => `<link rel="canonical" href="https://www.river.example${path}">`;
    const first = file("a.html", storyPage("Eastport", canonical("/bridge/?utm_source=x")));
    const second = file("b.html", storyPage("Other words in", canonical("/bridge")));
    const results = await add(dir, [first, second]);
    expect(results.map(({ kind }) => kind)).toEqual(["added", "known"]);
  });

  test("is left out when its words are the same", async () => {
    const dir = temporaryDir();
    await add(dir, [file("a.txt", "“We did it,” she said. The bridge is open.")]);
    const results = await add(dir, [file("b.txt", '"We did it," she said.\nThe bridge is open.')]);
    expect(results).toMatchObject([{ kind: "known", id: articlesIn(dir)[0]?.id }]);
    expect(filesIn(dir)).toHaveLength(1);
  });

  test("is left out when only what stands below the story differs", async () => {
    const dir = temporaryDir();
    await add(dir, [
      file(
        "a.md",
        `---\ntitle: null\noutlet: null\nauthor: null\npublished: null\nurl: null\n---\nIt is open.\n\nRead also:\n\n- Ferry late\n`,
      ),
    ]);
    expect(await add(dir, [file("b.txt", "It is open.\n\nShare this article\n")])).toMatchObject([{ kind: "known" }]);
  });

  test("is added again when another outlet prints it: that is one source more", async () => {
    const dir = temporaryDir();
    const text = file("a.txt", "The bridge is open.");
    const by = (outlet: string) => add(dir, [text], { metadata: { ...NO_METADATA, outlet } });
    expect([await by("River News"), await by("Coast Courier"), await by("river news")]).toMatchObject([
      [{ kind: "added" }],
      [{ kind: "added" }],
      [{ kind: "known" }],
    ]);
  });

  test("keeps its file when another one has the same title", async () => {
    const dir = temporaryDir();
    const head = "Council votes for the bridge\n\n";
    await add(dir, [file("a.txt", `${head}It was eight to three.`), file("b.txt", `${head}It was nine to two.`)]);
    expect(filesIn(dir)).toEqual(["council-votes-for-the-bridge-2.md", "council-votes-for-the-bridge.md"]);
    expect(articlesIn(dir).map(({ body }) => body)).toEqual(["It was eight to three.\n", "It was nine to two.\n"]);
  });

  test("loads and is untouched when it was in the corpus format", async () => {
    const dir = temporaryDir();
    const content = `---\ntitle: "A: b"\noutlet: null\nauthor: null\npublished: 2025-01-02\nurl: null\n---\n  **Odd** spaces \n\n\n- stay.\n`;
    await add(dir, [file("a.md", content)]);
    expect(articlesIn(dir)).toMatchObject([
      { title: "A: b", published: "2025-01-02", body: "  **Odd** spaces \n\n\n- stay.\n" },
    ]);
  });
});

describe("adding", () => {
  test("writes nothing in a dry run and shows the file", async () => {
    const dir = temporaryDir();
    const [result] = await add(dir, [file("a.txt", "The bridge is open.")], { dryRun: true });
    expect(result).toMatchObject({
      kind: "added",
      content: "---\ntitle: null\noutlet: null\nauthor: null\npublished: null\nurl: null\n---\nThe bridge is open.\n",
    });
    expect(() => filesIn(dir)).toThrow("ENOENT");
  });

  test("goes on after a source that cannot be read", async () => {
    const dir = temporaryDir();
    const results = await add(dir, [join(dir, "no-such.txt"), dir, "/dev/null", file("a.txt", "The bridge is open.")]);
    expect(results).toMatchObject([
      { kind: "failed", reason: "there is no such file" },
      { kind: "failed", reason: "is a folder; name the files in it" },
      { kind: "failed", reason: "is no file with a text in it" },
      { kind: "added" },
    ]);
  });

  test("lets the person who adds an article say what it does not say", async () => {
    const dir = temporaryDir();
    const metadata = { ...NO_METADATA, outlet: "River News", published: "2025-03-02" };
    await add(dir, [file("a.txt", "The bridge is open.")], { metadata });
    expect(articlesIn(dir)).toMatchObject([{ title: null, outlet: "River News", published: "2025-03-02" }]);
  });

  test.each([
    ["../../etc/passwd", "etc-passwd.md"],
    ["..\\..\\x\u0000y", "x-y.md"],
    ["NUL", "the-bridge-is-open.md"],
    ["Новости дня", "the-bridge-is-open.md"],
    ["Überraschend später Zug", "uberraschend-spater-zug.md"],
  ])("gives the title %j a name inside the corpus", async (title, name) => {
    const dir = temporaryDir();
    await add(dir, [file("a.txt", "The bridge is open.")], { metadata: { ...NO_METADATA, title } });
    expect(filesIn(dir)[0]).toMatch(name);
  });

  test("names an article by its text's fingerprint where there is no letter to name it by", async () => {
    const dir = temporaryDir();
    await add(dir, [file("a.txt", "Мост — открыт.")]);
    expect(filesIn(dir)[0]).toMatch(/^article-[0-9a-f]{10}\.md$/);
  });

  test("refuses an articles folder that leads out of the corpus", async () => {
    const dir = temporaryDir();
    const elsewhere = temporaryDir();
    symlinkSync(elsewhere, join(dir, "articles"));
    await expect(add(dir, [file("a.txt", "The bridge is open.")])).rejects.toThrow("leads out of the corpus");
  });

  test("leaves no half-written file behind", async () => {
    const dir = temporaryDir();
    await add(dir, [file("a.txt", "The bridge is open.")]);
    expect(filesIn(dir).filter((name) => !name.endsWith(".md"))).toEqual([]);
    expect(readFileSync(join(dir, "articles", filesIn(dir)[0] ?? ""), "utf8")).toMatch(/is open\.\n$/);
  });
});
