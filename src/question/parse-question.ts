import type { Question } from "../engine.ts";
import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { SourceScope } from "../indexing/source-scopes.ts";
import type { AskedConcept } from "../names/concepts.ts";
import { describedBy } from "../names/descriptions.ts";
import { INITIALISM, type Token, tokenize } from "../text/tokenize.ts";
import { countedNoun, kindNouns, officeAskedFor } from "./asked-for.ts";
import { type Filters, firstDay, lastDay, takeFilters } from "./filters.ts";
import { completeFromEarlier, goesOn } from "./follow-up.ts";
import { needOf, stanceOf } from "./kinds.ts";
import { isForeign } from "./language.ts";
import type { Query, Subject } from "./query.ts";
import { respell } from "./respell.ts";
import type { Speller } from "./spelling.ts";
import { type AskedSubject, asksForWords, findSubject, NOBODY } from "./subject.ts";
import { readTerms } from "./terms.ts";
import { cutToLimit, plainText } from "./typed-text.ts";

/** Only so many earlier questions are looked back to. */
const MAX_EARLIER = 5;
const FOREIGN = "The articles are in English, and so must the question be: I do not translate.";
/** Verbs that "us" is the object of; elsewhere in a question it is a country typed in a hurry. */
const VERBS_WITH_US = new Set("tell give show let remind help teach bring send".split(" "));

/** Reads a question against a corpus: what it asks for, of whom, and about what. */
export function parseQuestion(question: Question, index: CorpusIndex, speller: Speller): Query {
  const earlier = (question.earlier ?? []).slice(-MAX_EARLIER);
  let before: Query | null = null;
  for (const text of earlier) before = parseOne(text, index, speller, before);
  const query = parseOne(question.text, index, speller, before);
  const filters = mergeFilters(query.filters, question);
  return limitToSpeaker({ ...query, filters }, index, speller);
}

function parseOne(asked: string, index: CorpusIndex, speller: Speller, earlier: Query | null): Query {
  const cut = cutToLimit(asked);
  const { text, filters, notices } = takeFilters(
    cut.text,
    index.sources.some(({ published }) => published !== null),
  );
  const plain = plainText(text);
  const words = readCapitals(tokenize(plain), plain, index);
  const { concepts } = index;
  const named = concepts.inQuestion(words);
  const covered = named.flatMap(({ from, to }) => words.slice(from, to));
  // Whoever writes initials knows them, whether the articles do or not.
  const known = (token: Token) =>
    covered.includes(token) ||
    index.vocabulary.has(token.term) ||
    token.word.endsWith(INITIALISM) ||
    index.thesaurus.isWord(token.word);
  const respelled = respell(words, known, index, speller);
  const isWellSpelled = respelled.tokens === words;
  const { tokens, scope } = takeScope(
    respelled.tokens,
    isWellSpelled ? named : concepts.inQuestion(respelled.tokens),
    index,
  );
  const found = isWellSpelled && scope === null ? named : concepts.inQuestion(tokens);
  const need = needOf(tokens);
  const reading = need === "speaker" ? NOBODY : identify(findSubject(tokens, found), index);
  const kind = kindNouns(tokens, index.thesaurus);
  const isPersonNamed = found.some(({ name }) => name?.kind === "person");
  const read = (as: AskedSubject): Query => {
    const stance = as.intent === "position" ? stanceOf(tokens) : null;
    const { terms, missing } = readTerms(
      { text: plain, tokens, concepts: found, spent: as.spent, kind, stance },
      index,
    );
    return {
      text: cut.text,
      words: words.map((token) => token.word),
      tokens,
      intent: as.intent,
      need,
      stance,
      counted: countedNoun(tokens, index.thesaurus),
      office: officeAskedFor(tokens, isPersonNamed, index.descriptions, index.thesaurus),
      subject: as.subject,
      scope,
      terms,
      missing: [...strangersIn(as, tokens, plain, index), ...missing.map(({ word }) => word)],
      namesStranger: missing.some(({ isStranger }) => isStranger),
      otherwise: mayHaveSaidNothing(as.subject, tokens, index) ? () => read(NOBODY) : null,
      filters,
      notices: [...cut.notices, ...(isForeign(text, words) ? [FOREIGN] : []), ...notices, ...respelled.notices],
    };
  };
  const query = read(reading);
  return earlier && goesOn(tokens, query)
    ? completeFromEarlier(tokens, query, earlier, (terms) => whoAre(terms, index))
    : query;
}

/** `from:NAME` asks for the words of that speaker, whatever else the question says. */
function limitToSpeaker(query: Query, index: CorpusIndex, speller: Speller): Query {
  const { speaker } = query.filters;
  if (speaker === null) return query;
  const known = (token: Token) =>
    index.concepts.book.inQuestion([token]).length > 0 || index.vocabulary.has(token.term);
  const { tokens } = respell(tokenize(speaker), known, index, speller);
  const name = index.concepts.book.inQuestion(tokens)[0]?.value;
  const terms = tokens.filter((token) => !token.stop).map((token) => token.term);
  const ids = name ? [name.id] : describedBy(terms, index.descriptions);
  const subject: Subject = { label: name?.name ?? speaker, ids, terms: ids.length > 0 ? [] : terms };
  const missing =
    ids.length > 0 || index.speakerTerms.some((label) => terms.every((term) => label.has(term))) ? [] : [speaker];
  return { ...query, intent: "statement", subject, otherwise: null, missing: [...query.missing, ...missing] };
}

/** Takes an outlet of the corpus out of a question: "according to X", "X on the strike", "what does X report". */
function takeScope(
  tokens: readonly Token[],
  concepts: readonly AskedConcept[],
  index: CorpusIndex,
): { tokens: readonly Token[]; scope: SourceScope | null } {
  for (const { name, from, to } of concepts) {
    const scope = name && index.scopes.scopeOf(name);
    if (!scope) continue;
    const rest = tokens.filter((_, at) => at < from || at >= to);
    const marks = rest.filter(
      (token, at) => !(token.word === "according" || (token.word === "to" && rest[at - 1]?.word === "according")),
    );
    if (marks.some((token) => !token.stop)) return { tokens: marks, scope };
  }
  return { tokens, scope: null };
}

/** Who speaks under some words or is described by them; `null` for nobody. */
function whoAre(terms: readonly string[], index: CorpusIndex): readonly number[] | null {
  const ids = describedBy(terms, index.descriptions);
  const isSpeaker = index.speakerTerms.some((label) => terms.every((term) => label.has(term)));
  return ids.length > 0 || isSpeaker ? ids : null;
}

/** Finds out who "the infrastructure minister" is; a description that fits nobody is part of what is asked. */
function identify(asked: AskedSubject, index: CorpusIndex): AskedSubject {
  const { subject } = asked;
  if (!subject || subject.ids.length > 0) return asked;
  // Whoever speaks under just these words is meant, and nobody who is merely described by one of them.
  if (index.speakerTerms.some((label) => isSame(label, subject.terms))) return asked;
  const ids = describedBy(subject.terms, index.descriptions);
  if (ids.length > 0) return { ...asked, subject: { ...subject, ids } };
  const isSpeaker = index.speakerTerms.some((terms) => subject.terms.every((term) => terms.has(term)));
  // Of somebody whom no article knows nothing is reported, whatever else the question says.
  const isUnknown = subject.terms.every((term) => !index.vocabulary.has(term));
  return isSpeaker || isUnknown || asked.intent === "position" ? asked : NOBODY;
}

function isSame(label: ReadonlySet<string>, terms: readonly string[]): boolean {
  return label.size === new Set(terms).size && terms.every((term) => label.has(term));
}

/** The words of a described subject that no article has, as they were typed. */
function strangersIn(as: AskedSubject, tokens: readonly Token[], text: string, index: CorpusIndex): string[] {
  const unknown = as.subject?.terms.filter((term) => !index.vocabulary.has(term)) ?? [];
  if (unknown.length === 0) return [];
  return tokens
    .filter((token, at) => as.spent.has(at) && unknown.includes(token.term))
    .map(({ start, end }) => text.slice(start, end));
}

/** Whether a question is worth reading without its subject: a party's stand is told by others, a person's words are not. */
function mayHaveSaidNothing(subject: Subject | null, tokens: readonly Token[], index: CorpusIndex): boolean {
  if (!subject || (isPerson(subject, index) && asksForWords(tokens))) return false;
  return subject.ids.length > 0 || subject.terms.some((term) => index.vocabulary.has(term));
}

function isPerson(subject: Subject | null, index: CorpusIndex): boolean {
  return subject?.ids.some((id) => index.concepts.book.names[id]?.kind === "person") ?? false;
}

/** Small words whose letters are mostly somebody's, or something's, where they are capitals: they are not stressed. */
const INITIALS = new Set(["us", "who", "it"].map((word) => word + INITIALISM));

/** What is a country though it is written "us", and what is a small word though it is written "NOT". */
function readCapitals(tokens: readonly Token[], text: string, index: CorpusIndex): Token[] {
  const country = `us${INITIALISM}`;
  return tokens.map((token, at) => {
    const isStressed = token.word.endsWith(INITIALISM) && !INITIALS.has(token.word) && !isDotted(token, text);
    if (isStressed && !index.vocabulary.has(token.term)) {
      const word = token.word.slice(0, -INITIALISM.length);
      return { ...token, word, term: word, stop: true };
    }
    const isCountry =
      token.term === "us" && index.vocabulary.has(country) && !VERBS_WITH_US.has(tokens[at - 1]?.word ?? "");
    return isCountry ? { ...token, term: country, stop: false } : token;
  });
}

function isDotted({ start, end }: Token, text: string): boolean {
  return text.slice(start, end).includes(".");
}

function mergeFilters(inText: Filters, question: Question): Filters {
  return {
    speaker: question.speaker ?? inText.speaker,
    source: question.source ?? inText.source,
    since: question.since === undefined ? inText.since : firstDay(question.since),
    until: question.until === undefined ? inText.until : lastDay(question.until),
  };
}
