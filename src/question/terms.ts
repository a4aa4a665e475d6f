import type { Lexicon } from "../indexing/lexicon.ts";
import { inverseFrequency } from "../indexing/vocabulary.ts";
import { type AskedConcept, namesakesOf } from "../names/concepts.ts";
import type { Token } from "../text/tokenize.ts";
import { casualtyTerms } from "./casualties.ts";
import { KIND_TERMS, LIGHT_TERMS, STANCES, type Stance } from "./kinds.ts";
import type { QueryTerm } from "./query.ts";

/** What terms are read from: a question's text and tokens, and what is known of them already. */
export interface ReadQuestion {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly concepts: readonly AskedConcept[];
  /** Numbers of the tokens that are no topic. */
  readonly spent: ReadonlySet<number>;
  /** The stance that a position is asked for with. */
  readonly stance: Stance | null;
}

/** A word that no article has, as it was typed. */
export interface MissingWord {
  readonly word: string;
  /** Whether it is a name, or no English word that the program knows. */
  readonly isStranger: boolean;
}

/** The terms of a question, and the words that the corpus lacks. */
export interface ReadTerms {
  readonly terms: readonly QueryTerm[];
  readonly missing: readonly MissingWord[];
}

const LIGHT_IMPORTANCE = 0.35;
/** A verb or an adjective that no article has: they say it in other words, if they say it. */
const UNKNOWN_IMPORTANCE = 0.2;
/** How well a word of the same family finds one that the corpus lacks: "fail" for "failure". */
const KIN_STRENGTH = 0.7;
/** How well one word of a name of several finds the name. */
const PART_STRENGTH = 0.6;
/** How well another word of the same stance finds the one asked with: "rejects" for "what does X refuse". */
const STANCE_STRENGTH = 0.6;

/** Turns the tokens of a question into query terms: names and phrases as one, other words one by one. */
export function readTerms(question: ReadQuestion, lexicon: Lexicon): ReadTerms {
  const { text, tokens, concepts, spent, stance } = question;
  const terms: QueryTerm[] = [];
  const missing: MissingWord[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (spent.has(at)) continue;
    const concept = longestAt(concepts, at);
    if (concept) {
      const term = conceptTerm(tokens, concept, concepts, lexicon);
      terms.push(term);
      if (term.alternatives.length === 0)
        missing.push({ word: concept.name?.name ?? term.text, isStranger: concept.name !== null });
      at = concept.to - 1;
      continue;
    }
    const token = tokens[at];
    if (!token || token.stop) continue;
    const term = wordTerm(token, stance, lexicon);
    const isTopical = !LIGHT_TERMS.has(token.term) && !KIND_TERMS.has(token.term);
    if (term.alternatives.length === 0 && !isTopical) continue;
    terms.push(term);
    if (term.alternatives.length > 0 || lexicon.vocabulary.has(token.term)) continue;
    const isName = token.capital && at > 0;
    const word = text.slice(token.start, token.end).replace(/['’]s?$/, "");
    if (isName || term.isThing) missing.push({ word, isStranger: isName || !lexicon.thesaurus.isWord(token.word) });
  }
  return { terms, missing };
}

function longestAt(concepts: readonly AskedConcept[], at: number): AskedConcept | null {
  const rank = (concept: AskedConcept) => (concept.to - concept.from) * 2 + (concept.name ? 1 : 0);
  let longest: AskedConcept | null = null;
  for (const concept of concepts)
    if (concept.from === at && (!longest || rank(concept) > rank(longest))) longest = concept;
  return longest;
}

function conceptTerm(
  tokens: readonly Token[],
  concept: AskedConcept,
  all: readonly AskedConcept[],
  lexicon: Lexicon,
): QueryTerm {
  const own = tokens.slice(concept.from, concept.to).filter((token) => !token.stop);
  const alternatives = new Map<number, number>();
  const offer = (term: string, strength: number) => {
    const id = lexicon.vocabulary.idOf(term);
    if (id !== undefined && lexicon.vocabulary.paragraphsWithId(id) > 0)
      alternatives.set(id, Math.max(strength, alternatives.get(id) ?? 0));
  };
  for (const other of all)
    if (other.from === concept.from && other.to === concept.to)
      for (const { term, strength } of other.alternatives) offer(term, strength);
  const wordStrength = own.length === 1 ? 1 : PART_STRENGTH;
  if (concept.name?.kind !== "person" || own.length === 1) for (const token of own) offer(token.term, wordStrength);
  const isLight = own.every((token) => LIGHT_TERMS.has(token.term));
  const importance = isLight ? LIGHT_IMPORTANCE : 1;
  const { name } = concept;
  return {
    ...finish(own, alternatives, importance, lexicon),
    name,
    namesakes: namesakesOf(concept, all),
    isThing: name !== null,
  };
}

function wordTerm(token: Token, stance: Stance | null, lexicon: Lexicon): QueryTerm {
  const id = lexicon.vocabulary.idOf(token.term);
  const isKnown = id !== undefined && lexicon.vocabulary.paragraphsWithId(id) > 0;
  const alternatives = new Map<number, number>();
  if (isKnown) alternatives.set(id, 1);
  else for (const kin of lexicon.families.of(token.word)) alternatives.set(kin, KIN_STRENGTH);
  const isLight = LIGHT_TERMS.has(token.term) || KIND_TERMS.has(token.term);
  if (!isLight) offerRelated(token, alternatives, lexicon);
  if (stance && STANCES[stance].has(token.term)) offerAll(STANCES[stance], alternatives, lexicon);
  offerAll(casualtyTerms(token.term), alternatives, lexicon);
  if (id !== undefined) alternatives.set(id, 1);
  const isTold = alternatives.size > 0;
  const isThing = !isLight && isNounLike(token.word, lexicon);
  const importance = isLight ? LIGHT_IMPORTANCE : isTold || isThing ? 1 : UNKNOWN_IMPORTANCE;
  return { ...finish([token], alternatives, importance, lexicon), name: null, namesakes: [], isThing };
}

/** Shorter words, and figures, are as likely slips of the finger. */
const MIN_THING = 3;

function isNounLike(word: string, { thesaurus }: Lexicon): boolean {
  if (word.length < MIN_THING || /^\d/.test(word)) return false;
  return !thesaurus.isWord(word) || thesaurus.isNoun(word);
}

function offerAll(terms: Iterable<string>, alternatives: Map<number, number>, lexicon: Lexicon): void {
  for (const term of terms) {
    const id = lexicon.vocabulary.idOf(term);
    if (id !== undefined && lexicon.vocabulary.paragraphsWithId(id) > 0)
      alternatives.set(id, Math.max(STANCE_STRENGTH, alternatives.get(id) ?? 0));
  }
}

/** Shorter words are letters and abbreviations, which dictionaries explain in far too many ways. */
const MIN_LOOKED_UP = 3;
/** What English has for a word must not outweigh the word itself, or one of its family. */
const BESIDE_THE_WORD = 0.3;

/** Adds what English has for a word: instead of it where no article has it, faintly beside it where one has. */
function offerRelated(token: Token, alternatives: Map<number, number>, lexicon: Lexicon): void {
  const isKnown = alternatives.size > 0;
  if (token.word.length < MIN_LOOKED_UP || (isKnown && token.capital)) return;
  for (const { id, strength } of lexicon.relatives.of(token.word))
    alternatives.set(id, Math.max(isKnown ? BESIDE_THE_WORD * strength : strength, alternatives.get(id) ?? 0));
}

function finish(
  own: readonly Token[],
  alternatives: ReadonlyMap<number, number>,
  importance: number,
  lexicon: Lexicon,
): Omit<QueryTerm, "name" | "namesakes" | "isThing"> {
  const entries: { readonly id: number; readonly strength: number }[] = [];
  let holding = 0;
  for (const [id, strength] of alternatives) {
    entries.push({ id, strength });
    if (strength > 0.5) holding = Math.max(holding, lexicon.vocabulary.paragraphsWithId(id));
  }
  const weight = importance * inverseFrequency(lexicon.vocabulary.paragraphs, holding);
  const text = own.map(({ word }) => word).join(" ");
  return { text, wordTerms: own.map(({ term }) => term), alternatives: entries, weight, role: "asked" };
}
