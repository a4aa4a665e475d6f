import { Keyv } from "keyv";
import type { State } from "../conversation/state.ts";
import type { Log } from "../log.ts";
import { OperatorError } from "../operator-error.ts";
import { inTime } from "./in-time.ts";

// Imported as a module when it is wanted: what `require` gives for its default is not the class, and few set STATE_URL.
const importRedis = () => import("@keyv/redis");
type Redis = Awaited<ReturnType<typeof importRedis>>;

/** A connection to Redis, for what needs more of it than the state does. */
export type RedisConnection = ReturnType<Redis["createClient"]>;

/** The state that several processes share, and its connection. */
export interface RedisState {
  readonly state: State;
  readonly connection: RedisConnection;
}

/** Thrown where the Redis of STATE_URL does not answer when the bot starts. */
export class RedisError extends OperatorError {
  override name = "RedisError";
}

const NAMESPACE = "talks";
const CONNECT_TIMEOUT_MS = 5000;
const MAX_RECONNECT_DELAY_MS = 2000;
const SCANNED_AT_ONCE = 1000;

/**
 * Connects to the Redis at `url`. A connection that breaks later is made again by itself; until then every call rejects
 * at once.
 * @throws RedisError where it cannot be reached now.
 */
export async function openRedisState(url: string, log: Log): Promise<RedisState> {
  const { default: KeyvRedis, createClient } = await importRedis();
  const connection = await connect(createClient, url, log);
  const store = new KeyvRedis<unknown>(connection, {
    namespace: NAMESPACE,
    keyPrefixSeparator: ":",
    throwOnErrors: true,
    throwOnConnectError: true,
  });
  const keyv = new Keyv<unknown>({ store, namespace: NAMESPACE, useKeyPrefix: false, throwOnErrors: true });
  // The same errors reach the caller, and the log from the connection.
  keyv.on("error", () => {});
  const state: State = {
    get: async (key) => (await keyv.get(key)) ?? null,
    async set(key, value, ttlMs) {
      await keyv.set(key, value, ttlMs);
    },
    async delete(key) {
      await keyv.delete(key);
    },
    async keys(prefix) {
      const first = store.createKeyPrefix(prefix, NAMESPACE);
      const found = new Set<string>();
      for await (const keys of connection.scanIterator({ MATCH: `${escapePattern(first)}*`, COUNT: SCANNED_AT_ONCE }))
        for (const key of keys) found.add(prefix + key.slice(first.length));
      return [...found];
    },
    async claim(key, ttlMs, value = true) {
      const claimed = await keyv.serializeData({ value, expires: Date.now() + ttlMs });
      const options = { condition: "NX", expiration: { type: "PX", value: ttlMs } } as const;
      return (await connection.set(store.createKeyPrefix(key, NAMESPACE), String(claimed), options)) === "OK";
    },
    async close() {
      if (connection.isReady) await connection.close();
      else connection.destroy();
    },
  };
  return { state, connection };
}

async function connect(createClient: Redis["createClient"], url: string, log: Log): Promise<RedisConnection> {
  let isUp = false;
  const connection: RedisConnection = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
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
    // Its own limit ends where the connection is made, and not where Redis answers on it.
    await inTime(connection.connect(), CONNECT_TIMEOUT_MS);
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
