import { setTimeout as wait } from "node:timers/promises";
import type { SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../log.ts";
import { errorCode } from "./api-errors.ts";

/** A connection that is opened again whenever it is lost, until it is closed. */
export interface LastingConnection {
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Pauses before connecting again, after the first, the second … loss in short succession. */
const PAUSES_MS = [0, 1_000, 2_000, 5_000, 10_000, 30_000];

/** A connection that held this long was sound. */
const SOUND_MS = 10_000;

/**
 * Keeps a Socket Mode client connected. Its own way to reconnect waits five seconds, in which commands fail, although
 * Slack closes every connection now and then as a matter of course; so the client must be created with
 * `autoReconnectEnabled: false`, and is started again here at once.
 */
export function stayConnected(client: SocketModeReceiver["client"], log: Log): LastingConnection {
  const closed = new AbortController();
  let connectedAt = 0;
  let losses = 0;
  let isConnecting = false;

  const connect = async () => {
    isConnecting = true;
    try {
      await client.start();
      connectedAt = Date.now();
    } finally {
      isConnecting = false;
    }
  };
  const reconnect = async () => {
    losses = Date.now() - connectedAt > SOUND_MS ? 0 : losses;
    while (!closed.signal.aborted) {
      await wait(PAUSES_MS[Math.min(losses, PAUSES_MS.length - 1)], undefined, { signal: closed.signal });
      losses += 1;
      try {
        return await connect();
      } catch (error) {
        log.warn("Slack's connection is lost; trying again.", { error: errorCode(error) });
      }
    }
  };
  client.on("disconnected", () => {
    // A pause that is interrupted by closing ends here.
    if (!isConnecting && !closed.signal.aborted) reconnect().catch(() => {});
  });
  return {
    open: connect,
    async close() {
      closed.abort();
      await client.disconnect();
    },
  };
}
