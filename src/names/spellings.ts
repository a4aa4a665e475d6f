import { NAME_PARTICLES } from "../lexicon/name-particles.ts";
import { genderOfFirstName } from "../speech/first-names.ts";
import { editDistance } from "../text/edit-distance.ts";
import { fold } from "../text/fold.ts";

/** A person's full name as it is mostly written, and its other spellings. */
export interface SpelledName {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Of more people with one surname than this the rest are strangers: keeps it short in any folder. */
const MOST_BEARERS = 50;
/** Shorter first names differ by a letter too often. */
const MIN_FIRST_NAME = 4;

/**
 * Joins full names that are one person's: "Ilse" and "Ilsa Maarveld", "Piotr" and "Pyotr Holt", "Ann" and "Ann B. Holt",
 * "Joost van Reden" and "Van Reden". A name that fits two people is a third's.
 * @param names full names, those that are written most often first; they stay in this order.
 * @param areTogether whether two names stand side by side somewhere, as those of two people do.
 */
export function joinSpellings(
  names: readonly string[],
  areTogether: (one: string, other: string) => boolean,
): SpelledName[] {
  const people: { readonly name: string; readonly aliases: string[] }[] = [];
  const bySurname = new Map<string, typeof people>();
  for (const name of longestFirst(names)) {
    const key = surnameKey(name);
    const bearers = bySurname.get(key) ?? [];
    bySurname.set(key, bearers);
    const [one, another] = bearers
      .slice(0, MOST_BEARERS)
      .filter((person) => isSpelling(name, person.name) && !areTogether(name, person.name));
    if (one && !another) one.aliases.push(name);
    else {
      const person = { name, aliases: [] };
      people.push(person);
      bearers.push(person);
    }
  }
  return people;
}

/** The pairs of some full names that may be one person's. */
export function spellingsAmong(names: readonly string[]): (readonly [one: string, other: string])[] {
  const bySurname = new Map<string, string[]>();
  for (const name of names) {
    const key = surnameKey(name);
    bySurname.set(key, [...(bySurname.get(key) ?? []), name]);
  }
  return [...bySurname.values()].flatMap((bearers) =>
    bearers.slice(0, MOST_BEARERS).flatMap((one, at) =>
      bearers
        .slice(at + 1, MOST_BEARERS)
        .filter((other) => isSpelling(one, other) || isSpelling(other, one))
        .map((other) => [one, other] as const),
    ),
  );
}

function surnameKey(name: string): string {
  return skeletonOf(partsOf(name).at(-1) ?? "");
}

/** A name without its first part says less: it is compared with those that have one. */
function longestFirst(names: readonly string[]): readonly string[] {
  const isBare = (name: string) => partsOf(name).length === 2 && PARTICLES.has(partsOf(name)[0] ?? "");
  return [...names.filter((name) => !isBare(name)), ...names.filter(isBare)];
}

// A letter is an initial.
const PARTICLES = new Set(NAME_PARTICLES.filter((word) => word.length > 1));

function isSpelling(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (PARTICLES.has(a[0] ?? "")) return a.join(" ") === b.slice(-a.length).join(" ");
  return isSameFirstName(a[0] ?? "", b[0] ?? "") && isSameMiddle(a.slice(1, -1).join(" "), b.slice(1, -1).join(" "));
}

function isSameFirstName(one: string, other: string): boolean {
  const [a, b] = [genderOfFirstName(one), genderOfFirstName(other)];
  if (a && b && a !== b) return false;
  if (skeletonOf(one) === skeletonOf(other)) return true;
  // Tim and Tom are two names, and everybody knows it.
  if ((a && b) || Math.min(one.length, other.length) < MIN_FIRST_NAME || one[0] !== other[0]) return false;
  return editDistance(one, other, 1) === 1;
}

/** "Ann Holt" may be "Ann B. Holt", and "Ann Bea Holt", too; "Ann C. Holt" is neither of these. */
function isSameMiddle(one: string, other: string): boolean {
  const [a, b] = [skeletonOf(one), skeletonOf(other)];
  return a.startsWith(b) || b.startsWith(a);
}

/** The parts of a name, folded, without full stops. */
function partsOf(name: string): string[] {
  return fold(name).replaceAll(".", "").split(/\s+/);
}

/** What the usual ways to write one name in Latin letters have in common: Marc and Mark, Stephen and Steven. */
function skeletonOf(folded: string): string {
  return folded
    .replaceAll("ph", "f")
    .replaceAll("x", "ks")
    .replaceAll("w", "v")
    .replace(/c(?!h)k?/g, "k")
    .replace(/(?<=[^aeiouyc])h|h$/g, "")
    .replace(/(?<=.)[yj]/g, "i")
    .replace(/(.)\1+/g, "$1");
}
