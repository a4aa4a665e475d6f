import type { State } from "../conversation/state.ts";
import type { Log } from "../log.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import { createFallbackState } from "./fallback-state.ts";
import { openFileState } from "./file-state.ts";
import { openRedisState, type RedisConnection } from "./redis-state.ts";

/** Where the environment wants the state kept; see `Config`. */
export interface StateConfig {
  readonly stateDir: string;
  readonly stateUrl: string | null;
}

/** The Redis that limits are counted in, and what stands before it. */
export interface SharedRedis {
  readonly connection: RedisConnection;
  readonly breaker: CircuitBreaker;
}

/** The state, and the Redis that it is in, where there is one. */
export interface OpenState {
  readonly state: State;
  readonly redis: SharedRedis | null;
}

/**
 * Opens the state that the configuration names: Redis, else a file.
 * @throws RedisError where Redis cannot be reached, StateError where the file cannot be had.
 */
export async function openState({ stateDir, stateUrl }: StateConfig, log: Log): Promise<OpenState> {
  if (stateUrl === null) return { state: await openFileState(stateDir, log), redis: null };
  const redis = await openRedisState(stateUrl, log);
  const { state, breaker } = createFallbackState(redis, log);
  return { state, redis: { connection: redis.connection, breaker } };
}
