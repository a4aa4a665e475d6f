import { request } from "node:http";
import { text } from "node:stream/consumers";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { toAnswerJson } from "../../../adapters/conversation/answer-json.ts";
import { withReadingRoom } from "../../../adapters/reading-room.ts";
import { createEngine, loadCorpus } from "../../../src/index.ts";
import { HARBOUR, openRoom } from "./harbour-room.ts";
import { BUNDLED_QUESTIONS } from "./questions.ts";

async function pageAt(url: string) {
  const response = await fetch(url);
  const { document } = parseHTML(await response.text());
  return { status: response.status, headers: response.headers, document };
}

/** Sends headers that `fetch` does not let anybody choose. */
async function statusWith(address: string, headers: Record<string, string>, path = "/", method = "GET") {
  const response = await new Promise<import("node:http").IncomingMessage>((resolve, reject) => {
    request(`${address}${path}`, { headers, method }, resolve).on("error", reject).end();
  });
  return { status: response.statusCode, body: await text(response) };
}

describe("an article's page", () => {
  it("has title, source, link and the body to the letter", async () => {
    const { address } = await openRoom();
    const { document } = await pageAt(`${address}/articles/harbour`);
    expect(document.querySelector("h1")?.textContent).toBe("Harbour <i>talks</i> go on");
    expect(document.querySelector(".kicker")?.textContent).toBe("Coast Gazette · 24 April 2025");
    expect(document.querySelector(".original a")?.getAttribute("href")).toBe("https://coast.example/a?b=1&c=2");
    expect(document.querySelector(".caution")).toBeNull();
    let rest = HARBOUR.articles[0]?.body ?? "";
    for (const paragraph of document.querySelectorAll(".body p")) {
      const [before = "", ...after] = rest.split(paragraph.textContent ?? "");
      expect(before.trim()).toBe("");
      rest = after.join(paragraph.textContent ?? "");
    }
    expect(rest.trim()).toBe("");
  });

  it("is found by any id, is named by its opening words where it has no title, and is missed with a page", async () => {
    const { address } = await openRoom();
    const { document } = await pageAt(`${address}/articles/${encodeURIComponent("ferry 100%/2")}`);
    expect(document.querySelector("h1")?.textContent).toBe("“The ferry of Norrvik was sold to Oslo in March.”");
    for (const path of ["/articles/none", "/articles/%E0%A4%A", "/articles/", "/articles/harbour/x", "/..%2f", "/x"]) {
      const missed = await pageAt(address + path);
      expect([path, missed.status]).toEqual([path, 404]);
      expect(missed.document.querySelector("h1")?.textContent).toMatch(/^There is no such/);
    }
  });

  it("has an anchor where every passage of every answer begins, and says where a copy is garbled", {
    timeout: 20_000,
  }, async () => {
    const { corpus } = loadCorpus("corpus");
    const engine = withReadingRoom(createEngine(corpus), "https://room.example/talks");
    const { address } = await openRoom({ corpus, config: { url: "https://room.example/talks" } });
    const links = new Map<string, string>();
    for (const question of BUNDLED_QUESTIONS) {
      const { passages, more, disagreements } = await engine.ask({ text: question });
      for (const { article, text } of [...passages, ...more, ...disagreements.flatMap((each) => each.passages)])
        if (article.url !== null) links.set(article.url, text);
    }
    expect(links.size).toBeGreaterThan(20);
    for (const [link, words] of links) {
      const { pathname, hash } = new URL(link);
      const { document } = await pageAt(address + pathname);
      const anchor = document.querySelector(hash);
      expect(words.startsWith(anchor?.textContent ?? "nothing"), link).toBe(true);
    }
    const garbled = await pageAt(`${address}/articles/according-to-those-with-knowledge`);
    expect(garbled.document.querySelector(".caution")?.textContent).toMatch(
      /garbled rewrite of the article in ArcaMax/,
    );
  });
});

describe("asking in the reading room", () => {
  it("gives the engine's answer, with the questions before it", async () => {
    const { address, observer } = await openRoom();
    const { document } = await pageAt(`${address}/?q=how+many+ships+wait`);
    expect(document.querySelector("blockquote")?.textContent).toContain("Twelve ships wait outside.");
    const followUp = await pageAt(`${address}/?after=what+did+Elena+Brandt+say&q=and+the+ferry%3F`);
    expect(followUp.document.querySelector(".trail")?.textContent).toContain("what did Elena Brandt say");
    expect(observer.seen[0]).toBe('web:127.0.0.1 asked "how many ships wait": answered');
  });

  it("gives programs the JSON of the command line, in plain ASCII", async () => {
    const { address, engine } = await openRoom();
    const response = await fetch(`${address}/api/ask?q=what+did+the+mayor+say`);
    const body = await response.text();
    expect(body).toMatch(/^[\x20-\x7e]+\n$/);
    expect(JSON.parse(body)).toEqual(toAnswerJson(null, await engine.ask({ text: "what did the mayor say" })));
    expect((await fetch(`${address}/api/ask`)).status).toBe(400);
  });

  it("keeps to the limits of the chats, for each person behind a proxy of this computer", async () => {
    const { address, observer } = await openRoom({ limits: { perPerson: { questions: 1, seconds: 3600 } } });
    const ask = (person: string) =>
      statusWith(address, { "x-forwarded-for": `6.6.6.6, ${person}` }, "/api/ask?q=harbour");
    expect((await ask("10.0.0.1")).status).toBe(200);
    const refused = await ask("10.0.0.1");
    expect(refused.status).toBe(429);
    expect(JSON.parse(refused.body).error).toMatch(/as many questions as one person may, 1 in an hour/);
    expect((await ask("10.0.0.2")).status).toBe(200);
    expect(observer.seen[1]).toBe('web:10.0.0.1 asked "harbour": refused');
    const pages = await Promise.all(Array.from({ length: 11 }, () => fetch(`${address}/articles/harbour`)));
    expect(pages.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1);
  });
});

describe("the reading room", () => {
  it("lists what there is and what can be asked, and says who may see it", async () => {
    const { address } = await openRoom();
    const { document, headers } = await pageAt(`${address}/`);
    expect(document.querySelectorAll(".contents li")).toHaveLength(2);
    expect(document.querySelector("footer")?.textContent).toContain("Only this computer can open these pages.");
    const policy =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    expect(headers.get("content-security-policy")).toBe(policy);
    expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    const open = await openRoom({ config: { url: "https://room.example" } });
    expect((await pageAt(open.address)).document.querySelector("footer")?.textContent).toContain(
      "there is no password",
    );
  });

  it("can only be read", async () => {
    const { address } = await openRoom();
    expect((await fetch(address, { method: "POST", body: "q=x" })).status).toBe(405);
    const posted = await fetch(`${address}/api/ask?q=x`, { method: "POST" });
    expect([posted.headers.get("allow"), await posted.json()]).toEqual([
      "GET, HEAD",
      { error: "Here you can only read." },
    ]);
    const head = await fetch(`${address}/articles/harbour`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("answers to this computer's names and its public one, and to no name that was made to point here", async () => {
    const { address } = await openRoom({ config: { url: "https://room.example/talks" } });
    const statusAs = async (host: string) => (await statusWith(address, { host })).status;
    expect(await Promise.all(["localhost:1", "127.0.0.1", "[::1]:80", "room.example"].map(statusAs))).toEqual([
      200, 200, 200, 200,
    ]);
    expect(await Promise.all(["evil.example", "127.0.0.1.evil.example", "room.example.evil"].map(statusAs))).toEqual([
      421, 421, 421,
    ]);
  });

  it("leads below the path of its public address, with or without it in a request", async () => {
    const { address } = await openRoom({ config: { url: "https://room.example/talks" } });
    for (const path of ["/", "/talks/"]) {
      const { document } = await pageAt(address + path);
      expect(document.querySelector("form")?.getAttribute("action")).toBe("/talks/");
      expect(document.querySelector(".contents a")?.getAttribute("href")).toMatch(/^\/talks\/articles\//);
    }
  });

  it("shows a question as it was written, whatever is in it", async () => {
    const { address } = await openRoom();
    for (const asked of ['"><script>alert(1)</script>', "a&b=c#d %zz \ud800", "x".repeat(5_000)]) {
      const { status, document } = await pageAt(`${address}/?${new URLSearchParams({ q: asked })}`);
      expect(status).toBe(200);
      expect(document.querySelector("script")).toBeNull();
      expect(document.querySelector("#q")?.getAttribute("value")).toBe(asked.toWellFormed());
    }
  });
});
