import type { Span } from "../answer/answer.ts";
import { fold } from "../text/fold.ts";
import { genderOfFirstName } from "./first-names.ts";
import { findNames, type NameMention } from "./names.ts";
import { readNarration } from "./narration.ts";
import { type Gender, genderOfRole } from "./roles.ts";
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
  /** Who is named at the token that begins at an offset. */
  readonly at: ReadonlyMap<number, CastMember>;
}

const ENOUGH_EVIDENCE = 2;

/** The people named in a text, in order of appearance, each with all places where they are named. */
export function findPeople(text: string): Person[] {
  return castOf(text, readNarration(text).tokens)
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

/** Gathers the mentions of each name of a text: full names first, then the parts of them that stand alone. */
export function castOf(text: string, tokens: readonly Token[]): Cast {
  const names = findNames(text, tokens);
  const drafts: Draft[] = [];
  const at = new Map<number, Draft>();
  const byPart = new Map<string, Draft[]>();
  for (const name of names) if (name.parts.length > 1) addFull(name, drafts, byPart, at);
  for (const name of names) if (name.parts.length === 1) addPart(name, drafts, byPart, at);
  for (const draft of drafts) draft.mentions.sort((a, b) => a.start - b.start);
  return { members: drafts, at };
}

function addFull(name: NameMention, drafts: Draft[], byPart: Map<string, Draft[]>, at: Map<number, Draft>): void {
  const last = name.parts.at(-1) ?? "";
  const known = byPart.get(last)?.find((draft) => draft.parts.length > 1 && agrees(draft.parts, name.parts));
  const draft = known ?? begin(name, drafts);
  if (known === undefined) for (const part of new Set([name.parts[0] ?? "", last])) push(byPart, part, draft);
  else if (name.parts.length > known.parts.length) {
    known.name = name.text;
    known.parts = name.parts;
  }
  record(draft, name, at);
}

function agrees(known: readonly string[], parts: readonly string[]): boolean {
  return known[0] === parts[0] && known.at(-1) === parts.at(-1);
}

function addPart(name: NameMention, drafts: Draft[], byPart: Map<string, Draft[]>, at: Map<number, Draft>): void {
  const part = name.parts[0] ?? "";
  const bearers = (byPart.get(part) ?? []).filter(
    (draft) => draft.parts.at(-1) === part || isIntroduced(draft, name.start),
  );
  const fitting = bearers.filter(
    (draft) => name.gender === null || draft.gender === null || draft.gender === name.gender,
  );
  let draft = nearestBefore(fitting, name.start);
  if (draft === undefined) {
    draft = begin(name, drafts);
    push(byPart, part, draft);
  } else draft.evidence += 1;
  record(draft, name, at);
}

// A first name or the first word of a firm stands for the whole only after the whole has been named.
function isIntroduced(draft: Draft, before: number): boolean {
  return (draft.mentions[0]?.start ?? before) < before;
}

// Of several people with one surname, the one named last before.
function nearestBefore(drafts: readonly Draft[], start: number): Draft | undefined {
  let nearest: Draft | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const draft of drafts) {
    const last = draft.mentions.findLast((mention) => mention.start < start);
    const away = last === undefined ? start + 1 : start - last.start;
    if (away < distance) {
      distance = away;
      nearest = draft;
    }
  }
  return nearest;
}

function begin(name: NameMention, drafts: Draft[]): Draft {
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
  drafts.push(draft);
  return draft;
}

function record(draft: Draft, name: NameMention, at: Map<number, Draft>): void {
  draft.mentions.push({ start: name.start, end: name.end });
  draft.evidence += name.evidence;
  for (const role of name.roles) draft.roles.add(role);
  if (name.gender !== null) draft.gender = name.gender;
  else if (draft.gender === null) for (const role of name.roles) draft.gender ??= genderOfRole(role);
  for (const start of name.tokenStarts) at.set(start, draft);
}

function push(map: Map<string, Draft[]>, key: string, draft: Draft): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [draft]);
  else list.push(draft);
}
