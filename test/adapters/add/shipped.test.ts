import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { runProgram } from "../terminal/run-program.ts";
import { filesIn, temporaryDir } from "./corpus-dir.ts";
import { newsPage, paragraphs, STORY } from "./news-page.ts";
import { storyPage } from "./pages.ts";
import { startWebServer } from "./web-server.ts";

// What is tested here is the program as `npm run build` made it, started several times in a test.
vi.setConfig({ testTimeout: 60_000 });

/** Everything that a folder holds, names and contents. */
function contentsOf(dir: string): string {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .map((entry) => entry.name + (entry.isFile() ? readFileSync(join(entry.parentPath, entry.name), "utf8") : ""))
    .join("\n");
}

describe("talks add", () => {
  test("keeps the typography of old encodings", async () => {
    const dir = temporaryDir();
    const page = Buffer.from(storyPage("\x93Eastport\x94 \x96 \x80 2"), "latin1");
    const web = await startWebServer({ "/": { type: "text/html; charset=ISO-8859-1", body: page } });
    const { code } = await runProgram(["add", "--allow-private", "--corpus", dir, web.url]);
    expect(code).toBe(0);
    expect(contentsOf(dir)).toContain("The council of “Eastport” – € 2 met");
  });

  test("never shows or stores the password of an address", async () => {
    const dir = temporaryDir();
    const canonical = (host: string) => `<link rel="canonical" href="http://ann:hidden@${host}/bridge">`;
    const web = await startWebServer({
      "/feed": (response) => {
        const origin = `http://ann:hidden@127.0.0.1:${response.req.socket.localPort}`;
        const items = ["/story", "/gone"].map((path) => `<item><title>A</title><link>${origin}${path}</link></item>`);
        response.end(`<rss version="2.0"><channel><title>News</title>${items.join("")}</channel></rss>`);
      },
      "/story": (response) => {
        if (!response.req.headers.authorization) response.writeHead(401).end();
        else response.end(storyPage("Eastport", canonical("news.example")));
      },
    });
    const host = `ann:hidden@127.0.0.1:${web.port}`;
    const sources = [
      `http://${host}/feed`,
      `http://${host}/none`,
      `http://${host}/story`,
      `ann:hidden@x`,
      "http://ann:hidden@",
    ];
    for (const more of [["--dry-run"], []]) {
      const { code, stdout, stderr } = await runProgram([
        "add",
        "--allow-private",
        "--corpus",
        dir,
        ...more,
        ...sources,
      ]);
      expect(code).toBe(1);
      expect(stdout).toContain(`failed http://127.0.0.1:${web.port}/none: the server answered 404 Not Found`);
      expect(stdout + stderr).not.toContain("hidden");
    }
    const { stderr } = await runProgram(["add", "--corpus", dir, "--url", "http://ann:hidden@", "x.txt"]);
    expect(stderr).toContain('--url must be an http(s) address, but is "http://"');
    expect(filesIn(dir)).toHaveLength(1);
    expect(contentsOf(dir)).not.toContain("hidden");
  });

  test.each(["http://[::7f00:1]:PORT/", "http://0177.1:PORT/", "http://localhost:PORT/"])(
    "does not open %s",
    async (address) => {
      const web = await startWebServer({ "/": { type: "text/html", body: storyPage("Eastport") } });
      const { code, stdout } = await runProgram([
        "add",
        "--corpus",
        temporaryDir(),
        address.replace("PORT", `${web.port}`),
      ]);
      expect(code).toBe(1);
      expect(stdout).toContain(
        "is in a private network; only public addresses are read, unless --allow-private is given",
      );
      expect(web.requests).toEqual([]);
    },
  );

  test("shows a table row by row, and finds the row that answers", async () => {
    const dir = temporaryDir();
    const rows = "<tr><td>Kaldera</td><td>41</td></tr><tr><td>Oskby</td><td>33</td></tr>";
    const table = `<table><tr><th>Town</th><th>Temperature (°C)</th></tr>${rows}</table>`;
    const prompts = "<p>Already a subscriber? Log in.</p><p>Sign up for our newsletter.</p>";
    const page = newsPage("blog", paragraphs(STORY) + table + prompts);
    const web = await startWebServer({
      "/heat": { type: "text/html", body: page },
      "/tram": { type: "text/html", body: storyPage("Eastport") },
    });
    const added = await runProgram(["add", "--allow-private", "--corpus", dir, `${web.url}/heat`, `${web.url}/tram`]);
    expect(added.code).toBe(0);
    const ask = async (question: string) => (await runProgram(["ask", "--corpus", dir, question])).stdout;
    expect(await ask("how hot was it in Kaldera")).toMatch(/^1 {2}Town: Kaldera; Temperature \(°C\): 41\.\n/);
    expect(await ask("how can I subscribe")).toMatch(/^No article here answers that\.\n/);
    expect(await runProgram(["check", "--corpus", dir])).toMatchObject({ code: 0, stdout: "2 articles, no faults.\n" });
  });

  test("says of a page in one line why it is refused, or what is wrong with it", async () => {
    const dir = temporaryDir();
    const card = (n: number) =>
      `<div><h3><a href="/${n}">Story number ${n} of the day</a></h3><p>What happened on day ${n}.</p></div>`;
    const dated = '<meta property="article:published_time" content="2999-01-01">';
    const web = await startWebServer({
      "/list": { type: "text/html", body: [1, 2, 3, 4].map(card).join("") },
      "/empty": { type: "text/html", body: "<p>Nothing here.</p>" },
      "/pdf": { type: "application/octet-stream", body: "%PDF-1.7" },
      "/future": { type: "text/html", body: storyPage("Eastport", dated) },
      "/cut": { type: "text/html", body: `${storyPage("Westport")}<p>Subscribe now to continue reading.</p>` },
    });
    const sources = ["list", "empty", "pdf", "future", "cut"].map((path) => `${web.url}/${path}`);
    const { code, stdout } = await runProgram(["add", "--allow-private", "--corpus", dir, ...sources]);
    expect(code).toBe(1);
    expect(stdout.replaceAll(web.url, "").replaceAll(join(dir, "articles"), "").split("\n")).toEqual([
      "failed /list: is a list of articles and no article; name the addresses of the articles themselves",
      "failed /empty: holds no article that could be told from the page around it",
      "failed /pdf: is a PDF; only text, Markdown, HTML, RSS, Atom and JSON Feed are read. Save its text in a file and add that",
      "added /eastport-votes-for-bridge.md",
      "warning: /future is dated 2999-01-01, which is in the future",
      "added /westport-votes-for-bridge.md",
      "warning: /cut may be cut short: the page asks to subscribe or to log in for the whole article",
      "2 added, 0 left out because they are in the corpus, 3 failed.",
      "",
    ]);
  });
});

describe("talks add with a feed", () => {
  const entry = (url: string, n: number, hour: number) =>
    `<item><title>Notice ${n}</title><link>${url}/n/${n}</link><pubDate>Fri, 02 Jan 2026 ${String(hour).padStart(2, "0")}:00:00 GMT</pubDate><description>Short.</description></item>`;
  const feed = (items: string) => `<rss version="2.0"><channel><title>Notices</title>${items}</channel></rss>`;
  const run = (dir: string, ...args: readonly string[]) =>
    runProgram(["add", "--allow-private", "--corpus", dir, ...args]);

  test("takes the newest entries up to a limit, and tells how many it left out", async () => {
    const dir = temporaryDir();
    const notice = (n: number) =>
      `<p>Notice number ${n} says that road ${n * 7} is closed for ${n} days, and that bus number ${n * 3} goes another way until then.</p>`;
    const items = Array.from({ length: 700 }, (_, n) => {
      const day = new Date(Date.UTC(2024, 0, 1 + n)).toUTCString();
      return `<item><title>Notice ${n}</title><pubDate>${day}</pubDate><description><![CDATA[${notice(n).repeat(4)}]]></description></item>`;
    });
    const web = await startWebServer({ "/feed": { type: "application/rss+xml", body: feed(items.join("")) } });
    const { code, stdout } = await run(dir, "--limit", "20", `${web.url}/feed`);
    expect(code).toBe(0);
    expect(stdout).toContain(
      `warning: ${web.url}/feed has 700 entries: the newest 20 were looked at and 680 left out; --limit 700 takes all\n`,
    );
    expect(filesIn(dir)).toHaveLength(20);
    expect(filesIn(dir)).toContain("notice-699.md");
    expect(filesIn(dir)).not.toContain("notice-679.md");
    const all = await run(dir, "--dry-run", "--limit", "700", `${web.url}/feed`);
    expect(all.stdout).toMatch(/^680 would be added, 20 left out because they are in the corpus, 0 failed\.$/m);
    expect(all.stdout).not.toContain("warning");
  });

  test("tells of a dead entry once, and of one that only waits every time", async () => {
    const dir = temporaryDir();
    let isBusy = true;
    const web = await startWebServer({
      "/feed": (response) =>
        void response.end(feed([1, 2, 3].map((n) => entry(`http://${response.req.headers.host}`, n, n)).join(""))),
      "/n/1": { type: "text/html", body: storyPage("Eastport") },
      "/n/3": (response) => (isBusy ? void response.writeHead(503).end() : void response.end(storyPage("Westport"))),
    });
    const first = await run(dir, `${web.url}/feed`);
    expect(first.code).toBe(1);
    expect(first.stdout).toContain(`failed ${web.url}/n/2: the server answered 404 Not Found\n`);
    expect(first.stdout).toContain("1 added, 0 left out because they are in the corpus, 2 failed.\n");
    const second = await run(dir, `${web.url}/feed`);
    expect(second).toMatchObject({ code: 1, stdout: expect.not.stringContaining("/n/2") });
    expect(second.stdout).toContain(`failed ${web.url}/n/3: the server answered 503 Service Unavailable\n`);
    isBusy = false;
    const third = await run(dir, `${web.url}/feed`);
    expect(third.code).toBe(0);
    expect(third.stdout).toContain(
      "1 added, 1 left out because they are in the corpus, 0 failed, 1 failed again as told before.\n",
    );
    expect((await run(dir, `${web.url}/n/2`)).code).toBe(1);
  });

  test("asks for it again only where it has changed", async () => {
    const dir = temporaryDir();
    const conditions: unknown[] = [];
    let version = '"1"';
    const web = await startWebServer({
      "/feed": (response) => {
        const { "if-none-match": etag, "if-modified-since": date, host } = response.req.headers;
        conditions.push([etag, date]);
        if (etag === version) response.writeHead(304).end();
        else {
          response.writeHead(200, { etag: version, "last-modified": "Fri, 02 Jan 2026 10:00:00 GMT" });
          response.end(feed(entry(`http://${host}`, version === '"1"' ? 1 : 2, 9)));
        }
      },
      "/n/1": { type: "text/html", body: storyPage("Eastport") },
      "/n/2": { type: "text/html", body: storyPage("Westport") },
    });
    await run(dir, "--dry-run", `${web.url}/feed`);
    await run(dir, `${web.url}/feed`);
    const { code, stdout } = await run(dir, `${web.url}/feed`);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `left out ${web.url}/feed: nothing in it has changed since it was read last\n`,
    });
    version = '"2"';
    expect((await run(dir, `${web.url}/feed`)).stdout).toMatch(/^added .*westport-votes-for-bridge\.md$/m);
    const known = "Fri, 02 Jan 2026 10:00:00 GMT";
    expect(conditions).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['"1"', known],
      ['"1"', known],
    ]);
    expect(web.requests.filter((path) => path === "/n/1")).toHaveLength(2);
  });
});
