import type { IncomingMessage, ServerResponse } from "node:http";
import { isIPv4 } from "node:net";
import type { ChatAdapter } from "../conversation/chat-adapter.ts";
import { OUT_OF_REACH } from "../conversation/texts.ts";
import { createListener } from "../listener.ts";
import type { Log } from "../log.ts";
import type { ReadingRoomConfig } from "../reading-room.ts";
import { UnreachableError } from "../unreachable.ts";
import { jsonReply, type Reply, type Room, sentencePage } from "./page.ts";
import { createRoutes, type RoutesOptions } from "./routes.ts";

/** What the reading room is given by the composition root. */
export interface ReadingRoomOptions extends Omit<RoutesOptions, "room"> {
  readonly config: ReadingRoomConfig & { readonly port: number };
  readonly log: Log;
}

/** Pages hold no script, and nothing is loaded from, sent to or shown in another place. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** Talks on pages of its own: the articles to read, and a field to ask in. */
export function createReadingRoom(options: ReadingRoomOptions): ChatAdapter {
  const { config, log } = options;
  const room: Room = { base: config.url === null ? "" : pathOf(config.url), seenBy: seenBy(config) };
  const route = createRoutes({ ...options, room });
  const refuse = ({ url = "" }: IncomingMessage, status: number, sentence: string) =>
    url.includes("/api/") ? jsonReply(status, { error: sentence }) : sentencePage(status, sentence, room);
  const reply = async (request: IncomingMessage): Promise<Reply> => {
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(request, 405, "Here you can only read.");
    if (!mayAsk(request.headers.host, config))
      return refuse(request, 421, "This address is not one of this reading room.");
    return route(new URL(`http://room${request.url}`), personAt(request));
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { status, type, body, headers } = await reply(request).catch((error: unknown) => {
      log.error("A page could not be shown.", { error });
      if (error instanceof UnreachableError) return refuse(request, 503, OUT_OF_REACH);
      return refuse(request, 500, "Something went wrong here. Please try again in a moment.");
    });
    response.writeHead(status, {
      ...{ ...HEADERS, "content-type": type, "content-length": Buffer.byteLength(body), "cache-control": "no-store" },
      ...(status === 405 ? { allow: "GET, HEAD" } : {}),
      ...headers,
    });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  const place = { port: config.port, variable: "READING_ROOM_PORT", host: config.host, what: "the reading room" };
  const listener = createListener(place, (request, response) => void answer(request, response));
  return {
    name: "web",
    async start() {
      const address = await listener.start();
      const known = config.url === null ? "" : `, which people know as ${config.url}`;
      log.info(`The reading room is at ${address}${known}. ${room.seenBy}`);
    },
    stop: () => listener.stop(),
  };
}

function pathOf(url: string): string {
  return new URL(url).pathname.replace(/\/+$/, "");
}

function seenBy({ host, url }: ReadingRoomConfig): string {
  return isLoopback(host) && url === null
    ? "Only this computer can open these pages."
    : "Whoever can reach this address can read these pages: there is no password.";
}

/** Whether a name or an address means this computer itself. */
function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").replace(/^::ffff:/, "");
  return name === "localhost" || name === "::1" || (isIPv4(name) && name.startsWith("127."));
}

/**
 * Whether a request that was sent to `host` is meant for this reading room. One that only this computer can open answers to
 * its own names alone: a page elsewhere whose name was made to point here would read it otherwise.
 */
function mayAsk(host: string | undefined, config: ReadingRoomConfig): boolean {
  if (!isLoopback(config.host)) return true;
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return isLoopback(hostname) || (config.url !== null && hostname === new URL(config.url).hostname);
}

/** Whoever asks, by the address that a proxy on this computer names, else by that of the connection. */
function personAt({ socket, headers }: IncomingMessage): string {
  const address = socket.remoteAddress ?? "unknown";
  const forwarded = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return isLoopback(address) && forwarded ? forwarded : address;
}
