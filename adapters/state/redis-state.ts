import { createClient } from "@redis/client";
import type { State } from "../conversation/state.ts";
import { withTimeout } from "../conversation/timeout.ts";
import type { Log } from "../log.ts";
import { messageOf, OperatorError } from "../operator-error.ts";
import type { SharedState } from "./fallback-state.ts";

/** A connection to Redis, for what needs more of it than the state does. */
export type RedisConnection = ReturnType<typeof createClient>;

/** The state that several processes share, and its connection. */
export interface RedisState extends SharedState {
  readonly connection: RedisConnection;
}

/** Thrown where the Redis of STATE_URL does not answer when the bot starts. */
export class RedisError extends OperatorError {
  override name = "RedisError";
}

const NAMESPACE = "talks";
const CONNECT_TIMEOUT_MS = 5000;
/** A connection over which nothing comes for so long, though it is pinged, is made anew. */
const SILENCE_MS = 6000;
const PING_EVERY_MS = 2000;
const CLOSE_MS = 1000;
const PROBED_MS = 1000;
const MAX_RECONNECT_DELAY_MS = 2000;
const SCANNED_AT_ONCE = 1000;

/**
 * Connects to the Redis at `url`. A connection that breaks later is made again by itself; until then every call rejects
 * at once.
 * @throws RedisError where it cannot be reached now.
 */
export async function openRedisState(url: string, log: Log): Promise<RedisState> {
  const connection = await connect(url, log);
  const keyOf = (key: string) => `${NAMESPACE}:${key}`;
  const state: State = {
    async get(key) {
      return parse(await connection.get(keyOf(key)));
    },
    async set(key, value, ttlMs) {
      await connection.set(keyOf(key), JSON.stringify(value), expiringIn(ttlMs));
    },
    async replace(key, value) {
      await connection.set(keyOf(key), JSON.stringify(value), { condition: "XX", expiration: "KEEPTTL" });
    },
    async delete(key) {
      await connection.del(keyOf(key));
    },
    async keys(prefix) {
      const first = keyOf(prefix);
      const found = new Set<string>();
      for await (const keys of connection.scanIterator({ MATCH: `${escapePattern(first)}*`, COUNT: SCANNED_AT_ONCE }))
        for (const key of keys) found.add(prefix + key.slice(first.length));
      return [...found];
    },
    claim: async (key, ttlMs, value = true) =>
      (await connection.set(keyOf(key), JSON.stringify(value), { condition: "NX", ...expiringIn(ttlMs) })) === "OK",
    async close() {
      // Closing waits for every reply, which may never come.
      const isThere = connection.isReady && (await withTimeout(connection.ping(), CLOSE_MS).catch(() => null)) !== null;
      if (isThere) await connection.close();
      else connection.destroy();
    },
  };
  return { state, connection, probe: () => connection.set(keyOf("probe"), "true", expiringIn(PROBED_MS)) };
}

/** What somebody else has put there counts as nothing. */
function parse(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}

function expiringIn(ttlMs: number) {
  return { expiration: { type: "PX", value: ttlMs } } as const;
}

async function connect(url: string, log: Log): Promise<RedisConnection> {
  let isUp = false;
  const connection: RedisConnection = createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: PING_EVERY_MS,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SILENCE_MS,
      // The first connection fails at once, so that a wrong address is told at the start.
      reconnectStrategy: (attempt, cause) => (isUp ? Math.min(100 * 2 ** attempt, MAX_RECONNECT_DELAY_MS) : cause),
    },
  });
  let isReported = false;
  connection.on("error", (error: Error) => {
    if (isUp && !isReported) log.error("The connection to Redis is lost; it is being made again.", { error });
    isReported = isUp;
  });
  connection.on("ready", () => {
    if (isReported) log.info("The connection to Redis is back.");
    isReported = false;
  });
  try {
    // One that hangs takes the connection and says nothing.
    await withTimeout(connection.connect(), CONNECT_TIMEOUT_MS);
    isUp = true;
    return connection;
  } catch (error) {
    if (connection.isOpen) connection.destroy();
    const { host } = new URL(url);
    throw new RedisError(`The Redis at ${host} (STATE_URL) cannot be reached: ${messageOf(error)}`);
  }
}

/** A text in a pattern of Redis, where it means itself. */
function escapePattern(text: string): string {
  return text.replace(/[\\*?[\]^-]/g, "\\$&");
}
