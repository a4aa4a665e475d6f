import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startDiscordServer } from "../discord/discord-server.ts";
import { startSlackServer } from "../slack/slack-server.ts";
import { freePort, HAS_REDIS, REDIS_NOTE, startRedis } from "../state/redis-server.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { emptyFolder, runProgram } from "../terminal/run-program.ts";
import { openTown } from "./running-talks.ts";

const SECRETS = {
  ...{ bot: "xoxb-very-secret", app: "xapp-very-secret", discord: "a.very.secret" },
  ...{ client: "very-secret-client", state: "very-secret-state" },
};

/** A Slack, a Discord, and the variables of a bot that is to serve both. */
async function openPlatforms() {
  const [slack, discord] = await Promise.all([startSlackServer(), startDiscordServer()]);
  onTestFinished(slack.close);
  onTestFinished(discord.close);
  const env = {
    SLACK_BOT_TOKEN: SECRETS.bot,
    SLACK_APP_TOKEN: SECRETS.app,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: SECRETS.discord,
    DISCORD_API_URL: discord.apiUrl,
    CORPUS_DIR: corpusFolder(),
    STATE_DIR: join(emptyFolder(), "state"),
  };
  return { slack, discord, env };
}

/** What `talks doctor` prints, with its lines by their marks. */
async function doctor(env: Record<string, string>) {
  const { code, stdout, stderr } = await runProgram(["doctor"], { env });
  const linesWith = (mark: string) => stdout.split("\n").filter((line) => line.startsWith(mark));
  expect(stderr).toBe("");
  for (const secret of Object.values(SECRETS)) expect(stdout).not.toContain(secret);
  return { code, stdout, well: linesWith("✔"), ill: linesWith("✖"), open: linesWith("–") };
}

describe("talks doctor", { timeout: 20_000 }, () => {
  it("of a bot that has all it needs finds every part well, and changes nothing", async () => {
    const { slack, discord, env } = await openPlatforms();
    expect((await runProgram(["register"], { env })).code).toBe(0);
    const { code, stdout, well, ill } = await doctor(env);
    expect({ code, ill }).toEqual({ code: 0, ill: [] });
    expect(stdout).toContain("\nAll is well.\n");
    for (const part of ["Node.js", "Settings", "Articles", "State", "Encoder", "Slack: bot token", "Slack: scopes"])
      expect(well.join("\n")).toContain(`✔ ${part}`);
    for (const part of ["Slack: app token", "Slack: clock", "Discord: token", "Discord: commands", "Discord: gateway"])
      expect(well.join("\n")).toContain(`✔ ${part}`);
    expect(slack.calls.map(({ method }) => method).sort()).toEqual(["apps.connections.open", "auth.test"]);
    expect(discord.calls.filter(({ method }) => method !== "GET").map(({ path }) => path)).toEqual([
      expect.stringMatching(/commands$/),
    ]);
    expect(readdirSync(join(env.STATE_DIR, ".."))).toEqual([]);
  });

  it("says what to do about tokens, scopes, commands, intents and the clock", async () => {
    const { slack, discord, env } = await openPlatforms();
    slack.fail({ method: "apps.connections.open", times: 1, how: { error: "missing_scope" } });
    slack.granted.delete("im:history");
    slack.skew(-3_600_000);
    const { code, ill, stdout } = await doctor({ ...env, DISCORD_MESSAGE_CONTENT: "true" });
    expect(code).toBe(1);
    expect(ill).toEqual([
      expect.stringMatching(/Slack: scopes .*missing: im:history \(to hear direct messages\)/),
      expect.stringMatching(/Slack: app token .*SLACK_APP_TOKEN \(missing_scope\)/),
      expect.stringMatching(/Slack: clock .*360\d seconds ahead/),
      expect.stringMatching(/Discord: intents .*Message Content/),
      expect.stringMatching(/Discord: commands .*talks-sources/),
    ]);
    expect(stdout.match(/^ +→ .+/gm)).toEqual(expect.arrayContaining([expect.stringMatching(/talks register/)]));
    discord.fail({ method: "GET", path: /applications/, reply: { status: 401, data: { code: 0, message: "no" } } });
    slack.fail({ method: "auth.test", times: 1, how: { error: "invalid_auth" } });
    const refused = (await doctor(env)).ill.join("\n");
    expect(refused).toMatch(/Slack refused SLACK_BOT_TOKEN \(invalid_auth\)/);
    expect(refused).toMatch(/Discord refuses DISCORD_TOKEN/);
  });

  it("names platforms that cannot be reached, and looks at all else", async () => {
    const port = await freePort();
    const { ill, well } = await doctor({
      ...{ SLACK_BOT_TOKEN: SECRETS.bot, SLACK_APP_TOKEN: SECRETS.app, DISCORD_TOKEN: SECRETS.discord },
      SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
      DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
    });
    expect(ill.filter((line) => line.includes(`cannot be reached at 127.0.0.1:${port}`))).toHaveLength(3);
    expect(well.join("\n")).toContain("✔ Articles");
  });

  it("finds faults of the settings, the articles and the ports together", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void taken.close());
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" ? address?.port : null;
    const file = join(emptyFolder(), "file");
    writeFileSync(file, "");
    const { code, ill, open } = await doctor({
      ...{ SLACK_BOT_TOKEN: SECRETS.bot, LIMIT_PER_PERSN: "1/day", OPS_PORT: String(port) },
      ...{ CORPUS_DIR: corpusFolder({ "bare.md": "no front matter\n" }), STATE_DIR: join(file, "state") },
    });
    expect(code).toBe(1);
    expect(ill.map((line) => line.replace(/ {2,}.*/, ""))).toEqual([
      ...["✖ Settings", "✖ Settings", "✖ Settings"],
      ...["✖ Articles", "✖ State", `✖ OPS_PORT ${port}`],
    ]);
    expect(ill.join("\n")).toMatch(/Slack is half set[\s\S]*LIMIT_PER_PERSON[\s\S]*1 fault/);
    expect(open.join("\n")).toMatch(/– Slack +not set up/);
  });

  it("looks at the way to Slack alone where each workspace has a token of its own", async () => {
    const { slack, env } = await openPlatforms();
    const { code, well, open } = await doctor({
      ...{ SLACK_API_URL: slack.apiUrl, CORPUS_DIR: env.CORPUS_DIR, PORT: String(await freePort()) },
      ...{ SLACK_SIGNING_SECRET: "signing", SLACK_CLIENT_ID: "1.2" },
      ...{ SLACK_CLIENT_SECRET: SECRETS.client, SLACK_STATE_SECRET: SECRETS.state },
    });
    expect(code).toBe(0);
    expect(well.join("\n")).toMatch(/✔ PORT \d+ +free[\s\S]*✔ Slack: Web API +it answers/);
    expect(open.join("\n")).toContain("STATE_DIR or STATE_URL to a place that is kept");
  });

  it("looks at the port of the reading room", async () => {
    const port = await freePort();
    const env = { READING_ROOM_PORT: String(port) };
    const free = (await doctor(env)).well.join("\n");
    expect(free).toMatch(/✔ Settings +the reading room\n/);
    expect(free).toMatch(new RegExp(`✔ READING_ROOM_PORT ${port} +free`));
    const taken = createServer().listen(port, "127.0.0.1");
    onTestFinished(() => void taken.close());
    await once(taken, "listening");
    expect((await doctor(env)).open.join("\n")).toMatch(/– READING_ROOM_PORT \d+ +cannot be opened \(.*EADDRINUSE/);
  });

  it("sees a bot that runs, and leaves it alone", async () => {
    const town = await openTown();
    const env = { OPS_PORT: String(await freePort()), CORPUS_DIR: corpusFolder() };
    const talks = await town.start(env);
    const { code, well } = await doctor({ ...env, STATE_DIR: town.stateDir });
    expect(code).toBe(0);
    expect(well.join("\n")).toMatch(new RegExp(`in use by process ${talks.pid} on .*: a bot that runs`));
    expect(well.join("\n")).toMatch(/OPS_PORT \d+ +the Talks that runs serves it, and is ready/);
    expect(await talks.end("SIGTERM")).toBe(0);
  });

  it.runIf(HAS_REDIS)(`looks at the Redis that the state is in${REDIS_NOTE}`, async () => {
    const redis = await startRedis();
    expect((await doctor({ STATE_URL: redis.url })).well.join("\n")).toMatch(/✔ State +the Redis at .* can be written/);
    await redis.stop();
    expect((await doctor({ STATE_URL: redis.url })).ill.join("\n")).toMatch(/✖ State +The Redis at .* cannot be/);
  });

  it("tells programs the same on one line of JSON", async () => {
    const { code, stdout } = await runProgram(["doctor", "--json", "--corpus", "/nowhere"]);
    const { ok, checks } = JSON.parse(stdout);
    expect({ code, ok }).toEqual({ code: 1, ok: false });
    expect(checks).toContainEqual({
      name: "Articles",
      status: "failed",
      says: expect.stringContaining("/nowhere"),
      todo: expect.stringContaining("CORPUS_DIR"),
    });
  });
});
