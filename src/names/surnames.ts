import type { GlossaryName } from "../corpus/glossary.ts";
import { fold } from "../text/fold.ts";

/** What stands behind a surname and is none. */
const SUFFIX = /^(?:jr|sr|junior|senior|i{2,3}|iv)\.?$/i;

/** The surname of a person, with small words that belong to it left out; `null` where there is none to call somebody by. */
export function surnameOf({ kind, name }: Pick<GlossaryName, "kind" | "name">): string | null {
  if (kind !== "person") return null;
  const words = name.split(/\s+/).filter((word) => !SUFFIX.test(word));
  const last = words.at(-1) ?? "";
  return words.length > 1 && last.length > 2 ? last : null;
}

/**
 * Who is called by each surname, as the first of them is written. One that is somebody's name or alias already is that
 * person's alone.
 */
export function bearersOf<Person extends GlossaryName>(names: readonly Person[]): Map<string, readonly Person[]> {
  const given = new Set(
    names.filter(({ kind }) => kind === "person").flatMap(({ name, aliases }) => [name, ...aliases].map(fold)),
  );
  const byFold = new Map<string, { readonly surname: string; readonly people: Person[] }>();
  for (const name of names) {
    const surname = surnameOf(name);
    if (surname === null || given.has(fold(surname))) continue;
    const known = byFold.get(fold(surname));
    if (known) known.people.push(name);
    else byFold.set(fold(surname), { surname, people: [name] });
  }
  return new Map([...byFold.values()].map(({ surname, people }) => [surname, people]));
}
