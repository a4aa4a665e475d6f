import type { ArticleSource } from "../corpus/article.ts";
import type { Lexicon } from "../indexing/lexicon.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import type { Filters } from "./filters.ts";
import type { Limits, Query, Subject } from "./query.ts";
import { respell } from "./respell.ts";
import { isQuoted, whoIs } from "./speakers.ts";
import type { Speller } from "./spelling.ts";
import { subjectDescribed, subjectNamed } from "./subject.ts";

/** Of a question that anything may answer. */
export const NO_LIMITS: Limits = { speaker: null, articles: null };

/** What some filters mean in a corpus, and which of them mean nothing there. */
export interface ReadLimits {
  readonly limits: Limits;
  /** A speaker or outlet that the corpus does not have, as it was asked for. */
  readonly missing: readonly string[];
  readonly notices: readonly string[];
}

/** Finds the speaker and the articles that filters leave in play. */
export function readLimits(filters: Filters, lexicon: Lexicon, speller: Speller): ReadLimits {
  const { speaker: name, source } = filters;
  const { speaker, notices } = name === null ? { speaker: null, notices: [] } : readSpeaker(name, lexicon, speller);
  const missing = speaker && name !== null && !isQuoted(speaker, lexicon) ? [name] : [];
  if (source !== null && articlesOf(source, lexicon).size === 0) missing.push(source);
  return { limits: { speaker, articles: articlesWithin(filters, lexicon) }, missing, notices };
}

/** Asks for the words of a speaker, whatever else a question asks for. */
export function ofSpeaker(query: Query, speaker: Subject): Query {
  return { ...query, intent: "statement", subject: speaker, otherwise: null };
}

/** Limits a query and every other reading of it: whatever is asked with filters, no reading answers beyond them. */
export function within(query: Query, filters: Filters, read: ReadLimits): Query {
  const { limits } = read;
  const [missing, notices] = [
    [...query.missing, ...read.missing],
    [...query.notices, ...read.notices],
  ];
  const limited = { ...query, filters, limits, missing, notices };
  if (limits.speaker) return ofSpeaker(limited, limits.speaker);
  const { otherwise } = query;
  return { ...limited, otherwise: otherwise && (() => within(otherwise(), filters, read)) };
}

/** Ids of the articles of an outlet or agency, by its name, a part of it or an alias. */
export function articlesOf(source: string, lexicon: Lexicon): ReadonlySet<string> {
  const named = lexicon.concepts.book.meant(tokenize(source)).filter(({ kind }) => kind === "organisation");
  return lexicon.scopes.articlesFrom([source, ...named.flatMap(({ name, aliases }) => [name, ...aliases])]);
}

function articlesWithin({ source, since, until }: Filters, lexicon: Lexicon): ReadonlySet<string> | null {
  if (source === null && since === null && until === null) return null;
  const from = source === null ? null : articlesOf(source, lexicon);
  const isWithin = ({ id, published }: ArticleSource) => {
    if (from && !from.has(id)) return false;
    if (since === null && until === null) return true;
    return published !== null && (since === null || published >= since) && (until === null || published <= until);
  };
  return new Set(lexicon.sources.filter(isWithin).map(({ id }) => id));
}

/** Whoever a filter names, as written or as it was probably meant. */
function readSpeaker(
  name: string,
  lexicon: Lexicon,
  speller: Speller,
): { readonly speaker: Subject; readonly notices: readonly string[] } {
  const words = tokenize(name);
  const written = findSpeaker(words, lexicon);
  if (written) return { speaker: written, notices: [] };
  const { book } = lexicon.concepts;
  const isKnown = (token: Token) => book.inQuestion([token]).length > 0 || lexicon.vocabulary.words.has(token.word);
  const { tokens, notices } = respell(words, isKnown, lexicon, speller);
  const meant = findSpeaker(tokens, lexicon);
  if (meant && isQuoted(meant, lexicon)) return { speaker: meant, notices };
  return { speaker: { label: name, ids: [], terms: [], labels: new Set() }, notices: [] };
}

function findSpeaker(words: readonly Token[], lexicon: Lexicon): Subject | null {
  const named = lexicon.concepts.book.meant(words);
  if (named.length > 0) return subjectNamed(named);
  const described = whoIs(
    words.filter(({ stop }) => !stop),
    lexicon,
  );
  return described && { ...subjectDescribed(words), ...described };
}
