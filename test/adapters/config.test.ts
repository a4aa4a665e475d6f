import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../adapters/config.ts";
import { ConfigError, loadEnvironment } from "../../adapters/env.ts";
import { PACKAGE_ROOT } from "../../adapters/package-root.ts";

const socket = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
const oauth = {
  SLACK_SIGNING_SECRET: "signing",
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "client",
  SLACK_STATE_SECRET: "state",
};

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe("an environment without variables", () => {
  it("sets up no platform and serves the articles of the package", () => {
    expect(parseConfig({})).toEqual({
      slack: null,
      discord: null,
      corpusDir: join(PACKAGE_ROOT, "corpus"),
      stateDir: ".state",
      stateUrl: null,
      opsPort: null,
      opsHost: "127.0.0.1",
      logLevel: "info",
      questionLogDays: null,
      fairUse: { perPerson: null, perChannel: null, channels: [], mentionOnly: false },
      notices: [],
    });
  });
});

describe("Slack", () => {
  it("is reached by Socket Mode with a bot token and an app token", () => {
    expect(parseConfig(socket).slack).toEqual({ mode: "socket", botToken: "xoxb-1", appToken: "xapp-1", apiUrl: null });
  });

  it("is reached by Socket Mode even with a signing secret, which is ignored with a notice", () => {
    const config = parseConfig({ ...socket, SLACK_SIGNING_SECRET: "signing" });
    expect(config.slack?.mode).toBe("socket");
    expect(config.notices).toEqual([expect.stringMatching(/^SLACK_SIGNING_SECRET is ignored: .*Socket Mode/)]);
  });

  it("calls over HTTP with a bot token and a signing secret, at port 3000 unless PORT says otherwise", () => {
    const http = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "signing" };
    expect(parseConfig(http).slack).toEqual({
      mode: "http",
      botToken: "xoxb-1",
      signingSecret: "signing",
      port: 3000,
      apiUrl: null,
    });
    expect(parseConfig({ ...http, PORT: "8080" }).slack).toMatchObject({ port: 8080 });
  });

  it("is installed by many workspaces with a client", () => {
    expect(parseConfig({ ...oauth, SLACK_API_URL: "http://127.0.0.1:9/api/" }).slack).toEqual({
      mode: "http-oauth",
      signingSecret: "signing",
      clientId: "1.2",
      clientSecret: "client",
      stateSecret: "state",
      port: 3000,
      apiUrl: "http://127.0.0.1:9/api/",
    });
  });

  it("ignores a bot token beside a client, with a notice", () => {
    const config = parseConfig({ ...oauth, SLACK_BOT_TOKEN: "xoxb-1", STATE_DIR: "/var/lib/talks" });
    expect(config.slack?.mode).toBe("http-oauth");
    expect(config.notices).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN is ignored/)]);
  });

  it("with many workspaces wants to be told where their tokens are kept", () => {
    expect(parseConfig(oauth).notices).toEqual([expect.stringMatching(/set STATE_DIR or STATE_URL/)]);
    expect(parseConfig({ ...oauth, STATE_URL: "redis://127.0.0.1" }).notices).toEqual([]);
  });

  it.each([
    [
      { SLACK_BOT_TOKEN: "xoxb-1" },
      "Slack is half set: SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing.",
    ],
    [{ SLACK_APP_TOKEN: "xapp-1" }, "Slack is half set: SLACK_BOT_TOKEN is missing."],
    [{ SLACK_SIGNING_SECRET: "s" }, "Slack is half set: SLACK_BOT_TOKEN is missing."],
    [
      { SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "client" },
      "Slack for many workspaces is half set: SLACK_SIGNING_SECRET, SLACK_STATE_SECRET are missing.",
    ],
    [
      { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s", SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "client" },
      "Slack for many workspaces is half set: SLACK_STATE_SECRET is missing.",
    ],
  ])("half set, %o, is an error that names what is missing", (env, fault) => {
    expect(faultsOf(env)).toEqual([fault]);
  });
});

describe("Discord", () => {
  it("is reached with a token and asks for no privileged intent by itself", () => {
    expect(parseConfig({ DISCORD_TOKEN: "t" }).discord).toEqual({ token: "t", messageContent: false, apiUrl: null });
  });

  it.each([
    ["true", true],
    ["YES", true],
    ["1", true],
    ["false", false],
    ["off", false],
  ])("takes %s for DISCORD_MESSAGE_CONTENT", (text, messageContent) => {
    const config = parseConfig({ DISCORD_TOKEN: "t", DISCORD_MESSAGE_CONTENT: text });
    expect(config.discord).toMatchObject({ messageContent });
  });
});

describe("the faults of an environment", () => {
  it("are told all at once, with where to read on", () => {
    const env = {
      SLACK_APP_TOKEN: "xapp-1",
      PORT: "80a",
      DISCORD_MESSAGE_CONTENT: "maybe",
      DISCORD_API_URL: "localhost",
      STATE_URL: "http://127.0.0.1",
      OPS_PORT: "70000",
      LOG_LEVEL: "loud",
      LIMIT_PER_PERSON: "many",
    };
    expect(() => parseConfig(env)).toThrow(/\.env\.example/);
    expect(faultsOf(env)).toEqual([
      "PORT must be a port number, 0 to 65535.",
      "Slack is half set: SLACK_BOT_TOKEN is missing.",
      "DISCORD_API_URL must be an address that begins with http:// or https://.",
      "DISCORD_MESSAGE_CONTENT must be true or false.",
      "STATE_URL must be an address that begins with redis:// or rediss://.",
      "OPS_PORT must be a port number, 0 to 65535.",
      "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.",
      "LIMIT_PER_PERSON must be a number of questions and a time, such as 20/minute, 100/hour or 500/day.",
    ]);
  });

  it("never repeat a value, which may be a secret", () => {
    const faults = faultsOf({ SLACK_BOT_TOKEN: "xoxb-secret", PORT: "secret", STATE_URL: "secret" });
    expect(faults).toHaveLength(3);
    expect(faults.join()).not.toContain("secret");
  });
});

describe("the variables of a process and of .env", () => {
  const folderWith = (envFile: string) => {
    const dir = mkdtempSync(join(tmpdir(), "talks-env-"));
    writeFileSync(join(dir, ".env"), envFile);
    return dir;
  };

  it("go together, the process before the file", () => {
    const dir = folderWith('CORPUS_DIR="from the file"\nLOG_LEVEL=warn\n');
    expect(loadEnvironment({ LOG_LEVEL: "error" }, dir)).toEqual({ CORPUS_DIR: "from the file", LOG_LEVEL: "error" });
  });

  it("count as unset where they are empty", () => {
    expect(loadEnvironment({ LOG_LEVEL: "", PORT: "  " }, folderWith("LOG_LEVEL=warn\nOPS_PORT=\n"))).toEqual({
      LOG_LEVEL: "warn",
    });
  });

  it("need no file", () => {
    expect(loadEnvironment({ PORT: "1" }, mkdtempSync(join(tmpdir(), "talks-env-")))).toEqual({ PORT: "1" });
  });
});

describe(".env.example", () => {
  const text = readFileSync(join(PACKAGE_ROOT, ".env.example"), "utf8");

  it("explains every variable that is read, and no other", () => {
    const read = new Set<string>();
    const recording = new Proxy<Record<string, string>>({}, { get: (_, name) => void read.add(String(name)) });
    parseConfig(recording);
    expect(Object.keys(parseEnv(text)).sort()).toEqual([...read].sort());
    for (const name of read) expect(text).toMatch(new RegExp(`^# .+\\n${name}=$`, "m"));
  });
});
