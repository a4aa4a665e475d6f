import {
  App,
  type AuthorizeResult,
  defaultProcessEventErrorHandler,
  HTTPReceiver,
  SocketModeReceiver,
  webApi,
} from "@slack/bolt";
import type { SlackConfig } from "../config.ts";
import type { ChatOptions } from "../conversation/chat-adapter.ts";
import type { Log } from "../log.ts";
import { explainFault } from "./api-errors.ts";
import { createHttpServer } from "./http-server.ts";
import { createInstallationStore, fetchBotToken, SCOPES } from "./installations.ts";
import { createBoltLogger, createLastWords } from "./logger.ts";
import type { ClientFor } from "./place.ts";
import { type LastingConnection, stayConnected } from "./stay-connected.ts";

/** Bolt, set up for one of the ways to reach Slack. */
interface Connection extends LastingConnection {
  readonly app: App;
  readonly clientFor: ClientFor;
}

type ConnectionTools = Pick<ChatOptions, "state" | "log">;

/** A call of the start that takes longer has failed. */
const ANSWER_MS = 8_000;

/**
 * A socket is given up that has not answered a ping for so long. The client looks three times in it, and twice before it
 * lets go: 6.7 seconds at most.
 */
const SILENCE_MS = 4_000;

/** Sets up Bolt; nothing is sent before `open`, which rejects with a sentence for the operator where it cannot be. */
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
  const words = createLastWords();
  const receiver = new SocketModeReceiver({
    appToken: config.appToken,
    logger: words.logger,
    autoReconnectEnabled: false,
    clientPingTimeout: SILENCE_MS,
    installerOptions: { clientOptions: startOptions(config) },
    processEventErrorHandler: (fault) => defaultProcessEventErrorHandler({ ...fault, logger }),
  });
  const identity = createIdentity(config, log);
  const app = new App({ receiver, logger, authorize: identity.authorize, clientOptions: clientOptions(config, log) });
  const asked = { ...config, variable: "SLACK_APP_TOKEN", hint: "Is it right, with connections:write?" };
  const socket = stayConnected({ client: receiver.client, words, explain: (error) => explainFault(error, asked) });
  return {
    app,
    clientFor: identity.clientFor,
    async open(onChange) {
      await identity.open();
      await socket.open(onChange);
    },
    close: socket.close,
  };
}

function listenForOne(config: ConfigOf<"http">, { log }: ConnectionTools): Connection {
  const logger = createBoltLogger(log);
  const receiver = new HTTPReceiver({ signingSecret: config.signingSecret, logger });
  const identity = createIdentity(config, log);
  const app = new App({ receiver, logger, authorize: identity.authorize, clientOptions: clientOptions(config, log) });
  const server = createHttpServer(receiver, config, log);
  return {
    app,
    clientFor: identity.clientFor,
    async open() {
      await identity.open();
      await server.start();
    },
    close: server.stop,
  };
}

function listenForMany(config: ConfigOf<"http-oauth">, { state, log }: ConnectionTools): Connection {
  const { signingSecret, clientId, clientSecret, stateSecret } = config;
  const logger = createBoltLogger(log);
  const receiver = new HTTPReceiver({
    signingSecret,
    clientId,
    clientSecret,
    stateSecret,
    logger,
    scopes: Object.keys(SCOPES),
    installationStore: createInstallationStore(state),
    installerOptions: { directInstall: true, clientOptions: { slackApiUrl: config.apiUrl } },
  });
  const app = new App({ receiver, logger, clientOptions: clientOptions(config, log) });
  const clientFor: ClientFor = async (workspace) =>
    new webApi.WebClient(await fetchBotToken(state, workspace), clientOptions(config, log));
  const server = createHttpServer(receiver, config, log);
  return { app, clientFor, open: async () => void (await server.start()), close: server.stop };
}

/** Bolt would ask Slack who it is with the first event; asked at the start, a bad token is told at the start. */
function createIdentity(config: ConfigOf<"socket" | "http">, log: Log) {
  const { botToken } = config;
  let identity: AuthorizeResult = { botToken };
  const client = new webApi.WebClient(botToken, clientOptions(config, log));
  // What it warns of is in what it rejects with, too.
  const starting = new webApi.WebClient(botToken, { ...startOptions(config), logger: createLastWords().logger });
  return {
    authorize: async () => identity,
    clientFor: async () => client,
    async open() {
      const me = await starting.auth.test().catch((error: unknown) => {
        throw explainFault(error, { ...config, variable: "SLACK_BOT_TOKEN" });
      });
      identity = { botToken, botUserId: me.user_id ?? "", botId: me.bot_id ?? "", teamId: me.team_id ?? "" };
    },
  };
}

/** Waiting out rate limits and trying again is left to `callPatiently`. */
function clientOptions({ apiUrl }: SlackConfig, log: Log): webApi.WebClientOptions {
  return { slackApiUrl: apiUrl, logger: createBoltLogger(log), ...AT_ONCE };
}

/** For the calls of a start: they are tried again as a whole, so that a host that hangs is told in time. */
export function startOptions({ apiUrl }: SlackConfig): webApi.WebClientOptions {
  return { slackApiUrl: apiUrl, timeout: ANSWER_MS, ...AT_ONCE };
}

const AT_ONCE = { rejectRateLimitedCalls: true, retryConfig: { retries: 0 } };
