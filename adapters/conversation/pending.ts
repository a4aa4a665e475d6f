import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import {
  createEntries,
  createHeartbeat,
  type Delivered,
  KNOWN_MS,
  type PendingEntry,
  type PendingTools,
} from "./kept-entries.ts";
import { createMemoryState } from "./state.ts";

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

/** Where the state hangs, nobody waits longer for an item to be forgotten. */
const FORGOTTEN_WITHIN_MS = 1_000;

/** Keeps what is pending on a platform in the state. Where that fails, this process at least does nothing twice. */
export function createPending<Item extends Delivered>(
  tools: PendingTools<Item>,
  now: () => number = Date.now,
): Pending<Item> {
  const { state, log } = tools;
  const me = randomUUID();
  const entries = createEntries(tools, { keptMs: KEPT_MS, me, now });
  const seen = createMemoryState(now);
  const heartbeat = createHeartbeat(state, me, now);
  /** What this process holds, and the writing of it, which may take longer than anybody waits. */
  const held = new Map<string, Promise<boolean>>();

  const hold = (key: string, writing: Promise<boolean>) => {
    held.set(key, writing);
    heartbeat.begin();
    return writing;
  };
  const release = (key: string) => {
    held.delete(key);
    if (held.size === 0) heartbeat.end();
  };
  const add = (item: Item) =>
    entries.add(item).catch((error: unknown) => {
      // An answer that may come twice is better than none.
      log.warn("A question that is being answered could not be noted.", { error });
      return true;
    });
  const settle = async (key: string) => {
    await entries
      .settle(key)
      .catch((error: unknown) => log.warn("It could not be noted that a question is answered.", { error }));
    release(key);
  };
  const report = (error: unknown) => {
    log.error("A question that was left without its answer could not be taken up.", { error });
    return false;
  };
  /** Of what others have kept, what is not too old. */
  const findLeft = async (): Promise<readonly PendingEntry<Item>[]> => {
    const others = (await entries.all()).filter(({ owner }) => owner !== me);
    const isTooOld = ({ since }: PendingEntry<Item>) => now() - since >= ANSWERED_WITHIN_MS;
    const tooOld = others.filter(isTooOld);
    if (tooOld.length > 0) log.error("Questions were left for too long to be answered now.", { count: tooOld.length });
    for (const { item } of tooOld) await entries.remove(item.key);
    return others.filter((entry) => !isTooOld(entry));
  };

  return {
    async keep(item) {
      const { key } = item;
      // It is acknowledged no sooner than the first delivery.
      const first = held.get(key);
      if (first) return first.then(() => false);
      const isNew = await hold(
        key,
        seen.claim(key, KNOWN_MS).then((isFirst) => isFirst && add(item)),
      );
      if (!isNew) release(key);
      return isNew;
    },
    async forget({ key }) {
      const settled = (held.get(key) ?? Promise.resolve()).then(() => settle(key));
      await Promise.race([settled, wait(FORGOTTEN_WITHIN_MS, undefined, { ref: false })]);
    },
    async isFirst(key) {
      return (await seen.claim(key, KNOWN_MS)) && entries.know(key).catch(() => true);
    },
    async takeUp(answer, signal) {
      const left = await findLeft();
      const takeUpOf = async (owner: string) => {
        const theirs = left.filter((entry) => entry.owner === owner);
        const heldUntil = Math.max(...theirs.map((entry) => entry.heldUntil));
        if (!(await heartbeat.isGone(owner, heldUntil, signal))) return;
        const answers: Promise<unknown>[] = [];
        for (const entry of theirs) {
          if (!(await entries.adopt(entry).catch(report))) continue;
          hold(entry.item.key, Promise.resolve(true));
          await seen.claim(entry.item.key, KNOWN_MS);
          answers.push(answer(entry.item, entry.since).catch(report));
        }
        await Promise.all(answers);
      };
      const owners = [...new Set(left.map(({ owner }) => owner))];
      await Promise.all(owners.map((owner) => takeUpOf(owner).catch((error) => signal.aborted || report(error))));
    },
  };
}
