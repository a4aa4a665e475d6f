/** Verbs that cannot both be true of the same people, the same thing and one time: for it, then against it. */
export const OPPOSITES: readonly (readonly [string, string])[] = [
  ["accept agree approve back endorse support welcome", "reject refuse decline oppose veto spurn rebuff"],
  ["confirm admit acknowledge", "deny"],
  ["allow permit authorize legalize", "ban forbid prohibit outlaw"],
  ["convict", "acquit clear"],
  ["survive", "die died drown perish"],
  ["win", "lose"],
];
