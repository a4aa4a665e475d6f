import { SocketModeReceiver } from "@slack/bolt";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ConnectionState } from "../../../adapters/conversation/chat-adapter.ts";
import { createLastWords } from "../../../adapters/slack/logger.ts";
import { stayConnected } from "../../../adapters/slack/stay-connected.ts";
import { UnreachableError } from "../../../adapters/unreachable.ts";
import { startSlackServer } from "./slack-server.ts";

/** A Slack, and the client library's socket to it, which waits a moment only for the greeting. */
async function scene() {
  const server = await startSlackServer();
  onTestFinished(server.close);
  const words = createLastWords();
  const { client } = new SocketModeReceiver({
    appToken: "xapp-town",
    logger: words.logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { slackApiUrl: server.apiUrl, retryConfig: { retries: 0 } } },
  });
  const explain = (error: unknown) => new UnreachableError(String(error));
  const connection = stayConnected({ client, words, explain, greetingMs: 150 });
  onTestFinished(connection.close);
  const states: ConnectionState[] = [];
  return { ...server, states, open: () => connection.open((state) => states.push(state)), close: connection.close };
}

describe("a socket on which Slack does not greet", () => {
  it("is given up, and another may be opened", async () => {
    const { sockets, open, states } = await scene();
    sockets.greet(false);
    await expect(open()).rejects.toThrow("Slack opens a socket, but does not greet on it.");
    sockets.greet(true);
    await open();
    expect(sockets.open()).toBe(1);
    expect(states).toEqual([]);
  });

  it("after a loss is followed by another, until Slack greets", async () => {
    const { sockets, open, calls, states, until } = await scene();
    await open();
    sockets.greet(false);
    sockets.cut();
    await until(() => calls.filter(({ method }) => method === "apps.connections.open").length === 3);
    sockets.greet(true);
    await expect
      .poll(() => states, { timeout: 4_000 })
      .toEqual([{ kind: "lost", why: "Slack closed the socket." }, { kind: "connected" }]);
    expect(sockets.open()).toBe(1);
  });

  it("does not hold up a stop", async () => {
    const { sockets, open, close, until, calls } = await scene();
    sockets.greet(false);
    const opening = open().catch((error: unknown) => error);
    await until(() => calls.length === 1);
    await close();
    expect(await opening).toBeInstanceOf(UnreachableError);
    expect(sockets.open()).toBe(0);
  });
});
