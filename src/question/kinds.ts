import { ASKED_KINDS, FRAMING, SPEECH, STANCES as STANCE_WORDS } from "../lexicon/asking.ts";
import { NEEDS } from "../lexicon/question-kinds.ts";
import { stem } from "../text/stem.ts";
import type { Token } from "../text/tokenize.ts";
import { phraseFinder } from "./phrases.ts";

/** What a passage has to hold to answer: a kind of expression, or nothing in particular. */
export type Need = (typeof NEEDS)[number][0];

const NEED_PHRASES = phraseFinder(NEEDS);

/**
 * The kind of expression that a question asks for: by the question word that stands first, since one further back joins
 * clauses ("which country did he visit when …").
 */
export function needOf(tokens: readonly Token[]): Need {
  for (const { kind } of NEED_PHRASES(tokens)) return kind;
  return "any";
}

/** Terms by which a question asks for somebody's words; they are no subject themselves. */
export const SPEECH_TERMS = termSet(SPEECH.any);
/** Those among them that ask for words even without a "did" before the name: "Brandt says". */
export const SAYING_TERMS = termSet(SPEECH.saying);
/** Nouns among them: "Brandt's comments", "a quote from Holt". */
export const SPEECH_NOUNS = termSet(SPEECH.nouns);
/** Verbs among them by which an article tells of words without marking them: "Halvorund praised the effort". */
export const TELLING_TERMS = termSet(SPEECH.telling);

/** Verbs of answering, which a question with "did" asks whether somebody did. */
export const ANSWERING_TERMS = termSet(SPEECH.answering);

/** The ways in which a party stands to something. */
export type Stance = "wants" | "refuses" | "offers";

/** How articles tell of each: a question for one of them is answered by any of its words. */
export const STANCES: Readonly<Record<Stance, ReadonlySet<string>>> = {
  wants: termSet(STANCE_WORDS.wants),
  refuses: termSet(STANCE_WORDS.refuses),
  offers: termSet(STANCE_WORDS.offers),
};
/** Terms by which a question asks where a party stands. */
export const STANCE_TERMS = termSet(STANCE_WORDS.asked);
/** Terms of wanting, refusing and offering: how an article tells where a party stands. */
export const POSITION_TERMS = termSet(
  `${STANCE_WORDS.wants} ${STANCE_WORDS.refuses} ${STANCE_WORDS.offers} favour support back`,
);

/** The stance that a question asks for: "what does X refuse"; `null` where any is meant: "where does X stand". */
export function stanceOf(tokens: readonly Token[]): Stance | null {
  for (const { term, stop } of tokens)
    for (const stance of STANCE_NAMES) if (!stop && STANCES[stance].has(term)) return stance;
  return null;
}

const STANCE_NAMES = ["refuses", "offers", "wants"] as const;

/** Terms that frame a question and seldom tell what it is about. */
export const LIGHT_TERMS = termSet(FRAMING);
/** Nouns that only say what kind of expression is asked for: "what percentage", "which year". */
export const KIND_TERMS = termSet(ASKED_KINDS);

/** Whether terms only frame a question or say what kind of thing is asked for. */
export function isFraming(terms: readonly string[]): boolean {
  return terms.every((term) => LIGHT_TERMS.has(term) || KIND_TERMS.has(term));
}

function termSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map(stem));
}
