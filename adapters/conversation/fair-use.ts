import * as v from "valibot";
import { WHO } from "./observer.ts";

/** The kept form of an `Asking`. */
export const ASKING = v.object({
  ...WHO.entries,
  /** The channel's id, and for a thread that is a channel of its own, its parent's. */
  channels: v.pipe(v.array(v.string()), v.readonly()),
  /** Whether this is a conversation of one person with Talks; such are always allowed. */
  isDirect: v.boolean(),
  /** Whether Talks was called: by a mention, a command or a button, not by a plain message in its thread. */
  isAddressed: v.boolean(),
  /**
   * An answer, or a button that shows more of one; or a trifle, such as a vote or what is offered while somebody types,
   * of which people may have more.
   */
  demand: v.picklist(["answer", "trifle"]),
});

/** Something that a person wants, before it is done: who asks where, how, and for what. */
export type Asking = Readonly<v.InferOutput<typeof ASKING>>;

/** `refuse`: the person is told why. `ignore`: the message was not for Talks, and nothing is said. */
export type Decision =
  | { readonly kind: "answer" }
  | { readonly kind: "refuse"; readonly message: string }
  | { readonly kind: "ignore" };

/** Decides what is done for people. */
export interface FairUse {
  decide(asking: Asking): Promise<Decision>;
}

/** Whether something is done that needs no keeping, such as a button; whoever may not is told why. */
export async function isAllowed(
  fairUse: FairUse,
  asking: Asking,
  tell: (sentence: string) => Promise<unknown>,
): Promise<boolean> {
  const decision = await fairUse.decide(asking);
  if (decision.kind === "refuse") await tell(decision.message);
  return decision.kind === "answer";
}
