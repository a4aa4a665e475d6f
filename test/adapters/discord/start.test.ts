import { setTimeout } from "node:timers/promises";
import { GatewayIntentBits } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { registerCommands } from "../../../adapters/discord/commands.ts";
import { UnreachableError } from "../../../adapters/unreachable.ts";
import { BOT } from "./discord-data.ts";
import { refusal } from "./discord-rest.ts";
import { type DiscordServer, startDiscordServer } from "./discord-server.ts";
import { answerIn } from "./looking.ts";
import { adapterFor, withTalks } from "./talks-in-discord.ts";

const NAMES = ["talks", "talks-sources", "talks-help", "Ask Talks about this"];

describe("the start", () => {
  it("registers the commands for servers and for persons, everywhere", () =>
    withTalks({}, async ({ server }) => {
      const commands = await server.until(() => server.world.commands.get("global"));
      expect(commands).toMatchObject(NAMES.map((name) => ({ name, integration_types: [0, 1], contexts: [0, 1, 2] })));
    }));

  it("tells the operator the address at which the bot is invited", () =>
    withTalks({}, async ({ log }) => {
      expect(log.join("\n")).toContain(
        `https://discord.com/oauth2/authorize?client_id=${BOT.id}&scope=bot+applications.commands&permissions=309237713920`,
      );
    }));

  it("asks for the words of all messages only where that is switched on", async () => {
    const intents = async (messageContent: boolean) => {
      let given = 0;
      await withTalks({ messageContent }, async ({ server }) => {
        given = server.gateway.intents[0] ?? 0;
      });
      return given & GatewayIntentBits.MessageContent;
    };
    expect(await intents(false)).toBe(0);
    expect(await intents(true)).toBe(GatewayIntentBits.MessageContent);
  });

  it("opens as many shards as Discord recommends", () =>
    withTalks({ shards: 3 }, async ({ server }) => {
      expect([...server.gateway.shards].sort()).toEqual([
        [0, 3],
        [1, 3],
        [2, 3],
      ]);
      const message = server.write(`<@${BOT.id}> what did Brandt say`);
      await answerIn(server, message);
    }));

  it("goes on where the commands cannot be registered", async () => {
    const server = await startDiscordServer();
    server.fail({ method: "PUT", path: /\/commands$/, reply: refusal(403, 50001) });
    const { adapter, log } = adapterFor(server);
    await adapter.start();
    await expect.poll(() => log.join("\n")).toContain("talks register");
    await adapter.stop();
    await server.close();
  });
});

describe("a start that Discord refuses", () => {
  let server: DiscordServer;
  beforeEach(async () => {
    server = await startDiscordServer();
  });
  afterEach(() => server.close());

  it("for the token names the variable and where to get it", async () => {
    server.fail({ method: "GET", path: /gateway/, reply: refusal(401, 0), times: 9 });
    await expect(adapterFor(server).adapter.start()).rejects.toThrow(/DISCORD_TOKEN.*developer portal/);
  });

  it("for the token on the gateway does the same", async () => {
    server.gateway.refuse(4004);
    const { adapter } = adapterFor(server);
    await expect(adapter.start()).rejects.toThrow(/DISCORD_TOKEN/);
    await expect(adapter.stop()).resolves.toBeUndefined();
  });

  it("for the Message Content intent names the switch and the variable", async () => {
    server.gateway.refuse(4014);
    const { adapter } = adapterFor(server, { messageContent: true });
    await expect(adapter.start()).rejects.toThrow(/Message Content Intent.*DISCORD_MESSAGE_CONTENT/);
  });
});

describe("a start at which Discord is in trouble", () => {
  let server: DiscordServer;
  beforeEach(async () => {
    server = await startDiscordServer();
  });
  afterEach(() => server.close());

  it.each([
    [
      "its API answers with HTTP 503",
      () => server.fail({ method: "GET", path: /gateway/, reply: { status: 503, data: {} }, times: 4 }),
      /answers with HTTP 503/,
    ],
    [
      "its API breaks off",
      () => server.fail({ method: "GET", path: /gateway/, reply: { status: 0, isLost: true } }),
      /cannot be reached at 127.*: it broke the connection off/,
    ],
    [
      "its API makes no sense",
      () => server.fail({ method: "GET", path: /gateway/, reply: { status: 200, data: [] } }),
      /does not answer as it should at 127/,
    ],
    ["its gateway hangs up", () => server.gateway.refuse(4000), /Discord's gateway at 127\.0\.0\.1:\d+ hung up/],
  ])("as %s, may be tried again, and leaves nothing behind", async (_what, fail, message) => {
    fail();
    const { adapter } = adapterFor(server);
    const fault = await adapter.start().catch((error: unknown) => error);
    expect(String(fault)).toMatch(message);
    expect(fault).toBeInstanceOf(UnreachableError);
    await adapter.start();
    // discord.js would go on connecting what was given up, half a second later.
    await setTimeout(700);
    expect(server.gateway.open()).toBe(1);
    await adapter.stop();
  });

  it("as its gateway never answers, says so, and can be stopped", { timeout: 15_000 }, async () => {
    server.gateway.hang();
    const { adapter } = adapterFor(server);
    const fault = await adapter.start().catch((error: unknown) => error);
    expect(String(fault)).toMatch(/Discord's gateway at 127\.0\.0\.1:\d+ fails: .*timed out/);
    expect(fault).toBeInstanceOf(UnreachableError);
    await adapter.stop();
  });

  it("says where nobody is", async () => {
    const there = adapterFor({ ...server, apiUrl: "http://discord.invalid/api" }).adapter;
    await expect(there.start()).rejects.toThrow(
      "Discord cannot be reached at discord.invalid: its name cannot be resolved (ENOTFOUND).",
    );
    await there.stop();
  });
});

describe("a connection to the gateway", () => {
  it("that is lost and resumed is told", () =>
    withTalks({}, async ({ server, connection }) => {
      server.gateway.drop();
      await expect.poll(() => connection.map(({ kind }) => kind)).toEqual(["lost", "connected"]);
    }));

  it("that Discord takes back is told, and not made again", () =>
    withTalks({}, async ({ server, connection }) => {
      server.gateway.drop(4004);
      await expect.poll(() => connection).toEqual([{ kind: "refused", why: expect.stringContaining("DISCORD_TOKEN") }]);
    }));
});

describe("talks register", () => {
  let server: DiscordServer;
  beforeEach(async () => {
    server = await startDiscordServer();
  });
  afterEach(() => server.close());

  const config = () => ({ token: "a.discord.token", messageContent: false, apiUrl: server.apiUrl });

  it("puts the same list every time", async () => {
    expect(await registerCommands(config())).toEqual(NAMES);
    const first = server.world.commands.get("global");
    expect(await registerCommands(config())).toEqual(NAMES);
    expect(server.world.commands.get("global")).toEqual(first);
  });

  it("can register for one server, where commands know no contexts", async () => {
    expect(await registerCommands(config(), "200000000000000001")).toEqual(NAMES);
    for (const command of server.world.commands.get("200000000000000001") ?? [])
      expect(command).not.toHaveProperty("contexts");
  });

  it("says that the bot is not in that server", async () => {
    server.fail({ method: "PUT", path: /\/commands$/, reply: refusal(403, 50001) });
    await expect(registerCommands(config(), "9")).rejects.toThrow(/server 9.*Invite/);
  });
});
