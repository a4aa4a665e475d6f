import type { Lexicon } from "../indexing/lexicon.ts";
import type { Token } from "../text/tokenize.ts";
import { countedNoun, officeAskedFor } from "./asked-for.ts";
import { carryOver } from "./carry-over.ts";
import { type Filters, NO_FILTERS } from "./filters.ts";
import { asksFurther, completeFromEarlier, goesOn, unclearWord, withBackground } from "./follow-up.ts";
import { needOf, SPEECH_TERMS, stanceOf } from "./kinds.ts";
import { isForeign } from "./language.ts";
import { NO_LIMITS, ofSpeaker, readLimits, within } from "./limits.ts";
import { overviewAskedFor } from "./overview.ts";
import type { Query, QueryTerm, Subject } from "./query.ts";
import { readWords } from "./read-words.ts";
import { whoIs } from "./speakers.ts";
import type { Speller } from "./spelling.ts";
import { type AskedSubject, asksForWords, findSubject, NOBODY } from "./subject.ts";
import { type ReadQuestion, readTerms } from "./terms.ts";

const FOREIGN = "The articles are in English, and so must the question be: I do not translate.";

/** One question as it was asked. */
export interface Sentence {
  /** As people are shown it again. */
  readonly asTyped: string;
  /** What is read of it. */
  readonly text: string;
  readonly filters: Filters;
  readonly notices: readonly string[];
}

/**
 * Reads one question against a corpus: what it asks for, of whom, about what, and within which limits.
 * @param earlier the question before it, or what else it may lean on.
 */
export function readQuery(sentence: Sentence, earlier: Query | null, lexicon: Lexicon, speller: Speller): Query {
  const { text, filters } = sentence;
  const read = readWords(text, lexicon, speller);
  const { tokens, concepts, words } = read;
  const foreign = isForeign(text, words);
  const wanted = needOf(tokens);
  const overview = overviewAskedFor(tokens, wanted);
  const need = overview ? "any" : wanted;
  const asked = overview
    ? { ...NOBODY, spent: overview.spent }
    : need === "speaker"
      ? { ...NOBODY, spent: askingVerb(tokens) }
      : identify(findSubject(tokens, concepts), lexicon);
  const isPersonNamed = concepts.some(({ name }) => name?.kind === "person");
  const readAs = (as: AskedSubject): Query => {
    const stance = as.intent === "position" ? stanceOf(tokens) : null;
    const { terms, missing } = readTerms({ text, tokens, concepts, spent: as.spent, stance }, lexicon);
    return {
      text: sentence.asTyped,
      bare: text,
      inFull: text,
      words: words.map((token) => token.word),
      tokens,
      intent: as.intent,
      need,
      overview: overview?.kind ?? null,
      days: overview?.days ?? null,
      stance,
      counted: countedNoun(tokens, lexicon.thesaurus),
      office: officeAskedFor(tokens, isPersonNamed, lexicon.descriptions, lexicon.thesaurus),
      subject: as.subject,
      subjectTerms: termsOfSubject(as, { text, tokens, concepts, stance }, lexicon),
      scope: read.scope,
      terms,
      leansOn: null,
      further: 0,
      unclear: null,
      // Of another language no word is missing: it is not read.
      missing: foreign ? [] : [...strangersIn(as, tokens, text, lexicon), ...missing.map(({ word }) => word)],
      namesStranger: missing.some(({ isStranger }) => isStranger),
      otherwise: mayHaveSaidNothing(as.subject, tokens, lexicon) ? () => readAs(NOBODY) : null,
      filters: NO_FILTERS,
      limits: NO_LIMITS,
      notices: [...sentence.notices, ...(foreign ? [FOREIGN] : read.notices)],
    };
  };
  const query = readAs(asked);
  const own = readLimits(filters, lexicon, speller);
  const { speaker } = own.limits;
  // Whoever else than the speaker asked for is in the question, the speaker's words are about them.
  const limited = speaker ? ofSpeaker(isAbout(asked, speaker) ? query : readAs(NOBODY), speaker) : query;
  if (!earlier || tokens.length === 0)
    return within({ ...limited, unclear: unclearWord(tokens, limited) }, filters, own);
  if (query.need === "any" && asksFurther(tokens))
    return {
      ...earlier,
      text: sentence.asTyped,
      words: query.words,
      further: earlier.further + 1,
      notices: query.notices,
    };
  if (!goesOn(tokens, query)) return within(withBackground(limited, earlier), filters, own);
  const whole = completeFromEarlier(tokens, limited, earlier, (described) => whoIs(described, lexicon));
  const kept = carryOver(filters, { ...whole, leansOn: earlier, inFull: `${earlier.bare} ${text}` }, earlier);
  return within(kept.query, kept.filters, readLimits(kept.filters, lexicon, speller));
}

/** The names of a subject as terms, where they are no topic of a question. */
function termsOfSubject(
  { subject, spent }: AskedSubject,
  question: Omit<ReadQuestion, "spent">,
  lexicon: Lexicon,
): readonly QueryTerm[] {
  if (!subject || spent.size === 0) return [];
  const { terms } = readTerms({ ...question, spent: new Set() }, lexicon);
  return terms.filter(({ name }) => name !== null && subject.ids.includes(name.id));
}

/** The verb behind "who", which only asks who speaks: "who called it a scandal". */
function askingVerb(tokens: readonly Token[]): ReadonlySet<number> {
  const who = tokens.findIndex(({ word }) => word === "who");
  return new Set(who >= 0 && SPEECH_TERMS.has(tokens[who + 1]?.term ?? "") ? [who + 1] : []);
}

/** Whether a question asks for the words of a speaker, and of nobody else. */
function isAbout({ intent, subject }: AskedSubject, { ids }: Subject): boolean {
  return intent === "statement" && subject !== null && subject.ids.some((id) => ids.includes(id));
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
