import type { Lexicon } from "../indexing/lexicon.ts";
import type { SourceScope } from "../indexing/source-scopes.ts";
import type { AskedConcept } from "../names/concepts.ts";
import { readable } from "../text/readable.ts";
import { INITIALISM, type Token, tokenize } from "../text/tokenize.ts";
import { countedNoun, kindNouns, officeAskedFor } from "./asked-for.ts";
import { carryOver } from "./carry-over.ts";
import { createFilterReader } from "./filter-names.ts";
import { type FilterReader, NO_FILTERS, takeFilters, withOptions } from "./filters.ts";
import { completeFromEarlier, goesOn } from "./follow-up.ts";
import { needOf, stanceOf } from "./kinds.ts";
import { isForeign } from "./language.ts";
import { NO_LIMITS, ofSpeaker, readLimits, within } from "./limits.ts";
import type { Query, Subject } from "./query.ts";
import type { Question } from "./question.ts";
import { nameMeant, respell } from "./respell.ts";
import { whoIs } from "./speakers.ts";
import type { Speller } from "./spelling.ts";
import { type AskedSubject, asksForWords, findSubject, isPersonsToo, NOBODY } from "./subject.ts";
import { readTerms } from "./terms.ts";
import { cutToLimit, plainText } from "./typed-text.ts";

/** Only so many earlier questions are looked back to. */
const MAX_EARLIER = 5;
const FOREIGN = "The articles are in English, and so must the question be: I do not translate.";
/** Verbs that "us" is the object of; elsewhere in a question it is a country typed in a hurry. */
const VERBS_WITH_US = new Set("tell give show let remind help teach bring send".split(" "));

/** Reads a question against a corpus: what it asks for, of whom, about what, and within which limits. */
export function parseQuestion(question: Question, lexicon: Lexicon, speller: Speller): Query {
  const reader = createFilterReader(lexicon);
  const read = (asked: Question, before: Query | null) => parseOne(asked, before, { lexicon, speller, reader });
  const earlier = (question.earlier ?? []).slice(-MAX_EARLIER);
  const before = earlier.reduce<Query | null>((last, text) => read({ text }, last), null);
  return read(question, before);
}

/** What a question is read with. */
interface Reading {
  readonly lexicon: Lexicon;
  readonly speller: Speller;
  readonly reader: FilterReader;
}

function parseOne(question: Question, earlier: Query | null, { lexicon, speller, reader }: Reading): Query {
  const cut = cutToLimit(question.text);
  const { text, filters, notices } = withOptions(takeFilters(readable(cut.text).text, reader), question);
  const plain = plainText(text);
  const read = readWords(plain, lexicon, speller);
  const { tokens, concepts, words } = read;
  const need = needOf(tokens);
  const asked = need === "speaker" ? NOBODY : identify(findSubject(tokens, concepts), lexicon);
  const kind = kindNouns(tokens, lexicon.thesaurus);
  const isPersonNamed = concepts.some(({ name }) => name?.kind === "person");
  const readAs = (as: AskedSubject): Query => {
    const stance = as.intent === "position" ? stanceOf(tokens) : null;
    const { terms, missing } = readTerms({ text: plain, tokens, concepts, spent: as.spent, kind, stance }, lexicon);
    return {
      text: cut.text,
      words: words.map((token) => token.word),
      tokens,
      intent: as.intent,
      need,
      stance,
      counted: countedNoun(tokens, lexicon.thesaurus),
      office: officeAskedFor(tokens, isPersonNamed, lexicon.descriptions, lexicon.thesaurus),
      subject: as.subject,
      scope: read.scope,
      terms,
      missing: [...strangersIn(as, tokens, plain, lexicon), ...missing.map(({ word }) => word)],
      namesStranger: missing.some(({ isStranger }) => isStranger),
      otherwise: mayHaveSaidNothing(as.subject, tokens, lexicon) ? () => readAs(NOBODY) : null,
      filters: NO_FILTERS,
      limits: NO_LIMITS,
      notices: [...cut.notices, ...(isForeign(text, words) ? [FOREIGN] : []), ...notices, ...read.notices],
    };
  };
  const query = readAs(asked);
  const own = readLimits(filters, lexicon, speller);
  const { speaker } = own.limits;
  // Whoever else than the speaker asked for is in the question, the speaker's words are about them.
  const limited = speaker ? ofSpeaker(isAbout(asked, speaker) ? query : readAs(NOBODY), speaker) : query;
  if (!earlier || !goesOn(tokens, query)) return within(limited, filters, own);
  const whole = completeFromEarlier(tokens, limited, earlier, (described) => whoIs(described, lexicon));
  const kept = carryOver(filters, whole, earlier);
  return within(kept.query, kept.filters, readLimits(kept.filters, lexicon, speller));
}

/** The words of a question as they were typed and as they are meant, without the outlet that limits it. */
interface ReadWords {
  readonly words: readonly Token[];
  readonly tokens: readonly Token[];
  readonly concepts: readonly AskedConcept[];
  readonly scope: SourceScope | null;
  readonly notices: readonly string[];
}

function readWords(text: string, lexicon: Lexicon, speller: Speller): ReadWords {
  const { concepts } = lexicon;
  const words = readCapitals(tokenize(text), text, lexicon);
  const named = concepts.inQuestion(words);
  const covered = named.flatMap(({ from, to }) => words.slice(from, to));
  // Whoever writes initials knows them, whether the articles do or not.
  const known = (token: Token) =>
    covered.includes(token) ||
    (lexicon.vocabulary.has(token.term) && nameMeant(token, lexicon) === null) ||
    token.word.endsWith(INITIALISM) ||
    lexicon.thesaurus.isWord(token.word);
  const respelled = respell(words, known, lexicon, speller);
  const isWellSpelled = respelled.tokens === words;
  const meant = isWellSpelled ? named : concepts.inQuestion(respelled.tokens);
  const { tokens, scope } = takeScope(respelled.tokens, meant, lexicon);
  return {
    words,
    tokens,
    concepts: isWellSpelled && scope === null ? named : concepts.inQuestion(tokens),
    scope,
    notices: respelled.notices,
  };
}

/** Whether a question asks for the words of a speaker, and of nobody else. */
function isAbout({ intent, subject }: AskedSubject, { ids }: Subject): boolean {
  return intent === "statement" && subject !== null && subject.ids.some((id) => ids.includes(id));
}

/** Takes an outlet of the corpus out of a question: "according to X", "X on the strike", "what does X report". */
function takeScope(
  tokens: readonly Token[],
  concepts: readonly AskedConcept[],
  lexicon: Lexicon,
): { tokens: readonly Token[]; scope: SourceScope | null } {
  for (const concept of concepts) {
    const { name, from, to } = concept;
    const scope = name && lexicon.scopes.scopeOf(name);
    if (!scope || isPersonsToo(concept, concepts, tokens)) continue;
    const rest = tokens.filter((_, at) => at < from || at >= to);
    const marks = rest.filter(
      (token, at) => !(token.word === "according" || (token.word === "to" && rest[at - 1]?.word === "according")),
    );
    if (marks.some((token) => !token.stop)) return { tokens: marks, scope };
  }
  return { tokens, scope: null };
}

/** Finds out who "the infrastructure minister" is; a description that fits nobody is part of what is asked. */
function identify(asked: AskedSubject, lexicon: Lexicon): AskedSubject {
  const { subject, described } = asked;
  if (!subject || described.length === 0) return asked;
  const who = whoIs(described, lexicon);
  if (who) return { ...asked, subject: { ...subject, ...who } };
  // Of somebody whom no article knows nothing is reported, whatever else the question says.
  const isUnknown = described.every(({ term }) => !lexicon.vocabulary.has(term));
  return isUnknown || asked.intent === "position" ? asked : NOBODY;
}

/** The words of a described subject that no article has, as they were typed. */
function strangersIn(as: AskedSubject, tokens: readonly Token[], text: string, lexicon: Lexicon): string[] {
  const unknown = as.subject?.terms.filter((term) => !lexicon.vocabulary.has(term)) ?? [];
  if (unknown.length === 0) return [];
  return tokens
    .filter((token, at) => as.spent.has(at) && unknown.includes(token.term))
    .map(({ start, end }) => text.slice(start, end));
}

/** Whether a question is worth reading without its subject: a party's stand is told by others, a person's words are not. */
function mayHaveSaidNothing(subject: Subject | null, tokens: readonly Token[], lexicon: Lexicon): boolean {
  if (!subject || (isPerson(subject, lexicon) && asksForWords(tokens))) return false;
  return subject.ids.length > 0 || subject.terms.some((term) => lexicon.vocabulary.has(term));
}

function isPerson(subject: Subject | null, lexicon: Lexicon): boolean {
  return subject?.ids.some((id) => lexicon.concepts.book.names[id]?.kind === "person") ?? false;
}

/** Small words whose letters are mostly somebody's, or something's, where they are capitals: they are not stressed. */
const INITIALS = new Set(["us", "who", "it"].map((word) => word + INITIALISM));

/** What is a country though it is written "us", and what is a small word though it is written "NOT". */
function readCapitals(tokens: readonly Token[], text: string, lexicon: Lexicon): Token[] {
  const country = `us${INITIALISM}`;
  return tokens.map((token, at) => {
    const isStressed = token.word.endsWith(INITIALISM) && !INITIALS.has(token.word) && !isDotted(token, text);
    if (isStressed && !lexicon.vocabulary.has(token.term)) {
      const word = token.word.slice(0, -INITIALISM.length);
      return { ...token, word, term: word, stop: true };
    }
    const isCountry =
      token.term === "us" && lexicon.vocabulary.has(country) && !VERBS_WITH_US.has(tokens[at - 1]?.word ?? "");
    return isCountry ? { ...token, term: country, stop: false } : token;
  });
}

function isDotted({ start, end }: Token, text: string): boolean {
  return text.slice(start, end).includes(".");
}
