import type { Asking, FairUse } from "./fair-use.ts";
import type { Observer } from "./observer.ts";

/** What decides on questions, and what counts those that are turned away. */
export interface Gate {
  readonly fairUse: FairUse;
  readonly observer: Observer;
}

/** Whether a question is answered; whoever asks one that is refused is told why. */
export async function admit(
  { fairUse, observer }: Gate,
  asking: Asking,
  question: string,
  tell: (sentence: string) => Promise<unknown>,
): Promise<boolean> {
  const decision = await fairUse.decide(asking);
  if (decision.kind === "refuse") {
    observer.turnedAway(asking, question, "refused");
    await tell(decision.message);
  }
  return decision.kind === "answer";
}
