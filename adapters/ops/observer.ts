import type { Observer, Who } from "../conversation/observer.ts";
import type { Metrics } from "./metrics.ts";
import type { QuestionLog } from "./question-log.ts";
import { fingerprint } from "./question-record.ts";

/** Counts in `metrics`, and stores in `questions` where the operator has switched that on. */
export function createObserver(
  metrics: Metrics,
  questions: QuestionLog | null,
  now: () => number = Date.now,
): Observer {
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
      void questions?.write({ kind: "question", ...stamp(who), answerId, question, outcome, missing });
    },
    turnedAway(who, question, outcome) {
      metrics.question(who.platform, outcome);
      void questions?.write({ kind: "question", ...stamp(who), answerId: null, question, outcome, missing: [] });
    },
    voted(who, { answerId, vote, instead, reason }) {
      if (vote !== instead) metrics.feedback(who.platform, vote, instead);
      void questions?.write({ kind: "vote", ...stamp(who), answerId, vote, reason });
    },
  };
}
