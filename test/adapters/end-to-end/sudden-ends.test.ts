import { describe, expect, it } from "vitest";
import { HAS_REDIS, REDIS_NOTE, startRedis } from "../state/redis-server.ts";
import { corpusFolder } from "../terminal/corpus-folder.ts";
import { openTown } from "./running-talks.ts";
import { CHANNELS, endSuddenly } from "./sudden-ends.ts";

/** `npm run soak` kills more processes: SUDDEN_ENDS of them. */
const ENDS = Number(process.env.SUDDEN_ENDS ?? 2);
const SEED = Number(process.env.SUDDEN_ENDS_SEED ?? 42);
const QUESTIONS = 20;
const PATIENCE_MS = 30_000 + ENDS * 6_000;
const TIMEOUT = { timeout: PATIENCE_MS + ENDS * 25_000 };

describe(`${QUESTIONS} questions on each platform at each of ${ENDS} processes that are killed`, () => {
  const run = async (env: Readonly<Record<string, string>>) => {
    const town = await openTown({ channels: CHANNELS });
    const how = { ends: ENDS, questions: QUESTIONS, seed: SEED, env: { CORPUS_DIR: corpusFolder(), ...env } };
    const tallies = await endSuddenly(town, how, PATIENCE_MS);
    if (process.env.SUDDEN_ENDS) process.stdout.write(`${JSON.stringify(tallies)}\n`);
    for (const { asked, lost, doubled } of Object.values(tallies))
      expect({ asked, lost, doubled }).toEqual({ asked: ENDS * QUESTIONS, lost: 0, doubled: 0 });
  };

  it("are answered exactly once each where they were acknowledged, with the state in a file", TIMEOUT, () => run({}));

  it.skipIf(!HAS_REDIS)(`and with the state in Redis${REDIS_NOTE}`, TIMEOUT, async () => {
    const { url } = await startRedis();
    await run({ STATE_URL: url });
  });
});
