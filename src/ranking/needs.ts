import type { Lexicon } from "../indexing/lexicon.ts";
import { type StoredParagraph, type StoredPassage, textOf } from "../indexing/passages.ts";
import { STOP_ID } from "../indexing/vocabulary.ts";
import { MONTHS, SHORT_MONTHS, WEEKDAYS } from "../lexicon/calendar.ts";
import { QUANTITIES, TALLIES } from "../lexicon/numbers.ts";
import { nameOf } from "../names/concepts.ts";
import type { Need } from "../question/kinds.ts";
import type { Query } from "../question/query.ts";
import { tokenize } from "../text/tokenize.ts";
import { EXPRESSIONS, PLACE } from "./expressions.ts";
import type { Hit } from "./findings.ts";

/** How many tokens may stand between a number and what it counts: "5,000 tired young soldiers", "21 million cubic metres of water". */
const COUNT_REACH = 4;

/** How far a passage has the kind of expression that a question asks for: 1 it has, 0 it has not. */
export function meetsNeed(
  query: Query,
  text: string,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  hits: readonly Hit[],
  lexicon: Lexicon,
): number {
  if (query.need === "speaker") return passage.statements.some((statement) => statement.speaker !== null) ? 1 : 0;
  const test = EXPRESSIONS[query.need];
  if (!test) return 1;
  if (!test.test(text))
    return query.need === "place" && namesPlace(query, paragraph, passage, lexicon) ? NAMED_PLACE : 0;
  if (query.need === "person") return namesAnother(query.need, text, query) ? 1 : REPEATED;
  if (query.need === "place") {
    if (namesAnother(query.need, text, query)) return 1;
    return namesPlace(query, paragraph, passage, lexicon) ? NAMED_PLACE : REPEATED;
  }
  if (query.counted !== null && (query.need === "number" || query.need === "money"))
    return countsNoun(query, paragraph, passage, hits, lexicon) ? 1 : 0.6;
  return COUNTED.has(query.need) && !hasNewNumber(paragraph, passage, hits, lexicon) ? REPEATED : 1;
}

const COUNTED: ReadonlySet<Need> = new Set(["number", "money", "share", "duration", "time", "hour", "year"]);
/** A place that nothing is "in" or "to" may be where it happened: "targeting Miravo". */
export const NAMED_PLACE = 0.8;
/** A number that the question itself gave answers nothing. */
const REPEATED = 0.6;

const PLACES = new RegExp(PLACE.source, "gu");
const NAMES = /\s\p{Lu}(?<=[\p{L}\p{N},;:)”’"]\s\p{Lu})[\p{L}’'-]+|^\p{Lu}[\p{L}’'-]+(?=\s\p{Lu})/gu;
const CALENDAR = new RegExp(
  `\\b(?:${[...WEEKDAYS, ...MONTHS, ...SHORT_MONTHS, "sept"].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("|")})\\b`,
);

/** Whether a passage names a place that the question did not name. */
function namesPlace(query: Query, { concepts }: StoredParagraph, passage: StoredPassage, lexicon: Lexicon): boolean {
  const isAsked = (id: number) => query.terms.some(({ alternatives }) => alternatives.some((one) => one.id === id));
  for (let at = 0; at < concepts.length; at += 3) {
    if ((concepts[at + 1] ?? 0) < passage.tokenFrom || (concepts[at + 2] ?? 0) > passage.tokenTo) continue;
    const id = concepts[at] ?? STOP_ID;
    const name = nameOf(lexicon.vocabulary.termOf(id) ?? "", lexicon.concepts.book);
    if (name?.kind === "place" && !isAsked(id)) return true;
  }
  return false;
}

/** Whether a passage has a name that the question did not give itself. */
function namesAnother(need: "place" | "person", text: string, query: Query): boolean {
  const { words: asked } = query;
  const subject = query.subject?.label.toLowerCase() ?? "";
  const pattern = need === "place" ? PLACES : NAMES;
  // The first one mostly decides: none is looked for that is not needed.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [phrase] = match;
    if (CALENDAR.test(phrase)) continue;
    const words = tokenize(phrase).filter((token) => token.capital && !token.stop);
    if (words.some(({ word }) => !asked.includes(word) && !subject.includes(word))) return true;
  }
  return false;
}

function hasNewNumber(
  paragraph: StoredParagraph,
  passage: StoredPassage,
  hits: readonly Hit[],
  lexicon: Lexicon,
): boolean {
  for (let at = passage.tokenFrom; at < passage.tokenTo; at++) {
    const id = paragraph.tokens[at] ?? STOP_ID;
    if (
      id !== STOP_ID &&
      isFigure(lexicon.vocabulary.termOf(id) ?? "") &&
      !hits.some((hit) => hit.from <= at && at < hit.to)
    )
      return true;
  }
  return false;
}

function isFigure(term: string): boolean {
  const first = term.charAt(0);
  return first >= "0" && first <= "9";
}

/** Terms that tell how many without a figure: "several sessions". */
const QUANTITY = new RegExp(`^(?:\\d|(?:${QUANTITIES.join("|")})\\w*$)`);

function countsNoun(
  query: Query,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  hits: readonly Hit[],
  lexicon: Lexicon,
): boolean {
  const counted = query.terms.findIndex(({ wordTerms }) => query.counted !== null && wordTerms.includes(query.counted));
  // What an answer of an interview, or a list, counts stands above it.
  if (
    query.terms[counted]?.wordTerms.some((term) => paragraph.headingTerms.has(lexicon.vocabulary.idOf(term) ?? STOP_ID))
  )
    return true;
  return hits.some(
    (hit) =>
      hit.term === counted &&
      hit.strength >= COUNTED_AS &&
      hit.from >= passage.tokenFrom &&
      hit.to <= passage.tokenTo &&
      isCounted(hit.from, paragraph, passage, lexicon),
  );
}

/** A faint relative of a noun is something else. */
const COUNTED_AS = 0.5;

/** Whether a number counts the noun at a token: "12 young soldiers", "six pairs of landing slots", not "12 of the town". */
function isCounted(noun: number, paragraph: StoredParagraph, passage: StoredPassage, lexicon: Lexicon): boolean {
  const { tokens, places } = paragraph;
  const word = { start: places[2 * noun] ?? 0, end: places[2 * noun + 1] ?? 0 };
  const isPlural = /s$/i.test(textOf(paragraph, word));
  const [reach, maxStops] = isPlural ? [2 * COUNT_REACH, 3] : [COUNT_REACH, 1];
  let stops = 0;
  for (let at = noun - 1; at >= Math.max(passage.tokenFrom, noun - reach); at--) {
    const id = tokens[at] ?? STOP_ID;
    if (id === STOP_ID) stops++;
    else if (QUANTITY.test(lexicon.vocabulary.termOf(id) ?? "")) return stops <= maxStops;
  }
  return isTotal(noun, paragraph, passage, lexicon);
}

/** What stands between a noun and its number where the number comes last: "too few kits: 9,000", "the dead rose to 12". */
const TOTALLING = /^[^.;!?]*(?:[:(]|\b(?:is|was|are|were|to|at))\s*$/;
/** So many characters, at most, unless the noun is announced as what is counted: "the number of boats that …, has risen to 40". */
const TOTAL_REACH = 16;
const TALLY = new RegExp(`\\b(?:${TALLIES.join("|")}) of (?:[\\p{L}-]+ ){0,2}$`, "iu");

function isTotal(noun: number, paragraph: StoredParagraph, passage: StoredPassage, lexicon: Lexicon): boolean {
  const { tokens, places } = paragraph;
  const isTally = TALLY.test(textOf(paragraph, { start: passage.start, end: places[2 * noun] ?? 0 }));
  for (let at = noun + 1; at < passage.tokenTo; at++) {
    if (!QUANTITY.test(lexicon.vocabulary.termOf(tokens[at] ?? STOP_ID) ?? "")) continue;
    const between = textOf(paragraph, { start: places[2 * noun + 1] ?? 0, end: places[2 * at] ?? 0 });
    if (!isTally && between.length > TOTAL_REACH) return false;
    if (TOTALLING.test(between)) return true;
  }
  return false;
}

const YEAR = /\b(?:1[5-9]|20)\d{2}\b/gu;

/** Whether a passage dates something before the year before its article's: "the longest strike since 1971, when 40 were dismissed". */
export function tellsHistory({ need, bare }: Query, text: string, { article }: StoredParagraph): boolean {
  if (!COUNTED.has(need) || need === "year" || need === "time") return false;
  const year = Number(article.source.published?.slice(0, 4) ?? Number.NaN);
  const yearsIn = (words: string) => words.match(YEAR)?.map(Number) ?? [];
  return yearsIn(bare).length === 0 && yearsIn(text).some((told) => told < year - 1);
}
