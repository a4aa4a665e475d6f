/** A role that one alone holds: the words for whoever holds it, and the forms of the verbs for what they do. */
export interface SoleRole {
  readonly nouns: string;
  readonly verbs: string;
  /** Whether it passes from one to the next, so that who held it once may hold it no more. */
  readonly passesOn: boolean;
}

/** Roles of which a second holder is a contradiction. Alternatives are apart by "|". */
export const SOLE_ROLES: readonly SoleRole[] = [
  { nouns: "chief executive|chief executive officer|ceo", verbs: "", passesOn: true },
  { nouns: "prime minister|premier", verbs: "", passesOn: true },
  { nouns: "president", verbs: "", passesOn: true },
  { nouns: "chancellor", verbs: "", passesOn: true },
  { nouns: "mayor", verbs: "", passesOn: true },
  { nouns: "owner|proprietor", verbs: "owns|owned|belongs|belong|belonged", passesOn: true },
  { nouns: "leader|head|commander|chief", verbs: "leads|led|heads|headed|commands|commanded", passesOn: true },
  { nouns: "captain|skipper", verbs: "captains|captained|skippers|skippered", passesOn: true },
  { nouns: "manager|operator", verbs: "runs|ran|run|operates|operated|manages|managed", passesOn: true },
  { nouns: "chairman|chairwoman|chair|chairperson", verbs: "chairs|chaired", passesOn: true },
  { nouns: "director", verbs: "directs|directed", passesOn: true },
  { nouns: "coach", verbs: "coaches|coached", passesOn: true },
  { nouns: "governor", verbs: "governs|governed", passesOn: true },
  { nouns: "winner|champion|victor", verbs: "won|wins", passesOn: false },
  { nouns: "author|writer|composer", verbs: "wrote|written|authored|composed", passesOn: false },
  { nouns: "painter|sculptor", verbs: "painted|sculpted", passesOn: false },
  { nouns: "designer|architect|inventor", verbs: "designed|invented", passesOn: false },
  { nouns: "founder", verbs: "founded|established", passesOn: false },
  { nouns: "buyer", verbs: "bought|acquired|purchased", passesOn: false },
];

/** Words before the noun of a role that make another one of it: "deputy director", "former mayor". */
export const OTHER_ROLE =
  "former ex deputy vice acting interim assistant associate co junior next future then outgoing late honorary".split(
    " ",
  );
