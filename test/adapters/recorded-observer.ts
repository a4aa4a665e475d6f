import type { Observer } from "../../adapters/conversation/chat-adapter.ts";
import type { FairUseConfig } from "../../adapters/ops/operations-config.ts";

/** Fair use as it is where the operator says nothing. */
export const NO_LIMITS: FairUseConfig = { perPerson: null, perChannel: null, channels: [], mentionOnly: false };

/** An observer that notes what it sees, a line each. */
export interface RecordedObserver extends Observer {
  readonly seen: readonly string[];
}

/** Creates an observer that has seen nothing. */
export function createRecordedObserver(): RecordedObserver {
  const seen: string[] = [];
  return {
    seen,
    answered: ({ platform, person }, { answer }) =>
      void seen.push(`${platform}:${person} asked "${answer.question}": ${answer.outcome}`),
    turnedAway: ({ platform, person }, question, outcome) =>
      void seen.push(`${platform}:${person} asked "${question}": ${outcome}`),
    voted({ platform, person }, { vote, instead, reason }) {
      const moved = instead === null || instead === vote ? "" : ` instead of ${instead}`;
      seen.push(`${platform}:${person} votes ${vote}${moved}${reason === null ? "" : `: ${reason}`}`);
    },
  };
}
