/** What a question wants to know, in terms of what passages commit themselves to. */
export type Point =
  | AskedAmount
  | { readonly kind: "moment"; readonly words: AskedWords }
  | { readonly kind: "holder"; readonly roles: ReadonlySet<number> }
  | { readonly kind: "stance"; readonly verbs: ReadonlySet<string> };

/** The same, with how much of the occasion the question gives. */
export type AskedPoint = Point & {
  /** How many of its terms tell one occasion from others of the kind: names and things, not people, outcomes, roles. */
  readonly fixed: number;
  /** For every term of the question, whether a passage may do without it: it frames the question, or is told in other words. */
  readonly dispensable: readonly boolean[];
};

/** For every word that is asked about, apart from names, the terms that say it; the last one is mostly the verb. */
export type AskedWords = readonly ReadonlySet<string>[];

/** A figure that is asked for. */
export interface AskedAmount {
  readonly kind: "amount";
  readonly words: AskedWords;
  /** What may be measured; for a count its nouns. */
  readonly dimension: RegExp;
  readonly counted: ReadonlySet<string>;
  readonly countsPeople: boolean;
  /** What happened to those counted, by number; -1 where it does not matter. */
  readonly outcome: number;
}
