import * as v from "valibot";
import { LEASE_MS } from "./heartbeat.ts";
import type { State } from "./state.ts";

/** Anything that is delivered under a name of its own. */
export interface Delivered {
  /** What is delivered again has the same. */
  readonly key: string;
}

/** Something that was delivered, and who answers it. */
export interface Entry<Item> {
  readonly item: Item;
  /** When it came, in milliseconds since 1970. */
  readonly since: number;
  /** The process that answers it. */
  readonly owner: string;
  /** Until when that process needs to give no other sign of life. */
  readonly heldUntil: number;
}

/** What is pending on a platform, in the state. Calls reject where the state does. */
export interface Entries<Item> {
  /** Adds an item for this process; false where it is there already, or was answered within the last hour. */
  add(item: Item): Promise<boolean>;
  /** Makes an entry of another process this one's; false where it is answered, or somebody else's by now. */
  adopt(entry: Entry<Item>): Promise<boolean>;
  /** Removes an item; it is known as answered for an hour. */
  settle(key: string): Promise<void>;
  /** Removes an item that nobody answers any more. */
  remove(key: string): Promise<void>;
  /** Makes a name known that has no entry; false where it is known. */
  know(key: string): Promise<boolean>;
  /** All there is, oldest first. What cannot be read is left out: it expires. */
  all(): Promise<readonly Entry<Item>[]>;
}

/** Slack delivers again after a minute and after five, Discord within minutes. */
export const KNOWN_MS = 60 * 60_000;

/** Where entries are kept, for how long, and for whom. */
export interface EntriesOptions<Item> {
  readonly state: State;
  readonly platform: string;
  readonly schema: v.GenericSchema<unknown, Item>;
  readonly keptMs: number;
  /** The id of this process. */
  readonly me: string;
  readonly now: () => number;
}

/** The entries of a platform in `state`. */
export function createEntries<Item extends Delivered>(options: EntriesOptions<Item>): Entries<Item> {
  const { state, platform, schema, keptMs, me, now } = options;
  const entrySchema = v.object({ item: schema, since: v.number(), owner: v.string(), heldUntil: v.number() });
  const prefix = `pending:${platform}:`;
  const entryKey = (key: string) => prefix + key;
  const knownKey = (key: string) => `known:${platform}:${key}`;
  const mine = (item: Item, since: number) =>
    JSON.parse(JSON.stringify({ item, since, owner: me, heldUntil: now() + LEASE_MS } satisfies Entry<Item>));
  const read = async (key: string): Promise<Entry<Item> | null> => {
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
    add: async (item) => (await state.claim(entryKey(item.key), keptMs, mine(item, now()))) && isOpen(item.key),
    async adopt({ item, since, owner }) {
      // Whoever takes it up may end, too, before that is written down: then it is found when all are looked through again.
      if (!(await state.claim(`adopted:${platform}:${item.key}:${owner}`, LEASE_MS))) return false;
      const left = await read(item.key);
      if (left?.owner !== owner || !(await isOpen(item.key))) return false;
      await state.set(entryKey(item.key), mine(item, since), keptMs);
      return true;
    },
    async settle(key) {
      await state.set(knownKey(key), true, KNOWN_MS);
      await state.delete(entryKey(key));
    },
    remove: (key) => state.delete(entryKey(key)),
    know: (key) => state.claim(knownKey(key), KNOWN_MS),
    async all() {
      const keys = await state.keys(prefix);
      const entries = await Promise.all(keys.map((key) => read(key.slice(prefix.length)).catch(() => null)));
      return entries.filter((entry) => entry !== null).sort((a, b) => a.since - b.since);
    },
  };
}
