import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesIn } from "../add/corpus-dir.ts";
import { storyPage } from "../add/pages.ts";
import { startWebServer } from "../add/web-server.ts";
import { seen, untilWhispered, whispered } from "../slack/talks-in-slack.ts";
import { freePort, HAS_REDIS, REDIS_NOTE, startRedis } from "../state/redis-server.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { emptyFolder, runProgram } from "../terminal/run-program.ts";
import { openTown } from "./running-talks.ts";

const TIMEOUT = { timeout: 30_000 };
const ETAG = '"1"';

/** A site with a feed of two stories, which says when it was asked and whether only for what is new. */
async function openSite() {
  const asked: (string | undefined)[] = [];
  const site = { isDown: false };
  const entry = (host: string, n: number) => `<item><title>Story ${n}</title><link>http://${host}/n/${n}</link></item>`;
  const web = await startWebServer({
    "/feed": (response) => {
      const { host = "", "if-none-match": known } = response.req.headers;
      asked.push(known);
      if (site.isDown) response.writeHead(503).end();
      else if (known === ETAG) response.writeHead(304).end();
      else {
        response.writeHead(200, { etag: ETAG });
        response.end(
          `<rss version="2.0"><channel><title>News</title>${entry(host, 1)}${entry(host, 2)}</channel></rss>`,
        );
      }
    },
    "/n/1": { type: "text/html", body: storyPage("Eastport") },
    "/n/2": { type: "text/html", body: storyPage("Westport") },
  });
  return { web, asked, site, feed: `${web.url}/feed` };
}

interface Run {
  readonly at: string;
  readonly next: string;
  readonly added: number;
  readonly failures: number;
  readonly why: string | null;
}

const memoryOf = (corpus: string) => join(corpus, "feeds.json");

function lastRun(corpus: string, feed: string): Run {
  return JSON.parse(readFileSync(memoryOf(corpus), "utf8"))[feed].run;
}

/** As if the time until the next reading were over. */
function makeDue(corpus: string, feed: string): void {
  const memory = JSON.parse(readFileSync(memoryOf(corpus), "utf8"));
  memory[feed].run.next = new Date(0).toISOString();
  writeFileSync(memoryOf(corpus), JSON.stringify(memory));
}

const HOUR_MS = 3_600_000;
const untilKept = (corpus: string, look: (run: Run) => boolean, feed: string) =>
  expect.poll(() => existsSync(memoryOf(corpus)) && look(lastRun(corpus, feed)), { timeout: 5_000 }).toBe(true);

describe("feeds that the bot reads by itself", () => {
  it("fill an empty folder, are served without a restart, and are told to the operator", TIMEOUT, async () => {
    const { feed, asked } = await openSite();
    const { slack, start, stateDir } = await openTown();
    const corpus = join(emptyFolder(), "new");
    const opsPort = await freePort();
    const env = { FEEDS: feed, FEEDS_ALLOW_PRIVATE: "true", CORPUS_DIR: corpus, OPS_PORT: String(opsPort) };
    const talks = await start(env);
    expect(filesIn(corpus)).toEqual(["eastport-votes-for-bridge.md", "westport-votes-for-bridge.md"]);
    await slack.command("private what did the council of Eastport do");
    expect(seen(await untilWhispered(slack))).toContain("Eastport");

    const metrics = await (await fetch(`http://127.0.0.1:${opsPort}/metrics`)).text();
    expect(metrics).toContain(`talks_feed_reads_total{feed="${feed}",result="read"} 1`);
    expect(metrics).toContain(`talks_feed_articles_total{feed="${feed}"} 2`);
    await untilKept(corpus, ({ added }) => added === 2, feed);
    const { at, next } = lastRun(corpus, feed);
    expect(Math.abs(Date.parse(next) - Date.parse(at) - HOUR_MS)).toBeLessThanOrEqual(HOUR_MS / 10);
    const doctor = await runProgram(["doctor"], { env: { ...env, STATE_DIR: stateDir } });
    expect(doctor.stdout).toContain(`✔ Feed                 ${feed} read at ${at}, 2 new`);
    const report = await runProgram(["report"], { env: { ...env, QUESTION_LOG_DAYS: "7", STATE_DIR: stateDir } });
    expect(report).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`Feeds\n  ${feed} read at ${at}, 2 new\n`),
    });
    expect(await talks.end("SIGTERM")).toBe(0);

    // The next process waits for the time that is left, and then asks only for what is new.
    const again = await start(env);
    expect(asked).toEqual([undefined]);
    expect(await again.end("SIGTERM")).toBe(0);
    makeDue(corpus, feed);
    const later = await start(env);
    await untilKept(corpus, ({ added, why }) => added === 0 && why === null, feed);
    expect(asked).toEqual([undefined, ETAG]);
    expect(await later.end("SIGTERM")).toBe(0);
  });

  it(
    "are left alone ever longer while they cannot be read, and the articles are served all the same",
    TIMEOUT,
    async () => {
      const { feed, site } = await openSite();
      const { slack, start } = await openTown();
      const corpus = corpusFolder();
      site.isDown = true;
      const env = { FEEDS: feed, FEEDS_EVERY: "10m", FEEDS_ALLOW_PRIVATE: "true", CORPUS_DIR: corpus };
      const pauses: number[] = [];
      for (let failures = 1; failures <= 2; failures += 1) {
        const talks = await start(env);
        await untilKept(corpus, (run) => run.failures === failures && run.why !== null, feed);
        const { at, next, why } = lastRun(corpus, feed);
        expect(why).toBe("the server answered 503 Service Unavailable");
        pauses.push((Date.parse(next) - Date.parse(at)) / 60_000);
        if (failures === 1) await talks.untilLogged(`The feed ${feed} cannot be read: the server answered 503`);
        await slack.command("private when will the harbour of Norrvik reopen");
        await slack.until(() => whispered(slack).length === failures);
        expect(await talks.end("SIGTERM")).toBe(0);
        makeDue(corpus, feed);
      }
      const [first = 0, second = 0] = pauses;
      expect([Math.round(first / 20), Math.round(second / 40)]).toEqual([1, 1]);
    },
  );

  it("are tried again at each start while there is no article at all", TIMEOUT, async () => {
    const { feed, site } = await openSite();
    const { start, stateDir } = await openTown();
    const corpus = join(emptyFolder(), "new");
    site.isDown = true;
    const env = { FEEDS: feed, FEEDS_ALLOW_PRIVATE: "true", CORPUS_DIR: corpus };
    const failed = await runProgram(["start"], { env: { ...env, DISCORD_TOKEN: "a.token", STATE_DIR: stateDir } });
    expect({ code: failed.code, log: failed.stdout }).toEqual({
      code: 1,
      log: expect.stringContaining("answered 503"),
    });
    expect(failed.stderr).toMatch(/^talks: No article could be read from .*\n$/);
    site.isDown = false;
    const talks = await start(env);
    expect(filesIn(corpus)).toHaveLength(2);
    expect(await talks.end("SIGTERM")).toBe(0);
  });

  it("are read with the guards of talks add, and a password in an address is never shown", TIMEOUT, async () => {
    const { web } = await openSite();
    const { start } = await openTown();
    const corpus = corpusFolder();
    const feed = `http://127.0.0.1:${web.port}/feed`;
    const talks = await start({ FEEDS: feed.replace("//", "//ann:hidden-word@"), CORPUS_DIR: corpus });
    await talks.untilLogged(`The feed ${feed} cannot be read: 127.0.0.1 is in a private network`);
    await untilKept(corpus, ({ failures }) => failures === 1, feed);
    expect(web.requests).toEqual([]);
    expect(await talks.end("SIGTERM")).toBe(0);
    expect(talks.log.join("\n") + readFileSync(memoryOf(corpus), "utf8")).not.toContain("hidden-word");
  });

  it("do not keep the bot from ending while a server hangs", TIMEOUT, async () => {
    let reach = () => {};
    const reached = new Promise<void>((resolve) => {
      reach = resolve;
    });
    const web = await startWebServer({ "/feed": () => reach() });
    const { start } = await openTown();
    const talks = await start({ FEEDS: `${web.url}/feed`, FEEDS_ALLOW_PRIVATE: "true", CORPUS_DIR: corpusFolder() });
    await reached;
    const began = performance.now();
    expect(await talks.end("SIGTERM")).toBe(0);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it.runIf(HAS_REDIS)(`are read by one of several processes alone${REDIS_NOTE}`, TIMEOUT, async () => {
    const redis = await startRedis();
    const { feed, asked } = await openSite();
    const { start } = await openTown();
    const corpus = corpusFolder();
    const env = { FEEDS: feed, FEEDS_ALLOW_PRIVATE: "true", CORPUS_DIR: corpus, STATE_URL: redis.url };
    const both = await Promise.all([start(env), start(env)]);
    await untilKept(corpus, ({ added }) => added === 2, feed);
    for (const talks of both) expect(await talks.end("SIGTERM")).toBe(0);
    expect(asked).toEqual([undefined]);
  });

  it("are faults of the start where they are no addresses, or no time is one", async () => {
    const env = { DISCORD_TOKEN: "a.token", FEEDS: "news.example", FEEDS_EVERY: "often" };
    const { code, stderr } = await runProgram(["start"], { env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/- FEEDS_EVERY must be minutes, hours or days[\s\S]*- FEEDS must be addresses/);
  });
});
