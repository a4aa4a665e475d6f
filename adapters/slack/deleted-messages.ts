import type { State } from "../conversation/state.ts";

/** Questions that were deleted before they could be answered. */
export interface DeletedMessages {
  note(channel: string, ts: string): Promise<void>;
  has(channel: string, ts: string): Promise<boolean>;
}

/** Longer than an answer ever waits for its turn. */
const NOTED_MS = 30 * 60_000;

/** Keeps in `state` for a while which messages were deleted. */
export function createDeletedMessages(state: State): DeletedMessages {
  const keyOf = (channel: string, ts: string) => `slack:deleted:${channel}:${ts}`;
  return {
    note: (channel, ts) => state.set(keyOf(channel, ts), true, NOTED_MS),
    has: async (channel, ts) => (await state.get(keyOf(channel, ts)).catch(() => null)) === true,
  };
}
