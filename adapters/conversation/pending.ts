import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../log.ts";
import { isRecord } from "./parse-json.ts";
import type { Json, State } from "./state.ts";

/** The questions that are being answered, so that one whose process ends in between can be taken up by the next. */
export interface Pending {
  /** Does the work; until it has ended, well or not, `question` counts as being answered. */
  keep<T>(question: Json, work: () => Promise<T>): Promise<T>;
  /**
   * Hands over what a process that is gone was answering, each question once, whichever process it is, in the order in
   * which they were asked. `question` is data from outside. Resolves when all have been seen to, or `signal` says stop.
   */
  takeUp(answer: (question: unknown) => Promise<void>, signal: AbortSignal): Promise<void>;
}

/** Whoever has waited for longer has asked anew, or forgotten. */
const TAKEN_UP_FOR_MS = 5 * 60_000;

/** A process that has not renewed its word for so long is gone. */
const LEASE_MS = 8_000;
const RENEW_MS = 3_000;

interface Entry {
  readonly question: unknown;
  readonly since: number;
  readonly leaseUntil: number;
}

interface Found {
  readonly key: string;
  readonly entry: Entry;
}

/** Keeps in `state` what is being answered on a platform. */
export function createPending(state: State, platform: string, log: Log, now: () => number = Date.now): Pending {
  const prefix = `pending:${platform}:`;

  const find = async (): Promise<readonly Found[]> => {
    const keys = await state.keys(prefix);
    const found = await Promise.all(
      keys.map(async (key) => ({ key, entry: parseEntry(await state.get(key).catch(() => null)) })),
    );
    return found
      .flatMap(({ key, entry }) => (entry === null ? [] : [{ key, entry }]))
      .sort((a, b) => a.entry.since - b.entry.since);
  };
  /** Whether the question is this process's now: nobody has renewed the word for it, and nobody else has taken it up. */
  const take = async ({ key, entry }: Found, signal: AbortSignal): Promise<boolean> => {
    await wait(Math.max(0, entry.leaseUntil - now()), undefined, { signal, ref: false });
    const left = parseEntry(await state.get(key));
    if (left === null || left.leaseUntil !== entry.leaseUntil) return false;
    return state.claim(`taken-up:${key}`, TAKEN_UP_FOR_MS);
  };
  return {
    async keep(question, work) {
      const key = `${prefix}${randomUUID()}`;
      const since = now();
      const renew = () => state.set(key, { question, since, leaseUntil: now() + LEASE_MS }, TAKEN_UP_FOR_MS);
      const stop = await repeat(renew, log);
      try {
        return await work();
      } finally {
        await stop();
        await state.delete(key).catch(() => {});
      }
    },
    async takeUp(answer, signal) {
      const report = (error: unknown) => {
        if (!signal.aborted) log.error("A question that was left without its answer could not be taken up.", { error });
      };
      const answers: Promise<void>[] = [];
      for (const found of await find()) {
        if (!(await take(found, signal).catch(report))) continue;
        const { key, entry } = found;
        const isWaitedFor = now() - entry.since < TAKEN_UP_FOR_MS;
        const answered = isWaitedFor ? answer(entry.question) : Promise.resolve();
        answers.push(answered.then(() => state.delete(key)).catch(report));
      }
      await Promise.all(answers);
    },
  };
}

/** Does something now and again and again; gives the way to stop. An answer does not depend on it. */
async function repeat(action: () => Promise<void>, log: Log): Promise<() => Promise<void>> {
  const attempt = () =>
    action().catch((error: unknown) => log.warn("A question that is being answered could not be noted.", { error }));
  await attempt();
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = attempt();
  }, RENEW_MS).unref();
  return () => {
    clearInterval(timer);
    return last;
  };
}

function parseEntry(value: unknown): Entry | null {
  if (!isRecord(value)) return null;
  const { question, since, leaseUntil } = value;
  return typeof since === "number" && typeof leaseUntil === "number" ? { question, since, leaseUntil } : null;
}
