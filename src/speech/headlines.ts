import type { Span } from "../text/span.ts";
import { genderOfFirstName } from "./first-names.ts";
import { reportingVerb } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";
import { ADVERB, AUXILIARY, classesOf, OPEN, PREPOSITION, PRONOUN, SUBORDINATOR } from "./word-classes.ts";
import { VERB_FORMS } from "./word-forms.ts";

const SHORTEST_HEADLINE = 4;
const LONGEST_SMALL_WORD = 3;
// In the names of offices and bodies, too: Keepers Of The Pond.
const IN_NAMES = new Set(["of", "for", "and", "the", "at"]);

/**
 * Takes the capitals from the words of headlines in which every word has one (Bridge To Open In June, Says Falk), but for the
 * names: words that other lines write with a capital alone, and those that are or follow a first name.
 */
export function withoutHeadlineCapitals(lines: readonly Span[], tokens: readonly Token[]): readonly Token[] {
  const inHeadlines = new Set<number>();
  let at = 0;
  for (const line of lines) {
    while ((tokens[at]?.start ?? line.end) < line.start) at++;
    const from = at;
    while ((tokens[at]?.start ?? line.end) < line.end) at++;
    if (isCapitalised(tokens.slice(from, at))) for (let inside = from; inside < at; inside++) inHeadlines.add(inside);
  }
  if (inHeadlines.size === 0) return tokens;
  const written = { small: new Set<string>(), great: new Set<string>() };
  tokens.forEach((token, index) => {
    if (!inHeadlines.has(index)) (token.capital ? written.great : written.small).add(token.word);
  });
  const isName = ({ word }: Token) => written.great.has(word) && !written.small.has(word);
  return tokens.map((token, index) => {
    if (!inHeadlines.has(index) || !token.capital || isGiven(tokens[index - 1])) return token;
    const classes = classesOf(token.word, true);
    const stays = (isGiven(token) || isName(token)) && (classes & OPEN) !== 0;
    return stays ? token : { ...token, classes, capital: false };
  });
}

function isGiven(token: Token | undefined): boolean {
  return token?.capital === true && genderOfFirstName(token.word) !== null;
}

// No full stop, no word without a capital but for the small ones, and one with it that a name does not have: Says, Will, In.
function isCapitalised(line: readonly Token[]): boolean {
  const words = line.filter(({ kind }) => kind === "word");
  if (words.length < SHORTEST_HEADLINE || line.at(-1)?.kind === "stop") return false;
  const isGreat = ({ capital, word }: Token) => capital || word.length <= LONGEST_SMALL_WORD;
  return words.every(isGreat) && words.slice(1).some(isNoName);
}

function isNoName(token: Token): boolean {
  const form = reportingVerb(token.word)?.form;
  const isVerb = form === "third" || form === "past" || VERB_FORMS.has(token.word);
  const small = classesOf(token.word, true) & (AUXILIARY | ADVERB | PREPOSITION | PRONOUN | SUBORDINATOR);
  const isSmall = small !== 0 && !IN_NAMES.has(token.word);
  return token.capital && (isVerb || isSmall);
}
