import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { StoredParagraph, StoredPassage, StoredStatement } from "../indexing/passages.ts";
import { nameTerm } from "../names/concepts.ts";
import { TELLING_TERMS } from "../question/kinds.ts";
import type { Subject } from "../question/query.ts";

/** A subject stands at the start: "Sorrenia rejects …", "President Arne Halvorund demands …". */
export const SUBJECT_REACH = 4;
/** Words of somebody who stands for the party that was asked for count a little less than its own. */
const SPOKESMAN = 0.8;

/** The vocabulary's numbers of a subject's names, as far as the articles have them. */
export function namesOf({ ids }: Subject, { vocabulary }: CorpusIndex): readonly number[] {
  return ids.flatMap((id) => vocabulary.idOf(nameTerm(id)) ?? []);
}

/** Whether a paragraph names a subject or has words of theirs; one that does not tells nothing that they said. */
export function concerns({ ids }: Subject, names: readonly number[], paragraph: StoredParagraph): boolean {
  const { concepts, passages } = paragraph;
  for (let at = 0; at < concepts.length; at += 3) if (names.includes(concepts[at] ?? -1)) return true;
  return passages.some(({ statements }) =>
    statements.some(({ speakerIds }) => speakerIds.some((id) => ids.includes(id))),
  );
}

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
  return statement.speaker !== null && subject.labels.has(statement.speaker) ? 1 : 0;
}

function lengthOf(statement: StoredStatement): number {
  return statement.end - statement.start;
}

/** A sentence that tells what somebody said, praised or accused others of counts less than marked words. */
const TOLD = 0.55;

/** How many tokens may stand between somebody and the verb: "Halvorund has repeatedly praised". */
const TELLING_REACH = 6;

/**
 * How far a passage tells of the subject's words without being marked as a statement: "Halvorund praised the effort".
 * @param names see {@link namesOf}.
 */
export function tellsSpeech(
  names: readonly number[],
  { concepts, tokens }: StoredParagraph,
  passage: StoredPassage,
  index: CorpusIndex,
): number {
  for (let at = 0; at < concepts.length; at += 3) {
    if (!names.includes(concepts[at] ?? -1)) continue;
    const from = concepts[at + 1] ?? 0;
    const to = concepts[at + 2] ?? 0;
    if (from < passage.tokenFrom || to > passage.tokenTo || from - passage.tokenFrom > SUBJECT_REACH) continue;
    for (let verb = to; verb < Math.min(passage.tokenTo, to + TELLING_REACH); verb++)
      if (TELLING_TERMS.has(index.vocabulary.termOf(tokens[verb] ?? -1) ?? "")) return TOLD;
  }
  return 0;
}
