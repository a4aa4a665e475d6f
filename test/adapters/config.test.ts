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
      readingRoom: { port: null, host: "127.0.0.1", url: null },
      corpusDir: join(PACKAGE_ROOT, "corpus"),
      archive: null,
      stateDir: ".state",
      stateUrl: null,
      opsPort: null,
      opsHost: "127.0.0.1",
      logLevel: "info",
      chatHistory: true,
      questionLogDays: null,
      feeds: null,
      fairUse: { perPerson: null, perChannel: null, channels: [], mentionOnly: false },
      notices: [],
    });
  });
});

describe("an archive", () => {
  const INDEX_URL = "https://one.example:9200, https://two.example:9200";

  it("has one node or several, and an own name for its indices", () => {
    expect(parseConfig({ INDEX_URL, INDEX_NAME: "news", INDEX_CA_FILE: "/ca.pem" }).archive).toEqual({
      nodes: ["https://one.example:9200", "https://two.example:9200"],
      access: { kind: "none" },
      caFile: "/ca.pem",
      name: "news",
    });
  });

  it("knows Talks by a user or by a key", () => {
    const asUser = parseConfig({ INDEX_URL, INDEX_USER: "talks", INDEX_PASSWORD: "word" });
    expect(asUser.archive?.access).toEqual({ kind: "password", user: "talks", password: "word" });
    expect(parseConfig({ INDEX_URL, INDEX_API_KEY: "a2V5" }).archive?.access).toEqual({ kind: "key", key: "a2V5" });
  });

  it.each([
    [{ INDEX_USER: "talks" }, "INDEX_URL is missing"],
    [{ INDEX_URL: "ftp://one.example" }, "INDEX_URL must be one or more addresses"],
    [{ INDEX_URL: "https://me:word@one.example" }, "INDEX_URL must hold no password"],
    [{ INDEX_URL, INDEX_USER: "talks" }, "INDEX_USER and INDEX_PASSWORD belong together"],
    [{ INDEX_URL, INDEX_USER: "talks", INDEX_PASSWORD: "word", INDEX_API_KEY: "key" }, "are two ways in"],
    [{ INDEX_URL, INDEX_NAME: "News" }, "INDEX_NAME must be of small letters"],
  ])("is told its faults: %o", (env, fault) => {
    expect(() => parseConfig(env)).toThrow(fault);
  });
});

describe("the reading room", () => {
  it("is served on a port, and led to by its address, each for itself", () => {
    expect(parseConfig({ READING_ROOM_PORT: "8080", READING_ROOM_HOST: "0.0.0.0" }).readingRoom).toEqual({
      port: 8080,
      host: "0.0.0.0",
      url: null,
    });
    expect(parseConfig({ READING_ROOM_URL: "https://news.example/talks/" }).readingRoom).toMatchObject({
      port: null,
      url: "https://news.example/talks",
    });
  });

  it.each([
    [{ READING_ROOM_PORT: "90", OPS_PORT: "90" }, "READING_ROOM_PORT must be another port than OPS_PORT"],
    [{ READING_ROOM_URL: "news.example" }, "READING_ROOM_URL must be an address that begins with http:// or https://"],
    [{ READING_ROOM_URL: "https://news.example/?a" }, "READING_ROOM_URL must have neither ? nor #"],
  ])("is told where it cannot be: %o", (env, fault) => {
    expect(faultsOf(env)).toEqual([expect.stringContaining(fault)]);
  });
});

describe("Slack", () => {
  it("is reached by Socket Mode with a bot token and an app token", () => {
    expect(parseConfig(socket).slack).toEqual({
      mode: "socket",
      botToken: "xoxb-1",
      appToken: "xapp-1",
      apiUrl: "https://slack.com/api/",
    });
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
      apiUrl: "https://slack.com/api/",
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
    expect(parseConfig({ DISCORD_TOKEN: "t" }).discord).toEqual({
      token: "t",
      messageContent: false,
      apiUrl: "https://discord.com/api",
    });
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

describe("a token in the wrong place", () => {
  it.each([
    [
      { SLACK_BOT_TOKEN: "xapp-1", SLACK_APP_TOKEN: "xoxb-1" },
      [
        "SLACK_BOT_TOKEN holds an app token (xapp-…), which belongs in SLACK_APP_TOKEN.",
        "SLACK_APP_TOKEN holds a bot token (xoxb-…), which belongs in SLACK_BOT_TOKEN.",
      ],
    ],
    [
      { SLACK_BOT_TOKEN: "xoxp-1", SLACK_SIGNING_SECRET: "xoxe.xoxb-1" },
      [
        "SLACK_BOT_TOKEN holds a token that is neither of a bot (xoxb-…) nor of an app (xapp-…).",
        "SLACK_SIGNING_SECRET holds a bot token (xoxb-…), which belongs in SLACK_BOT_TOKEN.",
      ],
    ],
    [{ DISCORD_TOKEN: "123456789012345678" }, [expect.stringMatching(/^DISCORD_TOKEN holds an id\. .*Reset Token/)]],
    [{ DISCORD_TOKEN: "0a".repeat(32) }, [expect.stringContaining("the public key of the application")]],
    [{ DISCORD_TOKEN: "xoxb-1" }, [expect.stringContaining("a token of Slack")]],
    [{ DISCORD_TOKEN: "Bot a.b.c" }, [expect.stringContaining("take the word in front of it away")]],
  ])("is a fault that says what it is: %o", (env, faults) => {
    expect(faultsOf(env)).toEqual(faults);
  });

  it("is not seen in a token of a form that only Slack can judge", () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: "xoxe.xoxb-1", SLACK_APP_TOKEN: "another" })).toEqual([]);
  });
});

describe("a name that is not known", () => {
  it.each([
    ["SLACK_SIGNING_SECERT", "SLACK_SIGNING_SECRET"],
    ["SLACK_BOTTOKEN", "SLACK_BOT_TOKEN"],
    ["discord_token", "DISCORD_TOKEN"],
    ["LIMIT_PER_PERSN", "LIMIT_PER_PERSON"],
    ["ALLOWED_CHANELS", "ALLOWED_CHANNELS"],
    ["QUESTION_LOG_DAY", "QUESTION_LOG_DAYS"],
    ["OPS_PROT", "OPS_PORT"],
    ["STATE_URI", "STATE_URL"],
    ["CORPUS_DRI", "CORPUS_DIR"],
    ["MENTION_ONLI", "MENTION_ONLY"],
  ])("and is one of ours misspelled, %s, is a fault that names %s", (name, meant) => {
    expect(faultsOf({ [name]: "1" })).toEqual([`${name} is no variable of Talks: did you mean ${meant}?`]);
  });

  it.each([
    ["SLACK_API_TOKEN", " did you mean SLACK_APP_TOKEN?"],
    ["SLACK_TOKEN", " did you mean SLACK_BOT_TOKEN or SLACK_APP_TOKEN?"],
    ["DISCORD_BOT_TOKEN", " did you mean DISCORD_TOKEN?"],
    ["SLAK_BOT_TOKEN", " did you mean SLACK_BOT_TOKEN?"],
    ["SLACK_WEBHOOK_URL", ""],
    ["STATE_DIRECTORY", ""],
    ["LOG_LABEL", " did you mean LOG_LEVEL?"],
  ])("and may be another program's, %s, is noticed", (name, question) => {
    expect(parseConfig({ [name]: "1" }).notices).toEqual([
      `${name} is ignored, as it is no variable of Talks${question === "" ? "." : `:${question}`}`,
    ]);
  });

  it("and misspells one that is set rightly, too, is noticed", () => {
    expect(parseConfig({ OPS_PORT: "9090", OPS_PROT: "1" }).notices).toEqual([
      expect.stringMatching(/^OPS_PROT is ignored/),
    ]);
  });

  it("is left alone where it is like none of ours", () => {
    expect(
      parseConfig({ PATH: "/bin", HOME: "/root", STAGE: "x", LOGNAME: "me", npm_config_cache: "x" }).notices,
    ).toEqual([]);
  });
});

describe("the channels to answer in", () => {
  it.each(["#general", "C0123,general", "<#C0123|general>", "https://town.slack.com/archives/C0123"])(
    "are ids, and not %s",
    (channels) => {
      expect(faultsOf({ ALLOWED_CHANNELS: channels })).toEqual([
        expect.stringMatching(/^ALLOWED_CHANNELS must be ids/),
      ]);
    },
  );

  it("may be of both platforms", () => {
    const { fairUse } = parseConfig({ ALLOWED_CHANNELS: "C0123ABCD, G0456 400000000000000001" });
    expect(fairUse.channels).toEqual(["C0123ABCD", "G0456", "400000000000000001"]);
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

  it("are told together with those that the disk knows of, and with what was noticed", () => {
    const env = { PORT: "80a", CORPUS_DIR: "/nope", SLACK_TEAM_ID: "T1" };
    expect(() => parseConfig(env, ({ corpusDir }) => [`There is no ${corpusDir}.`])).toThrow(
      /\n- PORT must be .*\n- There is no \/nope\.\nAlso noticed:\n- SLACK_TEAM_ID is ignored/,
    );
  });

  it("are one port for Slack's calls and for health and metrics", () => {
    const http = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "signing" };
    expect(faultsOf({ ...http, OPS_PORT: "3000" })).toEqual([expect.stringContaining("another port")]);
    expect(faultsOf({ ...http, PORT: "0", OPS_PORT: "0" })).toEqual([]);
    expect(faultsOf({ ...socket, OPS_PORT: "3000" })).toEqual([]);
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
