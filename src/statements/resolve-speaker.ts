import type { Span } from "../answer/answer.ts";
import { coreStartingAt, is, isNominal, type Phrase } from "./noun-phrases.ts";
import type { Cast, CastMember } from "./people.ts";
import { type Gender, genderOfRole, isInstitution, isRole } from "./roles.ts";
import { sentenceSubject } from "./subjects.ts";
import type { Token } from "./tokens.ts";
import { DETERMINER, OBJECT_PRONOUN, POSSESSIVE_DETERMINER, PRONOUN, QUANTIFIER } from "./word-classes.ts";

/** Whoever speaks: a person of the cast, or a group, an institution or a paper by what it is called. */
export interface Speaker {
  readonly name: string;
  readonly member: CastMember | null;
  /** How the text names the speaker here. */
  readonly mention: Span;
}

interface Scene {
  readonly paragraph: number;
  readonly subject: CastMember | null;
  readonly others: readonly CastMember[];
}

/** What has been told so far, as far as pronouns and descriptions refer back to it. */
export interface Discourse {
  readonly text: string;
  readonly cast: Cast;
  readonly scenes: Scene[];
  /** Descriptions by their head noun: diplomat → a Western diplomat. */
  readonly descriptions: Map<string, string>;
  readonly genders: Map<CastMember, Gender>;
  lastGroup: { readonly name: string; readonly plural: boolean } | null;
}

const SCENE_REACH = 8;
const PLURAL = /(?:s|people|police|men|women|children|media|staff)$/;

/** The beginning of a text, before anything has been told. */
export function beginDiscourse(text: string, cast: Cast): Discourse {
  return { text, cast, scenes: [], descriptions: new Map(), genders: new Map(), lastGroup: null };
}

/** Names whoever a noun phrase means at this point of the text; `null` where that is unclear. */
export function resolveSpeaker(discourse: Discourse, tokens: readonly Token[], phrase: Phrase): Speaker | null {
  const first = tokens[phrase.from];
  const last = tokens[phrase.to - 1];
  if (first === undefined || last === undefined) return null;
  const mention: Span = { start: first.start, end: last.end - last.ending.length };
  if (is(first, PRONOUN | OBJECT_PRONOUN) && phrase.to === phrase.from + 1)
    return ofPronoun(discourse, tokens, phrase.from, mention);
  const core = coreStartingAt(tokens, phrase.from) ?? phrase;
  const coreEnd = Math.min(core.to, phrase.to);
  const named =
    memberEndingAt(discourse.cast, tokens, core.from, coreEnd) ?? inApposition(discourse.cast, tokens, phrase, coreEnd);
  if (named !== null) {
    if (named.evidence < 1) discourse.lastGroup = { name: named.name, plural: false };
    return { name: named.name, member: named, mention };
  }
  const described =
    ofRelation(discourse, tokens, phrase.from, coreEnd) ?? ofRole(discourse, tokens, phrase.from, coreEnd);
  if (described !== null) return { name: described.name, member: described, mention };
  return ofGroup(discourse, tokens, phrase, coreEnd, mention);
}

function memberEndingAt(cast: Cast, tokens: readonly Token[], from: number, to: number): CastMember | null {
  const last = tokens[to - 1];
  if (last === undefined || last.ending === "'s" || !last.capital) return null;
  const member = cast.at.get(last.start) ?? null;
  if (member === null) return null;
  if (is(tokens[from], DETERMINER) && !is(tokens[from], POSSESSIVE_DETERMINER) && member.roles.size === 0) return null;
  return member.parts.length === 1 && member.evidence < 1 ? null : member;
}

// Its spokesman, Joseph Kanté, said: the name between commas is who the description means.
function inApposition(cast: Cast, tokens: readonly Token[], phrase: Phrase, coreEnd: number): CastMember | null {
  const head = tokens[coreEnd - 1];
  if (head === undefined || head.capital || tokens[phrase.to]?.kind !== "comma") return null;
  const name = coreStartingAt(tokens, phrase.to + 1);
  if (name === null || !tokens[phrase.to + 1]?.capital || tokens[name.to]?.kind === "word") return null;
  return memberEndingAt(cast, tokens, name.from, name.to);
}

function ofRole(discourse: Discourse, tokens: readonly Token[], from: number, to: number): CastMember | null {
  const first = tokens[from];
  const head = tokens[to - 1];
  if (first === undefined || head === undefined || head.kind !== "word") return null;
  const definite = first.word === "the" || is(first, POSSESSIVE_DETERMINER) || (to - from === 1 && head.capital);
  if (!definite) return null;
  const words = tokens
    .slice(from, to)
    .filter((token) => isNominal(token))
    .map((token) => token.word);
  if (!isRole(head.word) && !isInstitution(head.word)) return null;
  const bearers = discourse.cast.members.filter((member) => words.every((word) => member.roles.has(word)));
  return bearers.length === 1 ? (bearers[0] ?? null) : mostRecent(bearers, first.start);
}

const RELATIONS = new Set("husband wife brother sister son daughter father mother".split(" "));

// Her husband: the one man who shares the surname of the woman spoken of last.
function ofRelation(discourse: Discourse, tokens: readonly Token[], from: number, to: number): CastMember | null {
  const owner = tokens[from]?.word;
  const relation = tokens[to - 1]?.word ?? "";
  if ((owner !== "her" && owner !== "his") || !RELATIONS.has(relation)) return null;
  const whose = memberMeant(discourse, tokens, from, owner === "her" ? "female" : "male");
  const gender = genderOfRole(relation);
  if (whose === null || whose.parts.length < 2 || gender === null) return null;
  const relatives = discourse.cast.members.filter(
    (member) =>
      member !== whose &&
      member.parts.length > 1 &&
      member.parts.at(-1) === whose.parts.at(-1) &&
      fits(discourse, member, gender),
  );
  return relatives.length === 1 ? (relatives[0] ?? null) : null;
}

function mostRecent(members: readonly CastMember[], before: number): CastMember | null {
  let recent: CastMember | null = null;
  let start = -1;
  for (const member of members) {
    const mention = member.mentions.findLast((span) => span.start < before);
    if (mention === undefined || mention.start <= start) continue;
    recent = member;
    start = mention.start;
  }
  return recent;
}

function ofGroup(
  discourse: Discourse,
  tokens: readonly Token[],
  phrase: Phrase,
  coreEnd: number,
  mention: Span,
): Speaker | null {
  const head = tokens[coreEnd - 1];
  const first = tokens[phrase.from];
  if (head === undefined || first === undefined) return null;
  const group = discourse.lastGroup;
  if (group?.plural && phrase.to === phrase.from + 1 && is(first, QUANTIFIER))
    return { name: group.name, member: null, mention };
  const said = nameOf(discourse, tokens, phrase, coreEnd);
  const known = discourse.descriptions.get(head.word);
  const definite = first.word === "the" || is(first, QUANTIFIER) || (phrase.from + 1 === coreEnd && !first.capital);
  const name = definite && known !== undefined && known.length > said.length && phrase.to === coreEnd ? known : said;
  describe(discourse, tokens, phrase, coreEnd, name);
  discourse.lastGroup = { name, plural: PLURAL.test(head.word) };
  return { name, member: null, mention };
}

function describe(discourse: Discourse, tokens: readonly Token[], phrase: Phrase, coreEnd: number, name: string): void {
  const head = tokens[coreEnd - 1];
  if (head === undefined) return;
  for (let at = phrase.from; at < coreEnd; at++) {
    const token = tokens[at];
    if (token === undefined || !isNominal(token)) continue;
    if (at === coreEnd - 1 || token.capital) keepLonger(discourse.descriptions, token.word, name);
  }
}

function keepLonger(map: Map<string, string>, key: string, name: string): void {
  if ((map.get(key)?.length ?? 0) < name.length) map.set(key, name);
}

// In full, but an institution without its seat: the Defense Ministry in Kostova.
function nameOf(discourse: Discourse, tokens: readonly Token[], phrase: Phrase, coreEnd: number): string {
  const seated = tokens[coreEnd - 1]?.capital === true && /^(?:in|at|on|near)$/.test(tokens[coreEnd]?.word ?? "");
  const first = tokens[phrase.from];
  const last = tokens[(seated ? coreEnd : phrase.to) - 1];
  if (first === undefined || last === undefined) return "";
  const said = discourse.text.slice(first.start, last.end - last.ending.length);
  return first?.capital === true && is(first, DETERMINER | QUANTIFIER)
    ? said.charAt(0).toLowerCase() + said.slice(1)
    : said;
}

function ofPronoun(discourse: Discourse, tokens: readonly Token[], at: number, mention: Span): Speaker | null {
  const word = tokens[at]?.word;
  const gender = word === "she" || word === "her" ? "female" : word === "he" || word === "him" ? "male" : null;
  if (gender !== null) {
    const member = memberMeant(discourse, tokens, at, gender);
    if (member === null) return null;
    discourse.genders.set(member, gender);
    return { name: member.name, member, mention };
  }
  const group = word === "it" ? (institutionBefore(discourse, tokens, at) ?? discourse.lastGroup) : discourse.lastGroup;
  if (group === null || (word !== "they" && word !== "it")) return null;
  if (group.plural !== (word === "they")) return null;
  return { name: group.name, member: null, mention };
}

// Russia has insisted that it is prepared: the subject of the same sentence.
function institutionBefore(discourse: Discourse, tokens: readonly Token[], at: number): Discourse["lastGroup"] {
  const subject = sentenceSubject(tokens);
  const head = tokens[(subject?.to ?? 0) - 1];
  if (subject === null || subject.to > at || head === undefined || !head.capital) return null;
  const speaker = resolveSpeaker(discourse, tokens, subject);
  return speaker === null || (speaker.member?.gender ?? null) !== null ? null : { name: speaker.name, plural: false };
}

function memberMeant(discourse: Discourse, tokens: readonly Token[], at: number, gender: Gender): CastMember | null {
  const here = membersIn(discourse.cast, tokens, 0, at);
  const scenes = [
    { paragraph: -1, subject: here[0] ?? null, others: here.slice(1) },
    ...discourse.scenes.slice(-SCENE_REACH).reverse(),
  ];
  for (const scene of scenes) {
    if (scene.subject !== null && fits(discourse, scene.subject, gender)) return scene.subject;
    const fitting = scene.others.filter((member) => fits(discourse, member, gender));
    const sure = fitting.filter((member) => genderOf(discourse, member) === gender);
    const full = fitting.filter((member) => member.parts.length > 1);
    const pool = sure.length > 0 ? sure : full.length > 0 ? full : fitting;
    if (pool.length === 1) return pool[0] ?? null;
    if (pool.length > 1) return null;
  }
  return null;
}

function fits(discourse: Discourse, member: CastMember, gender: Gender): boolean {
  const known = genderOf(discourse, member);
  return known === null ? member.evidence >= 1 : known === gender;
}

function genderOf(discourse: Discourse, member: CastMember): Gender | null {
  if (member.gender !== null) return member.gender;
  const used = discourse.genders.get(member);
  if (used !== undefined) return used;
  for (const role of member.roles) {
    const told = genderOfRole(role);
    if (told !== null) return told;
  }
  return null;
}

/** The people named in the tokens from `from` to `to`, each once, in order. */
export function membersIn(cast: Cast, tokens: readonly Token[], from: number, to: number): CastMember[] {
  const members = new Set<CastMember>();
  for (let at = from; at < to; at++) {
    const member = cast.at.get(tokens[at]?.start ?? -1);
    if (member !== undefined && member.evidence >= 1) members.add(member);
  }
  return [...members];
}

/** Remembers who a sentence was about, for the pronouns after it. */
export function rememberScene(
  discourse: Discourse,
  paragraph: number,
  subject: CastMember | null,
  all: readonly CastMember[],
): void {
  if (subject === null && all.length === 0) return;
  discourse.scenes.push({ paragraph, subject, others: all.filter((member) => member !== subject) });
}
