import type { Who } from "./observer.ts";

/** Something that a person wants, before it is done: who asks where, how, and for what. */
export interface Asking extends Who {
  /** The channel's id, and for a thread that is a channel of its own, its parent's. */
  readonly channels: readonly string[];
  /** Whether this is a conversation of one person with Talks; such are always allowed. */
  readonly isDirect: boolean;
  /** Whether Talks was called: by a mention, a command or a button, not by a plain message in its thread. */
  readonly isAddressed: boolean;
  /**
   * An answer, or a button that shows more of one; or a trifle, such as a vote or what is offered while somebody types,
   * of which people may have more.
   */
  readonly demand: "answer" | "trifle";
}

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
