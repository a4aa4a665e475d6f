import type { Observer, Who } from "../conversation/chat-adapter.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "./metrics.ts";
import { fingerprint, openQuestionFolder, type QuestionRecord } from "./question-folder.ts";

/** The questions that were asked, where their storing is switched on; each day expires as a whole. */
export interface QuestionLog {
  /** Never rejects: an answer does not depend on it. */
  write(record: QuestionRecord): Promise<void>;
  /** Resolves once everything that was written is on the disk. */
  close(): Promise<void>;
}

/** How long an expired day stays on the disk, at most. */
const EXPIRE_EVERY_MS = 30_000;

/**
 * The question log in `STATE_DIR/questions`, kept for so many days. Where `days` is `null` nothing is stored, and what was
 * stored before expires as it would have.
 */
export function createQuestionLog(
  stateDir: string,
  days: number | null,
  log: Log,
  now: () => number = Date.now,
): QuestionLog {
  const folder = openQuestionFolder(stateDir);
  let isBegun = false;
  let isReported = false;
  let tail = Promise.resolve();

  const append = async (record: QuestionRecord) => {
    if (days === null) return;
    try {
      if (!isBegun) await folder.keepFor(days);
      isBegun = true;
      await folder.add(record, now());
      isReported = false;
    } catch (error) {
      isBegun = false;
      if (!isReported) log.error(`Questions cannot be stored in ${folder.path}.`, { error });
      isReported = true;
    }
  };
  const expire = async () => {
    try {
      const keptFor = days ?? (await folder.keptFor());
      if (keptFor !== null) await folder.expire(keptFor, now());
    } catch (error) {
      log.warn(`Stored questions that have expired cannot be removed from ${folder.path}.`, { error });
    }
  };
  const inTurn = (work: () => Promise<void>) => {
    tail = tail.then(work);
    return tail;
  };
  const timer = setInterval(() => void inTurn(expire), EXPIRE_EVERY_MS).unref();
  void inTurn(expire);
  return {
    write: (record) => inTurn(() => append(record)),
    close() {
      clearInterval(timer);
      return tail;
    },
  };
}

/** Counts in `metrics`, and stores in `questions` where the operator has switched that on. */
export function createObserver(metrics: Metrics, questions: QuestionLog, now: () => number = Date.now): Observer {
  const stamp = ({ platform, person }: Who) => ({
    at: new Date(now()).toISOString(),
    platform,
    person: fingerprint(platform, person),
  });
  return {
    answered(who, { answerId, answer, seconds }) {
      const { question, outcome, missing } = answer;
      metrics.question(who.platform, outcome);
      metrics.answered(who.platform, seconds);
      void questions.write({ kind: "question", ...stamp(who), answerId, question, outcome, missing });
    },
    turnedAway(who, question, outcome) {
      metrics.question(who.platform, outcome);
      void questions.write({ kind: "question", ...stamp(who), answerId: null, question, outcome, missing: [] });
    },
    voted(who, { answerId, vote, instead, reason }) {
      if (vote !== instead) metrics.feedback(who.platform, vote, instead);
      void questions.write({ kind: "vote", ...stamp(who), answerId, vote, reason });
    },
  };
}
