import { setTimeout as wait } from "node:timers/promises";
import type { SocketModeReceiver } from "@slack/bolt";
import type { ConnectionListener } from "../conversation/chat-adapter.ts";
import { withTimeout } from "../conversation/timeout.ts";
import { messageOf } from "../operator-error.ts";
import { describeNetworkFault, UnreachableError } from "../unreachable.ts";
import type { LastWords } from "./logger.ts";

type Client = SocketModeReceiver["client"];

/** A connection that is opened again whenever it is lost, until it is closed. */
export interface LastingConnection {
  /** Tells each change after it is open. May be called again where it rejects with an UnreachableError. */
  open(onChange: ConnectionListener): Promise<void>;
  close(): Promise<void>;
}

/** What the connection is made of. */
export interface LastingSocket {
  readonly client: Client;
  /** What the client says of its connection: it says it nowhere else. */
  readonly words: LastWords;
  /** What a fault says to the operator: an UnreachableError where trying again may help. */
  readonly explain: (error: unknown) => Error;
  /** How long Slack may take from the address of a socket to its greeting there, in milliseconds. */
  readonly greetingMs?: number;
}

/** Pauses before connecting again, after the first, the second … loss in short succession. */
const PAUSES_MS = [0, 1_000, 2_000, 5_000, 10_000, 15_000];

/** A connection that held this long was sound. */
const SOUND_MS = 10_000;

const GREETING_MS = 10_000;
const LEAVE_MS = 500;

/**
 * Keeps a Socket Mode client connected. Its own way to reconnect waits five seconds, in which commands fail, although
 * Slack closes every connection now and then as a matter of course; and it waits for ever, in silence, where Slack takes
 * no connection or greets nobody. So the client must be created with `autoReconnectEnabled: false` and without retries,
 * and is started again here.
 */
export function stayConnected(socket: LastingSocket): LastingConnection {
  const { client, words, explain, greetingMs = GREETING_MS } = socket;
  const closed = new AbortController();
  let tell: ConnectionListener = () => {};
  let isUp = false;
  let connectedAt = 0;
  let losses = 0;

  const connect = async () => {
    words.forget();
    try {
      await startInTime(client, greetingMs);
      closed.signal.throwIfAborted();
    } catch (error) {
      await hangUp(client);
      throw error instanceof UnreachableError ? error : explain(error ?? new Error(words.last() ?? "it hung up"));
    }
    isUp = true;
    connectedAt = Date.now();
  };
  const reconnect = async () => {
    losses = Date.now() - connectedAt > SOUND_MS ? 0 : losses;
    for (let pauseMs = 0; ; ) {
      await wait(Math.max(pauseMs, PAUSES_MS[Math.min(losses, PAUSES_MS.length - 1)] ?? 0), undefined, closed);
      losses += 1;
      try {
        await connect();
        return tell({ kind: "connected" });
      } catch (error) {
        if (!(error instanceof UnreachableError)) return tell({ kind: "refused", why: messageOf(error) });
        pauseMs = error.pauseMs;
      }
    }
  };
  client.on("error", (error: Error) => {
    const reason = describeNetworkFault(error) ?? error.message;
    // Where the other side only goes away, there is an error without a message.
    if (reason === "") words.forget();
    else words.keep(`${reason}.`);
  });
  client.on("disconnected", () => {
    if (!isUp || closed.signal.aborted) return;
    isUp = false;
    const last = words.last();
    tell({ kind: "lost", why: last === null ? "Slack closed the socket." : `Slack's socket fails: ${last}` });
    // A pause that is interrupted by closing ends here.
    reconnect().catch(() => {});
  });
  return {
    async open(onChange) {
      tell = onChange;
      await connect();
    },
    async close() {
      closed.abort();
      await hangUp(client);
    },
  };
}

/** The client waits for a greeting without a limit; it tells when it begins to. */
async function startInTime(client: Client, greetingMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let beginToWait = () => {};
  const isSilent = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new UnreachableError("Slack opens a socket, but does not greet on it."));
    beginToWait = () => {
      timer = setTimeout(giveUp, greetingMs);
    };
  });
  client.once("connecting", beginToWait);
  try {
    await Promise.race([client.start(), isSilent]);
  } finally {
    client.off("connecting", beginToWait);
    clearTimeout(timer);
  }
}

/** Asked twice, the client does not wait for the other side to take its leave, too. */
async function hangUp(client: Client): Promise<void> {
  void client.disconnect();
  await withTimeout(client.disconnect(), LEAVE_MS).catch(() => {});
}
