import type { Lexicon } from "../indexing/lexicon.ts";
import { speakerMatch } from "../indexing/passage-index.ts";
import type { StoredParagraph, StoredPassage, StoredStatement } from "../indexing/passages.ts";
import { nameTerm } from "../names/concepts.ts";
import { TELLING_TERMS } from "../question/kinds.ts";
import type { Subject } from "../question/query.ts";

/** A subject stands at the start: "Sorrenia rejects …", "President Arne Halvorund demands …". */
export const SUBJECT_REACH = 4;
/** The vocabulary's numbers of a subject's names, as far as the articles have them. */
export function namesOf({ ids }: Subject, { vocabulary }: Lexicon): readonly number[] {
  return ids.flatMap((id) => vocabulary.idOf(nameTerm(id)) ?? []);
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
  lexicon: Lexicon,
): number {
  for (let at = 0; at < concepts.length; at += 3) {
    if (!names.includes(concepts[at] ?? -1)) continue;
    const from = concepts[at + 1] ?? 0;
    const to = concepts[at + 2] ?? 0;
    if (from < passage.tokenFrom || to > passage.tokenTo || from - passage.tokenFrom > SUBJECT_REACH) continue;
    for (let verb = to; verb < Math.min(passage.tokenTo, to + TELLING_REACH); verb++)
      if (TELLING_TERMS.has(lexicon.vocabulary.termOf(tokens[verb] ?? -1) ?? "")) return TOLD;
  }
  return 0;
}
