import type { Phrase } from "./noun-phrases.ts";
import type { Complement } from "./predicates.ts";
import type { ReportingVerb } from "./reporting-verbs.ts";

/** A clause that says who speaks, in the tokens of one sentence: `from` to `to` without what is said. */
export interface Attribution extends Phrase {
  /** `null` for "according to". */
  readonly verb: ReportingVerb | null;
  /** Where the verb is, or "according". */
  readonly at: number;
  /** Whoever speaks; `null` where the sentence does not name them before or behind the verb. */
  readonly subject: Phrase | null;
  /** What follows the clause. */
  readonly complement: Complement;
  /** The subject stands behind the verb: said Tom Hallas. */
  readonly inverted: boolean;
}

/** Who says the quotation at token `quote` where no verb tells it. */
export function attributing(
  subject: Phrase | null,
  from: number,
  to: number,
  quote: number,
  inverted: boolean,
): Attribution {
  return { verb: null, at: from, from, to, subject, complement: { kind: "quotation", from: quote }, inverted };
}
