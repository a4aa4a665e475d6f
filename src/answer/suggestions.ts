import type { CorpusIndex } from "../indexing/corpus-index.ts";
import { nameOf } from "../names/concepts.ts";
import type { Name } from "../names/name-book.ts";
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
const MIN_STATEMENTS = 1;

/** Questions that the shape of the corpus suggests; whoever offers them has to try them first. */
export function proposeQuestions(index: CorpusIndex): Suggestion[] {
  const spoken = speakers(index).slice(0, MAX_SPEAKERS);
  return spoken.flatMap(({ name, topics }) => {
    const isPerson = name.kind === "person";
    const asked = `What ${isPerson ? "did" : "has"} ${name.name} ${isPerson ? "say" : "said"}`;
    const about = topics.slice(0, TOPICS_PER_SPEAKER);
    return [
      suggestion(`${asked}?`, [name.id]),
      ...(isPerson ? [] : [suggestion(`What does ${name.name} want?`, [name.id])]),
      ...about.map((topic) => suggestion(`${asked} about ${topic.name}?`, [name.id, topic.id])),
    ];
  });
}

function suggestion(text: string, about: readonly number[]): Suggestion {
  return { text, words: tokenize(text).map(({ word }) => word), about };
}

interface Speaker {
  readonly name: Name;
  readonly count: number;
  /** Other names in their statements, most frequent first. */
  readonly topics: readonly Name[];
}

/** Everybody with a name whose words the articles report, most quoted first. */
export function speakers(index: CorpusIndex): Speaker[] {
  const { names } = index.concepts.book;
  const counts = new Map<number, { count: number; topics: Map<number, number> }>();
  for (const passage of index.passages) {
    const article = index.paragraphs[passage.paragraph]?.article ?? -1;
    if (index.copies.garbled.has(article)) continue;
    for (const statement of passage.statements) {
      const id = statement.speakerIds[0];
      const name = names[id ?? -1];
      if (id === undefined || !name || !isNamed(name)) continue;
      const own = counts.get(id) ?? { count: 0, topics: new Map<number, number>() };
      counts.set(id, own);
      own.count++;
      for (const topic of namesIn(index, passage.paragraph, passage.tokenFrom, passage.tokenTo))
        if (topic !== id && names[topic]?.kind !== "organisation")
          own.topics.set(topic, (own.topics.get(topic) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, { count }]) => count >= MIN_STATEMENTS)
    .sort((a, b) => b[1].count - a[1].count || a[0] - b[0])
    .flatMap(([id, { count, topics }]) => {
      const name = names[id];
      const sorted = [...topics].sort((a, b) => b[1] - a[1] || a[0] - b[0]).flatMap(([topic]) => names[topic] ?? []);
      return name ? [{ name, count, topics: sorted }] : [];
    });
}

/** People and places speak by their name; an organisation is asked after by too many to suggest it. */
function isNamed(name: Name): boolean {
  return name.kind !== "organisation";
}

/** Numbers of the names that stand in some tokens of a paragraph. */
export function namesIn(index: CorpusIndex, paragraph: number, from: number, to: number): number[] {
  const concepts = index.paragraphs[paragraph]?.concepts ?? new Int32Array();
  const found: number[] = [];
  for (let at = 0; at < concepts.length; at += 3) {
    if ((concepts[at + 1] ?? 0) < from || (concepts[at + 2] ?? 0) > to) continue;
    const name = nameOf(index.vocabulary.termOf(concepts[at] ?? -1) ?? "", index.concepts.book);
    if (name) found.push(name.id);
  }
  return found;
}

const MAX_SUGGESTIONS = 3;
/** A speaker and a topic. */
const MAX_ABOUT = 2;

/**
 * The proposals nearest to what was shown: about the same names, each about another speaker, not the question that was
 * just asked, and none that was not tried.
 */
export function suggestAfter(
  query: Query,
  shown: readonly RankedPassage[],
  proposals: readonly Suggestion[],
  isAnswered: (question: string) => boolean,
  index: CorpusIndex,
): string[] {
  const near = new Set<number>();
  for (const { passage } of shown) {
    for (const id of namesIn(index, passage.paragraph, passage.tokenFrom, passage.tokenTo)) near.add(id);
    for (const { speakerIds } of passage.statements) if (speakerIds[0] !== undefined) near.add(speakerIds[0]);
  }
  const closeness = proposals.map((proposal) => namesAmong(proposal, near));
  const chosen: Suggestion[] = [];
  for (let wanted = MAX_ABOUT; wanted >= 0 && chosen.length < MAX_SUGGESTIONS; wanted--) {
    for (const [at, proposal] of proposals.entries()) {
      if (chosen.length === MAX_SUGGESTIONS) break;
      if (closeness[at] !== wanted || chosen.some(({ about }) => about[0] === proposal.about[0])) continue;
      if (!areSame(proposal.words, query.words) && isAnswered(proposal.text)) chosen.push(proposal);
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
