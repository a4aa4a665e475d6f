import { speakerMatch } from "../indexing/passage-index.ts";
import type { StoredPassage, StoredStatement } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import { asksForWords, asksWhetherSpoken, subjectNamed } from "../question/subject.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { joinPassages } from "./ranked-passages.ts";

/** How neighbouring passages of one paragraph are shown, in order: what belongs to `best` first. */
export type ShowTogether = (best: RankedPassage, pieces: readonly RankedPassage[]) => RankedPassage[];

/** So far below the best, a sentence has less than a hundredth of its chance: it is not worth the name above. */
const FAR_BELOW = 5;

/**
 * Neighbours as the question wants them. If it asks for somebody's words, these stand by themselves, under their name. A
 * fact is told as the article tells it, and under no name where the voice changes within: cut at each change, a sentence
 * would lose the one that explains it.
 */
export function showTogetherFor(query: Query): ShowTogether {
  const asked = askedWords(query);
  return (best, pieces) => {
    const words = asked(best, pieces);
    if (words) return join(words, pieces, areOneVoice);
    const others = pieces.filter(({ passage }) => !areOneVoice(best.passage, passage));
    const isAlone = speaks(best) && others.every(({ score }) => score < best.score - FAR_BELOW);
    return join(best, pieces, isAlone ? areOneVoice : () => true);
  };
}

/** Finds, among neighbours, the words that a question asks for: anybody's, or those of somebody whom it merely names. */
function askedWords(query: Query): (best: RankedPassage, pieces: readonly RankedPassage[]) => RankedPassage | null {
  const { need, subject, terms, tokens } = query;
  const asksForAny = need === "any" && asksForWords(tokens) && !asksWhetherSpoken(tokens);
  const named = subjectNamed(terms.flatMap(({ name, namesakes }) => (name ? [name, ...namesakes] : [])));
  const isOwn = (statement: StoredStatement) =>
    speakerMatch(statement, named) === 1 || (subject !== null && speakerMatch(statement, subject) === 1);
  return (best, pieces) => {
    // "When did X leave" names X and asks for a date, whoever tells it.
    const eligible = need === "any" || need === "speaker" ? pieces : [best];
    const found = eligible.filter((one) =>
      asksForAny || need === "speaker" ? speaks(one) : one.score >= best.score && one.passage.statements.some(isOwn),
    );
    if (found.length === 0) return null;
    return found.includes(best) ? best : strongest(found);
  };
}

function speaks({ passage }: RankedPassage): boolean {
  return passage.statements.length > 0;
}

/** Whether two passages are told in one voice: both by the narrator, or both in the words of the same. */
function areOneVoice(one: StoredPassage, other: StoredPassage): boolean {
  const voices = (passage: StoredPassage) => new Set(passage.statements.map(({ speaker }) => speaker));
  const all = new Set([...voices(one), ...voices(other)]);
  return all.size === 0 || (all.size === 1 && !all.has(null) && voices(one).size === voices(other).size);
}

/** Neighbours joined as far as each goes with the one before it: first what the best belongs to, then the rest in order. */
function join(
  best: RankedPassage,
  pieces: readonly RankedPassage[],
  goTogether: (one: StoredPassage, next: StoredPassage) => boolean,
): RankedPassage[] {
  const groups: RankedPassage[][] = [];
  for (const piece of pieces) {
    const open = groups.at(-1);
    const last = open?.at(-1)?.passage;
    if (open && last && goTogether(last, piece.passage)) open.push(piece);
    else groups.push([piece]);
  }
  const own = groups.filter((group) => group.includes(best));
  return [...own, ...groups.filter((group) => !group.includes(best))].map((group) =>
    joinPassages(group.includes(best) ? best : strongest(group), group),
  );
}

function strongest(group: readonly RankedPassage[]): RankedPassage {
  return group.reduce((top, one) => (one.score > top.score ? one : top));
}
