import { NAME_PARTICLES } from "../lexicon/name-particles.ts";
import { fold } from "../text/fold.ts";
import type { Span } from "../text/span.ts";
import { genderOfFirstName } from "./first-names.ts";
import { findNames, type NameMention } from "./names.ts";
import { readText } from "./read-text.ts";
import type { Gender } from "./roles.ts";
import type { Token } from "./tokens.ts";

/** Somebody who is named in a text, by the fullest form of the name in it. */
export interface Person {
  readonly name: string;
  /** Where the text names them, in full or in part, in order. */
  readonly mentions: readonly Span[];
}

/** A person as the annotation knows them: with what the text tells of their gender and what they are called. */
export interface CastMember extends Person {
  readonly parts: readonly string[];
  readonly mentions: Span[];
  readonly roles: ReadonlySet<string>;
  readonly gender: Gender | null;
  /** How much speaks for a person rather than a place, a firm or a work. */
  readonly evidence: number;
}

/** Everybody named in a text. */
export interface Cast {
  readonly members: readonly CastMember[];
  /** Those whom a title, an occupation or another word beside their name describes. */
  readonly byRole: ReadonlyMap<string, readonly CastMember[]>;
  /** Who is named at the token that begins at an offset. */
  readonly at: ReadonlyMap<number, CastMember>;
}

const ENOUGH_EVIDENCE = 2;
const PARTICLES = new Set(NAME_PARTICLES);

/** The people named in a text, in order of appearance, each with all places where they are named. */
export function findPeople(text: string): Person[] {
  return castOf(text, readText(text).tokens)
    .members.filter((member) => member.parts.length > 1 && member.evidence >= ENOUGH_EVIDENCE)
    .map(({ name, mentions }) => ({ name, mentions }));
}

interface Draft {
  name: string;
  parts: readonly string[];
  gender: Gender | null;
  evidence: number;
  readonly roles: Set<string>;
  readonly mentions: Span[];
}

interface Register {
  readonly drafts: Draft[];
  readonly byFullName: Map<string, Draft>;
  /** Those whose name begins or ends with a word. */
  readonly byPart: Map<string, Draft[]>;
  readonly at: Map<number, Draft>;
}

// Of more people with one surname than this, the rest are strangers: keeps the search short on any text.
const MOST_BEARERS = 20;

/** Gathers the mentions of each name of a text: the full names, and the parts of them that stand alone. */
export function castOf(text: string, tokens: readonly Token[]): Cast {
  const names = findNames(text, tokens);
  const register: Register = { drafts: [], byFullName: new Map(), byPart: new Map(), at: new Map() };
  for (const name of names) if (name.parts.length > 1) registerFullName(register, name);
  for (const name of names) record(register, bearerOf(register, name), name);
  return { members: register.drafts, byRole: byRole(register.drafts), at: register.at };
}

function byRole(members: readonly CastMember[]): Map<string, CastMember[]> {
  const bearers = new Map<string, CastMember[]>();
  for (const member of members)
    for (const role of member.roles) {
      const known = bearers.get(role);
      if (known === undefined) bearers.set(role, [member]);
      else if (known.length < MOST_BEARERS) known.push(member);
    }
  return bearers;
}

function fullNameKey(parts: readonly string[]): string {
  return `${parts[0] ?? ""} ${parts.at(-1) ?? ""}`;
}

function registerFullName(register: Register, name: NameMention): void {
  const known = register.byFullName.get(fullNameKey(name.parts));
  if (known === undefined) {
    const draft = begin(register, name);
    register.byFullName.set(fullNameKey(name.parts), draft);
    for (const part of new Set([name.parts[0] ?? "", name.parts.at(-1) ?? ""])) addBearer(register, part, draft);
  } else if (name.parts.length > known.parts.length || isShouted(known.name) > isShouted(name.text)) {
    known.name = name.text;
    known.parts = name.parts;
  }
}

// MARTA KOVACS, as transcripts label her.
function isShouted(name: string): number {
  return name === name.toUpperCase() ? 1 : 0;
}

function addBearer(register: Register, part: string, draft: Draft): void {
  const bearers = register.byPart.get(part);
  if (bearers === undefined) register.byPart.set(part, [draft]);
  else if (bearers.length < MOST_BEARERS) bearers.push(draft);
}

function bearerOf(register: Register, name: NameMention): Draft {
  if (name.parts.length > 1) return register.byFullName.get(fullNameKey(name.parts)) ?? begin(register, name);
  const part = name.parts[0] ?? "";
  const fitting = (register.byPart.get(part) ?? []).filter((draft) => isMeant(draft, part, name.gender));
  // Ada Ford rather than Long Ford, where she lives.
  const people = fitting.filter(({ evidence }) => evidence > 0);
  const bearer = lastNamed(people.length > 0 ? people : fitting);
  if (bearer !== undefined) {
    if (bearer.parts.length === 1 && isShouted(bearer.name) > isShouted(name.text)) bearer.name = name.text;
    bearer.evidence += 1;
    return bearer;
  }
  const isFull = name.text.includes(" ") && isLikeParticle(name);
  const draft = begin(register, isFull ? { ...name, parts: name.text.toLowerCase().split(" ") } : name);
  if (isFull) draft.evidence += 1;
  addBearer(register, part, draft);
  return draft;
}

// Della Crane, nobody's van Dijk: her first name looks like a particle.
function isLikeParticle({ text }: NameMention): boolean {
  const [first = ""] = text.split(" ");
  return first.charAt(0) !== first.charAt(0).toLowerCase() && PARTICLES.has(first.toLowerCase());
}

// A first name or the first word of a firm stands for the whole only after the whole has been named.
function isMeant(draft: Draft, part: string, gender: Gender | null): boolean {
  if (draft.parts.at(-1) !== part && draft.mentions.length === 0) return false;
  return gender === null || draft.gender === null || draft.gender === gender;
}

// Of several people with one surname, the one named last.
function lastNamed(drafts: readonly Draft[]): Draft | undefined {
  const start = (draft: Draft) => draft.mentions.at(-1)?.start ?? -1;
  return drafts.reduce<Draft | undefined>(
    (last, draft) => (last === undefined || start(draft) > start(last) ? draft : last),
    undefined,
  );
}

function begin(register: Register, name: NameMention): Draft {
  const draft: Draft = {
    name: name.text,
    parts: name.parts,
    gender: null,
    evidence: 0,
    roles: new Set(),
    mentions: [],
  };
  const first = genderOfFirstName(fold(name.parts[0] ?? ""));
  if (first !== null) {
    draft.gender = first;
    draft.evidence += name.parts.length > 1 ? 3 : 1;
  }
  register.drafts.push(draft);
  return draft;
}

function record(register: Register, draft: Draft, name: NameMention): void {
  draft.mentions.push({ start: name.start, end: name.end });
  draft.evidence += name.evidence;
  for (const role of name.roles) draft.roles.add(role);
  if (name.gender !== null) draft.gender = name.gender;
  for (const start of name.tokenStarts) register.at.set(start, draft);
}
