import { WRITTEN_SIGNS } from "../lexicon/reporting-verbs.ts";
import type { Span } from "../text/span.ts";
import { conjunctsOf } from "./conjuncts.ts";
import { describedBefore, rememberDescription } from "./descriptions.ts";
import { type Discourse, type Referent, referentOf, type Speaker } from "./discourse.ts";
import { coreStartingAt, type Phrase } from "./noun-phrases.ts";
import { authorOf } from "./ownership.ts";
import type { Cast, CastMember } from "./people.ts";
import { resolvePronoun } from "./pronouns.ts";
import { isRole } from "./roles.ts";
import { NAMING_WORDS } from "./scare-quotes.ts";
import type { Token } from "./tokens.ts";
import {
  DETERMINER,
  OBJECT_PRONOUN,
  POSSESSIVE_DETERMINER,
  PREPOSITION,
  PRONOUN,
  QUANTIFIER,
  TIME,
} from "./word-classes.ts";
import { hasVerb, is, isNominal, isPlural } from "./word-forms.ts";

// Who speaks from them is not told.
const SIGNS = new Set(WRITTEN_SIGNS.split(" "));

/** Names whoever a noun phrase means at this point of the text; `null` where that is unclear. */
export function resolveSpeaker(discourse: Discourse, tokens: readonly Token[], phrase: Phrase): Speaker | null {
  const first = tokens[phrase.from];
  const last = tokens[phrase.to - 1];
  if (first === undefined || last === undefined) return null;
  const mention: Span = { start: first.start, end: last.end - last.ending.length };
  const referent = resolveTogether(discourse, tokens, phrase, first);
  if (referent === null) return null;
  if (referent.kind === "institution") discourse.institution = referent;
  if (referent.kind === "group") discourse.group = referent;
  return { ...referent, mention };
}

function resolveTogether(
  discourse: Discourse,
  tokens: readonly Token[],
  phrase: Phrase,
  first: Token,
): Referent | null {
  const named = namesInApposition(tokens, phrase);
  const parts = named.length > 1 ? named : conjunctsOf(tokens, phrase);
  if (parts.length < 2) return resolvePhrase(discourse, tokens, phrase, first);
  const names = parts.map((part) => {
    const head = tokens[part.from];
    return head === undefined ? null : (resolvePhrase(discourse, tokens, part, head)?.name ?? null);
  });
  if (names.includes(null)) return null;
  const jointly = [...new Set(names.filter((name) => name !== null))];
  if (jointly.length < 2) return null;
  const name = `${jointly.slice(0, -1).join(", ")} and ${jointly.at(-1)}`;
  return { name, member: null, kind: "group", gender: null, jointly };
}

function resolvePhrase(discourse: Discourse, tokens: readonly Token[], phrase: Phrase, first: Token): Referent | null {
  const alone = phrase.to === phrase.from + 1;
  if (alone && is(first, PRONOUN | OBJECT_PRONOUN | POSSESSIVE_DETERMINER))
    return resolvePronoun(discourse, tokens, phrase.from);
  if (tokens[phrase.to - 2]?.word === "of" && is(tokens[phrase.to - 1], OBJECT_PRONOUN)) {
    const named = inApposition(discourse.cast, tokens, phrase, phrase.to);
    return named === null ? onePart(tokens, phrase) : referentOf(named);
  }
  const core = coreStartingAt(tokens, phrase.from) ?? phrase;
  const coreEnd = Math.min(core.to, phrase.to);
  if (SIGNS.has(tokens[coreEnd - 1]?.word ?? "")) return null;
  const author = authorOf(tokens, coreEnd - 1);
  if (author !== null) return resolveSpeaker(discourse, tokens, author);
  const member =
    memberEndingAt(discourse.cast, tokens, core.from, coreEnd) ??
    behindOffice(discourse.cast, tokens, phrase, coreEnd) ??
    inApposition(discourse.cast, tokens, phrase, coreEnd);
  if (member !== null) return referentOf(member);
  if (alone && /^(?:another|one|each|neither|either|both|all)$/.test(first.word)) return discourse.group;
  const known = describedBefore(discourse, tokens, phrase, coreEnd);
  return known ?? rememberDescription(discourse, tokens, phrase, coreEnd);
}

// One of them: who they are is not told again.
function onePart(tokens: readonly Token[], { from, to }: Phrase): Referent {
  const name = tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(" ");
  return { name, member: null, kind: "person", gender: null, jointly: [] };
}

function memberEndingAt(cast: Cast, tokens: readonly Token[], from: number, to: number): CastMember | null {
  const last = tokens[to - 1];
  if (last === undefined || !last.capital) return null;
  const member = cast.at.get(last.start) ?? null;
  if (member === null) return null;
  if (member.roles.size === 0 && isOnlyArticle(tokens, from) && !isPersonDescribed(member, to - from)) return null;
  return member.parts.length === 1 && member.evidence < 1 ? null : member;
}

// Secretary of State for Rural Roads | Ines Falk; but: a spokesman for Ines Falk.
function behindOffice(cast: Cast, tokens: readonly Token[], phrase: Phrase, coreEnd: number): CastMember | null {
  if (phrase.to === coreEnd || !isRole(tokens[coreEnd - 1]?.word ?? "")) return null;
  const member = memberEndingAt(cast, tokens, coreEnd, phrase.to);
  const before = tokens[phrase.to - 1 - (member?.parts.length ?? 0)];
  return member !== null && member.parts.length > 1 && isNominal(before) && !isRole(before.word) ? member : null;
}

function isOnlyArticle(tokens: readonly Token[], from: number): boolean {
  return is(tokens[from], DETERMINER) && !is(tokens[from], POSSESSIVE_DETERMINER);
}

// A defiant Rita Sand, the Belgian-born Odile Maes: more than the article and the name.
function isPersonDescribed({ parts, evidence }: CastMember, length: number): boolean {
  return parts.length > 1 && evidence >= 1 && length > parts.length + 1;
}

// The ministers of both countries, Kadri Ots and Juris Liepa, said.
function namesInApposition(tokens: readonly Token[], { to }: Phrase): Phrase[] {
  if (tokens[to]?.kind !== "comma" || !tokens[to + 1]?.capital) return [];
  let end = to + 1;
  while (tokens[end]?.kind === "word") end++;
  if (tokens[end]?.kind !== "comma") return [];
  const parts = conjunctsOf(tokens, { from: to + 1, to: end });
  return parts.length > 1 && parts.every((part) => tokens[part.to - 1]?.capital) ? parts : [];
}

const LONGEST_ADJUNCT = 6;

// Her rival | across the square; his neighbour of forty | years.
function behindAdjunct(tokens: readonly Token[], from: number): number {
  if (!is(tokens[from], PREPOSITION | TIME)) return from;
  let to = from;
  while (to - from < LONGEST_ADJUNCT && tokens[to]?.kind === "word" && !hasVerb(tokens, to, to + 1)) to++;
  return to;
}

// Its spokesman, Joseph Kanté, said: the name between commas is who the description means.
function inApposition(cast: Cast, tokens: readonly Token[], phrase: Phrase, coreEnd: number): CastMember | null {
  const head = tokens[coreEnd - 1];
  const isNamedAlready = head === undefined || (head.capital && !is(head, QUANTIFIER) && !isRole(head.word));
  const comma = behindAdjunct(tokens, phrase.to);
  // According to police, Ada Holt, 40, fell; but: said theirs, Ada Holt.
  const areSeveral = head !== undefined && isPlural(head.word) && head.word !== "theirs";
  if (isNamedAlready || areSeveral || tokens[comma]?.kind !== "comma") return null;
  const first = coreStartingAt(tokens, comma + 1);
  const isNamed = NAMING_WORDS.has(tokens[first?.to ?? -1]?.word ?? "");
  const name = first !== null && isNamed ? coreStartingAt(tokens, first.to + 1) : first;
  if (name === null || !tokens[name.to - 1]?.capital || tokens[name.to]?.kind === "word") return null;
  return memberEndingAt(cast, tokens, name.from, name.to);
}
