import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { StoredParagraph, StoredPassage, StoredStatement } from "../indexing/passages.ts";
import { isNameTerm } from "../names/concepts.ts";
import { POSITION_TERMS, TELLING_TERMS } from "../question/kinds.ts";
import type { Query, Subject } from "../question/query.ts";
import { termsOf } from "../text/tokenize.ts";
import type { Hit } from "./findings.ts";

/** A subject stands at the start: "Ukraine rejects …", "President Vladimir Putin demands …". */
const SUBJECT_REACH = 4;
/** Words of somebody who stands for the party that was asked for count a little less than its own. */
const SPOKESMAN = 0.8;

/** The statement of a passage that is the subject's own, and how surely: 1 by name, less by what they stand for. */
export function ownStatement(
  passage: StoredPassage,
  subject: Subject,
): { readonly statement: StoredStatement; readonly match: number } | null {
  let best: { statement: StoredStatement; match: number } | null = null;
  for (const statement of passage.statements) {
    const match = speakerMatch(statement, subject);
    if (match > (best?.match ?? 0)) best = { statement, match };
    else if (best && match === best.match && lengthOf(statement) > lengthOf(best.statement))
      best = { statement, match };
  }
  return best;
}

function speakerMatch(statement: StoredStatement, subject: Subject): number {
  if (subject.ids.length > 0) {
    if (subject.ids.includes(statement.speakerIds[0] ?? -1)) return 1;
    return statement.speakerIds.some((id) => subject.ids.includes(id)) ? SPOKESMAN : 0;
  }
  if (statement.speaker === null || subject.terms.length === 0) return 0;
  const label = termsOf(statement.speaker);
  const wanted = new Set(subject.terms);
  const shared = label.filter((term) => wanted.has(term)).length;
  // "The people" are "the people familiar with the matter" that the article spoke of before.
  return shared > 0 && (shared === wanted.size || shared === label.length) ? 1 : 0;
}

function lengthOf(statement: StoredStatement): number {
  return statement.end - statement.start;
}

/** A sentence that tells what somebody said, praised or accused others of counts less than marked words. */
const TOLD = 0.55;

/** How many tokens may stand between somebody and the verb: "Putin has repeatedly praised". */
const TELLING_REACH = 6;

/** How far a passage tells of the subject's words without being marked as a statement: "Putin praised the effort". */
export function tellsSpeech(
  subject: Subject,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  index: CorpusIndex,
): number {
  const { concepts, tokens } = paragraph;
  for (let at = 0; at < concepts.length; at += 3) {
    const [term = "", from = 0, to = 0] = [
      index.vocabulary.termOf(concepts[at] ?? -1),
      concepts[at + 1],
      concepts[at + 2],
    ];
    if (from < passage.tokenFrom || to > passage.tokenTo || from - passage.tokenFrom > SUBJECT_REACH) continue;
    if (!subject.ids.some((id) => isNameTerm(term, id))) continue;
    for (let verb = to; verb < Math.min(passage.tokenTo, to + TELLING_REACH); verb++)
      if (TELLING_TERMS.has(index.vocabulary.termOf(tokens[verb] ?? -1) ?? "")) return TOLD;
  }
  return 0;
}

/** How many tokens may stand between a party and what it wants: "Moscow, meanwhile, continues to insist". */
const VERB_REACH = 8;

/** A party's own words tell where it stands more often than not. */
const SPOKEN_POSITION = 0.8;

/**
 * How far a passage tells where a party stands: 1 where the party is followed by a verb of wanting, refusing or
 * offering, less where it merely speaks or is named.
 */
export function tellsPosition(
  query: Query,
  paragraph: StoredParagraph,
  passage: StoredPassage,
  hits: readonly Hit[],
  index: CorpusIndex,
): number {
  const { subject } = query;
  if (!subject) return 0;
  const party = query.terms.findIndex((term) => term.name !== null && subject.ids.includes(term.name.id));
  const mentions = hits.filter(
    (hit) => hit.term === party && hit.from >= passage.tokenFrom && hit.to <= passage.tokenTo,
  );

  if (mentions.length === 0) return ownStatement(passage, subject) ? SPOKEN_POSITION : 0;
  const acts = mentions.some((hit) => {
    if (!beginsClause(hit, passage, index, paragraph)) return false;
    const end = Math.min(passage.tokenTo, hit.to + VERB_REACH, nextName(hit, paragraph, index));
    for (let at = hit.to; at < end; at++)
      if (POSITION_TERMS.has(index.vocabulary.termOf(paragraph.tokens[at] ?? -1) ?? "")) return true;
    return false;
  });
  return acts ? 1 : ownStatement(passage, subject) ? SPOKEN_POSITION : 0.3;
}

/** The first token of another name after a mention: a verb behind it has another subject. */
function nextName(hit: Hit, { concepts }: StoredParagraph, index: CorpusIndex): number {
  let next = Number.MAX_SAFE_INTEGER;
  for (let at = 0; at < concepts.length; at += 3) {
    const [from = 0, term = ""] = [concepts[at + 1], index.vocabulary.termOf(concepts[at] ?? -1)];
    if (from >= hit.to && from < next && term.startsWith("@")) next = from;
  }
  return next;
}

function beginsClause(hit: Hit, passage: StoredPassage, index: CorpusIndex, paragraph: StoredParagraph): boolean {
  if (hit.from - passage.tokenFrom <= SUBJECT_REACH) return true;
  const body = index.articles[paragraph.article]?.body ?? "";
  const clauses = body.slice(passage.start, passage.end).split(/[;:]\s/);
  return clauses.length > 1;
}
