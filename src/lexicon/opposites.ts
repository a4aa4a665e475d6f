/** Verbs that cannot both be true of the same people, the same thing and one time: for it, then against it. */
export const OPPOSITES: readonly (readonly [string, string])[] = [
  ["accept agree approve back endorse support welcome", "reject refuse decline oppose veto spurn rebuff"],
  ["confirm admit acknowledge", "deny"],
  ["allow permit authorize legalize", "ban forbid prohibit outlaw"],
  ["convict", "acquit clear"],
  ["survive", "die died drown perish"],
  ["win", "lose"],
];

/** Verbs of accusing, and of answering to it, in the forms in which articles have them. */
export const ACCUSING = (
  "accuse accuses accused accusing blame blames blamed blaming allege alleges alleged alleging charge charges charged charging " +
  "denounce denounces denounced denouncing"
).split(" ");

export const DENYING = (
  "deny denies denied denying dismiss dismisses dismissed dismissing dispute disputes disputed disputing refute refutes refuted " +
  "refuting reject rejects rejected rejecting rebut rebuts rebutted contest contests contested lie untrue false falsehood fabrication " +
  "slander libel nonsense baseless groundless unfounded innocent"
).split(" ");
