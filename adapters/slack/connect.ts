import { App, type AuthorizeResult, HTTPReceiver, SocketModeReceiver, webApi } from "@slack/bolt";
import type { SlackConfig } from "../config.ts";
import type { State } from "../conversation/state.ts";
import type { Log } from "../log.ts";
import { callPatiently, errorCode } from "./api-errors.ts";
import { createBoltLogger } from "./bolt-logger.ts";
import { createInstallationStore, fetchBotToken } from "./installations.ts";
import type { ClientFor } from "./place.ts";
import { SCOPES } from "./scopes.ts";
import { type LastingConnection, stayConnected } from "./stay-connected.ts";

/** Bolt, set up for one of the ways to reach Slack. */
export interface Connection extends LastingConnection {
  readonly app: App;
  readonly clientFor: ClientFor;
}

/** What a connection needs beside its configuration. */
export interface ConnectionTools {
  readonly state: State;
  readonly log: Log;
}

/** Sets up Bolt; nothing is sent before `open`, which rejects with a sentence for the operator where Slack says no. */
export function createConnection(config: SlackConfig, tools: ConnectionTools): Connection {
  switch (config.mode) {
    case "socket":
      return connectBySocket(config, tools);
    case "http":
      return listenForOne(config, tools);
    case "http-oauth":
      return listenForMany(config, tools);
  }
}

type ConfigOf<Mode extends SlackConfig["mode"]> = Extract<SlackConfig, { readonly mode: Mode }>;

function connectBySocket(config: ConfigOf<"socket">, { log }: ConnectionTools): Connection {
  const logger = createBoltLogger(log);
  const { appToken } = config;
  const installerOptions = { clientOptions: apiOf(config) };
  const receiver = new SocketModeReceiver({ appToken, logger, autoReconnectEnabled: false, installerOptions });
  const identity = createIdentity(config, log);
  const app = new App({ receiver, logger, authorize: identity.authorize, clientOptions: clientOptions(config, log) });
  const socket = stayConnected(receiver.client, log);
  return {
    app,
    clientFor: identity.clientFor,
    async open() {
      await identity.open();
      await socket.open().catch((error: unknown) => {
        throw new Error(
          `Slack refused the connection (${errorCode(error)}). Is SLACK_APP_TOKEN right, with connections:write?`,
        );
      });
    },
    close: socket.close,
  };
}

function listenForOne(config: ConfigOf<"http">, { log }: ConnectionTools): Connection {
  const { signingSecret, port } = config;
  const logger = createBoltLogger(log);
  const receiver = new HTTPReceiver({ signingSecret, port, logger });
  const identity = createIdentity(config, log);
  const app = new App({ receiver, logger, authorize: identity.authorize, clientOptions: clientOptions(config, log) });
  return { app, clientFor: identity.clientFor, ...serveHttp(app, port, identity.open) };
}

function listenForMany(config: ConfigOf<"http-oauth">, { state, log }: ConnectionTools): Connection {
  const { port, signingSecret, clientId, clientSecret, stateSecret } = config;
  const logger = createBoltLogger(log);
  const receiver = new HTTPReceiver({
    port,
    signingSecret,
    clientId,
    clientSecret,
    stateSecret,
    logger,
    scopes: Object.keys(SCOPES),
    installationStore: createInstallationStore(state),
    installerOptions: { directInstall: true, clientOptions: apiOf(config) },
  });
  const app = new App({ receiver, logger, clientOptions: clientOptions(config, log) });
  const clientFor: ClientFor = async (workspace) =>
    new webApi.WebClient(await fetchBotToken(state, workspace), clientOptions(config, log));
  return { app, clientFor, ...serveHttp(app, port, async () => {}) };
}

function serveHttp(app: App, port: number, prepare: () => Promise<void>): LastingConnection {
  let isListening = false;
  return {
    async open() {
      await prepare();
      await app.start(port).catch((error: unknown) => {
        throw new Error(`Port ${port} cannot be opened for Slack: ${error instanceof Error ? error.message : error}`);
      });
      isListening = true;
    },
    async close() {
      if (isListening) await app.stop();
    },
  };
}

/** Bolt would ask Slack who it is with the first event; asked at the start, a bad token stops the start. */
function createIdentity({ botToken, apiUrl }: ConfigOf<"socket" | "http">, log: Log) {
  let identity: AuthorizeResult = { botToken };
  const client = new webApi.WebClient(botToken, clientOptions({ apiUrl }, log));
  return {
    authorize: async () => identity,
    clientFor: async () => client,
    async open() {
      const me = await callPatiently(() => client.auth.test(), log).catch((error: unknown) => {
        throw new Error(`Slack refused SLACK_BOT_TOKEN (${errorCode(error)}).`);
      });
      identity = { botToken, botUserId: me.user_id ?? "", botId: me.bot_id ?? "", teamId: me.team_id ?? "" };
    },
  };
}

/** Waiting out rate limits and trying again is left to `callPatiently`. */
function clientOptions(config: Pick<SlackConfig, "apiUrl">, log: Log): webApi.WebClientOptions {
  return { ...apiOf(config), logger: createBoltLogger(log), rejectRateLimitedCalls: true, retryConfig: { retries: 0 } };
}

function apiOf({ apiUrl }: Pick<SlackConfig, "apiUrl">) {
  return apiUrl === null ? {} : { slackApiUrl: apiUrl };
}
