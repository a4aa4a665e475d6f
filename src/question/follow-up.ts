import { REFERRING } from "../lexicon/asking.ts";
import type { AskedWord } from "../names/speaker-labels.ts";
import type { Token } from "../text/tokenize.ts";
import { isFraming, SPEECH_TERMS, STANCE_TERMS } from "./kinds.ts";
import type { Query, QueryTerm, Subject } from "./query.ts";
import type { Described } from "./speakers.ts";
import { subjectNamed } from "./subject.ts";

/** How much a term of the question before counts in one that goes on from it. */
export const CONTEXT_IMPORTANCE = 0.4;
/** How much of that is left at each further question. */
const FADING = 0.5;
/** How well it finds a passage where a question seems to stand alone: enough to choose among what is as good. */
const BACKGROUND = 0.5;

const OPENERS = /^(?:and|but|or|also|so|then|what about|how about|what of) /;
const ABOUT = /^(?:and |but )?(?:what|how) about |^what of /;
const PERSONAL = new Set(REFERRING.person.split(" "));
const IMPERSONAL = new Set(REFERRING.any.split(" "));

const sentenceOf = (tokens: readonly Token[]) => `${tokens.map(({ word }) => word).join(" ")} `;

/** Whether a question names whose words or position it asks for: then it is whole. */
function asksParty({ subject, intent }: Query): boolean {
  return subject !== null && subject.ids.length > 0 && intent !== "fact";
}

/** Whether a question leaves out something that the questions before it said. */
export function goesOn(tokens: readonly Token[], query: Query): boolean {
  const words = tokens.map((token) => token.word);
  const opened = OPENERS.test(sentenceOf(tokens));
  const refers = words.some((word) => PERSONAL.has(word) || IMPERSONAL.has(word));
  const asked = query.terms.filter((term) => term.role === "asked");
  const content = asked.length + (query.subject ? 1 : 0);
  if (asksParty(query) && !refers) return false;
  return opened || refers || content <= 1;
}

const FURTHER = / (?:more|else|further|elaborate|continue|go on|carry on) /;

/** Whether a question asks for nothing but more of the same: "tell me more", "what else did he say", "go on". */
export function asksFurther(tokens: readonly Token[]): boolean {
  return (
    FURTHER.test(` ${sentenceOf(tokens)}`) &&
    tokens.every(({ stop, term, word }) => stop || isFraming([term]) || FURTHER.test(` ${word} `))
  );
}

/**
 * Completes a question from the one before it.
 * @param describe who some words describe; `null` where they describe nobody that the articles quote.
 */
export function completeFromEarlier(
  tokens: readonly Token[],
  query: Query,
  earlier: Query,
  describe: (words: readonly AskedWord[]) => Described | null,
): Query {
  // Words that only say what kind of thing is asked for lead nowhere alone: "in what year?".
  const asked = query.terms.filter((term) => term.role === "asked" && !isFraming(term.wordTerms));
  const other = query.need === "any" && query.subject === null ? described(asked, query, earlier, describe) : null;
  if (other) return other;
  const swap = query.subject === null && asked.length > 0 && asked.every((term) => term.name !== null);
  if (swap && query.need === "any") return withNameInPlace(query, asked, earlier, ABOUT.test(sentenceOf(tokens)));
  const complete = (kept: Query) => ({ ...kept, terms: completeTerms(kept, asked, earlier) });
  const party = query.subject === null ? inherited(tokens, query, asked, earlier) : null;
  if (!party) return complete(query);
  // Whoever is merely spoken of may have said nothing.
  return { ...complete({ ...query, ...party }), otherwise: earlier.subject ? null : () => complete(query) };
}

function completeTerms(kept: Query, asked: readonly QueryTerm[], earlier: Query): readonly QueryTerm[] {
  // "By how much?" asks for a figure near what was asked before, not for the same passage again.
  if (asked.length === 0) return kept.need === "any" ? earlier.terms : contextOf(earlier);
  const isSpeaker = ({ name }: QueryTerm) =>
    kept.intent === "statement" && name !== null && kept.subject?.ids.includes(name.id);
  return [...asked, ...contextOf(earlier).filter((term) => !isSpeaker(term))];
}

/**
 * Whose words or position a question asks for by leaving them out: those of the one before ("what about the tax?"), or of
 * whom its "he" means, where it asks for words or a position at all; "what was his fee?" asks for neither.
 */
function inherited(
  tokens: readonly Token[],
  query: Query,
  asked: readonly QueryTerm[],
  earlier: Query,
): Pick<Query, "subject" | "intent"> | null {
  const { subject, intent } = earlier;
  const isOpen = query.need === "any" && (asked.length === 0 || OPENERS.test(sentenceOf(tokens)));
  const pronoun = tokens.some(({ word }) => PERSONAL.has(word) || word === "they");
  const isOfParty =
    pronoun && tokens.some(({ term, stop }) => !stop && (SPEECH_TERMS.has(term) || STANCE_TERMS.has(term)));
  if (!isOpen && !isOfParty) return null;
  if (subject) return { subject, intent };
  const person = earlier.terms.findLast(({ name }) => name?.kind === "person");
  if (!isOfParty || !person) return null;
  return { subject: subjectNamed(person.namesakes), intent: "statement" };
}

/** "And the unions?" after somebody's words or position: those of the unions. */
function described(
  asked: readonly QueryTerm[],
  query: Query,
  earlier: Query,
  describe: (words: readonly AskedWord[]) => Described | null,
): Query | null {
  if (!earlier.subject || asked.length === 0 || asked.some(({ name }) => name !== null)) return null;
  const words = asked.flatMap(({ text, wordTerms }) =>
    text.split(" ").map((word, at) => ({ word, term: wordTerms[at] ?? word })),
  );
  const who = describe(words);
  if (!who) return null;
  const { intent, need, counted, stance } = earlier;
  const label = asked.map(({ text }) => text).join(" ");
  const subject: Subject = { label, ...who, terms: words.map(({ term }) => term) };
  const isParty = (term: QueryTerm) => term.name !== null && earlier.subject?.ids.includes(term.name.id);
  const kept = earlier.terms.filter((term) => !isParty(term));
  return {
    ...query,
    ...{ intent, need, counted, stance, subject },
    terms: intent === "position" ? [...asked, ...kept] : kept,
    otherwise: null,
  };
}

/** "And X?": X takes the place of the one asked about before, or becomes the topic if X is no one who speaks. */
function withNameInPlace(query: Query, asked: readonly QueryTerm[], earlier: Query, about: boolean): Query {
  const [term] = asked;
  const name = term?.name;
  if (!name) return query;
  // "What about X?" after "what did Y say about Z" asks what Y said about X; only if that is nothing, what X said.
  const isParty = (other: QueryTerm) => other.name !== null && (earlier.subject?.ids.includes(other.name.id) ?? false);
  // Behind "about", what is of another kind than the party is what the party is asked about: an alliance, not a country.
  const party = earlier.terms.find(isParty)?.name;
  const topic =
    about &&
    ((party && party.kind !== name.kind) ||
      earlier.terms.some((other) => other.name?.kind === name.kind && other.role === "asked" && !isParty(other)));
  const asSubject = mayTakeOver(earlier, name.kind) ? withSubject(query, term, earlier) : null;
  if (asSubject && !topic) return asSubject;
  const { intent, need, counted, stance, subject } = earlier;
  const terms = [...asked, ...contextOf(earlier)];
  return { ...query, intent, need, counted, stance, subject, terms, otherwise: asSubject && (() => asSubject) };
}

/** Who can be asked about in place of another: a person for a person, any party for a party. */
function mayTakeOver({ subject, intent }: Query, kind: string): boolean {
  return subject !== null && (kind === "person" || intent === "position");
}

/** The question before, asked of somebody else. */
function withSubject(query: Query, term: QueryTerm, earlier: Query): Query {
  const { intent, need, counted, stance } = earlier;
  const subject = subjectNamed(term.namesakes);
  const isReplaced = (other: QueryTerm) =>
    other.name !== null && (earlier.subject?.ids.includes(other.name.id) ?? false);
  const terms = earlier.terms.map((other) => (isReplaced(other) ? term : other));
  return { ...query, intent, need, counted, stance, subject, terms, otherwise: null };
}

function contextOf(earlier: Query): QueryTerm[] {
  return [...earlier.subjectTerms, ...earlier.terms].map((term) => {
    const left = term.role === "asked" ? CONTEXT_IMPORTANCE : FADING;
    return { ...term, role: "context", weight: term.weight * left };
  });
}

/** A question that seems to stand alone, with the terms of the one before it far in the background. */
export function withBackground(query: Query, earlier: Query): Query {
  if (query.overview !== null || query.terms.length === 0 || asksParty(query)) return query;
  const asked = new Set(query.terms.flatMap(({ alternatives }) => alternatives.map(({ id }) => id)));
  const background = contextOf(earlier)
    .filter(({ alternatives }) => !alternatives.some(({ id, strength }) => strength === 1 && asked.has(id)))
    .map((term) => ({
      ...term,
      alternatives: term.alternatives.map(({ id, strength }) => ({ id, strength: strength * BACKGROUND })),
    }));
  return { ...query, terms: [...query.terms, ...background] };
}

/** So many words of its own tell what "it" is: "did it work" has one. */
const ENOUGH = 2;

/**
 * The "he", "it" or "that" that stands for what a question does not say and nobody said before it; `null` where there is
 * none, or where its other words do ("did the mayor say he would go", "who said that it is over").
 */
export function unclearWord(tokens: readonly Token[], query: Query): string | null {
  if (query.overview !== null || query.limits.speaker) return null;
  const isMeant = ({ word }: Token, place: number) =>
    word === "that" ? place === tokens.length - 1 : STANDING_IN.has(word);
  const at = tokens.findIndex((token, place) => PERSONAL.has(token.word) || isMeant(token, place));
  const word = tokens[at]?.word;
  if (word === undefined) return null;
  const asksSpeaker = query.need === "speaker";
  if (PERSONAL.has(word)) {
    const isFirst = tokens.slice(0, at).every(({ stop, term }) => stop || isFraming([term]));
    return isFirst && !asksSpeaker ? word : null;
  }
  const own = query.terms.filter(({ role, wordTerms }) => role === "asked" && !isFraming(wordTerms));
  return query.subject === null && own.length < (asksSpeaker ? 1 : ENOUGH) ? word : null;
}

/** Words that mean nothing alone; "this" and "those" mostly stand before what they mean, and "that" unless it comes last. */
const STANDING_IN = new Set(REFERRING.alone.split(" "));
