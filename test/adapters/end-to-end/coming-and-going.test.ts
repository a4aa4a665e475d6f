import { describe, expect, it, onTestFinished } from "vitest";
import { DIRECT } from "../discord/discord-data.ts";
import { wordsOf } from "../discord/discord-people.ts";
import { startDiscordServer } from "../discord/discord-server.ts";
import { startSlackServer } from "../slack/slack-server.ts";
import { saidBy, seen, untilSaid } from "../slack/talks-in-slack.ts";
import { freePort } from "../state/redis-server.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { openTown, type RunningTalks, startTalks, type Town } from "./running-talks.ts";

const QUESTION = "what did Brandt say";
const ANSWER = "We are ready to reopen the harbour";
const TIMEOUT = { timeout: 40_000 };
/** What is promised from the end of a connection to the first answer that says so. */
const NOTICED_MS = 10_000;
const PLATFORMS = ["slack", "discord"] as const;

/** What somebody sees who watches a process over its port. */
function watching(opsPort: number) {
  const get = async (path: string) => fetch(`http://127.0.0.1:${opsPort}${path}`);
  return {
    async readiness() {
      const response = await get("/readyz");
      return { status: response.status, ...JSON.parse(await response.text()) };
    },
    metrics: async () => (await get("/metrics")).text(),
  };
}

async function answersOnBoth({ slack, discord }: Pick<Town, "slack" | "discord">): Promise<void> {
  const before = { slack: saidBy(slack).length, discord: discord.said(DIRECT).length };
  await slack.mention(QUESTION);
  const said = await untilSaid(slack, before.slack + 1);
  expect(said.map(seen).at(-1)).toContain(ANSWER);
  discord.write(QUESTION, { channel: DIRECT });
  await discord.until(() => discord.said(DIRECT).length > before.discord);
  expect(discord.said(DIRECT).map(wordsOf).at(-1)).toContain(ANSWER);
}

/** The lines of the log that tell how the connection to a platform is. */
function linesOf({ log }: RunningTalks, platform: string): readonly string[] {
  return log.filter((line) => line.startsWith(`${platform} is `)).map((line) => line.replace(/[.:] .*/s, ""));
}

describe("connections on which nothing is heard any more, though nobody closed them", () => {
  it("are noticed within ten seconds, seen by whoever watches, and made again", TIMEOUT, async () => {
    const town = await openTown();
    const opsPort = await freePort();
    const { readiness, metrics } = watching(opsPort);
    const talks = await town.start({ CORPUS_DIR: corpusFolder(), OPS_PORT: String(opsPort) });
    expect(await readiness()).toEqual({
      status: 200,
      ready: true,
      parts: { corpus: "ready", slack: "ready", discord: "ready" },
    });

    town.slack.fail({ method: "apps.connections.open", times: 3, how: { error: "internal_error" } });
    town.discord.gateway.shut(true);
    town.slack.sockets.mute();
    town.discord.gateway.mute();
    await expect.poll(readiness, { timeout: NOTICED_MS }).toEqual({
      status: 503,
      ready: false,
      parts: { corpus: "ready", slack: "retrying", discord: "retrying" },
    });
    for (const platform of PLATFORMS)
      expect(await metrics()).toContain(`talks_platform_connected{platform="${platform}"} 0`);

    town.discord.gateway.shut(false);
    await expect
      .poll(async () => (await readiness()).parts, { timeout: 15_000 })
      .toMatchObject({
        slack: "ready",
        discord: "ready",
      });
    for (const platform of PLATFORMS)
      expect(await metrics()).toContain(`talks_platform_connected{platform="${platform}"} 1`);
    expect(town.discord.gateway.resumed()).toBe(1);
    await answersOnBoth(town);
    expect(await talks.end("SIGTERM")).toBe(0);
    for (const platform of PLATFORMS)
      expect(linesOf(talks, platform)).toEqual([
        `${platform} is connected`,
        `${platform} is no longer connected and is tried again`,
        `${platform} is connected again`,
        `${platform} is disconnected`,
      ]);
    expect(talks.log).toContainEqual(expect.stringMatching(/^Talks is stopping, as SIGTERM told it to\./));
    expect(talks.log.at(-1)).toMatch(/^Talks has stopped\./);
  });

  it("are told in no line where the platform only wants new ones", TIMEOUT, async () => {
    const town = await openTown();
    const talks = await town.start({ CORPUS_DIR: corpusFolder() });
    const opened = () => town.slack.calls.filter(({ method }) => method === "apps.connections.open").length;
    town.slack.sockets.refresh();
    town.discord.gateway.drop(4000);
    await town.slack.until(() => opened() === 2 && town.slack.sockets.open() === 1);
    await town.discord.until(() => town.discord.gateway.resumed() === 1);
    await answersOnBoth(town);
    expect(await talks.end("SIGTERM")).toBe(0);
    for (const platform of PLATFORMS)
      expect(linesOf(talks, platform)).toEqual([`${platform} is connected`, `${platform} is disconnected`]);
  });
});

describe("a platform that is not there at the start", () => {
  const env = (slackPort: number, discordPort: number) => ({
    CORPUS_DIR: corpusFolder(),
    SLACK_BOT_TOKEN: "xoxb-town",
    SLACK_APP_TOKEN: "xapp-town",
    SLACK_API_URL: `http://127.0.0.1:${slackPort}/api/`,
    DISCORD_TOKEN: "a.discord.token",
    DISCORD_API_URL: `http://127.0.0.1:${discordPort}/api`,
  });

  it.each(PLATFORMS)("is tried until it is, while the other one serves: %s", TIMEOUT, async (late) => {
    const [slackPort, discordPort, opsPort] = [await freePort(), await freePort(), await freePort()];
    const startSlack = () => startSlackServer({ port: slackPort });
    const startDiscord = () => startDiscordServer({ port: discordPort });
    const early = late === "slack" ? "discord" : "slack";
    const there = late === "slack" ? await startDiscord() : await startSlack();
    onTestFinished(there.close);
    const talks = startTalks({ ...env(slackPort, discordPort), OPS_PORT: String(opsPort) });
    await talks.untilLogged(`${early} is connected.`);
    const port = late === "slack" ? slackPort : discordPort;
    expect(await talks.untilLogged(`${late} is not connected yet and is tried again`)).toContain(
      `cannot be reached at 127.0.0.1:${port}: it refuses the connection (ECONNREFUSED).`,
    );
    expect(await watching(opsPort).readiness()).toMatchObject({ status: 200, parts: { [late]: "retrying" } });

    const slack = "sockets" in there ? there : await startSlack();
    const discord = "gateway" in there ? there : await startDiscord();
    onTestFinished(late === "slack" ? slack.close : discord.close);
    await talks.untilLogged(`${late} is connected.`);
    await answersOnBoth({ slack, discord });
    expect(await talks.end("SIGTERM")).toBe(0);
    expect(linesOf(talks, late)).toEqual([
      `${late} is not connected yet and is tried again`,
      `${late} is connected`,
      `${late} is disconnected`,
    ]);
  });

  it("and the only one is tried all the same, and nobody is told that the bot is ready", TIMEOUT, async () => {
    const [slackPort, opsPort] = [await freePort(), await freePort()];
    const { DISCORD_TOKEN: _, ...slackAlone } = env(slackPort, 1);
    const talks = startTalks({ ...slackAlone, OPS_PORT: String(opsPort) });
    await talks.untilLogged("slack is not connected yet");
    expect(await watching(opsPort).readiness()).toMatchObject({ status: 503, parts: { slack: "retrying" } });
    const slack = await startSlackServer({ port: slackPort });
    onTestFinished(slack.close);
    slack.fail({ method: "auth.test", times: 1, how: { status: 503 } });
    await talks.untilLogged("slack is connected.");
    expect(await watching(opsPort).readiness()).toMatchObject({ status: 200 });
    expect(await talks.end("SIGTERM")).toBe(0);
  });

  it(
    "because the token is refused is not tried again, and the process ends where no other can serve",
    TIMEOUT,
    async () => {
      const slack = await startSlackServer();
      const discord = await startDiscordServer();
      for (const { close } of [slack, discord]) onTestFinished(close);
      slack.fail({ method: "auth.test", times: 9, how: { error: "invalid_auth" } });
      const refused = { status: 401, data: { code: 0, message: "401: Unauthorized" } };
      discord.fail({ method: "GET", path: /gateway/, reply: refused, times: 9 });
      const ports = [slack, discord].map(({ apiUrl }) => Number(new URL(apiUrl).port));
      const talks = startTalks(env(ports[0] ?? 0, ports[1] ?? 0));
      expect(await talks.gone).toBe(1);
      expect(linesOf(talks, "slack")[0]).toBe("slack is not served");
      expect(talks.log).toContainEqual(expect.stringContaining("Slack refused SLACK_BOT_TOKEN (invalid_auth)."));
      expect(talks.log).toContainEqual(
        expect.stringContaining("discord is not served: Discord refuses DISCORD_TOKEN."),
      );
      expect(slack.calls).toHaveLength(1);
    },
  );
});
