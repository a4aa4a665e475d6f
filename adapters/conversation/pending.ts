import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import * as v from "valibot";
import type { Log } from "../log.ts";
import { createMemoryState } from "./memory-state.ts";
import { createSigns, LEASE_MS } from "./signs-of-life.ts";
import type { State } from "./state.ts";

/** Anything that is delivered under a name of its own. */
export interface Delivered {
  /** What is delivered again has the same. */
  readonly key: string;
}

/**
 * What is being answered, so that each delivery is answered once, however often it comes and whichever process it comes to,
 * and so that what a process leaves unanswered is taken up by another.
 */
export interface Pending<Item extends Delivered> {
  /** Keeps an item until it is forgotten; false where it is kept already, or was forgotten within the last hour. */
  keep(item: Item): Promise<boolean>;
  /** The item needs nothing more, for good. */
  forget(item: Item): Promise<void>;
  /** True for the first delivery under this name, of something that needs no keeping. */
  isFirst(key: string): Promise<boolean>;
  /**
   * Hands over what processes that are gone have kept, with the time since when, each item once, in the order in which
   * they came. Resolves when all have been seen to; `signal` ends the waiting for signs of life.
   */
  takeUp(answer: (item: Item, since: number) => Promise<void>, signal: AbortSignal): Promise<void>;
}

/**
 * Whoever has waited for longer has asked anew, or forgotten; Discord takes a late reply for as long, too. Until then an
 * answer is tried again, by this process or another.
 */
export const ANSWERED_WITHIN_MS = 15 * 60_000;

/** Kept for longer than it may be answered, so that what nobody answered can be told to the operator. */
const KEPT_MS = 2 * ANSWERED_WITHIN_MS;

/** Slack delivers again after a minute and after five, Discord within minutes. */
const KNOWN_MS = 60 * 60_000;

const ERASED_WITHIN_MS = 1_000;

interface Entry<Item> {
  readonly item: Item;
  readonly since: number;
  /** The process that answers it. */
  readonly owner: string;
  /** Until when that process needs to give no other sign of life. */
  readonly heldUntil: number;
}

/** Keeps in `state` what is pending on a platform; `schema` reads it again. */
export function createPending<Item extends Delivered>(
  { state, platform, schema, log }: PendingTools<Item>,
  now: () => number = Date.now,
): Pending<Item> {
  const me = randomUUID();
  const entrySchema = v.object({ item: schema, since: v.number(), owner: v.string(), heldUntil: v.number() });
  const prefix = `pending:${platform}:`;
  const entryKey = (key: string) => prefix + key;
  const knownKey = (key: string) => `known:${platform}:${key}`;
  // Where the state fails, this process at least does nothing twice.
  const seen = createMemoryState(now);
  /** What this process holds, and the writing of it, which may take longer than anybody waits. */
  const held = new Map<string, Promise<boolean>>();
  const signs = createSigns(state, me, now);

  const toJson = (item: Item, since: number) =>
    JSON.parse(JSON.stringify({ item, since, owner: me, heldUntil: now() + LEASE_MS } satisfies Entry<Item>));
  const read = async (key: string): Promise<Entry<Item> | null> => {
    const { success, output } = v.safeParse(entrySchema, await state.get(entryKey(key)));
    return success ? output : null;
  };
  const write = async (item: Item): Promise<boolean> => {
    try {
      if (!(await state.claim(entryKey(item.key), KEPT_MS, toJson(item, now())))) return false;
      if ((await state.get(knownKey(item.key))) === null) return true;
      await state.delete(entryKey(item.key));
      return false;
    } catch (error) {
      // An answer that may come twice is better than none.
      log.warn("A question that is being answered could not be noted.", { error });
      return true;
    }
  };
  const hold = (key: string, writing: Promise<boolean>) => {
    held.set(key, writing);
    signs.begin();
  };
  const release = (key: string) => {
    held.delete(key);
    if (held.size === 0) signs.end();
  };
  /** Whether the item is this process's now: it is not answered, and nobody else has taken it up. */
  const adopt = async (entry: Entry<Item>): Promise<boolean> => {
    const { key } = entry.item;
    // Whoever takes it up may end, too, before that is written down: then it is found when all are looked through again.
    if (!(await state.claim(`adopted:${platform}:${key}:${entry.owner}`, LEASE_MS))) return false;
    const left = await read(key);
    if (left === null || left.owner !== entry.owner) return false;
    if ((await state.get(knownKey(key))) !== null) {
      await state.delete(entryKey(key));
      return false;
    }
    await state.set(entryKey(key), toJson(entry.item, entry.since), KEPT_MS);
    hold(key, Promise.resolve(true));
    await seen.claim(key, KNOWN_MS);
    return true;
  };
  const find = async (): Promise<readonly Entry<Item>[]> => {
    const keys = await state.keys(prefix);
    const entries = await Promise.all(keys.map((key) => read(key.slice(prefix.length)).catch(() => null)));
    return entries.filter((entry) => entry !== null).sort((a, b) => a.since - b.since);
  };

  return {
    async keep(item) {
      if (!(await seen.claim(item.key, KNOWN_MS))) {
        // It is acknowledged no sooner than the first delivery.
        await held.get(item.key);
        return false;
      }
      const writing = write(item);
      hold(item.key, writing);
      const isNew = await writing;
      if (!isNew) release(item.key);
      return isNew;
    },
    async forget({ key }) {
      const erase = async () => {
        try {
          await state.set(knownKey(key), true, KNOWN_MS);
          await state.delete(entryKey(key));
        } catch (error) {
          log.warn("It could not be noted that a question is answered.", { error });
        }
        release(key);
      };
      const writing = held.get(key) ?? Promise.resolve(true);
      // Where the state hangs, nobody waits for that.
      await Promise.race([writing.then(erase), wait(ERASED_WITHIN_MS, undefined, { ref: false })]);
    },
    async isFirst(key) {
      if (!(await seen.claim(key, KNOWN_MS))) return false;
      return state.claim(knownKey(key), KNOWN_MS).catch(() => true);
    },
    async takeUp(answer, signal) {
      const report = (error: unknown) => {
        if (!signal.aborted) log.error("A question that was left without its answer could not be taken up.", { error });
        return false;
      };
      const others = (await find()).filter(({ owner }) => owner !== me);
      const tooOld = others.filter(({ since }) => now() - since >= ANSWERED_WITHIN_MS);
      if (tooOld.length > 0)
        log.error("Questions were left for too long to be answered now.", { count: tooOld.length });
      for (const { item } of tooOld) await state.delete(entryKey(item.key));
      const byOwner = Object.entries(groupByOwner(others.filter((entry) => !tooOld.includes(entry))));
      await Promise.all(
        byOwner.map(async ([owner, left]) => {
          if (!(await signs.isGone(owner, Math.max(...left.map(({ heldUntil }) => heldUntil)), signal))) return;
          const answers: Promise<unknown>[] = [];
          for (const entry of left)
            if (await adopt(entry).catch(report)) answers.push(answer(entry.item, entry.since).catch(report));
          await Promise.all(answers);
        }),
      ).catch(report);
    },
  };
}

/** What keeping needs. */
export interface PendingTools<Item> {
  readonly state: State;
  readonly platform: string;
  readonly schema: v.GenericSchema<unknown, Item>;
  readonly log: Log;
}

function groupByOwner<Item>(entries: readonly Entry<Item>[]): Readonly<Record<string, Entry<Item>[]>> {
  const groups: Record<string, Entry<Item>[]> = {};
  for (const entry of entries) {
    const group = groups[entry.owner] ?? [];
    group.push(entry);
    groups[entry.owner] = group;
  }
  return groups;
}
