import { setTimeout as wait } from "node:timers/promises";
import * as v from "valibot";
import type { Log } from "../log.ts";
import type { State } from "./state.ts";

/** A process that has given no sign of life for so long is gone. */
const LEASE_MS = 8_000;
const BEAT_EVERY_MS = 3_000;

/** Signs of life of the process `me`, and of others that share the state: by them it is known that one is gone. */
export function createHeartbeat(state: State, me: string, now: () => number) {
  let timer: NodeJS.Timeout | undefined;
  const keyOf = (owner: string) => `alive:${owner}`;
  const give = () => state.set(keyOf(me), now() + LEASE_MS, 2 * LEASE_MS).catch(() => {});
  return {
    /** From now on this process gives them, until the end is told. */
    begin(): void {
      timer ??= setInterval(give, BEAT_EVERY_MS).unref();
    },
    end(): void {
      clearInterval(timer);
      timer = undefined;
    },
    /** Whether a process gives none any more, which has given its word until `heldUntil`: that is waited for. */
    async isGone(owner: string, heldUntil: number, signal: AbortSignal): Promise<boolean> {
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

/** Anything that is delivered under a name of its own. */
export interface Delivered {
  /** What is delivered again has the same. */
  readonly key: string;
}

/** Something that was delivered, and who answers it. */
export interface PendingEntry<Item> {
  readonly item: Item;
  /** When it came, in milliseconds since 1970. */
  readonly since: number;
  /** The process that answers it. */
  readonly owner: string;
  /** Until when that process needs to give no other sign of life. */
  readonly heldUntil: number;
}

/** Slack delivers again after a minute and after five, Discord within minutes. */
export const KNOWN_MS = 60 * 60_000;

/** What keeping needs. */
export interface PendingTools<Item> {
  readonly state: State;
  readonly platform: string;
  /** Reads an item that was kept. */
  readonly schema: v.GenericSchema<unknown, Item>;
  readonly log: Log;
}

/** What is pending on a platform, in the state, as the process `me` sees it. Calls reject where the state does. */
export function createEntries<Item extends Delivered>(
  { state, platform, schema }: Omit<PendingTools<Item>, "log">,
  { keptMs, me, now }: { readonly keptMs: number; readonly me: string; readonly now: () => number },
) {
  const entrySchema = v.object({ item: schema, since: v.number(), owner: v.string(), heldUntil: v.number() });
  const prefix = `pending:${platform}:`;
  const entryKey = (key: string) => prefix + key;
  const knownKey = (key: string) => `known:${platform}:${key}`;
  const mine = (item: Item, since: number) =>
    JSON.parse(JSON.stringify({ item, since, owner: me, heldUntil: now() + LEASE_MS } satisfies PendingEntry<Item>));
  const read = async (key: string): Promise<PendingEntry<Item> | null> => {
    const { success, output } = v.safeParse(entrySchema, await state.get(entryKey(key)));
    return success ? output : null;
  };
  /** Whether an item is still to be answered; it may have been, and only its removal not have been noted. */
  const isOpen = async (key: string): Promise<boolean> => {
    if ((await state.get(knownKey(key))) === null) return true;
    await state.delete(entryKey(key));
    return false;
  };
  return {
    /** Adds an item for this process; false where it is there already, or was answered within the last hour. */
    add: async (item: Item): Promise<boolean> =>
      (await state.claim(entryKey(item.key), keptMs, mine(item, now()))) && isOpen(item.key),
    /** Makes an entry of another process this one's; false where it is answered, or somebody else's by now. */
    async adopt({ item, since, owner }: PendingEntry<Item>): Promise<boolean> {
      // Whoever takes it up may end, too, before that is written down: then it is found when all are looked through again.
      if (!(await state.claim(`adopted:${platform}:${item.key}:${owner}`, LEASE_MS))) return false;
      const left = await read(item.key);
      if (left?.owner !== owner || !(await isOpen(item.key))) return false;
      await state.set(entryKey(item.key), mine(item, since), keptMs);
      return true;
    },
    /** Removes an item; it is known as answered for an hour. */
    async settle(key: string): Promise<void> {
      await state.set(knownKey(key), true, KNOWN_MS);
      await state.delete(entryKey(key));
    },
    /** Removes an item that nobody answers any more. */
    remove: (key: string): Promise<void> => state.delete(entryKey(key)),
    /** Makes a name known that has no entry; false where it is known. */
    know: (key: string): Promise<boolean> => state.claim(knownKey(key), KNOWN_MS),
    /** All there is, oldest first. What cannot be read is left out: it expires. */
    async all(): Promise<readonly PendingEntry<Item>[]> {
      const keys = await state.keys(prefix);
      const entries = await Promise.all(keys.map((key) => read(key.slice(prefix.length)).catch(() => null)));
      return entries.filter((entry) => entry !== null).sort((a, b) => a.since - b.since);
    },
  };
}
