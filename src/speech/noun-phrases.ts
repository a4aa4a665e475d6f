import { PREPOSITIONS } from "../lexicon/function-words.ts";
import { ONLY_WITHIN_NAMES } from "../lexicon/name-particles.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import { isInstitution, isRole, isRoleOfSeveral } from "./roles.ts";
import type { Token } from "./tokens.ts";
import { ADVERB, DETERMINER, OBJECT_PRONOUN, PRONOUN, QUANTIFIER, RELATIVE } from "./word-classes.ts";
import {
  is,
  isArticle,
  isClauseBoundary,
  isFiniteByForm,
  isNameBehind,
  isNominal,
  isOrdinal,
  isParticle,
  isPlural,
  isPresentVerb,
  isVerbByForm,
  VERB_FORMS,
} from "./word-forms.ts";

/** Tokens `from` to `to`, half-open, of one sentence. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

const COMMON_WORDS_TOO = new Set(ONLY_WITHIN_NAMES);
// Prepositions that hang one noun on another often enough to be read as part of a subject.
const NOUN_PREPOSITIONS = new Set(PREPOSITIONS.noun.split(" "));
const MAX_PHRASE = 24;

/** The noun phrase whose last token is at `last`, with the prepositional phrases inside of it, read leftwards. */
export function nounPhraseEndingAt(tokens: readonly Token[], last: number): Phrase | null {
  const core = coreEndingAt(tokens, last);
  if (core === null || is(tokens[last], PRONOUN)) return core;
  return { from: coordinatedFrom(tokens, outermostFrom(tokens, core.from)), to: last + 1 };
}

// Leftwards over the nouns that this one hangs on by prepositions, if a clause can begin before them: the head of the union.
function outermostFrom(tokens: readonly Token[], inner: number): number {
  let from = inner;
  for (let steps = 0; steps < 4; steps++) {
    const before = tokens[from - 1];
    if (before === undefined || !NOUN_PREPOSITIONS.has(before.word)) break;
    const outer = coreEndingAt(tokens, from - 2);
    if (outer === null) break;
    from = outer.from;
  }
  return isClauseBoundary(tokens[from - 1]) ? from : inner;
}

function coreEndingAt(tokens: readonly Token[], last: number): Phrase | null {
  const token = tokens[last];
  if (token === undefined || token.kind !== "word") return null;
  if (is(token, PRONOUN)) return { from: last, to: last + 1 };
  if ((is(token, OBJECT_PRONOUN) || /^(?:those|these)$/.test(token.word)) && tokens[last - 1]?.word === "of")
    return partEndingAt(tokens, last);
  if (is(token, QUANTIFIER)) return { from: isArticle(tokens[last - 1]) ? last - 1 : last, to: last + 1 };
  if (!isNominal(token) || (isFiniteByForm(token) && !isArticle(tokens[last - 1]))) return null;
  let from = last;
  while (from > 0 && last - from < MAX_PHRASE) {
    const before = tokens[from - 1];
    if (before === undefined) break;
    if (isArticle(before)) return { from: from - 1, to: last + 1 };
    if (!continuesLeft(tokens, from)) break;
    from--;
  }
  return { from, to: last + 1 };
}

// One of them, a third of those.
function partEndingAt(tokens: readonly Token[], last: number): Phrase | null {
  const part = tokens[last - 2];
  const isCounted = isArticle(tokens[last - 3]) && isNominal(part) && !part.capital;
  if (isCounted) return { from: last - 3, to: last + 1 };
  return is(part, QUANTIFIER) || part?.kind === "number" ? { from: last - 2, to: last + 1 } : null;
}

function continuesLeft(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  const token = tokens[from];
  if (before === undefined || token === undefined) return false;
  if (isOrdinal(tokens, from - 1)) return true;
  if (before.kind === "number" || is(before, QUANTIFIER)) return !token.capital || before.kind !== "number";
  if (isParticle(before) && (token.capital || isParticle(token)))
    return tokens[from - 2]?.capital === true || isParticle(tokens[from - 2]) || !COMMON_WORDS_TOO.has(before.word);
  if (!isNominal(before)) return false;
  return (
    before.capital || !token.capital || isRole(before.word) || isRoleOfSeveral(before.word) || isDescribed(tokens, from)
  );
}

const LONGEST_DESCRIPTION = 4;

// The ferry company Nordline, operator Nordline: nothing but nouns stand between the article, or a sign, and the name.
function isDescribed(tokens: readonly Token[], name: number): boolean {
  for (let at = name - 1; at >= 0 && at >= name - LONGEST_DESCRIPTION; at--) {
    const token = tokens[at];
    if (isArticle(token) || (token !== undefined && token.kind !== "word" && token.kind !== "number"))
      return at < name - 1;
    if (!isNominal(token) || isFiniteByForm(token) || (reportingVerb(token.word)?.form ?? "base") !== "base")
      return false;
  }
  return false;
}

// Holt and other officials: both halves belong to the subject where a clause begins before the first. Rosa, Amadou and Clive: all.
function coordinatedFrom(tokens: readonly Token[], from: number): number {
  if (tokens[from - 1]?.word !== "and") return from;
  const last = tokens[from - 2]?.kind === "comma" ? from - 3 : from - 2;
  const core = coreEndingAt(tokens, last);
  const head = tokens[last];
  if (core === null || head === undefined || is(head, PRONOUN)) return from;
  const isAlike = head.capital === tokens[from]?.capital || isSomebody(head) || joinsTitles(tokens, core.from, core.to);
  const first = outermostFrom(tokens, core.from);
  if (!isAlike || !isClauseBoundary(tokens[first - 1])) return from;
  const all = listedFrom(tokens, first);
  return last === from - 3 && all === first ? from : all;
}

/** Whether a noun is a name, an office, an occupation or a body. */
export function isSomebody({ capital, word }: Token): boolean {
  return capital || isRole(word) || isInstitution(word);
}

// Leftwards over the names of a list, or the unions, the employers and the church.
function listedFrom(tokens: readonly Token[], second: number): number {
  let from = second;
  while (tokens[from - 1]?.kind === "comma") {
    const name = coreEndingAt(tokens, from - 2);
    const isAlike = [tokens[name?.from ?? -1], tokens[from]].every((first) => is(first, DETERMINER));
    const isListed = tokens[from - 2]?.capital || isAlike;
    if (name === null || !isListed || !isClauseBoundary(tokens[name.from - 1])) break;
    from = name.from;
  }
  return from;
}

/** The noun phrase that begins at `first`, with the prepositional phrases behind it. */
export function nounPhraseStartingAt(tokens: readonly Token[], first: number): Phrase | null {
  const core = coreStartingAt(tokens, first);
  if (core === null) return null;
  let to = core.to;
  for (let steps = 0; steps < 6; steps++) {
    const preposition = tokens[to];
    if (preposition === undefined || !NOUN_PREPOSITIONS.has(preposition.word)) break;
    const inner = coreStartingAt(tokens, to + 1);
    const isGerund = tokens[to + 1]?.word.endsWith("ing") && is(tokens[to + 2], DETERMINER);
    if (inner === null || isGerund || is(tokens[to + 1], PRONOUN) || tokens[to + 1]?.word === "that") break;
    to = isPlural(tokens[core.to - 1]?.word ?? "") ? behindList(tokens, inner.to) : inner.to;
  }
  return { from: first, to };
}

// The leaders of Orlo | , Tarn and Lind.
function behindList(tokens: readonly Token[], from: number): number {
  if (!tokens[from - 1]?.capital) return from;
  for (let at = from; tokens[at]?.kind === "comma" || tokens[at]?.word === "and"; ) {
    const next = tokens[at + 1]?.capital ? coreStartingAt(tokens, at + 1) : null;
    if (next === null) return from;
    if (tokens[at]?.word === "and") return next.to;
    at = next.to;
  }
  return from;
}

/** The noun phrase that begins at `first`, up to its head noun. */
export function coreStartingAt(tokens: readonly Token[], first: number): Phrase | null {
  const token = tokens[first];
  if (token === undefined) return null;
  if (is(token, PRONOUN | OBJECT_PRONOUN) && !is(token, DETERMINER)) return { from: first, to: first + 1 };
  let to = first;
  while (is(tokens[to], DETERMINER | QUANTIFIER) || tokens[to]?.kind === "number" || isOrdinal(tokens, to)) to++;
  const nouns = to;
  while (to - first < MAX_PHRASE && continuesRight(tokens, to, nouns)) to++;
  if (to === nouns && !is(tokens[to - 1], QUANTIFIER) && tokens[to - 1]?.kind !== "number") return null;
  if (to === first || (nouns === first && isVerbByForm(token))) return null;
  return { from: first, to: behindJoinedTitle(tokens, first, to) ?? to };
}

/** Where the phrase of "Finance Secretary and Deputy Mayor Ines Falk" ends, whose first half is `from` to `to`. */
function behindJoinedTitle(tokens: readonly Token[], from: number, to: number): number | null {
  if (!joinsTitles(tokens, from, to)) return null;
  const second = coreStartingAt(tokens, to + 1);
  const name = tokens[(second?.to ?? 0) - 1];
  if (second === null || !name?.capital || isRole(name.word)) return null;
  return second.to - second.from > 1 ? second.to : null;
}

// The president and Mayor Holt are two, the chairman and chief executive Ina Holt is one.
function joinsTitles(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1];
  const next = tokens[to + 1];
  if (tokens[to]?.word !== "and" || last === undefined || !isRole(last.word) || last.ending !== "") return false;
  if (next === undefined || is(next, DETERMINER | PRONOUN | QUANTIFIER)) return false;
  if (is(tokens[from], DETERMINER) && next.capital) return false;
  return isRole(next.word) || isRole(tokens[to + 2]?.word ?? "") || isRole(tokens[to + 3]?.word ?? "");
}

function continuesRight(tokens: readonly Token[], at: number, nouns: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (isOrdinal(tokens, at)) return true;
  if (is(token, ADVERB) && at === nouns && token.word.endsWith("ly")) return isNominal(tokens[at + 1]);
  if (isParticle(token) && at > nouns) return isNameBehind(tokens, at + 1);
  if (token.kind === "number") return at > nouns && tokens[at - 1]?.capital === true;
  if (!isNominal(token)) return false;
  if (at === nouns || token.capital || is(tokens[at - 1], ADVERB)) return true;
  if (isPresentVerb(tokens, at)) return false;
  const form = reportingVerb(token.word)?.form;
  // Leilani Moe | nods.
  if (form === "past" || (form === "third" && tokens[at - 1]?.capital === true)) return false;
  if (!/(?:ing|ed)$/.test(token.word)) return !VERB_FORMS.has(token.word);
  // The Greens’ | housing speaker Tilda Brack.
  return tokens[at - 1]?.ending !== "" && tokens.slice(at + 1, at + 3).some(({ capital }) => capital);
}

/** Where a sentence goes on behind what stands between commas at a token; there, if nothing does. */
export function behindApposition(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.kind !== "comma") return from;
  let comma = from + 1;
  while (comma < tokens.length && comma - from < MAX_PHRASE && tokens[comma]?.kind !== "comma") comma++;
  const end = is(tokens[from + 1], RELATIVE) ? comma : (nounPhraseStartingAt(tokens, from + 1)?.to ?? from);
  return tokens[end]?.kind === "comma" ? end + 1 : from;
}

/** The first token of a phrase, behind its own first, that is a word; -1 where none is. */
export function wordWithin(tokens: readonly Token[], { from, to }: Phrase, word: string): number {
  for (let at = from + 1; at < to; at++) if (tokens[at]?.word === word) return at;
  return -1;
}
