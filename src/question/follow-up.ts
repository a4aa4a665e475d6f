import type { AskedWord } from "../names/speaker-labels.ts";
import type { Token } from "../text/tokenize.ts";
import { isFraming } from "./kinds.ts";
import type { Query, QueryTerm, Subject } from "./query.ts";
import type { Described } from "./speakers.ts";
import { subjectNamed } from "./subject.ts";

/** How much a term of the question before counts in one that goes on from it. */
const CONTEXT_IMPORTANCE = 0.4;

const OPENERS = /^(?:and|but|or|also|so|then|what about|how about|what of) /;
const ABOUT = /^(?:and |but )?(?:what|how) about |^what of /;
const PERSONAL = new Set(["he", "she", "him", "her", "his", "hers"]);
const REFERRING = new Set("it its they them their theirs that this those these there then one ones".split(" "));

/** Whether a question leaves out something that the questions before it said. */
export function goesOn(tokens: readonly Token[], query: Query): boolean {
  const words = tokens.map((token) => token.word);
  const opened = OPENERS.test(`${words.join(" ")} `);
  const refers = words.some((word) => PERSONAL.has(word) || REFERRING.has(word));
  const asked = query.terms.filter((term) => term.role === "asked");
  const content = asked.length + (query.subject ? 1 : 0);
  const whole = query.subject !== null && query.subject.ids.length > 0 && query.intent !== "fact";
  if (whole && !refers) return false;
  // What no article has a word of, such as a slip of the hand, says nothing more about what was asked before.
  const isStrange = asked.length > 0 && asked.every(({ alternatives }) => alternatives.length === 0);
  if (isStrange && !refers && !opened) return false;
  return opened || refers || content <= 1;
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
  if (swap && query.need === "any")
    return withNameInPlace(query, asked, earlier, ABOUT.test(`${tokens.map(({ word }) => word).join(" ")} `));
  const pronoun = tokens.some((token) => PERSONAL.has(token.word) || token.word === "they");
  const subject = query.subject ?? (inherits(query, pronoun) ? earlier.subject : null);
  const intent = query.intent === "fact" && subject ? earlier.intent : query.intent;
  const topics = contextOf(earlier);
  const subjectTerm = pronoun || query.subject ? [] : subjectAsContext(earlier);
  // "By how much?" asks for a figure near what was asked before, not for the same passage again.
  if (asked.length === 0)
    return { ...query, intent, subject, terms: query.need === "any" ? earlier.terms : contextOf(earlier) };
  return { ...query, intent, subject, terms: [...asked, ...topics, ...subjectTerm] };
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

/** "What about UNESCO?" asks the same of the same one; "how many died?" asks something else. */
function inherits(query: Query, pronoun: boolean): boolean {
  return query.need === "any" || pronoun;
}

function subjectAsContext(earlier: Query): QueryTerm[] {
  return earlier.terms.filter((term) => term.name !== null && earlier.subject?.ids.includes(term.name.id));
}

/** "And X?": X takes the place of the one asked about before, or becomes the topic if X is no one who speaks. */
function withNameInPlace(query: Query, asked: readonly QueryTerm[], earlier: Query, about: boolean): Query {
  const [term] = asked;
  const name = term?.name;
  if (!name) return query;
  // "What about X?" after "what did Y say about Z" asks what Y said about X; only if that is nothing, what X said.
  const isParty = (other: QueryTerm) => other.name !== null && (earlier.subject?.ids.includes(other.name.id) ?? false);
  const party = earlier.terms.find(isParty)?.name;
  // Behind "about", what is of another kind than the party is what the party is asked about: an alliance, not a country.
  const topic =
    about &&
    ((party != null && party.kind !== name.kind) ||
      earlier.terms.some((other) => other.name?.kind === name.kind && other.role === "asked" && !isParty(other)));
  const asSubject = mayTakeOver(earlier, name.kind) ? withSubject(query, term, earlier) : null;
  if (asSubject && !topic) return asSubject;
  const sameKind = earlier.terms.findIndex((other) => other.name?.kind === name.kind);
  const { intent, need, counted, stance, subject } = earlier;
  const terms =
    sameKind >= 0
      ? earlier.terms.map((other, at) => (at === sameKind ? term : other))
      : [...asked, ...contextOf(earlier)];
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
  return earlier.terms.map((term) => ({ ...term, role: "context", weight: term.weight * CONTEXT_IMPORTANCE }));
}
