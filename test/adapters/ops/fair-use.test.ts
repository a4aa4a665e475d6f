import { describe, expect, onTestFinished, test } from "vitest";
import type { Asking, Decision } from "../../../adapters/conversation/chat-adapter.ts";
import { createEnvReader } from "../../../adapters/env.ts";
import { createFairUse } from "../../../adapters/ops/fair-use.ts";
import { type FairUseConfig, parseFairUse } from "../../../adapters/ops/operations-config.ts";
import { openState } from "../../../adapters/state/open-state.ts";
import { NO_LIMITS } from "../recorded-observer.ts";
import { createRecordedLog } from "../state/recorded-log.ts";
import { HAS_REDIS, REDIS_NOTE, startRedis } from "../state/redis-server.ts";

const ANSWER: Decision = { kind: "answer" };
const IGNORE: Decision = { kind: "ignore" };

function fairUse(config: Partial<FairUseConfig>) {
  return createFairUse({ ...NO_LIMITS, ...config }, null);
}

function asking(of: Partial<Asking> = {}): Asking {
  return {
    platform: "slack",
    person: "U1",
    channels: ["C1"],
    isDirect: false,
    isAddressed: true,
    demand: "answer",
    ...of,
  };
}

test("nobody is limited by default", async () => {
  const { decide } = fairUse({});
  for (let n = 0; n < 200; n++) expect(await decide(asking({ isAddressed: n % 2 === 0 }))).toEqual(ANSWER);
});

describe("a limit", () => {
  test("per person is that person's own, wherever they ask", async () => {
    const { decide } = fairUse({ perPerson: { questions: 2, seconds: 60 } });
    await decide(asking());
    await decide(asking({ channels: ["C2"] }));
    expect(await decide(asking({ channels: ["D1"], isDirect: true }))).toEqual({
      kind: "refuse",
      message: "You have asked as many questions as one person may, 2 in a minute. Please ask again in 60 seconds.",
    });
    expect(await decide(asking({ person: "U2" }))).toEqual(ANSWER);
    expect(await decide(asking({ platform: "discord" }))).toEqual(ANSWER);
  });

  test("per channel counts everybody in it, threads with their channel, and no direct messages", async () => {
    const { decide } = fairUse({ perChannel: { questions: 2, seconds: 3600 } });
    await decide(asking({ channels: ["T1", "C1"] }));
    await decide(asking({ person: "U2", channels: ["T2", "C1"] }));
    expect(await decide(asking({ person: "U3" }))).toEqual({
      kind: "refuse",
      message:
        "This channel has asked as many questions as one channel may, 2 in an hour. Please ask again in 60 minutes.",
    });
    expect(await decide(asking({ channels: ["C2"] }))).toEqual(ANSWER);
    expect(await decide(asking({ isDirect: true }))).toEqual(ANSWER);
  });

  test("lets people ask again when its time is over", async () => {
    const { decide } = fairUse({ perPerson: { questions: 1, seconds: 1 } });
    await decide(asking());
    const refused = await decide(asking());
    expect(refused).toMatchObject({
      kind: "refuse",
      message: expect.stringContaining("1 in a second. Please ask again in a second."),
    });
    await expect.poll(() => decide(asking()), { timeout: 3000, interval: 100 }).toEqual(ANSWER);
  });
});

describe("with allowed channels", () => {
  const { decide } = fairUse({ channels: ["C1", "C9"] });

  test("questions are answered in them, in their threads and in direct messages", async () => {
    expect(await decide(asking({ channels: ["C9"] }))).toEqual(ANSWER);
    expect(await decide(asking({ channels: ["T1", "C1"] }))).toEqual(ANSWER);
    expect(await decide(asking({ channels: ["D1"], isDirect: true }))).toEqual(ANSWER);
  });

  test("whoever asks elsewhere is told so, and plain talk there is left alone", async () => {
    expect(await decide(asking({ channels: ["C2"] }))).toMatchObject({
      kind: "refuse",
      message: expect.stringContaining("some channels"),
    });
    expect(await decide(asking({ channels: ["C2"], isAddressed: false }))).toEqual(IGNORE);
  });
});

test("mention-only leaves plain messages alone, but not in direct messages", async () => {
  const { decide } = fairUse({ mentionOnly: true });
  expect(await decide(asking({ isAddressed: false }))).toEqual(IGNORE);
  expect(await decide(asking({ isAddressed: false, isDirect: true }))).toEqual(ANSWER);
  expect(await decide(asking())).toEqual(ANSWER);
});

describe.skipIf(!HAS_REDIS)(`limits in Redis${REDIS_NOTE}`, () => {
  test("are one for all processes, and go on in each of them when Redis goes away", async () => {
    const redis = await startRedis();
    const config = { ...NO_LIMITS, perPerson: { questions: 2, seconds: 60 } };
    const processes = await Promise.all(
      [1, 2, 3].map(async () => {
        const log = createRecordedLog();
        const { state, redis: shared } = await openState({ stateDir: "not used", stateUrl: redis.url }, log);
        onTestFinished(() => state.close());
        return createFairUse(config, shared);
      }),
    );
    const kinds = () => Promise.all(processes.map(async ({ decide }) => (await decide(asking())).kind));
    expect((await kinds()).sort()).toEqual(["answer", "answer", "refuse"]);
    await redis.stop();
    expect(await kinds()).toEqual(["answer", "answer", "answer"]);
    await kinds();
    expect(await kinds()).toEqual(["refuse", "refuse", "refuse"]);
  });
});

describe("the configuration of fair use", () => {
  const parse = (env: Record<string, string>) => {
    const reader = createEnvReader(env);
    return { config: parseFairUse(reader), faults: reader.faults };
  };

  test("limits nothing where nothing is set", () => {
    expect(parse({})).toEqual({ config: NO_LIMITS, faults: [] });
  });

  test("reads rates, lists and switches", () => {
    const env = {
      LIMIT_PER_PERSON: "20/minute",
      LIMIT_PER_CHANNEL: "500 per day",
      ALLOWED_CHANNELS: "C1, C2 C3",
      MENTION_ONLY: "yes",
    };
    expect(parse(env).config).toEqual({
      perPerson: { questions: 20, seconds: 60 },
      perChannel: { questions: 500, seconds: 86_400 },
      channels: ["C1", "C2", "C3"],
      mentionOnly: true,
    });
    expect(parse({ LIMIT_PER_PERSON: "7" }).config.perPerson).toEqual({ questions: 7, seconds: 60 });
  });

  test.each(["0/minute", "-3/minute", "many", "5/fortnight", "1.5/minute"])(
    "says what is wrong with the rate %j",
    (rate) => {
      expect(parse({ LIMIT_PER_PERSON: rate }).faults).toEqual([
        "LIMIT_PER_PERSON must be a number of questions and a time, such as 20/minute, 100/hour or 500/day.",
      ]);
    },
  );
});
