import type { IncomingMessage } from "node:http";
import { isIPv4 } from "node:net";
import type { ReadingRoomConfig } from "../reading-room.ts";

/** Whether a name or an address means this computer itself. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").replace(/^::ffff:/, "");
  return name === "localhost" || name === "::1" || (isIPv4(name) && name.startsWith("127."));
}

/**
 * Whether a request that was sent to `host` is meant for this reading room. One that only this computer can open answers to
 * its own names alone: a page elsewhere whose name was made to point here would read it otherwise.
 */
export function mayAsk(host: string | undefined, config: ReadingRoomConfig): boolean {
  if (!isLoopback(config.host)) return true;
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return isLoopback(hostname) || (config.url !== null && hostname === new URL(config.url).hostname);
}

/** Whoever asks, by the address that a proxy on this computer names, else by that of the connection. */
export function personAt({ socket, headers }: IncomingMessage): string {
  const address = socket.remoteAddress ?? "unknown";
  const forwarded = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return isLoopback(address) && forwarded ? forwarded : address;
}
