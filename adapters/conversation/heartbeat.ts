import { setTimeout as wait } from "node:timers/promises";
import type { State } from "./state.ts";

/** A process that has given no sign of life for so long is gone. */
export const LEASE_MS = 8_000;
const BEAT_EVERY_MS = 3_000;

/** Signs of life of processes, by which it is known that one is gone. */
export interface Heartbeat {
  /** This process gives them, until the end is told. */
  begin(): void;
  end(): void;
  /** Whether a process gives none any more, which has given its word until `heldUntil`: that is waited for. */
  isGone(owner: string, heldUntil: number, signal: AbortSignal): Promise<boolean>;
}

/** The signs of the process `me`, and of others that share the state. */
export function createHeartbeat(state: State, me: string, now: () => number): Heartbeat {
  let timer: NodeJS.Timeout | undefined;
  const keyOf = (owner: string) => `alive:${owner}`;
  const give = () => state.set(keyOf(me), now() + LEASE_MS, 2 * LEASE_MS).catch(() => {});
  return {
    begin() {
      timer ??= setInterval(give, BEAT_EVERY_MS).unref();
    },
    end() {
      clearInterval(timer);
      timer = undefined;
    },
    async isGone(owner, heldUntil, signal) {
      const lastBeat = async () => {
        const beat = await state.get(keyOf(owner));
        return typeof beat === "number" ? beat : 0;
      };
      const until = Math.max(heldUntil, await lastBeat());
      if (until > now()) await wait(until - now(), undefined, { signal, ref: false });
      return (await lastBeat()) <= now();
    },
  };
}
