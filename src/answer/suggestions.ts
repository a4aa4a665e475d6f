import type { CorpusIndex } from "../indexing/corpus-index.ts";
import type { Name } from "../names/name-book.ts";
import type { RankedPassage } from "../ranking/rank.ts";

/** A question that the corpus probably answers, and the names it is about. */
export interface Suggestion {
  readonly text: string;
  readonly about: readonly number[];
}

/** So many speakers are offered, the most quoted first. */
const MAX_SPEAKERS = 12;
const TOPICS_PER_SPEAKER = 2;
const MIN_STATEMENTS = 1;

/** Questions that the shape of the corpus suggests; whoever offers them has to try them first. */
export function proposeQuestions(index: CorpusIndex): Suggestion[] {
  const spoken = speakers(index).slice(0, MAX_SPEAKERS);
  const proposals: Suggestion[] = [];
  for (const { name, topics } of spoken) {
    const isPerson = name.kind === "person";
    const verb = isPerson ? "did" : "has";
    const say = isPerson ? "say" : "said";
    proposals.push({ text: `What ${verb} ${name.name} ${say}?`, about: [name.id] });
    if (!isPerson) proposals.push({ text: `What does ${name.name} want?`, about: [name.id] });
    for (const topic of topics.slice(0, TOPICS_PER_SPEAKER))
      proposals.push({ text: `What ${verb} ${name.name} ${say} about ${topic.name}?`, about: [name.id, topic.id] });
  }
  return proposals;
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
    const term = index.vocabulary.termOf(concepts[at] ?? -1) ?? "";
    const id = /^@(\d+)$/.exec(term)?.[1];
    if (id !== undefined && (concepts[at + 1] ?? 0) >= from && (concepts[at + 2] ?? 0) <= to) found.push(Number(id));
  }
  return found;
}

const MAX_SUGGESTIONS = 3;

/**
 * The proposals nearest to what was shown: about the same names, each about another speaker, not the question that was
 * just asked, and none that was not tried.
 */
export function suggestAfter(
  question: string,
  shown: readonly RankedPassage[],
  proposals: readonly Suggestion[],
  isAnswered: (question: string) => boolean,
  index: CorpusIndex,
): string[] {
  const near = new Set(
    shown.flatMap(({ passage }) => [
      ...namesIn(index, passage.paragraph, passage.tokenFrom, passage.tokenTo),
      ...passage.statements.flatMap(({ speakerIds }) => speakerIds.slice(0, 1)),
    ]),
  );
  const asked = plain(question);
  const nearest = proposals
    .map((proposal) => ({ proposal, closeness: proposal.about.filter((id) => near.has(id)).length }))
    .sort((a, b) => b.closeness - a.closeness);
  const chosen: Suggestion[] = [];
  for (const { proposal } of nearest) {
    if (chosen.length === MAX_SUGGESTIONS) break;
    const isRepeated = plain(proposal.text) === asked || chosen.some(({ about }) => about[0] === proposal.about[0]);
    if (!isRepeated && isAnswered(proposal.text)) chosen.push(proposal);
  }
  return chosen.map(({ text }) => text);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
