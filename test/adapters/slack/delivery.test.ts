import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import type { SlackConfig } from "../../../adapters/config.ts";
import { createMemoryState } from "../../../adapters/conversation/state.ts";
import { createFairUse } from "../../../adapters/ops/fair-use.ts";
import { createSlackAdapter } from "../../../adapters/slack/slack-adapter.ts";
import { UnreachableError } from "../../../adapters/unreachable.ts";
import { createRecordedObserver, NO_LIMITS } from "../recorded-observer.ts";
import { startSlackServer } from "./slack-server.ts";
import { sign } from "./slack-transport.ts";
import { BOT } from "./slack-world.ts";
import { saidBy, untilSaid, untilWhispered, withTalks } from "./talks-in-slack.ts";
import { createTownEngine } from "./town-engine.ts";

describe("by socket", () => {
  it("an event that is delivered again is answered once", () =>
    withTalks(async ({ server, engine }) => {
      await server.dm("what did Brandt say");
      await Promise.all([server.repeat(), server.repeat()]);
      await server.mention("when does it open");
      await untilSaid(server, 1);
      await server.repeat();
      await server.command("help");
      await untilWhispered(server);
      expect(engine.asked.map(({ text }) => text)).toEqual(["what did Brandt say", "when does it open"]);
    }));

  it.each(["refresh", "cut"] as const)("connects again within a second after a lost connection: %s", (how) =>
    withTalks(async ({ server }) => {
      const opened = () => server.calls.filter(({ method }) => method === "apps.connections.open").length;
      const start = performance.now();
      server.sockets[how]();
      await server.until(() => opened() === 2 && server.sockets.open() === 1);
      expect(performance.now() - start).toBeLessThan(1_000);
      await server.command("what did Brandt say");
      expect(await untilSaid(server, 2)).toHaveLength(2);
    }),
  );

  it("goes on trying while Slack takes no connection, and says so", () =>
    withTalks(async ({ server, connection, log }) => {
      server.fail({ method: "apps.connections.open", times: 1, how: { error: "internal_error" } });
      server.sockets.cut();
      await server.until(() => server.sockets.open() === 0);
      await server.until(() => server.sockets.open() === 1);
      await expect.poll(() => connection.map(({ kind }) => kind)).toEqual(["lost", "connected"]);
      // What the client warns of is in the reason, and not in the log for a second time.
      expect(log).toEqual([]);
    }));

  it("gives up once Slack takes the token back", () =>
    withTalks(async ({ server, connection }) => {
      server.fail({ method: "apps.connections.open", times: 1, how: { error: "account_inactive" } });
      server.sockets.cut();
      const why = expect.stringContaining("Slack refused SLACK_APP_TOKEN (account_inactive)");
      await expect.poll(() => connection).toEqual([expect.anything(), { kind: "refused", why }]);
    }));

  it.each([
    ["auth.test", "SLACK_BOT_TOKEN"],
    ["apps.connections.open", "SLACK_APP_TOKEN"],
  ])("a token that %s refuses stops the start, and is named", async (method, variable) => {
    const server = await startSlackServer();
    server.fail({ method, times: 1, how: { error: "invalid_auth" } });
    const adapter = createAdapter({ mode: "socket", botToken: "xoxb", appToken: "xapp", apiUrl: server.apiUrl });
    const refusal = await adapter.start().catch((error: unknown) => error);
    expect(String(refusal)).toContain(`Slack refused ${variable} (invalid_auth)`);
    expect(refusal).not.toBeInstanceOf(UnreachableError);
    await adapter.stop();
    await server.close();
  });

  it.each([
    ["a fault of Slack's", { error: "fatal_error" }, /Slack at 127\.0\.0\.1:\d+ is in trouble \(fatal_error\)/],
    ["HTTP 503", { status: 503 }, /Slack at 127\.0\.0\.1:\d+ answers with HTTP 503/],
    ["a rate limit", { retryAfter: 7 }, /Slack at 127\.0\.0\.1:\d+ was asked too often/],
    ["a connection that breaks", "lost", /cannot be reached at 127\.0\.0\.1:\d+: it broke the connection off/],
  ] as const)("%s refuses no token, and the start may be tried again", async (_what, how, message) => {
    const server = await startSlackServer();
    const adapter = createAdapter({ mode: "socket", botToken: "xoxb", appToken: "xapp", apiUrl: server.apiUrl });
    for (const method of ["auth.test", "apps.connections.open"]) {
      server.fail({ method, times: 1, how });
      const fault = await adapter.start().catch((error: unknown) => error);
      expect(String(fault)).toMatch(message);
      expect(fault).toBeInstanceOf(UnreachableError);
      expect(fault).toHaveProperty("pauseMs", how === "lost" || !("retryAfter" in how) ? 0 : 7_000);
    }
    await adapter.start();
    expect(server.sockets.open()).toBe(1);
    await adapter.stop();
    await server.close();
  });

  it.each([
    ["nobody listens", async () => `127.0.0.1:${await freePort()}`, "it refuses the connection (ECONNREFUSED)"],
    ["there is no such name", async () => "slack.invalid", "its name cannot be resolved (ENOTFOUND)"],
  ])("an address at which %s is told as that", async (_what, hostOf, reason) => {
    const host = await hostOf();
    const adapter = createAdapter({
      mode: "socket",
      botToken: "xoxb",
      appToken: "xapp",
      apiUrl: `http://${host}/api/`,
    });
    const fault = await adapter.start().catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UnreachableError);
    expect(fault).toHaveProperty("message", `Slack cannot be reached at ${host}: ${reason}.`);
    await adapter.stop();
  });

  it("finishes what is in flight before it stops, and takes nothing after that", () =>
    withTalks(async ({ server, adapter, engine }) => {
      server.fail({ method: "chat.postMessage", times: 1, how: { retryAfter: 1 } });
      await server.mention("what did Brandt say");
      await server.until(() => server.calls.some(({ method }) => method === "chat.postMessage"));
      await adapter.stop();
      expect(saidBy(server)).toHaveLength(1);
      expect(server.sockets.open()).toBe(0);
      expect(engine.asked).toHaveLength(1);
    }));
});

describe("200 questions at once over 20 channels", () => {
  it(
    "are answered once each, in a thread of their own",
    () =>
      withTalks(
        async ({ server }) => {
          const channels = server.world.channels.filter(({ id }) => id.startsWith("C0EXTRA"));
          const questions = Array.from({ length: 200 }, (_, n) => ({
            text: `question ${n}`,
            channel: channels[n % 20],
          }));
          await Promise.all(questions.map(({ text, channel }) => server.command(text, channel ? { channel } : {})));
          const said = () => channels.flatMap((channel) => saidBy(server, { channel }));
          await server.until(() => said().length >= 400);
          const anchors = said().filter(({ threadTs }) => threadTs === null);
          const threads = said().flatMap(({ threadTs }) => (threadTs === null ? [] : [threadTs]));
          expect(anchors.map(({ text }) => text.replace("<@U0ALICE> asked: ", "")).sort()).toEqual(
            questions.map(({ text }) => text).sort(),
          );
          expect([...threads].sort()).toEqual(anchors.map(({ ts }) => ts).sort());
        },
        { channels: 20 },
      ),
    20_000,
  );
});

describe("by HTTP", () => {
  it("takes what is signed with the secret, and nothing else", async () => {
    const port = await freePort();
    await withTalks(
      async ({ server, engine }) => {
        const url = `http://127.0.0.1:${port}/slack/events`;
        server.deliverTo(url, "a-signing-secret");
        await server.command("what did Brandt say");
        await server.mention("when does it open");
        await untilSaid(server, 3);

        const body = JSON.stringify({ type: "event_callback", team_id: BOT.team, event: { type: "app_mention" } });
        const now = Math.floor(Date.now() / 1000);
        const statusOf = async (timestamp: number, signature: string) => {
          const headers = {
            "content-type": "application/json",
            "x-slack-request-timestamp": String(timestamp),
            "x-slack-signature": signature,
          };
          return (await fetch(url, { method: "POST", headers, body })).status;
        };
        expect(await statusOf(now, sign("another-secret", now, body))).toBe(401);
        const anHourAgo = now - 3_600;
        expect(await statusOf(anHourAgo, sign("a-signing-secret", anHourAgo, body))).toBe(401);
        expect(await statusOf(now, sign("a-signing-secret", now, body))).toBe(200);
        expect(engine.asked).toHaveLength(2);
      },
      {
        config: ({ apiUrl }) => ({ mode: "http", botToken: "xoxb", signingSecret: "a-signing-secret", port, apiUrl }),
      },
    );
  });

  it("turns away what is signed and makes no sense, and goes on", async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/slack/events`;
    const now = Math.floor(Date.now() / 1000);
    const statusOf = async (body: string, type = "application/json", secret = "a-signing-secret") => {
      const signed = { "x-slack-request-timestamp": String(now), "x-slack-signature": sign(secret, now, body) };
      return (await fetch(url, { method: "POST", headers: { "content-type": type, ...signed }, body })).status;
    };
    await withTalks(
      async ({ log }) => {
        for (const body of ["null", "7", '"text"', "[]", "true", "not JSON", ""]) {
          expect([body, await statusOf(body)]).toEqual([body, 400]);
          expect([body, await statusOf(body, "application/json", "another-secret")]).toEqual([body, 401]);
        }
        for (const body of ["payload=null", "payload=%5B%5D", "payload=7"])
          expect([body, await statusOf(body, "application/x-www-form-urlencoded")]).toEqual([body, 400]);
        expect(log.at(-1)).toContain("turned away");
        const event = { type: "event_callback", team_id: BOT.team, event: { type: "app_mention" } };
        expect(await statusOf(JSON.stringify(event))).toBe(200);
      },
      {
        config: ({ apiUrl }) => ({ mode: "http", botToken: "xoxb", signingSecret: "a-signing-secret", port, apiUrl }),
      },
    );
  });

  it("turns away what is too long, and knows no other address", async () => {
    const port = await freePort();
    const http = { mode: "http", botToken: "xoxb", signingSecret: "a-signing-secret", port } as const;
    await withTalks(
      async () => {
        const base = `http://127.0.0.1:${port}`;
        const tooLong = await fetch(`${base}/slack/events`, { method: "POST", body: "x".repeat(5_000_000) });
        expect(tooLong.status).toBe(413);
        expect((await fetch(`${base}/elsewhere`, { method: "POST", body: "{}" })).status).toBe(404);
        expect((await fetch(`${base}/slack/events`)).status).toBe(404);
      },
      { config: ({ apiUrl }) => ({ ...http, apiUrl }) },
    );
  });

  it("an event that is delivered again is answered once", async () => {
    const port = await freePort();
    await withTalks(
      async ({ server, engine }) => {
        server.deliverTo(`http://127.0.0.1:${port}/slack/events`, "a-signing-secret");
        await server.mention("what did Brandt say");
        await server.repeat();
        await untilSaid(server, 1);
        expect(engine.asked).toHaveLength(1);
      },
      {
        config: ({ apiUrl }) => ({ mode: "http", botToken: "xoxb", signingSecret: "a-signing-secret", port, apiUrl }),
      },
    );
  });

  it("says which port cannot be opened", async () => {
    const server = await startSlackServer();
    const holder = createServer().listen(0);
    await once(holder, "listening");
    const port = portOf(holder);
    const adapter = createAdapter({ mode: "http", botToken: "xoxb", signingSecret: "s", port, apiUrl: server.apiUrl });
    await expect(adapter.start()).rejects.toThrow(`Port ${port}`);
    await adapter.stop();
    holder.close();
    await server.close();
  });
});

describe("for many workspaces", () => {
  it("installs by OAuth, answers with the workspace's own token, and forgets it when Talks is removed", async () => {
    const port = await freePort();
    const state = createMemoryState();
    const base = `http://127.0.0.1:${port}`;
    await withTalks(
      async ({ server }) => {
        server.deliverTo(`${base}/slack/events`, "a-signing-secret");
        const install = await fetch(`${base}/slack/install`, { redirect: "manual" });
        const authorize = new URL(install.headers.get("location") ?? "");
        expect(authorize.searchParams.get("scope")).toContain("chat:write.public");

        const cookie = install.headers.get("set-cookie")?.split(";")[0] ?? "";
        const back = `${base}/slack/oauth_redirect?code=good-code&state=${authorize.searchParams.get("state")}`;
        expect((await fetch(back, { headers: { cookie } })).status).toBe(200);

        await server.mention("what did Brandt say");
        await untilSaid(server, 1);
        const post = server.calls.find(({ method }) => method === "chat.postMessage");
        expect(post?.token).toBe("xoxb-installed");

        await server.event({ type: "tokens_revoked", tokens: { bot: [BOT.user] } });
        expect(await state.get(`slack:installation:${BOT.team}`)).toBeNull();
      },
      {
        state,
        config: ({ apiUrl }) => ({
          mode: "http-oauth",
          signingSecret: "a-signing-secret",
          clientId: "1.2",
          clientSecret: "a-client-secret",
          stateSecret: "a-state-secret",
          port,
          apiUrl,
        }),
      },
    );
  });

  it("refuses an install whose state is not its own", async () => {
    const port = await freePort();
    const state = createMemoryState();
    await withTalks(
      async () => {
        const back = `http://127.0.0.1:${port}/slack/oauth_redirect?code=good-code&state=forged`;
        expect((await fetch(back)).status).toBeGreaterThanOrEqual(400);
        expect(await state.get(`slack:installation:${BOT.team}`)).toBeNull();
      },
      {
        state,
        config: ({ apiUrl }) => ({
          mode: "http-oauth",
          signingSecret: "s",
          clientId: "1.2",
          clientSecret: "c",
          stateSecret: "t",
          port,
          apiUrl,
        }),
      },
    );
  });
});

function createAdapter(config: SlackConfig) {
  const quiet = () => {};
  const engine = createTownEngine();
  return createSlackAdapter({
    config,
    engine: () => engine,
    state: createMemoryState(),
    fairUse: createFairUse(NO_LIMITS, null),
    observer: createRecordedObserver(),
    log: { info: quiet, warn: quiet, error: quiet },
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  server.close();
  await once(server, "close");
  return port;
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
