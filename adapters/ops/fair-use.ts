import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Asking, Decision, FairUse, Who } from "../conversation/chat-adapter.ts";
import type { SharedRedis } from "../state/open-state.ts";
import { describeRate, type FairUseConfig, type Rate } from "./operations-config.ts";

const ANSWER: Decision = { kind: "answer" };
const ELSEWHERE =
  "I only answer in some channels here, and this is not one of them. You can ask me in a direct message.";

/** Fair use by counting, which can be undone for a person. */
export interface Limits extends FairUse {
  /** Forgets how much a person has asked; true where that was counted. */
  forget(person: Who): Promise<boolean>;
}

/** Fair use as configured, counted in `redis` for all processes together where there is one. */
export function createFairUse(config: FairUseConfig, redis: SharedRedis | null): Limits {
  const countersOf = (prefix: string, ease: number) => ({
    perPerson: createCounter(`${prefix}person`, easier(config.perPerson, ease), redis),
    perChannel: createCounter(`${prefix}channel`, easier(config.perChannel, ease), redis),
  });
  const counters: Readonly<Record<Asking["demand"], ReturnType<typeof countersOf>>> = {
    answer: countersOf("", 1),
    trifle: countersOf("trifle:", TRIFLES_PER_ANSWER),
  };
  return {
    async decide({ platform, person, channels, isDirect, isAddressed, demand }) {
      if (!isDirect && !isAddressed && config.mentionOnly) return { kind: "ignore" };
      if (!isDirect && config.channels.length > 0 && !channels.some((id) => config.channels.includes(id)))
        return isAddressed ? { kind: "refuse", message: ELSEWHERE } : { kind: "ignore" };

      const { perPerson, perChannel } = counters[demand];
      const refused = (waitMs: number, why: string): Decision => ({
        kind: "refuse",
        message: `${demand === "trifle" ? TOO_MUCH : why} ${inWords(waitMs)}.`,
      });
      const personWait = await perPerson.count(keyOf({ platform, person }));
      if (personWait !== null) return refused(personWait, tooMany("You have asked", "one person", config.perPerson));
      const channelWait = isDirect ? null : await perChannel.count(`${platform}:${channels.at(-1) ?? ""}`);
      if (channelWait !== null)
        return refused(channelWait, tooMany("This channel has asked", "one channel", config.perChannel));
      return ANSWER;
    },
    async forget(person) {
      const { answer, trifle } = counters;
      const forgotten = await Promise.all([answer, trifle].map(({ perPerson }) => perPerson.forget(keyOf(person))));
      return forgotten.includes(true);
    },
  };
}

/** A letter typed or a thumb costs next to nothing, and a question takes several letters. */
const TRIFLES_PER_ANSWER = 10;

function easier(rate: Rate | null, factor: number): Rate | null {
  return rate && { ...rate, questions: rate.questions * factor };
}

function keyOf({ platform, person }: Who): string {
  return `${platform}:${person}`;
}

function tooMany(whoAsked: string, whoMay: string, rate: Rate | null): string {
  const allowed = rate === null ? "" : `, ${describeRate(rate)}`;
  return `${whoAsked} as many questions as ${whoMay} may${allowed}. Please ask again`;
}

const TOO_MUCH = "That was a lot in a short time. Please try again";

function inWords(waitMs: number): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  if (seconds < 90) return seconds === 1 ? "in a second" : `in ${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}

interface Counter {
  /** Counts one more for a key: `null` where that is within the rate, else the milliseconds to wait. */
  count(key: string): Promise<number | null>;
  /** True where something was counted for the key. */
  forget(key: string): Promise<boolean>;
}

function createCounter(name: string, rate: Rate | null, redis: SharedRedis | null): Counter {
  if (rate === null) return { count: async () => null, forget: async () => false };
  const options = { keyPrefix: `talks:limit:${name}`, points: rate.questions, duration: rate.seconds };
  const memory = createSimpleCounter(new RateLimiterMemory(options));
  if (redis === null) return memory;
  const { connection: storeClient, breaker } = redis;
  const shared = createSimpleCounter(new RateLimiterRedis({ ...options, storeClient, useRedisPackage: true }));
  return {
    count: (key) =>
      breaker.attempt(
        () => shared.count(key),
        () => memory.count(key),
      ),
    async forget(key) {
      const forgotten = await Promise.all([memory.forget(key), shared.forget(key)]);
      return forgotten.includes(true);
    },
  };
}

function createSimpleCounter(limiter: RateLimiterAbstract): Counter {
  return {
    async count(key) {
      try {
        await limiter.consume(key);
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
        throw refusal;
      }
    },
    forget: (key) => limiter.delete(key),
  };
}
