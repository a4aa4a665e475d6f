import { once } from "node:events";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startDiscordServer } from "../discord/discord-server.ts";
import { freePort, HAS_REDIS, REDIS_NOTE, startRedis } from "../state/redis-server.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { emptyFolder } from "../terminal/run-program.ts";
import { openTown, type RunningTalks, startTalks } from "./running-talks.ts";

const TIMEOUT = { timeout: 30_000 };
/** What is promised from SIGTERM to the end of the process, and for the end of a start that fails. */
const ENDED_MS = 5_000;
const NOBODY = 65_534;
const discordAt = (port: number) => ({
  CORPUS_DIR: corpusFolder(),
  DISCORD_TOKEN: "a.discord.token",
  DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
});

/** A host that takes connections and never says a word; tells when the first one has come. */
async function silentHost() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const called = once(server, "connection");
  called.then(([socket]) => onTestFinished(() => void socket.destroy()));
  onTestFinished(() => void server.close());
  return { port: typeof address === "object" && address ? address.port : 0, called };
}

/** Ends the process by SIGTERM, within the time that is promised. */
async function endsInTime(talks: RunningTalks): Promise<number | string> {
  const began = performance.now();
  const code = await talks.end("SIGTERM");
  expect(performance.now() - began).toBeLessThan(ENDED_MS);
  return code;
}

/** Has the program begin with some code, for what no setting brings about. */
function beginningWith(code: string): { readonly NODE_OPTIONS: string } {
  const file = join(emptyFolder(), "begin.cjs");
  writeFileSync(file, code);
  return { NODE_OPTIONS: `--require ${file}` };
}

/** So many characters that reading them takes longer than a stop may. */
function largeCorpus(): string {
  const dir = emptyFolder();
  mkdirSync(join(dir, "articles"));
  const front = '---\ntitle: "Piers"\noutlet: "Coast Gazette"\nauthor: null\npublished: "2025-04-01"\nurl: null\n---\n';
  const sentence = (n: number) =>
    `The crew ${n} of Sandholm painted ${n % 90} boats near mooring ${n}, Oda Lind said.\n\n`;
  for (let article = 0; article < 800; article += 1) {
    const body = Array.from({ length: 200 }, (_, n) => sentence(article * 200 + n)).join("");
    writeFileSync(join(dir, "articles", `piers-${article}.md`), front + body);
  }
  return dir;
}

describe("told to stop, the process ends within five seconds", () => {
  it("while a platform does not answer", TIMEOUT, async () => {
    for (const platform of ["slack", "discord"]) {
      const { port, called } = await silentHost();
      const slack = {
        SLACK_BOT_TOKEN: "xoxb-1",
        SLACK_APP_TOKEN: "xapp-1",
        SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
      };
      const talks = startTalks(platform === "slack" ? { CORPUS_DIR: corpusFolder(), ...slack } : discordAt(port));
      await called;
      expect(await endsInTime(talks)).toBe(0);
    }
  });

  it("while Redis does not answer", TIMEOUT, async () => {
    const { port, called } = await silentHost();
    const talks = startTalks({ ...discordAt(1), STATE_URL: `redis://127.0.0.1:${port}` });
    await called;
    expect(await endsInTime(talks)).toBe(0);
    expect(talks.log.at(-1)).toContain("Talks has stopped while it was starting.");
  });

  it("while it reads a large corpus, and shows that it lives until then", TIMEOUT, async () => {
    const opsPort = await freePort();
    const talks = startTalks({ ...discordAt(1), CORPUS_DIR: largeCorpus(), OPS_PORT: String(opsPort) });
    await talks.untilLogged("The index was made anew of the articles");
    const status = async (path: string) =>
      (await fetch(`http://127.0.0.1:${opsPort}${path}`, { signal: AbortSignal.timeout(1_000) })).status;
    await expect.poll(() => status("/healthz").catch(() => null)).toBe(200);
    expect(await status("/readyz")).toBe(503);
    expect(await endsInTime(talks)).toBe(0);
  });

  it("while a question waits for a platform that does not take the answer", TIMEOUT, async () => {
    const { slack, start } = await openTown();
    const talks = await start({ CORPUS_DIR: corpusFolder() });
    slack.fail({ method: "chat.postMessage", times: 9, how: { retryAfter: 60 } });
    await slack.mention("what did Brandt say");
    await slack.until(() => slack.calls.some(({ answer }) => answer.error === "ratelimited"));
    expect(await endsInTime(talks)).toBe(0);
    expect(talks.log).toContainEqual(expect.stringContaining("not finished in time"));
  });

  it.skipIf(!HAS_REDIS)(`while Redis hangs${REDIS_NOTE}`, { ...TIMEOUT, retry: 1 }, async () => {
    const redis = await startRedis();
    const discord = await startDiscordServer();
    onTestFinished(discord.close);
    const talks = startTalks({ ...discordAt(Number(new URL(discord.apiUrl).port)), STATE_URL: redis.url });
    await talks.untilLogged("discord is connected.");
    redis.freeze();
    expect(await endsInTime(talks)).toBe(0);
  });
});

describe("a start that fails ends within seconds, with a line that says why", () => {
  /** The exit code, and the lines beside those that only tell how far it came. */
  async function outcomeOf(talks: RunningTalks): Promise<{ code: number | string; faults: readonly string[] }> {
    const began = performance.now();
    const code = await talks.gone;
    expect(performance.now() - began).toBeLessThan(2 * ENDED_MS);
    return { code, faults: talks.log.filter((line) => !line.includes('"level":"info"')) };
  }

  it("for all faults of the settings at once, those on the disk too", async () => {
    const file = join(emptyFolder(), "a-file");
    writeFileSync(file, "no folder");
    const talks = startTalks({
      CORPUS_DIR: "/nope",
      STATE_DIR: file,
      SLACK_BOT_TOKEN: "xapp-1",
      SLACK_APP_TOKEN: "xoxb-1",
      SLACK_SIGNING_SECERT: "x",
      ALLOWED_CHANNELS: "#general",
    });
    const { code, faults } = await outcomeOf(talks);
    expect(code).toBe(1);
    expect(faults.slice(1).map((line) => line.slice(0, 30))).toEqual([
      "- SLACK_BOT_TOKEN holds an app",
      "- SLACK_APP_TOKEN holds a bot ",
      "- ALLOWED_CHANNELS must be ids",
      "- SLACK_SIGNING_SECERT is no v",
      "- CORPUS_DIR: the folder /nope",
      expect.stringMatching(/^- STATE_DIR: the folder/),
    ]);
  });

  it("for a state folder that its user may not read", async () => {
    const stateDir = join(emptyFolder(), "closed");
    mkdirSync(stateDir, { mode: 0o700 });
    // Root reads everything, and gives the closed folder to itself; somebody else closes it to themselves.
    const isRoot = process.getuid?.() === 0;
    if (!isRoot) chmodSync(stateDir, 0o000);
    const env = { ...discordAt(1), STATE_DIR: stateDir, CORPUS_DIR: "/nope" };
    const { code, faults } = await outcomeOf(startTalks(env, isRoot ? { uid: NOBODY, cwd: "/" } : {}));
    expect(code).toBe(1);
    expect(faults).toContainEqual(
      expect.stringMatching(/^- STATE_DIR: the folder .*closed may not be read .*\(EACCES\)/),
    );
  });

  it("for a Redis that takes the connection and says nothing", TIMEOUT, async () => {
    const { port } = await silentHost();
    const talks = startTalks({ ...discordAt(1), STATE_URL: `redis://127.0.0.1:${port}` });
    const line = expect.stringMatching(
      new RegExp(`^talks: The Redis at 127\\.0\\.0\\.1:${port} \\(STATE_URL\\) cannot be reached`),
    );
    expect(await outcomeOf(talks)).toEqual({ code: 1, faults: [line] });
  });

  it.each([
    ["an exception that nobody catches", 'throw new Error("boom")'],
    ["a rejection that nobody waits for", 'Promise.reject(new Error("boom"))'],
  ])("for %s", TIMEOUT, async (_what, fault) => {
    const { port, called } = await silentHost();
    const begin = `process.on("SIGUSR2", () => { ${fault}; });`;
    const talks = startTalks({ ...discordAt(1), STATE_URL: `redis://127.0.0.1:${port}`, ...beginningWith(begin) });
    await called;
    process.kill(talks.pid, "SIGUSR2");
    const line = expect.stringMatching(
      /^Talks ends, as it met a fault of its own\. .*"level":"error".*"message":"boom"/,
    );
    expect(await outcomeOf(talks)).toEqual({ code: 1, faults: [line] });
  });

  it("for what cannot even be loaded", TIMEOUT, async () => {
    const begin = `const load = require("module")._load;
      require("module")._load = (name, ...more) => { if (name === "discord.js") throw new Error("boom"); return load(name, ...more); };`;
    const line = expect.stringMatching(/^talks: Error: boom \(at .*begin\.cjs:.*\)$/);
    const { code, faults } = await outcomeOf(startTalks({ ...discordAt(1), ...beginningWith(begin) }));
    expect(code).toBe(1);
    // The encoder is being loaded meanwhile: on a slow disk it is told that it was not closed in time.
    expect(faults.filter((fault) => !fault.startsWith("Not everything was closed cleanly."))).toEqual([line]);
  });
});

describe("a fault of one platform's library, once both are connected", () => {
  it("is logged, and ends the service of neither", TIMEOUT, async () => {
    const { slack, start } = await openTown();
    const begin = 'process.on("SIGUSR2", () => { Promise.reject(new Error("boom")); });';
    const talks = await start({ CORPUS_DIR: corpusFolder(), ...beginningWith(begin) });
    process.kill(talks.pid, "SIGUSR2");
    expect(await talks.untilLogged("Something failed that nobody waited for.")).toContain('"message":"boom"');
    await slack.mention("what did Brandt say");
    await slack.until(() => slack.calls.some(({ method }) => method === "chat.postMessage"));
    expect(await endsInTime(talks)).toBe(0);
  });
});
