import { isSpeech, isTelling, type Place } from "../points/occasion.ts";
import { isPerson } from "../points/people.ts";
import { clauseAt, sentenceAt } from "../points/reading.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import type { Knowledge } from "./knowledge.ts";
import { wordDifferences } from "./word-differences.ts";

/** Sentences that share so much of what the shorter one tells are built alike: what differs in them is meant to. */
const ALIKE = 0.5;
/** Stands for the point itself, so that the words around it are laid side by side. */
const POINT = "thispoint";

/**
 * Whether two sentences that are built alike tell of different things: besides the point, one has a word where the other
 * has quite another ("the annual pass", "the monthly pass"). Sentences worded freely differ in many words and mean nothing by it.
 */
export function tellOfOtherThings(here: Place, there: Place, { areRelated }: Knowledge): boolean {
  const [one, other] = [besides(here), besides(there)];
  const [own, theirs] = [one, other].map(tellingTerms);
  if (!own || !theirs) return false;
  const shared = [...own].filter((term) => theirs.has(term)).length;
  if (shared < ALIKE * Math.min(own.size, theirs.size)) return false;
  return wordDifferences(one, other).some((run) => {
    const [words = [], others = []] = [run.here, run.there].map((text) => tokenize(text));
    if (!words[0] || !others[0] || `${run.here} ${run.there}`.includes(POINT)) return false;
    // Where one goes on with a preposition and the other does not, they are not in one place.
    if (!tells(words[0]) || !tells(others[0])) return false;
    return !words.some((a) => others.some((b) => a.term === b.term || areRelated(a.word, b.word)));
  });
}

function tells(token: Token): boolean {
  return isTelling(token) || isPerson(token.word);
}

/** The sentence of a point without the clauses that only tell who says so, and with a sign in place of the point. */
function besides({ reading, range }: Place): string {
  const { from, to } = sentenceAt(reading, range.from);
  const words: string[] = [];
  for (let at = from; at < to; at++) {
    if (at === range.from) words.push(POINT);
    const { tokens, clauses, text } = reading;
    const token = tokens[at];
    const isAside = clauses[at] !== clauses[range.from] && isSpeech(reading, clauseAt(reading, at));
    if (token && !isAside && (at < range.from || at >= range.to)) words.push(text.slice(token.start, token.end));
  }
  return words.join(" ");
}

function tellingTerms(text: string): Set<string> {
  return new Set(
    tokenize(text)
      .filter(isTelling)
      .map(({ term }) => term),
  );
}
