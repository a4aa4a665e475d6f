import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Decision, FairUse } from "../chat/fair-use.ts";
import type { Log } from "../log.ts";
import type { SharedRedis } from "../state/open-state.ts";
import { describeRate, type FairUseConfig, type Rate } from "./fair-use-config.ts";

const ANSWER: Decision = { kind: "answer" };
const ELSEWHERE =
  "I only answer in some channels here, and this is not one of them. You can ask me in a direct message.";

/** Fair use as configured, counted in `redis` for all processes together where there is one. */
export function createFairUse(config: FairUseConfig, redis: SharedRedis | null, log: Log): FairUse {
  const perPerson = createCounter("person", config.perPerson, redis, log);
  const perChannel = createCounter("channel", config.perChannel, redis, log);
  return {
    async decide({ platform, person, channels, isDirect, isAddressed }) {
      if (!isDirect && !isAddressed && config.mentionOnly) return { kind: "ignore" };
      if (!isDirect && config.channels.length > 0 && !channels.some((id) => config.channels.includes(id)))
        return isAddressed ? { kind: "refuse", message: ELSEWHERE } : { kind: "ignore" };

      const personWait = await perPerson(`${platform}:${person}`);
      if (personWait !== null && config.perPerson)
        return { kind: "refuse", message: tooMany("You have asked", "one person", config.perPerson, personWait) };
      const channelWait = isDirect ? null : await perChannel(`${platform}:${channels.at(-1) ?? ""}`);
      if (channelWait !== null && config.perChannel)
        return {
          kind: "refuse",
          message: tooMany("This channel has asked", "one channel", config.perChannel, channelWait),
        };
      return ANSWER;
    },
  };
}

function tooMany(whoAsked: string, whoMay: string, rate: Rate, waitMs: number): string {
  return `${whoAsked} as many questions as ${whoMay} may, ${describeRate(rate)}. Please ask again ${inWords(waitMs)}.`;
}

function inWords(waitMs: number): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  if (seconds < 90) return seconds === 1 ? "in a second" : `in ${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}

/** Counts one more for a key: `null` where that is within the rate, else the milliseconds to wait. */
type Counter = (key: string) => Promise<number | null>;

function createCounter(name: string, rate: Rate | null, redis: SharedRedis | null, log: Log): Counter {
  if (rate === null) return async () => null;
  const options = { keyPrefix: `talks:limit:${name}`, points: rate.questions, duration: rate.seconds };
  const memory = createConsumer(new RateLimiterMemory(options));
  if (redis === null) return memory;
  const { connection: storeClient, breaker } = redis;
  const shared = createConsumer(new RateLimiterRedis({ ...options, storeClient, useRedisPackage: true }));
  return async (key) => {
    try {
      return await breaker.attempt(
        () => shared(key),
        () => memory(key),
      );
    } catch (error) {
      log.warn("A limit could not be counted; the question is answered.", { error });
      return null;
    }
  };
}

function createConsumer(limiter: RateLimiterAbstract): Counter {
  return async (key) => {
    try {
      await limiter.consume(key);
      return null;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
      throw refusal;
    }
  };
}
