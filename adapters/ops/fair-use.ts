import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Asking, Decision, FairUse } from "../conversation/fair-use.ts";
import type { Log } from "../log.ts";
import { inTime } from "../state/in-time.ts";
import type { RedisConnection } from "../state/redis-state.ts";
import { describeRate, type FairUseConfig, type Rate } from "./fair-use-config.ts";

const ANSWER: Decision = { kind: "answer" };
const ELSEWHERE =
  "I only answer in some channels here, and this is not one of them. You can ask me in a direct message.";
/** A Redis that hangs holds up no question for longer, and no limit is worth a question. */
const PATIENCE_MS = 1000;

/** Fair use as configured, counted in `redis` for all processes together where there is one. */
export function createFairUse(config: FairUseConfig, redis: RedisConnection | null, log: Log): FairUse {
  const countersOf = (prefix: string, ease: number) => ({
    perPerson: createCounter(`${prefix}person`, easier(config.perPerson, ease), redis, log),
    perChannel: createCounter(`${prefix}channel`, easier(config.perChannel, ease), redis, log),
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
      const personWait = await perPerson(`${platform}:${person}`);
      if (personWait !== null && demand === "trifle") return { kind: "refuse", message: tooMuch(personWait) };
      if (personWait !== null && config.perPerson)
        return { kind: "refuse", message: tooMany("You have asked", "one person", config.perPerson, personWait) };
      const channelWait = isDirect ? null : await perChannel(`${platform}:${channels.at(-1) ?? ""}`);
      if (channelWait !== null && demand === "trifle") return { kind: "refuse", message: tooMuch(channelWait) };
      if (channelWait !== null && config.perChannel)
        return {
          kind: "refuse",
          message: tooMany("This channel has asked", "one channel", config.perChannel, channelWait),
        };
      return ANSWER;
    },
  };
}

/** A letter typed or a thumb costs next to nothing, and a question takes several letters. */
const TRIFLES_PER_ANSWER = 10;

function easier(rate: Rate | null, factor: number): Rate | null {
  return rate && { ...rate, questions: rate.questions * factor };
}

function tooMany(whoAsked: string, whoMay: string, rate: Rate, waitMs: number): string {
  return `${whoAsked} as many questions as ${whoMay} may, ${describeRate(rate)}. Please ask again ${inWords(waitMs)}.`;
}

function tooMuch(waitMs: number): string {
  return `That was a lot in a short time. Please try again ${inWords(waitMs)}.`;
}

function inWords(waitMs: number): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  if (seconds < 90) return seconds === 1 ? "in a second" : `in ${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}

/** Counts one more for a key: `null` where that is within the rate, else the milliseconds to wait. */
type Counter = (key: string) => Promise<number | null>;

function createCounter(name: string, rate: Rate | null, redis: RedisConnection | null, log: Log): Counter {
  if (rate === null) return async () => null;
  const options = { keyPrefix: `talks:limit:${name}`, points: rate.questions, duration: rate.seconds };
  const memory = new RateLimiterMemory(options);
  const limiter = redis
    ? new RateLimiterRedis({
        ...options,
        storeClient: redis,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
        insuranceLimiter: memory,
      })
    : memory;
  return async (key) => {
    try {
      await inTime(limiter.consume(key), PATIENCE_MS);
      return null;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
      log.warn("A limit could not be counted; the question is answered.", { error: refusal });
      return null;
    }
  };
}
