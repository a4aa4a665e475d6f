import { describe, expect, it, onTestFinished } from "vitest";
import { DIRECT } from "../discord/discord-data.ts";
import { wordsOf } from "../discord/discord-people.ts";
import { startDiscordServer } from "../discord/discord-server.ts";
import { type SlackServer, startSlackServer } from "../slack/slack-server.ts";
import { saidBy, seen, untilSaid } from "../slack/talks-in-slack.ts";
import { freePort, HAS_REDIS, REDIS_NOTE, startRedis } from "../state/redis-server.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { runProgram } from "../terminal/run-program.ts";
import { openTown, startTalks, type Town } from "./running-talks.ts";

// Each part that a setting switches on is started once as it is shipped: what is never started may not start at all. The
// commands of the terminal are in test/adapters/terminal/command-line.test.ts.

const QUESTION = "what did Brandt say";
const ANSWER = "We are ready to reopen the harbour";
const WHEN = "when will the harbour reopen?";
const TIMEOUT = { timeout: 30_000 };
const SIGNING_SECRET = "a-signing-secret";

async function openSlack(): Promise<SlackServer> {
  const slack = await startSlackServer();
  onTestFinished(slack.close);
  return slack;
}

/** Asks by the command and goes on in the thread, whose first question has to be remembered. */
async function converse(slack: SlackServer): Promise<void> {
  const before = saidBy(slack, { threadTs: null }).length;
  await slack.command(QUESTION);
  const anchor = await slack.until(() => saidBy(slack, { threadTs: null })[before]);
  await untilSaid(slack, 1, { threadTs: anchor.ts });
  await slack.say(WHEN, { threadTs: anchor.ts });
  const [answer, followUp] = await untilSaid(slack, 2, { threadTs: anchor.ts });
  expect(answer && seen(answer)).toContain(ANSWER);
  expect(followUp && seen(followUp)).toContain("will reopen in May");
}

async function askInDiscord({ discord }: Pick<Town, "discord">): Promise<void> {
  const before = discord.said(DIRECT).length;
  discord.write(QUESTION, { channel: DIRECT });
  await discord.until(() => discord.said(DIRECT).length > before);
  expect(discord.said(DIRECT).map(wordsOf).at(-1)).toContain(ANSWER);
}

describe("the built program", () => {
  it(
    "serves both platforms at once, with health, metrics, limits, stored questions and their report",
    TIMEOUT,
    async () => {
      const town = await openTown();
      const opsPort = await freePort();
      const env = {
        CORPUS_DIR: corpusFolder(),
        STATE_DIR: town.stateDir,
        OPS_PORT: String(opsPort),
        OPS_HOST: "127.0.0.1",
        QUESTION_LOG_DAYS: "7",
        LIMIT_PER_PERSON: "4/minute",
        LIMIT_PER_CHANNEL: "100/day",
        ALLOWED_CHANNELS: "C0TOWN,400000000000000001",
        MENTION_ONLY: "false",
        DISCORD_MESSAGE_CONTENT: "true",
        LOG_LEVEL: "debug",
      };
      const talks = await town.start(env);
      await converse(town.slack);
      await askInDiscord(town);
      const page = async (path: string) => {
        const response = await fetch(`http://127.0.0.1:${opsPort}${path}`);
        return `${response.status} ${await response.text()}`;
      };
      expect(await page("/healthz")).toBe("200 ok\n");
      expect(await page("/readyz")).toContain('200 {"ready":true');
      expect(await page("/metrics")).toContain('talks_questions_total{platform="slack",outcome="answered"} 2');
      await town.slack.command("private one more?");
      await town.slack.command("private and yet another?");
      await town.slack.command("private and one too many?");
      await expect
        .poll(() => page("/metrics"))
        .toContain('talks_questions_total{platform="slack",outcome="refused"} 1');
      expect(await talks.end("SIGTERM")).toBe(0);
      const report = await runProgram(["report", "--json"], { env });
      expect(report).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining('"questions":6') });
    },
  );

  it.skipIf(!HAS_REDIS)(`keeps its state in Redis, over a restart${REDIS_NOTE}`, TIMEOUT, async () => {
    const redis = await startRedis();
    const town = await openTown();
    const env = { CORPUS_DIR: corpusFolder(), STATE_URL: redis.url, LIMIT_PER_PERSON: "100/minute" };
    const first = await town.start(env);
    await converse(town.slack);
    await askInDiscord(town);
    expect(await first.end("SIGTERM")).toBe(0);
    const threadTs = saidBy(town.slack, { threadTs: null })[0]?.ts ?? "";
    const second = await town.start(env);
    await town.slack.say("what did the dredging cost?", { threadTs });
    const said = await untilSaid(town.slack, 3, { threadTs });
    expect(said.map(seen).at(-1)).toContain("40 million crowns");
    expect(await second.end("SIGTERM")).toBe(0);
    expect([...first.log, ...second.log].filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  it("serves one workspace of Slack's by HTTP", TIMEOUT, async () => {
    const slack = await openSlack();
    const port = await freePort();
    const talks = startTalks({
      CORPUS_DIR: corpusFolder(),
      SLACK_BOT_TOKEN: "xoxb-town",
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
    });
    await talks.untilLogged("slack is connected.");
    slack.deliverTo(`http://127.0.0.1:${port}/slack/events`, SIGNING_SECRET);
    await converse(slack);
    expect(await talks.end("SIGTERM")).toBe(0);
  });

  it("serves the workspaces of Slack's that install it, also after a restart", TIMEOUT, async () => {
    const slack = await openSlack();
    const [port, opsPort] = [await freePort(), await freePort()];
    const base = `http://127.0.0.1:${port}`;
    const env = {
      CORPUS_DIR: corpusFolder(),
      STATE_DIR: (await openTown()).stateDir,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_CLIENT_ID: "1.2",
      SLACK_CLIENT_SECRET: "a-client-secret",
      SLACK_STATE_SECRET: "a-state-secret",
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
      OPS_PORT: String(opsPort),
    };
    const first = startTalks(env);
    await first.untilLogged("slack is connected.");
    const install = await fetch(`${base}/slack/install`, { redirect: "manual" });
    const state = new URL(install.headers.get("location") ?? "").searchParams.get("state");
    const cookie = install.headers.get("set-cookie")?.split(";")[0] ?? "";
    const back = await fetch(`${base}/slack/oauth_redirect?code=good-code&state=${state}`, { headers: { cookie } });
    expect(back.status).toBe(200);
    expect(await first.end("SIGTERM")).toBe(0);

    const second = startTalks(env);
    await second.untilLogged("slack is connected.");
    slack.deliverTo(`${base}/slack/events`, SIGNING_SECRET);
    await slack.mention(QUESTION);
    const [answer] = await untilSaid(slack, 1);
    expect(answer && seen(answer)).toContain(ANSWER);
    expect(slack.calls.find(({ method }) => method === "chat.postMessage")?.token).toBe("xoxb-installed");
    expect(await second.end("SIGTERM")).toBe(0);
  });

  it("serves Discord alone", TIMEOUT, async () => {
    const discord = await startDiscordServer();
    onTestFinished(discord.close);
    const env = { DISCORD_TOKEN: "a.discord.token", DISCORD_API_URL: discord.apiUrl };
    const talks = startTalks({ CORPUS_DIR: corpusFolder(), ...env });
    await talks.untilLogged("discord is connected.");
    await askInDiscord({ discord });
    expect(await talks.end("SIGTERM")).toBe(0);
  });
});
