import type { Lexicon } from "../indexing/lexicon.ts";
import { type StoredParagraph, type StoredPassage, textOf } from "../indexing/passages.ts";
import { POSITION_TERMS, STANCES } from "../question/kinds.ts";
import type { Query, Subject } from "../question/query.ts";
import type { Hit } from "./findings.ts";
import { ownStatement, SUBJECT_REACH } from "./subject-match.ts";

/** How many tokens may stand between a party and what it wants: "Brannhavn, meanwhile, continues to insist". */
const VERB_REACH = 8;

/** A party's own words tell where it stands more often than not. */
const SPOKEN_POSITION = 0.8;
/** It stands somewhere, but the question is for another stance: "offers" where it is asked what it refuses. */
const OTHER_STANCE = 0.7;
const MENTIONED = 0.3;

const PRONOUN = /^(?:It|They|He|She|Its|Their|His|Her)\b/;
/** "It would lower the price" behind "X has made an offer" goes on with the offer. */
const GOING_ON = /^\p{Lu}\p{L}+ (?:would|will|also|is|are) /u;
const CONTINUED = 0.75;
/** Whoever says nothing takes no stand. */
const SILENCE = /\b(?:declin|refus)\w* (?:to )?(?:comment|respond)|\brespond to (?:\w+ )?requests?/i;
/** A stance that verbs alone do not tell: "will not accept", "ruled out". */
const REFUSAL =
  /\b(?:won['’]t|(?:will|would|can|could) ?not|(?:would|could)n['’]t|can['’]t|never|unacceptable|rul(?:es?|ed|ing) out)\b/;

/**
 * How far a passage tells where a party stands: 1 where the party, or "it" after a sentence about the party, is followed
 * by a verb of wanting, refusing or offering, less where it merely speaks or is named.
 */
export function tellsPosition(
  query: Query,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  hits: readonly Hit[],
  lexicon: Lexicon,
): number {
  const { subject } = query;
  if (!subject) return 0;
  const isParty = partyTerms(query, subject);
  const named = hits.filter((hit) => isParty(hit.term) && isIn(hit, passage));
  const text = textOf(paragraph, passage);
  const isMeant =
    PRONOUN.test(text) && (isAbout(isParty, paragraph, passage, hits) || headsSection(query, isParty, paragraph));
  const meant = isMeant ? [passage.tokenFrom] : [];
  const spoken = ownStatement(passage, subject)?.statement.asserts ? SPOKEN_POSITION : 0;
  if (named.length + meant.length === 0) return spoken;
  if (SILENCE.test(text)) return MENTIONED;
  const from = [
    ...meant,
    ...named.filter((hit) => isSubject(hit, paragraph, passage, text, lexicon)).map(({ to }) => to),
  ];
  const acts = Math.max(0, ...from.map((token) => actOf(query, token, paragraph, passage, text, lexicon)));
  return Math.max(acts, spoken, isMeant && GOING_ON.test(text) ? CONTINUED : MENTIONED);
}

/** Which terms of a query name the party whose position is asked for. */
function partyTerms({ terms }: Query, { ids, terms: described }: Subject): (term: number) => boolean {
  const own = terms.map(({ name, wordTerms }) =>
    name !== null ? ids.includes(name.id) : wordTerms.some((term) => described.includes(term)),
  );
  return (term) => own[term] ?? false;
}

function isIn(hit: Hit, passage: StoredPassage): boolean {
  return hit.from >= passage.tokenFrom && hit.to <= passage.tokenTo;
}

/** Whether the sentence before, or the one that its own "it" goes back to, begins with the party. */
function isAbout(
  isParty: (term: number) => boolean,
  paragraph: StoredParagraph,
  { row }: StoredPassage,
  hits: readonly Hit[],
): boolean {
  const before = paragraph.passages.slice(0, row).findLast((one) => !PRONOUN.test(textOf(paragraph, one)));
  return (
    before !== undefined &&
    hits.some((hit) => isParty(hit.term) && isIn(hit, before) && hit.from - before.tokenFrom <= SUBJECT_REACH)
  );
}

/** Whether the heading above names the party: "Portugal's position". */
function headsSection(
  { terms }: Query,
  isParty: (term: number) => boolean,
  { headingTerms }: StoredParagraph,
): boolean {
  return terms.some((term, at) => isParty(at) && term.alternatives.some(({ id }) => headingTerms.has(id)));
}

/** How far the words behind a party tell the stance that is asked for. */
function actOf(
  { stance }: Query,
  from: number,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  text: string,
  lexicon: Lexicon,
): number {
  const end = Math.min(passage.tokenTo, from + VERB_REACH, nextName(from, paragraph, lexicon));
  let act = 0;
  for (let at = from; at < end; at++) {
    const term = lexicon.vocabulary.termOf(paragraph.tokens[at] ?? -1) ?? "";
    if (!POSITION_TERMS.has(term)) continue;
    // "As demanded by Miravo" is the stand of whoever stands behind it.
    if (PASSIVE.test(text.slice((paragraph.places[2 * at + 1] ?? 0) - passage.start))) continue;
    const isAsked = stance === null || stance === "wants" || STANCES[stance].has(term);
    act = Math.max(act, isAsked ? 1 : OTHER_STANCE);
  }
  return stance === "refuses" && REFUSAL.test(text) ? 1 : act;
}

const PASSIVE = /^ by\b/;

/** The first token of another name after a mention: a verb behind it has another subject. */
function nextName(behind: number, { concepts }: StoredParagraph, lexicon: Lexicon): number {
  let next = Number.MAX_SAFE_INTEGER;
  for (let at = 0; at < concepts.length; at += 3) {
    const [from = 0, term = ""] = [concepts[at + 1], lexicon.vocabulary.termOf(concepts[at] ?? -1)];
    if (from >= behind && from < next && term.startsWith("@")) next = from;
  }
  return next;
}

/** What stands before the subject of a clause that is not the first of its sentence. */
const CLAUSE_START = /(?:[,;:–—]|\b(?:and|but|while|whereas|though|as))\s+(?:the\s+)?$/i;

/** Whether a mention begins its sentence or a clause, and is not who somebody else wants something of: "push X to …". */
function isSubject(
  { from }: Hit,
  { places, tokens }: StoredParagraph,
  passage: StoredPassage,
  text: string,
  lexicon: Lexicon,
): boolean {
  if (from > passage.tokenFrom && POSITION_TERMS.has(lexicon.vocabulary.termOf(tokens[from - 1] ?? -1) ?? ""))
    return false;
  if (from - passage.tokenFrom <= SUBJECT_REACH) return true;
  return CLAUSE_START.test(text.slice(0, (places[2 * from] ?? 0) - passage.start));
}
