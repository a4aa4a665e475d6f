import { createMemoryState } from "../conversation/memory-state.ts";
import type { State } from "../conversation/state.ts";
import type { Log } from "../log.ts";
import { createFallbackState } from "./fallback-state.ts";
import { openFileState } from "./file-state.ts";
import { openRedisState, type RedisConnection } from "./redis-state.ts";

/** Where the environment wants the state kept; see `Config`. */
export interface StateConfig {
  readonly stateDir: string | null;
  readonly stateUrl: string | null;
}

/** The state, and the Redis that limits can be counted in, where there is one. */
export interface OpenState {
  readonly state: State;
  readonly redis: RedisConnection | null;
}

/**
 * Opens the state that the configuration names: Redis, else a file, else memory.
 * @throws RedisError where Redis cannot be reached.
 */
export async function openState({ stateDir, stateUrl }: StateConfig, log: Log): Promise<OpenState> {
  if (stateUrl !== null) {
    const { state, connection } = await openRedisState(stateUrl, log);
    return { state: createFallbackState(state, createMemoryState(), log), redis: connection };
  }
  return { state: stateDir === null ? createMemoryState() : await openFileState(stateDir, log), redis: null };
}
