import { type Token, termsOf } from "../text/tokenize.ts";
import type { Name, NameBook } from "./name-book.ts";
import { createPhraseMatcher } from "./phrases.ts";

/** A term that stands for a name or a group of synonyms, beside the words themselves, and the tokens it covers. */
export interface ConceptHit {
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

/** A concept of a question: which terms find it, how well each, and what it is called. */
export interface AskedConcept {
  readonly name: Name | null;
  readonly alternatives: readonly { readonly term: string; readonly strength: number }[];
  readonly from: number;
  readonly to: number;
}

/** Names and synonyms as terms: one mechanism for articles and questions. */
export interface Concepts {
  readonly book: NameBook;
  /** Groups of words and phrases that ask for the same thing. */
  readonly synonyms: readonly (readonly string[])[];
  inArticle(tokens: readonly Token[]): ConceptHit[];
  inQuestion(tokens: readonly Token[]): AskedConcept[];
}

/** Terms of concepts begin with a sign that no token holds. */
export const nameTerm = (id: number) => `@${id}`;
const sideTerm = (id: number) => `@${id}*`;

/** The name that a concept's term stands for, if it is a name's. */
export function nameOf(term: string, book: NameBook): Name | undefined {
  return term.startsWith("@") && !term.endsWith("*") ? book.names[Number(term.slice(1))] : undefined;
}

const synonymTerm = (group: number) => `~${group}`;

/** How well a mention of someone who speaks for a party finds a question about the party itself. */
const SIDE_STRENGTH = 0.7;
const SIDE_OF_SIDE_STRENGTH = 0.5;
/** How well another word of a synonym group finds the one that was asked for. */
const SYNONYM_STRENGTH = 0.75;

/** The people whom a concept names, where it names several by one surname; else the one name, if it is a name. */
export function namesakesOf({ name, from, to }: AskedConcept, all: readonly AskedConcept[]): readonly Name[] {
  if (name?.kind !== "person") return name ? [name] : [];
  const named = all.flatMap((other) => (other.from === from && other.to === to && other.name ? [other.name] : []));
  return named.filter(({ kind }) => kind === "person");
}

export function createConcepts(book: NameBook, synonyms: Concepts["synonyms"]): Concepts {
  const groups = createPhraseMatcher<number>(false);
  synonyms.forEach((group, id) => {
    // A phrase of stop words alone ("done") would be found in every second question.
    for (const phrase of new Set(group)) if (termsOf(phrase).length > 0) groups.add(phrase, id);
  });
  return {
    ...{ book, synonyms },
    inArticle(tokens) {
      const hits: ConceptHit[] = [];
      for (const { value, from, to } of book.inArticle(tokens)) {
        hits.push({ term: nameTerm(value.id), from, to });
        if (value.sideId !== null) hits.push({ term: sideTerm(value.sideId), from, to });
      }
      for (const { value, from, to } of groups.find(tokens)) hits.push({ term: synonymTerm(value), from, to });
      return hits;
    },
    inQuestion(tokens) {
      const names = book.inQuestion(tokens).map(({ value, from, to }) => askedName(value, from, to));
      const words = groups.find(tokens).map(({ value, from, to }) => ({
        name: null,
        alternatives: [{ term: synonymTerm(value), strength: SYNONYM_STRENGTH }],
        from,
        to,
      }));
      return [...names, ...words];
    },
  };
}

function askedName(name: Name, from: number, to: number): AskedConcept {
  const alternatives = [{ term: nameTerm(name.id), strength: 1 }];
  if (name.kind !== "person") {
    alternatives.push({ term: sideTerm(name.id), strength: SIDE_STRENGTH });
    if (name.sideId !== null) {
      alternatives.push({ term: nameTerm(name.sideId), strength: SIDE_STRENGTH });
      alternatives.push({ term: sideTerm(name.sideId), strength: SIDE_OF_SIDE_STRENGTH });
    }
  }
  return { name, alternatives, from, to };
}
