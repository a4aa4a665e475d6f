import type { Lexicon } from "../indexing/lexicon.ts";
import type { SpeakerFigures } from "../indexing/passage-index.ts";
import { namesIn } from "../indexing/speaker-figures.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { tokenize } from "../text/tokenize.ts";

/** A question that the corpus probably answers, and the names it is about. */
export interface Suggestion {
  readonly text: string;
  /** The words of the text, folded, to tell what was just asked. */
  readonly words: readonly string[];
  readonly about: readonly number[];
}

/** So many speakers are offered, the most quoted first. */
const MAX_SPEAKERS = 12;
const TOPICS_PER_SPEAKER = 2;

/** Questions that the shape of the corpus suggests; whoever offers them has to try them first. */
export function proposeQuestions(speakers: readonly SpeakerFigures[], { concepts }: Lexicon): Suggestion[] {
  const { names } = concepts.book;
  return speakers.slice(0, MAX_SPEAKERS).flatMap(({ name: id, topics }) => {
    const name = names[id];
    if (!name) return [];
    const isPerson = name.kind === "person";
    const asked = `What ${isPerson ? "did" : "has"} ${name.name} ${isPerson ? "say" : "said"}`;
    const about = topics.slice(0, TOPICS_PER_SPEAKER).flatMap((topic) => names[topic] ?? []);
    return [
      suggestion(`${asked}?`, [id]),
      ...(isPerson ? [] : [suggestion(`What does ${name.name} want?`, [id])]),
      ...about.map((topic) => suggestion(`${asked} about ${topic.name}?`, [id, topic.id])),
    ];
  });
}

function suggestion(text: string, about: readonly number[]): Suggestion {
  return { text, words: tokenize(text).map(({ word }) => word), about };
}

const MAX_SUGGESTIONS = 3;
/** A speaker and a topic. */
const MAX_ABOUT = 2;

/**
 * The proposals nearest to what was shown: about the same names, each about another speaker, not the question that was
 * just asked, and none that was not tried.
 */
export async function suggestAfter(
  queries: readonly Query[],
  shown: readonly RankedPassage[],
  proposals: readonly Suggestion[],
  isAnswered: (question: string) => Promise<boolean>,
  lexicon: Lexicon,
): Promise<string[]> {
  const near = new Set<number>();
  for (const { paragraph, passage } of shown) {
    for (const id of namesIn(paragraph, passage.tokenFrom, passage.tokenTo, lexicon)) near.add(id);
    for (const { speakerIds } of passage.statements) if (speakerIds[0] !== undefined) near.add(speakerIds[0]);
  }
  const closeness = proposals.map((proposal) => namesAmong(proposal, near));
  const chosen: Suggestion[] = [];
  for (let wanted = MAX_ABOUT; wanted >= 0 && chosen.length < MAX_SUGGESTIONS; wanted--) {
    for (const [at, proposal] of proposals.entries()) {
      if (chosen.length === MAX_SUGGESTIONS) break;
      if (closeness[at] !== wanted || chosen.some(({ about }) => about[0] === proposal.about[0])) continue;
      const isAsked = queries.some(({ words }) => areSame(proposal.words, words));
      if (!isAsked && (await isAnswered(proposal.text))) chosen.push(proposal);
    }
  }
  return chosen.map(({ text }) => text);
}

function namesAmong({ about }: Suggestion, near: ReadonlySet<number>): number {
  let count = 0;
  for (const id of about) if (near.has(id)) count++;
  return count;
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}
