import type { GlossaryName } from "../corpus/glossary.ts";
import { NAME_SUFFIXES } from "../lexicon/name-particles.ts";
import { fold } from "../text/fold.ts";

const SUFFIX = new RegExp(`^(?:${NAME_SUFFIXES.join("|")})\\.?$`, "i");

/** The surname of a person, with small words that belong to it left out; `null` where there is none to call somebody by. */
function surnameOf({ kind, name }: Pick<GlossaryName, "kind" | "name">): string | null {
  if (kind !== "person") return null;
  const words = name.split(/\s+/).filter((word) => !SUFFIX.test(word));
  const last = words.at(-1) ?? "";
  return words.length > 1 && last.length > 2 ? last : null;
}

/** Whoever is called by a surname, by its folded form. */
export type Bearers<Person> = ReadonlyMap<string, readonly Person[]>;

/** Who is called by each surname. One that is somebody's name or alias already is that person's alone, and not among them. */
export function bearersOf<Person extends GlossaryName>(names: readonly Person[]): Bearers<Person> {
  const given = new Set(
    names.filter(({ kind }) => kind === "person").flatMap(({ name, aliases }) => [name, ...aliases].map(fold)),
  );
  const bearers = new Map<string, Person[]>();
  for (const name of names) {
    const surname = surnameOf(name);
    if (surname === null || given.has(fold(surname))) continue;
    const known = bearers.get(fold(surname));
    if (known) known.push(name);
    else bearers.set(fold(surname), [name]);
  }
  return bearers;
}

/** The surname by which somebody is called, and how many people are; `null` for nobody. */
export function surnameAmong<Person extends GlossaryName>(
  bearers: Bearers<Person>,
  name: Person,
): { readonly surname: string; readonly bearers: number } | null {
  const surname = surnameOf(name);
  const people = surname === null ? undefined : bearers.get(fold(surname));
  return surname === null || !people ? null : { surname, bearers: people.length };
}
