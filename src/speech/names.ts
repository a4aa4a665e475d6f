import { PREPOSITIONS } from "../lexicon/function-words.ts";
import { BODY_ENDINGS, NO_PERSON } from "../lexicon/institutions.ts";
import { HONOURS, ONLY_WITHIN_NAMES } from "../lexicon/name-particles.ts";
import { PERSONAL_VERBS } from "../lexicon/reporting-verbs.ts";
import { TITLES, TITLES_IN_NAMES } from "../lexicon/roles.ts";
import { fold } from "../text/fold.ts";
import { genderOfFirstName } from "./first-names.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import { type Gender, genderOfRole, isInstitution, isRole, isRoleOfSeveral } from "./roles.ts";
import type { Token } from "./tokens.ts";
import { AUXILIARY, CONJUNCTION, classesOf, DETERMINER, OPEN, PREPOSITION, PRONOUN, RELATIVE } from "./word-classes.ts";
import { is, isNameBehind, isNominal, isParticle } from "./word-forms.ts";

/** A name where it stands, without the titles before it. */
export interface NameMention {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Its words in lower case. */
  readonly parts: readonly string[];
  /** Where each of its words begins, titles included. */
  readonly tokenStarts: readonly number[];
  /** Titles and occupations beside it, in lower case. */
  readonly roles: readonly string[];
  /** What a title such as Mrs tells. */
  readonly gender: Gender | null;
  /** What speaks here for (or against) a person. */
  readonly evidence: number;
}

const NOT_A_PERSON = new Set(NO_PERSON);
const INSTITUTION_ENDINGS = new Set(BODY_ENDINGS);
const PART_OF_NAME = new Set(TITLES_IN_NAMES);
const PERSONAL = new Set(PERSONAL_VERBS.split(" "));
const ADDRESSES = new Set(TITLES);
const PLACE_PREPOSITIONS = new Set(PREPOSITIONS.inPlace.split(" "));
const HONOUR = new Set(HONOURS);
const ONLY_WITHIN = new Set(ONLY_WITHIN_NAMES);
const NAME_REACH = 8;

function isSaying(token: Token | undefined): boolean {
  const verb = reportingVerb(token?.word ?? "");
  return verb !== undefined && verb.form !== "ing" && PERSONAL.has(verb.lemma);
}

/** Finds the names of a text: runs of capitalised words that are not English's small words. */
export function findNames(text: string, tokens: readonly Token[]): NameMention[] {
  const names: NameMention[] = [];
  for (let from = 0; from < tokens.length; ) {
    if (isLeadingVerb(tokens, from)) from++;
    const to = runEnd(text, tokens, from);
    if (to > from) names.push(...readRun(text, tokens, particlesFrom(text, tokens, from), to));
    from = Math.max(to, from + 1);
  }
  return names;
}

// Told | de Gaulle; but: a cup of la Mancha.
function particlesFrom(text: string, tokens: readonly Token[], name: number): number {
  let from = name;
  while (isLeadingParticle(tokens[from - 1]) && isApart(text.slice(tokens[from - 1]?.end, tokens[from]?.start))) from--;
  return from;
}

function isLeadingParticle(token: Token | undefined): boolean {
  return isParticle(token) && !ONLY_WITHIN.has(token?.word ?? "");
}

// Says | Ana Ruiz.
function isLeadingVerb(tokens: readonly Token[], at: number): boolean {
  const form = tokens[at]?.capital && tokens[at + 1]?.capital ? reportingVerb(tokens[at]?.word ?? "")?.form : undefined;
  return (form === "third" || form === "past") && tokens[at - 1]?.kind !== "word";
}

function runEnd(text: string, tokens: readonly Token[], from: number): number {
  let to = from;
  while (to - from < NAME_REACH) {
    const token = tokens[to];
    if (token === undefined || !joins(text, tokens, from, to)) break;
    to++;
    if (token.ending !== "") break;
  }
  while (to > from && tokens[to - 1]?.capital === false) to--;
  return to;
}

function joins(text: string, tokens: readonly Token[], from: number, at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || token.kind !== "word") return false;
  if (
    at > from &&
    (before === undefined ||
      !isApart(text.slice(before.end, token.start)) ||
      (text.includes("\n", before.end) && text.indexOf("\n", before.end) < token.start))
  )
    return false;
  if (token.capital && isNominal(token)) return true;
  return at > from && isParticle(token) && isNameBehind(tokens, at + 1);
}

// A space, or a nickname between quotation marks.
function isApart(between: string): boolean {
  return between.length <= 2 ? between.trim() === "" : between.length < 45 && /^\s[“"‘'«].*[”"’'»]\s$/.test(between);
}

function readRun(text: string, tokens: readonly Token[], from: number, to: number): NameMention[] {
  const first = firstNamePart(tokens, from, to);
  const own = mentionOf(text, tokens, from, first, withoutHonours(tokens, first, to));
  if (own === null) return [];
  const mention = { ...own, tokenStarts: tokens.slice(from, to).map((token) => token.start) };
  const surname = sharedSurname(text, tokens, to);
  return [surname === null || mention.parts.length > 1 ? mention : withSurname(mention, surname)];
}

// Miriam Holt | KC, OBE.
function withoutHonours(tokens: readonly Token[], first: number, end: number): number {
  let to = end;
  while (to - first > 2 && HONOUR.has(tokens[to - 1]?.word ?? "")) to--;
  return to;
}

// Bill and Evelyn Harker: the surname belongs to both.
function sharedSurname(text: string, tokens: readonly Token[], to: number): Token | null {
  if (tokens[to]?.word !== "and" || !joins(text, tokens, to + 1, to + 2) || joins(text, tokens, to + 1, to + 3))
    return null;
  const surname = tokens[to + 2];
  return tokens[to + 1]?.capital === true && surname?.capital === true ? surname : null;
}

function withSurname(mention: NameMention, surname: Token): NameMention {
  const name = surname.word.charAt(0).toUpperCase() + surname.word.slice(1);
  return { ...mention, text: `${mention.text} ${name}`, parts: [...mention.parts, surname.word] };
}

// Behind the last title of the run: Finance Minister | Lena Brandt. A title that ends the run is a surname.
function firstNamePart(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to - 2; at >= from; at--) {
    const word = tokens[at]?.word ?? "";
    // Ministers Ada Ruiz and Tom Pell; but: Doctors Without Borders.
    if (isRoleOfSeveral(word) && (classesOf(tokens[at + 1]?.word ?? "", true) & OPEN) !== 0) return at + 1;
    if (isRole(word) && !(at === from && at === to - 2 && genderOfFirstName(word) !== null)) return at + 1;
  }
  return givenNameIn(tokens, from, to);
}

// Roofer | Tim Roth; Home Affairs | Colm Rigby: where a first name has a surname behind it, and none stands before.
function givenNameIn(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to - 1; at++) if (isGiven(tokens[at])) return isGiven(tokens[at + 1]) ? from : at;
  return from;
}

function isGiven(token: Token | undefined): boolean {
  return genderOfFirstName(token?.word ?? "") !== null && !isParticle(token);
}

function mentionOf(
  text: string,
  tokens: readonly Token[],
  from: number,
  first: number,
  to: number,
): Omit<NameMention, "tokenStarts"> | null {
  const head = tokens[first];
  const last = tokens[to - 1];
  if (head === undefined || last === undefined) return null;
  let own = first;
  while (own < to - 1 && isParticle(tokens[own])) own++;
  const parts = tokens.slice(own, to).map((token) => token.word);
  const end = last.end - last.ending.length;
  const roles = [...rolesBefore(text, tokens, from, first), ...rolesBehind(tokens, to)];
  const title = tokens[first - 1]?.word ?? "";
  const isTitled = parts.length === 1 && tokens[first - 1]?.capital && PART_OF_NAME.has(title);
  const start = isTitled ? (tokens[first - 1]?.start ?? head.start) : head.start;
  return {
    text: text.slice(start, end),
    start,
    end,
    parts,
    roles,
    gender: first > from ? genderOfRole(title) : null,
    // @river_watch writes herself.
    evidence: evidenceOf(tokens, from, first, to, parts, roles) + (text.charAt(head.start) === "@" ? 1 : 0),
  };
}

function evidenceOf(
  tokens: readonly Token[],
  from: number,
  first: number,
  to: number,
  parts: readonly string[],
  roles: readonly string[],
): number {
  const given = genderOfFirstName(fold(parts[0] ?? "")) !== null;
  // FIVE QUESTIONS FOR
  if (!given && parts.some((part) => (classesOf(part, true) & (DETERMINER | PREPOSITION | CONJUNCTION)) !== 0))
    return -4;
  if (given ? INSTITUTION_ENDINGS.has(parts.at(-1) ?? "") : parts.some((part) => NOT_A_PERSON.has(part))) return -4;
  let evidence = parts.length === 2 || parts.length === 3 ? 1 : 0;
  const before = tokens[from - 1];
  if (first > from) evidence += ADDRESSES.has(tokens[first - 1]?.word ?? "") ? 4 : 2;
  else if (before !== undefined && PLACE_PREPOSITIONS.has(before.word)) evidence -= 3;
  else if (is(before, DETERMINER)) evidence -= 2;
  if (roles.some(isRole)) evidence += 1;
  else if (roles.some(isInstitution)) evidence -= 1;
  if (tokens[to]?.kind === "comma" && /^\d\d$/.test(tokens[to + 1]?.word ?? "")) evidence += 2;
  if (tokens[to]?.kind === "comma" && (tokens[to + 1]?.word === "who" || tokens[to + 1]?.word === "whose"))
    evidence += 2;
  const isBefore = parts.length > 1 && isSaying(before);
  if (isSaying(tokens[to]) || isBefore) evidence += 1;
  return evidence;
}

function rolesBefore(text: string, tokens: readonly Token[], from: number, first: number): string[] {
  const roles = tokens.slice(from, first).map((token) => token.word);
  let at = from - 1;
  if (tokens[at]?.kind === "comma") at--;
  const nearest = tokens[at];
  if (nearest === undefined || !(isRole(nearest.word) || isInstitution(nearest.word))) return roles;
  if (text.slice(nearest.end, tokens[from]?.start).includes("\n")) return roles;
  for (; at >= 0 && from - at < NAME_REACH; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word" || !isNominal(token) || reportingVerb(token.word)) break;
    roles.push(token.word);
  }
  return roles;
}

// Tom Hallas, the Marren coach; Leon Strand, 41, an analyst at a bank.
function rolesBehind(tokens: readonly Token[], to: number): string[] {
  if (tokens[to]?.kind !== "comma") return [];
  const roles: string[] = [];
  for (let at = to + 1; at < tokens.length && at < to + NAME_REACH + 2; at++) {
    const token = tokens[at];
    if (token === undefined || is(token, PREPOSITION | RELATIVE) || token.kind === "stop" || token.kind === "mark")
      break;
    if (token.kind === "comma" && roles.length > 0) break;
    if (is(token, AUXILIARY | PRONOUN) || reportingVerb(token.word) !== undefined) return [];
    if (isNominal(token) && token.kind === "word" && token.ending === "") roles.push(token.word);
  }
  return roles.some((role) => isRole(role) || isInstitution(role)) ? roles : [];
}
