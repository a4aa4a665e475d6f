import { expect, test } from "vitest";
import { createEnvReader } from "../../../adapters/env.ts";
import { parseOperations } from "../../../adapters/ops/operations-config.ts";
import { secretsOf } from "../../../adapters/ops/redaction.ts";

function parse(env: Record<string, string>) {
  const reader = createEnvReader(env);
  return { config: parseOperations(reader), faults: reader.faults };
}

test("questions are not stored, and metrics stay on this machine, unless it is said otherwise", () => {
  expect(parse({}).config).toMatchObject({ opsHost: "127.0.0.1", questionLogDays: null });
  expect(parse({ QUESTION_LOG_DAYS: "0" })).toMatchObject({ config: { questionLogDays: null }, faults: [] });
  expect(parse({ OPS_HOST: "0.0.0.0", QUESTION_LOG_DAYS: "30" }).config).toMatchObject({
    opsHost: "0.0.0.0",
    questionLogDays: 30,
  });
});

test.each(["a month", "-1", "99999", "1.5"])("%j is no number of days", (days) => {
  expect(parse({ QUESTION_LOG_DAYS: days }).faults).toEqual([
    "QUESTION_LOG_DAYS must be a number of days, 1 to 3650; 0 stores nothing.",
  ]);
});

test("every token and password of the configuration is a secret", () => {
  const feedsOf = (address: string) => ({ addresses: [address], everyMs: 1, allowPrivate: false });
  const common = { port: 3000, apiUrl: "https://slack.com/api/" };
  const discord = { token: "discord-token", messageContent: false, apiUrl: "https://discord.com/api" };
  const socket = { mode: "socket", botToken: "bot", appToken: "app", apiUrl: "https://slack.com/api/" } as const;
  const oauth = {
    mode: "http-oauth",
    signingSecret: "sign",
    clientId: "id",
    clientSecret: "client",
    stateSecret: "state",
    ...common,
  } as const;
  expect(
    secretsOf({
      slack: socket,
      discord,
      stateUrl: "redis://:p%40ss@db",
      feeds: feedsOf("https://a:feed-pass@x/"),
      archive: null,
    }),
  ).toEqual(["bot", "app", "discord-token", "redis://:p%40ss@db", "p%40ss", "p@ss", "feed-pass"]);
  expect(
    secretsOf({ slack: oauth, discord: null, stateUrl: null, feeds: feedsOf("https://x/"), archive: null }),
  ).toEqual(["sign", "client", "state"]);
  expect(
    secretsOf({
      slack: { mode: "http", botToken: "bot", signingSecret: "sign", ...common },
      discord: null,
      stateUrl: null,
      feeds: null,
      archive: null,
    }),
  ).toEqual(["bot", "sign"]);
  expect(secretsOf({ slack: null, discord: null, stateUrl: null, feeds: null, archive: null })).toEqual([]);
});
