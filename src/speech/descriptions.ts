import { DEMONYM_ENDINGS, RELATIVES } from "../lexicon/roles.ts";
import type { Span } from "../text/span.ts";
import { type Discourse, type Referent, referentOf } from "./discourse.ts";
import type { Phrase } from "./noun-phrases.ts";
import type { CastMember } from "./people.ts";
import { fits, resolvePronoun } from "./pronouns.ts";
import { genderOfRole, isInstitution, isRole } from "./roles.ts";
import type { Token } from "./tokens.ts";
import { DETERMINER, POSSESSIVE_DETERMINER, QUANTIFIER } from "./word-classes.ts";
import { is, isNominal, isPlural } from "./word-forms.ts";

const DEMONYM = new RegExp(`^(?!vatican).*(?:${DEMONYM_ENDINGS})$`);
// A family is looked for in no larger cast than a long article has.
const LARGEST_CAST = 500;
const RELATIONS = new Set(RELATIVES);

/** Whom a description means that was named or described before: the minister, her husband, the diplomat, several. */
export function describedBefore(
  discourse: Discourse,
  tokens: readonly Token[],
  phrase: Phrase,
  coreEnd: number,
): Referent | null {
  const first = tokens[phrase.from];
  const head = tokens[coreEnd - 1];
  if (first === undefined || head === undefined) return null;
  if (is(first, QUANTIFIER) && phrase.to === phrase.from + 1) return discourse.group;
  const definite = first.word === "the" || is(first, POSSESSIVE_DETERMINER) || phrase.from + 1 === coreEnd;
  if (!definite || head.kind !== "word") return null;
  // Minister of State for Home Affairs: no minister who was named before.
  const isOther = phrase.to > coreEnd && tokens[phrase.to - 1]?.capital === true && first.capital && isNominal(first);
  if (isOther) return null;
  const bearer = ofRelation(discourse, tokens, phrase.from, head) ?? ofRole(discourse, tokens, phrase.from, coreEnd);
  const member = bearer !== null && isForgotten(discourse, bearer) ? (undescribed(discourse, head) ?? bearer) : bearer;
  if (member !== null) return referentOf(member);
  if (phrase.to > coreEnd) return null;
  if (head.capital) return first.word === "the" && DEMONYM.test(head.word) ? lastPerson(discourse, head) : null;
  const known = discourse.descriptions.get(head.word);
  if (known !== undefined) return known;
  return first.word === "the" ? lastPerson(discourse, head) : null;
}

const REMEMBERED = 6;

// Not in the last sentences that were about somebody.
function isForgotten({ scenes }: Discourse, member: CastMember): boolean {
  return !scenes
    .slice(-REMEMBERED)
    .some(({ subject, others }) => subject?.member === member || others.includes(member));
}

// Halvorund has ruled it out. “Never,” the prime minister said: where nobody near is one, whoever the article takes for known.
function undescribed(discourse: Discourse, head: Token): CastMember | null {
  const subject = discourse.scenes.at(-1)?.subject?.member ?? null;
  return subject === null || subject.roles.size > 0 || !isRole(head.word) ? null : subject;
}

// The 38-year-old: whoever was spoken of last.
function lastPerson(discourse: Discourse, head: Token): Referent | null {
  const subject = discourse.scenes.at(-1)?.subject ?? null;
  if (subject === null || subject.kind !== "person" || subject.member === null) return null;
  if (head.word.endsWith("-old") || (head.capital && DEMONYM.test(head.word))) return subject;
  const gender = genderOfRole(head.word);
  const fitting = gender === null || fits(discourse, subject, gender);
  return isRole(head.word) && fitting && subject.member.roles.size === 0 ? subject : null;
}

function ofRole(discourse: Discourse, tokens: readonly Token[], from: number, to: number): CastMember | null {
  const head = tokens[to - 1];
  if (head === undefined || !(isRole(head.word) || isInstitution(head.word))) return null;
  const words = tokens.slice(from, to).filter(isNominal);
  const personal = isRole(head.word);
  const bearers = (discourse.cast.byRole.get(head.word) ?? []).filter(
    (member) => (personal || member.evidence < 1) && words.every((token) => member.roles.has(token.word)),
  );
  return bearers.length === 1 ? (bearers[0] ?? null) : mostRecent(bearers, head.start);
}

function mostRecent(members: readonly CastMember[], before: number): CastMember | null {
  let recent: CastMember | null = null;
  let start = -1;
  for (const member of members) {
    const mention = lastBefore(member.mentions, before);
    if (mention <= start) continue;
    recent = member;
    start = mention;
  }
  return recent;
}

function lastBefore(mentions: readonly Span[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return mentions[low - 1]?.start ?? -1;
}

// Her husband: the one man who shares the surname of the woman spoken of last.
function ofRelation(discourse: Discourse, tokens: readonly Token[], from: number, relation: Token): CastMember | null {
  const owner = tokens[from]?.word;
  if ((owner !== "her" && owner !== "his") || !RELATIONS.has(relation.word)) return null;
  const whose = resolvePronoun(discourse, tokens, from)?.member ?? null;
  const gender = genderOfRole(relation.word);
  if (whose === null || whose.parts.length < 2 || gender === null) return null;
  const relatives = discourse.cast.members
    .slice(0, LARGEST_CAST)
    .filter(
      (member) =>
        member !== whose &&
        member.parts.length > 1 &&
        member.parts.at(-1) === whose.parts.at(-1) &&
        fits(discourse, referentOf(member), gender),
    );
  return relatives.length === 1 ? (relatives[0] ?? null) : null;
}

/** Takes a description for what it says and keeps it under its head noun and its names. */
export function rememberDescription(
  discourse: Discourse,
  tokens: readonly Token[],
  phrase: Phrase,
  coreEnd: number,
): Referent {
  const head = tokens[coreEnd - 1];
  const name = nameOf(discourse, tokens, phrase, coreEnd);
  const referent: Referent = {
    name,
    member: null,
    kind: kindOf(head, phrase.from + 1 === coreEnd),
    gender: genderOfRole(head?.word ?? ""),
    jointly: [],
  };
  for (let at = phrase.from; at < coreEnd; at++) {
    const token = tokens[at];
    if (token === undefined || !isNominal(token) || (token !== head && !token.capital)) continue;
    const known = discourse.descriptions.get(token.word);
    if (known === undefined || known.name.length < name.length) discourse.descriptions.set(token.word, referent);
  }
  return referent;
}

function kindOf(head: Token | undefined, opensPhrase: boolean): Referent["kind"] {
  if (head === undefined || (head.capital && !(opensPhrase && isPlural(head.word)))) return "institution";
  if (isRole(head.word)) return "person";
  return isPlural(head.word) ? "group" : "institution";
}

// In full, but an institution without its seat: the Defense Ministry in Kostova.
function nameOf(discourse: Discourse, tokens: readonly Token[], phrase: Phrase, coreEnd: number): string {
  const head = tokens[coreEnd - 1];
  const proper = head?.capital === true && !(phrase.from + 1 === coreEnd && isPlural(head.word));
  const seated = proper && /^(?:in|at|on|near)$/.test(tokens[coreEnd]?.word ?? "");
  const first = tokens[proper ? properFrom(tokens, phrase.from, coreEnd) : phrase.from];
  const last = tokens[(seated ? coreEnd : phrase.to) - 1];
  if (first === undefined || last === undefined) return "";
  const said = discourse.text.slice(first.start, last.end - last.ending.length);
  return first.capital && is(first, DETERMINER | QUANTIFIER) ? said.charAt(0).toLowerCase() + said.slice(1) : said;
}

// The ferry company | Nordline: behind an article and nouns, the name is enough.
function properFrom(tokens: readonly Token[], from: number, to: number): number {
  let first = to - 1;
  while (first > from && tokens[first - 1]?.capital) first--;
  const described = is(tokens[from], DETERMINER) && first > from + 1 && isNominal(tokens[first - 1]);
  return described && tokens.slice(from + 1, first).every((token) => token.ending === "") ? first : from;
}
