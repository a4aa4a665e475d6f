import { isRole } from "../speech/roles.ts";
import { stem } from "../text/stem.ts";
import type { Token } from "../text/tokenize.ts";
import { type Range, type Reading, sentenceAt } from "./reading.ts";

/** A name in a role that only one can hold: the owner of a plant, the winner of a race. */
export interface Holder {
  readonly role: number;
  readonly range: Range;
  /** The words of the name, folded, without titles. */
  readonly words: readonly string[];
  /** Whether it is so now, was so, or would be. */
  readonly tense: "now" | "then" | "perhaps";
}

/** Verbs and nouns that tell of one role; a second name in it is a contradiction. */
const ROLES: readonly {
  readonly verbs: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  readonly lasts: boolean;
}[] = [
  role("own belong", "owner property proprietor", true),
  role("lead head command captain", "leader head commander skipper", true),
  role("run operate manage administer control govern", "operator manager", true),
  role("chair", "chairman chairwoman chair chairperson", true),
  role("direct", "director", true),
  role("win", "winner champion victor", false),
  role("write author compose", "author writer composer", false),
  role("paint sculpt draw", "painter sculptor", false),
  role("design", "designer architect", false),
  // "Found" alone is of "find".
  role("founded establish", "founder", false),
  role("invent", "inventor", false),
  role("discover find", "discoverer finder", false),
  role("buy acquire purchase", "buyer purchaser", false),
  role("succeed replace", "successor", false),
];

const WAS = new Set([
  "was",
  "were",
  "had",
  "former",
  "formerly",
  "previously",
  "until",
  "once",
  "then",
  "ex",
  "originally",
]);
const PERHAPS = new Set("would could might may should will if wants want plans plan hopes hope bid unless".split(" "));
const BEING = new Set("is are was were be been being".split(" "));
const SKIPPED = new Set("now still has have had also who which is was jointly the a an its their".split(" "));
const JOINING = new Set(["of", "de", "van", "von", "and", "the", "for", "y"]);

/** The roles that the words of a question may ask for, by number. */
export function rolesOf(terms: Iterable<string>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const term of terms)
    ROLES.forEach(({ verbs, nouns }, at) => {
      if (verbs.has(term) || nouns.has(term)) found.add(at);
    });
  return found;
}

/** Whether a term is one of the words of some roles. */
export function tellsAnyRole(term: string, roles: ReadonlySet<number>): boolean {
  for (const role of roles) if (ROLES[role]?.verbs.has(term) || ROLES[role]?.nouns.has(term)) return true;
  return false;
}

/** The names that a passage puts into roles. */
export function holdersIn(reading: Reading): readonly Holder[] {
  const { tokens } = reading;
  return tokens.flatMap(({ term, stop }, at) => {
    if (stop) return [];
    return ROLES.flatMap(({ verbs, nouns, lasts }, role) => {
      const range = verbs.has(term) ? byVerb(reading, at) : nouns.has(term) ? byNoun(reading, at) : null;
      if (!range) return [];
      const words = tokens
        .slice(range.from, range.to)
        .filter((token) => token.capital && !isRole(token.word))
        .map(({ word }) => word);
      return words.length === 0 ? [] : [{ role, range, words, tense: tenseAt(reading, at, lasts) }];
    });
  });
}

function byVerb(reading: Reading, at: number): Range | null {
  const { tokens } = reading;
  const [next, afterNext] = [tokens[at + 1]?.word, tokens[at + 2]?.word];
  if (tokens[at]?.term === "belong") return next === "to" ? nameFrom(reading, at + 2) : null;
  if (tokens[at - 1]?.word === "who") return nameUpTo(reading, at);
  if (next === "by") return nameFrom(reading, at + 2);
  if (afterNext === "by" && /ly$/.test(next ?? "")) return nameFrom(reading, at + 3);
  // "was won in May by …": a form of being before it, and the name behind "by".
  if (tokens.slice(Math.max(0, at - 3), at).some(({ word }) => BEING.has(word))) {
    const { to } = sentenceAt(reading, at);
    const by = tokens.findIndex(({ word }, i) => i > at && i < to && word === "by");
    return by < 0 ? null : nameFrom(reading, by + 1);
  }
  return nameUpTo(reading, at);
}

function byNoun(reading: Reading, at: number): Range | null {
  const { tokens } = reading;
  if (tokens[at]?.term === "properti") return tokens[at + 1]?.word === "of" ? nameFrom(reading, at + 2) : null;
  return (
    (BEING.has(tokens[at + 1]?.word ?? "") ? nameFrom(reading, at + 2) : nameFrom(reading, at + 1)) ??
    nameUpTo(reading, at)
  );
}

function nameFrom(reading: Reading, start: number): Range | null {
  const { tokens } = reading;
  let from = start;
  while (from < tokens.length && SKIPPED.has(tokens[from]?.word ?? "") && !tokens[from]?.capital) from++;
  let to = from;
  while (isNamePart(reading, to, from)) to++;
  while (to > from && !tokens[to - 1]?.capital) to--;
  return to > from ? { from, to } : null;
}

function nameUpTo(reading: Reading, end: number): Range | null {
  const { tokens, sentences } = reading;
  let to = end;
  while (to > 0 && (SKIPPED.has(tokens[to - 1]?.word ?? "") || tokens[to - 1]?.word.endsWith("ly"))) to--;
  let from = to;
  while (from > 0 && sentences[from - 1] === sentences[end] && isNamePart(reading, from - 1, from - 1)) from--;
  while (from < to && !tokens[from]?.capital) from++;
  return from < to && isName(tokens.slice(from, to), reading, from) ? { from, to } : null;
}

function isNamePart({ tokens, text }: Reading, at: number, first: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const gap = at > first ? text.slice(tokens[at - 1]?.end ?? 0, token.start) : " ";
  if (!/^[\s.’'-]+$/.test(gap)) return false;
  return (token.capital && !token.stop) || JOINING.has(token.word);
}

/** A single capital at the beginning of a sentence is no sure sign of a name. */
function isName(words: readonly Token[], { sentences }: Reading, from: number): boolean {
  const isFirst = from === 0 || sentences[from - 1] !== sentences[from];
  return !isFirst || words.length > 1 || words[0]?.stop === false;
}

function tenseAt(reading: Reading, at: number, lasts: boolean): Holder["tense"] {
  const { from, to } = sentenceAt(reading, at);
  const words = reading.tokens.slice(from, to).map(({ word }) => word);
  if (words.some((word) => PERHAPS.has(word))) return "perhaps";
  const isPast =
    words.some((word) => WAS.has(word)) ||
    /^(?:belonged|led|ran|headed|chaired|commanded|governed)$/.test(activeForm(reading, at));
  return lasts && isPast ? "then" : "now";
}

function activeForm({ tokens }: Reading, at: number): string {
  return tokens[at + 1]?.word === "by" ? "" : (tokens[at]?.word ?? "");
}

/** Whether two names may be one: a word in common, or one the initials of the other. */
export function mayBeSame(a: Holder, b: Holder): boolean {
  if (a.words.some((word) => b.words.includes(word))) return true;
  const initials = (words: readonly string[]) => words.map((word) => word[0]).join("");
  return [
    [a, b],
    [b, a],
  ].some(
    ([one, other]) =>
      one?.words.length === 1 && (other?.words.length ?? 0) > 1 && one.words[0] === initials(other?.words ?? []),
  );
}

function role(verbs: string, nouns: string, lasts: boolean) {
  return { verbs: new Set(verbs.split(" ").map(stem)), nouns: new Set(nouns.split(" ").map(stem)), lasts };
}
