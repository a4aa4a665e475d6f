/** A question before it is answered: who asks where, and how. */
export interface Asking {
  readonly platform: string;
  /** The person's id on the platform. */
  readonly person: string;
  /** The channel's id, and for a thread that is a channel of its own, its parent's. */
  readonly channels: readonly string[];
  /** Whether this is a conversation of one person with Talks; such are always allowed. */
  readonly isDirect: boolean;
  /** Whether Talks was called: by a mention, a command or a button, not by a plain message in its thread. */
  readonly isAddressed: boolean;
}

/** `refuse`: the person is told why. `ignore`: the message was not for Talks, and nothing is said. */
export type Decision =
  | { readonly kind: "answer" }
  | { readonly kind: "refuse"; readonly message: string }
  | { readonly kind: "ignore" };

/** Decides which questions are answered. */
export interface FairUse {
  decide(asking: Asking): Promise<Decision>;
}
