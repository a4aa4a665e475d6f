import { createHmac, randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { isRecord } from "../../../adapters/conversation/parse-json.ts";
import type { Data } from "./slack-world.ts";

/** What Slack sends: an event, a command, or something that was pressed or filled in. */
export interface Sent {
  readonly type: "events_api" | "slash_commands" | "interactive";
  readonly payload: Data;
  /** How often it was delivered before. */
  readonly retry?: number;
}

/** What came back: whether it was acknowledged, with what, and how fast. */
export interface Acknowledged {
  readonly acknowledged: boolean;
  readonly payload: unknown;
  readonly ms: number;
}

/** A way from Slack to Talks. */
export type Deliver = (sent: Sent) => Promise<Acknowledged>;

/** Slack waits three seconds. */
const ACK_MS = 3_000;

/** Socket Mode on the server's side. */
export interface Sockets {
  readonly deliver: Deliver;
  readonly url: () => string;
  /** How many connections are open and greeted. */
  readonly open: () => number;
  /** Asks the client to connect anew, as Slack does every few hours. */
  refresh(): void;
  /** Cuts every connection without a word. */
  cut(): void;
  /** From now on hears nothing and says nothing on the connections that are open, without closing them. */
  mute(): void;
  /** Greets on those that are opened from now on, or does not. */
  greet(isGreeting: boolean): void;
  close(): void;
}

/** Takes sockets on the HTTP server; `changed` is called whenever one opens or closes. */
export function openSockets(http: Server, port: () => number, changed: () => void): Sockets {
  const sockets = new WebSocketServer({ server: http, path: "/socket", autoPong: false });
  const muted = new WeakSet<WebSocket>();
  const waiting = new Map<string, (payload: unknown) => void>();
  const greeted = new Set<WebSocket>();
  let isGreeting = true;
  sockets.on("connection", (socket) => {
    changed();
    if (!isGreeting) return;
    socket.send(JSON.stringify({ type: "hello", num_connections: 1 }));
    greeted.add(socket);
    changed();
    socket.on("ping", (data) => void (muted.has(socket) || socket.pong(data)));
    socket.on("message", (data) => {
      if (muted.has(socket)) return;
      const message: unknown = JSON.parse(String(data));
      if (isRecord(message) && typeof message.envelope_id === "string")
        waiting.get(message.envelope_id)?.(message.payload);
    });
    socket.on("close", () => {
      greeted.delete(socket);
      changed();
    });
  });
  return {
    deliver({ type, payload, retry = 0 }) {
      const envelope_id = randomUUID();
      const retries = retry > 0 ? { retry_attempt: retry, retry_reason: "timeout" } : {};
      const answer = new Promise<unknown>((resolve) => waiting.set(envelope_id, resolve));
      const [socket] = greeted;
      socket?.send(
        JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== "events_api", ...retries }),
      );
      return timed(answer.then((payload) => ({ acknowledged: true, payload })));
    },
    url: () => `ws://127.0.0.1:${port()}/socket`,
    open: () => greeted.size,
    refresh() {
      for (const socket of greeted) socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    },
    cut() {
      for (const socket of greeted) socket.terminate();
    },
    mute() {
      for (const socket of sockets.clients) {
        muted.add(socket);
        greeted.delete(socket);
      }
    },
    greet(value) {
      isGreeting = value;
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** Slack's signature of a request. */
export function sign(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
}

/** Delivers by HTTP, signed with the secret. */
export function createHttpDelivery(requestUrl: string, secret: string): Deliver {
  return ({ type, payload, retry = 0 }) => {
    const isEvent = type === "events_api";
    const form = type === "interactive" ? { payload: JSON.stringify(payload) } : textFields(payload);
    const body = isEvent ? JSON.stringify(payload) : new URLSearchParams(form).toString();
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = {
      "content-type": isEvent ? "application/json" : "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": String(timestamp),
      "x-slack-signature": sign(secret, timestamp, body),
      ...(retry > 0 ? { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" } : {}),
    };
    const call = async () => {
      const response = await fetch(requestUrl, { method: "POST", headers, body });
      const text = await response.text();
      return { acknowledged: response.ok, payload: text.startsWith("{") ? JSON.parse(text) : null };
    };
    // Somebody who has just stopped acknowledges nothing.
    return timed(call().catch(() => ({ acknowledged: false, payload: null })));
  };
}

/** The body of a request. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function timed(answer: Promise<Omit<Acknowledged, "ms">>): Promise<Acknowledged> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Omit<Acknowledged, "ms">>((resolve) => {
    timer = setTimeout(resolve, ACK_MS, { acknowledged: false, payload: null });
  });
  const result = await Promise.race([answer, limit]);
  clearTimeout(timer);
  return { ...result, ms: performance.now() - start };
}

function textFields(payload: Data): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
}
