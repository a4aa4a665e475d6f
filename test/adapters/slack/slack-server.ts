import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { isRecord } from "../../../adapters/conversation/parse-json.ts";
import { SCOPES } from "../../../adapters/slack/installations.ts";
import { type Call, contentFault, contentOf, createApi, type Shown } from "./slack-api.ts";
import { createPeople, type People } from "./slack-people.ts";
import { createHttpDelivery, type Deliver, openSockets, readBody, type Sockets } from "./slack-transport.ts";
import { BOT, createWorld, type Data, type World } from "./slack-world.ts";

/** What goes wrong with the next calls of a method. */
export interface Fault {
  readonly method: string;
  readonly times: number;
  /**
   * A refusal by its code; a rate limit in seconds; an HTTP status, with a page of a proxy instead of JSON; or the call
   * works and its confirmation is lost.
   */
  readonly how:
    | { readonly error: string }
    | { readonly retryAfter: number }
    | { readonly status: number; readonly page?: string }
    | "lost"
    | "root";
  /** Strikes only calls of which this is true. */
  readonly when?: (args: Data) => boolean;
  /** Called when the fault strikes, before anything else. */
  readonly meanwhile?: () => Promise<void>;
}

/** A small Slack on loopback that takes only what Slack takes, and whose people a test plays. */
export interface SlackServer extends People {
  readonly apiUrl: string;
  readonly world: World;
  readonly shown: Shown;
  readonly sockets: Sockets;
  /** Every call of the Web API, what was refused too. */
  readonly calls: readonly Call[];
  fail(fault: Fault): void;
  /** From now on a call is so long on its way, and its answer again. */
  delay(ms: number): void;
  /** What the bot's token may do; to be changed by a test. */
  readonly granted: Set<string>;
  /** From now on its clock is so far from this machine's. */
  skew(ms: number): void;
  /** From now on delivers by signed HTTP instead of the socket. */
  deliverTo(requestUrl: string, secret: string): void;
  /** Waits until `look` finds something; it looks again after each call. */
  until<T>(look: () => T | undefined | null | false, patienceMs?: number): Promise<T>;
  close(): Promise<void>;
}

/** Less than a test may take, so that it fails with what happened last. */
const PATIENCE_MS = 4_500;

/** Starts the server with `channels` more public channels than usual, on any free port where none is given. */
export async function startSlackServer({ channels = 0, port: wanted = 0 } = {}): Promise<SlackServer> {
  const world = createWorld(channels);
  const shown: Shown = { views: [], homes: [], prompts: [] };
  const calls: Call[] = [];
  const faults: Fault[] = [];
  const granted = new Set<string>(Object.keys(SCOPES));
  let delayMs = 0;
  let skewMs = 0;
  const waiting = new Set<() => void>();
  const changed = () => {
    for (const look of waiting) look();
  };
  const http = createServer((request, response) => void handle(request, response));
  const port = () => portOf(http);
  const sockets = openSockets(http, port, changed);
  let deliver: Deliver = sockets.deliver;
  const people = createPeople({
    world,
    deliver: (sent) => deliver(sent),
    responseUrl: (channel, user) => `http://127.0.0.1:${port()}/respond/${channel}/${user}`,
  });
  const api = createApi({ world, shown, socketUrl: sockets.url, changed: people.tellOfBot });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    await sleep(delayMs);
    const [, kind, ...path] = (request.url ?? "").split("/");
    const method = kind === "respond" ? "respond" : (path[0] ?? "");
    const args = readArgs(body);
    const fault = takeFault(method, args);
    await fault?.meanwhile?.();
    const answer = fault ? failing(fault, method, args, path) : run(method, args, path);
    calls.push({ method, args, answer: answer.body, token: tokenOf(request) });
    changed();
    await sleep(delayMs);
    if (fault?.how === "lost") request.socket.destroy();
    else
      response
        .writeHead(answer.status, {
          "content-type": answer.page === undefined ? "application/json" : "text/html",
          "x-oauth-scopes": [...granted].join(","),
          date: new Date(Date.now() + skewMs).toUTCString(),
          ...answer.headers,
        })
        .end(answer.page ?? JSON.stringify(answer.body));
  }

  function run(method: string, args: Data, path: readonly string[]): Answered {
    if (method !== "respond") return { status: 200, body: api(method, args) };
    const refused = args.delete_original === true ? null : contentFault(args);
    if (refused !== null) return { status: 400, body: refused };
    const [channel = "", user = ""] = path;
    if (args.delete_original === true) people.dropWhisper(user);
    else
      world.add({
        ...contentOf(args),
        channel,
        user: BOT.user,
        seenBy: args.response_type === "in_channel" ? null : user,
      });
    return { status: 200, body: { ok: true } };
  }

  function failing({ how }: Fault, method: string, args: Data, path: readonly string[]): Answered {
    if (how === "lost") return run(method, args, path);
    if (how === "root") return run(method, withoutThread(args), path);
    if ("error" in how) return { status: 200, body: { ok: false, error: how.error } };
    if ("status" in how) return { status: how.status, body: {}, ...(how.page !== undefined && { page: how.page }) };
    return {
      status: 429,
      body: { ok: false, error: "ratelimited" },
      headers: { "retry-after": String(how.retryAfter) },
    };
  }

  function takeFault(method: string, args: Data): Fault | undefined {
    const at = faults.findIndex((fault) => fault.method === method && (fault.when?.(args) ?? true));
    const fault = faults[at];
    if (fault === undefined) return undefined;
    if (fault.times > 1) faults[at] = { ...fault, times: fault.times - 1 };
    else faults.splice(at, 1);
    return fault;
  }

  http.listen(wanted, "127.0.0.1");
  await once(http, "listening");
  return {
    ...people,
    apiUrl: `http://127.0.0.1:${port()}/api/`,
    world,
    shown,
    sockets,
    calls,
    fail: (fault) => void faults.push(fault),
    delay(ms) {
      delayMs = ms;
    },
    granted,
    skew(ms) {
      skewMs = ms;
    },
    deliverTo(requestUrl, secret) {
      deliver = createHttpDelivery(requestUrl, secret);
    },
    until: (look, patienceMs = PATIENCE_MS) => waitFor(look, waiting, { calls: () => calls, patienceMs }),
    async close() {
      sockets.close();
      http.closeAllConnections();
      http.close();
      await once(http, "close");
    },
  };
}

function tokenOf({ headers }: IncomingMessage): string {
  return headers.authorization?.replace("Bearer ", "") ?? "";
}

interface Answered {
  readonly status: number;
  readonly body: Data;
  readonly headers?: Readonly<Record<string, string>>;
  readonly page?: string;
}

function waitFor<T>(
  look: () => T | undefined | null | false,
  waiting: Set<() => void>,
  { calls, patienceMs }: { readonly calls: () => readonly Call[]; readonly patienceMs: number },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      waiting.delete(check);
      clearTimeout(timer);
    };
    const check = () => {
      const found = look();
      if (found === undefined || found === null || found === false) return;
      stop();
      resolve(found);
    };
    const timer = setTimeout(() => {
      stop();
      const last = calls()
        .slice(-5)
        .map(({ method, answer }) => `${method} ${JSON.stringify(answer).slice(0, 200)}`);
      reject(new Error(`Waited in vain; the last calls were:\n${last.join("\n")}`));
    }, patienceMs);
    waiting.add(check);
    check();
  });
}

/** The Web API takes forms in which lists and objects are JSON. */
function readArgs(body: string): Data {
  if (body.startsWith("{")) {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : {};
  }
  const fields = [...new URLSearchParams(body)].map(([key, value]) => [
    key,
    /^[[{]/.test(value) && STRUCTURED.includes(key) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(fields);
}

const STRUCTURED = ["blocks", "view", "prompts"];

function withoutThread({ thread_ts: _, ...args }: Data): Data {
  return args;
}

function portOf(http: Server): number {
  const address = http.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
