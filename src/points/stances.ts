import { reportingVerb } from "../speech/reporting-verbs.ts";
import { stem } from "../text/stem.ts";
import { clauseAt, type Range, type Reading } from "./reading.ts";

/** That somebody does something, or does the opposite, or does it not. */
export interface Stance {
  /** Which verb, or pair of opposite verbs, is used: its first term. */
  readonly verb: string;
  readonly isSo: boolean;
  /** Terms of those who do it and of what it is done to; empty where the passage leaves them out. */
  readonly doers: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
  /** Whether it is still to come. */
  readonly isComing: boolean;
  readonly range: Range;
}

/** Verbs that cannot both be true of the same people and the same thing at one time; "+" joins two words. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  [
    "accept agree approve back endorse support welcome",
    "reject refuse decline turn+down oppose veto spurn rebuff vote+down",
  ],
  ["confirm admit acknowledge", "deny"],
  ["allow permit authorize legalize", "ban forbid prohibit outlaw"],
  ["convict", "acquit clear"],
  ["survive", "die died kill drown perish"],
  ["win", "lose"],
];
interface Side {
  readonly verb: string;
  readonly isSo: boolean;
  readonly particle: string | null;
}
const SIDES = new Map<string, Side>();
for (const [so, notSo] of OPPOSITES) {
  const verb = stem(so.split(" ")[0] ?? "");
  for (const [words, isSo] of [
    [so, true],
    [notSo, false],
  ] as const)
    for (const word of words.split(" ")) {
      const [head = "", particle = null] = word.split("+");
      SIDES.set(stem(head), { verb, isSo, particle });
    }
}

const NOT = /^(?:not|never|cannot|\w+n['’]t)$/;
const REFUSING = new Set(["refuse", "fail", "declin"]);
const BEING = new Set("is are was were be been being isn't aren't wasn't weren't".split(" "));
/** What makes a thing not yet so, or so only perhaps; as does an adverb behind "not": "did not immediately confirm". */
const NOT_YET =
  /^(?:yet|until|unless|if|whether|would|could|might|may|should|must|only|just|longer|still|almost|nearly)$/;
const LOOK_BACK = 4;
const PHRASE = 6;

/** The term under which a verb and its opposite are compared. */
export function verbOf(term: string): string {
  return SIDES.get(term)?.verb ?? term;
}

/** Whether a term is a verb whose opposite is known. */
export function hasOpposite(term: string): boolean {
  return SIDES.has(term);
}

/** The verbs of a passage that it asserts or denies: those of the list, and any other of `verbs`. */
export function stancesIn(reading: Reading, verbs: ReadonlySet<string>): readonly Stance[] {
  const { tokens } = reading;
  const found: Stance[] = [];
  tokens.forEach(({ term, stop }, at) => {
    const side = sideAt(reading, at);
    if (stop || !(side ? verbs.has(side.verb) : verbs.has(term))) return;
    const stance = stanceAt(reading, at, side ?? { verb: term, isSo: true, particle: null });
    if (stance) found.push(stance);
  });
  return found;
}

function sideAt({ tokens }: Reading, at: number): Side | null {
  const side = SIDES.get(tokens[at]?.term ?? "");
  if (!side) return null;
  return side.particle === null || tokens[at + 1]?.word === side.particle ? side : null;
}

function stanceAt(reading: Reading, at: number, side: Side): Stance | null {
  const { tokens } = reading;
  const clause = clauseAt(reading, at);
  const to = at + (side.particle === null ? 1 : 2);
  let from = at;
  let isNot = false;
  let isPassive = false;
  let isComing = false;
  while (from > clause.from && at - from < LOOK_BACK) {
    const word = tokens[from - 1]?.word ?? "";
    const isAuxiliary = tokens[from - 1]?.stop === true || NOT.test(word) || /ly$/.test(word);
    if (NOT_YET.test(word) || (isNot === false && /ly$/.test(word) && NOT.test(tokens[from - 2]?.word ?? "")))
      return null;
    if (word === "to" && from === at) {
      if (!REFUSING.has(tokens[from - 2]?.term ?? "")) return null;
      isNot = true;
      from -= 2;
      break;
    }
    if (!isAuxiliary) break;
    if (NOT.test(word)) isNot = !isNot;
    if (BEING.has(word)) isPassive = true;
    if (word === "will" || word === "won't") isComing = true;
    if (
      !NOT.test(word) &&
      !BEING.has(word) &&
      !/^(?:has|have|had|did|does|do|will|also|now|again)$/.test(word) &&
      !/ly$/.test(word)
    )
      break;
    from--;
  }
  const [before, after] = [phraseBefore(reading, { from: clause.from, to: from }), phraseAfter(reading, to, clause.to)];
  return {
    verb: side.verb,
    isSo: side.isSo !== isNot,
    doers: isPassive ? agentAfter(reading, to, clause.to) : before,
    things: isPassive ? before : after,
    isComing,
    range: { from: isNot ? negationFrom(reading, from, at) : at, to },
  };
}

function negationFrom({ tokens }: Reading, from: number, at: number): number {
  for (let i = from; i < at; i++) if (NOT.test(tokens[i]?.word ?? "") || REFUSING.has(tokens[i]?.term ?? "")) return i;
  return at;
}

function phraseBefore({ tokens }: Reading, { from, to }: Range): Set<string> {
  return new Set(
    tokens
      .slice(from, to)
      .filter(({ stop, word }) => !stop && !/day$/.test(word) && !reportingVerb(word))
      .map(({ term }) => term),
  );
}

function phraseAfter({ tokens }: Reading, from: number, end: number): Set<string> {
  let at = from;
  while (at < end && tokens[at]?.stop) at++;
  const terms = new Set<string>();
  for (; at < end && terms.size < PHRASE && tokens[at]?.stop === false; at++) terms.add(tokens[at]?.term ?? "");
  return terms;
}

function agentAfter(reading: Reading, from: number, end: number): Set<string> {
  const by = reading.tokens.findIndex(({ word }, at) => at >= from && at < end && word === "by");
  return by < 0 ? new Set() : phraseAfter(reading, by + 1, end);
}
