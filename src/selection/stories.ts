import type { ArticleSource } from "../corpus/article.ts";
import type { PassageIndex } from "../indexing/passage-index.ts";
import { type StoredParagraph, type StoredPassage, textOf } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import { findHits, lookupOf } from "../ranking/findings.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { partsOf } from "../ranking/score.ts";

/** One article as an overview looks at it. */
export interface Story {
  readonly source: ArticleSource;
  readonly paragraphs: readonly StoredParagraph[];
  /** What was found in it, best first; nothing where the overview is of everything. */
  readonly found: readonly RankedPassage[];
}

/** More articles are not looked through. */
const MAX_STORIES = 12;
/** An article that has so much less of the topic than the best one is about something else. */
const ON_TOPIC = 0.7;

/** The sound articles that an overview is of, newest first: those that were found, or all where no topic is named. */
export async function storiesOf(
  query: Query,
  ranked: readonly RankedPassage[],
  index: PassageIndex,
): Promise<readonly Story[]> {
  const { terms, overview, limits } = query;
  const found = new Map<string, RankedPassage[]>();
  for (const one of ranked) {
    const { id } = one.paragraph.article.source;
    found.set(id, [...(found.get(id) ?? []), one]);
  }
  // A head is looked for among all heads.
  const isOfAll = terms.length === 0 || overview === "heads";
  const isAsked = ({ id }: ArticleSource) => (isOfAll ? (limits.articles?.has(id) ?? true) : found.has(id));
  const sources = index.lexicon.sources.filter(isAsked).sort(newestFirst);
  const enough = Math.max(0, ...ranked.map((one) => topicHeld(query, one))) * ON_TOPIC;
  const stories: Story[] = [];
  for (const source of sources) {
    if (overview !== "heads" && stories.length === MAX_STORIES) break;
    const story = { source, paragraphs: await index.paragraphsOf(source.id), found: found.get(source.id) ?? [] };
    if (story.paragraphs[0] === undefined || story.paragraphs[0].article.isGarbled) continue;
    const isOnTopic = isOfAll || isAbout(story, query) || story.found.some((one) => topicHeld(query, one) >= enough);
    if (isOnTopic) stories.push(story);
  }
  return stories;
}

/** Whether title or first paragraphs of a story name the topic, or most of it. */
export function isAbout({ paragraphs }: Story, { terms }: Query): boolean {
  const opening = paragraphs.slice(0, 2);
  const named = terms.filter(({ alternatives }) =>
    alternatives.some(
      ({ id, strength }) =>
        strength >= NAMED &&
        opening.some((one) => one.titleTerms.has(id) || one.tokens.includes(id) || one.concepts.includes(id)),
    ),
  );
  const weightOf = (some: typeof terms) => some.reduce((sum, { weight }) => sum + weight, 0);
  return weightOf(named) >= MOST * weightOf(terms);
}

const NAMED = 0.5;
const MOST = 0.45;

/** Articles without a date come last, in the order of the corpus. */
function newestFirst({ published: one }: ArticleSource, { published: other }: ArticleSource): number {
  return (other ?? "").localeCompare(one ?? "");
}

/** The share of a topic that a passage and what is around it hold. */
function topicHeld({ terms }: Query, { signals }: RankedPassage): number {
  let asked = 0;
  let held = 0;
  terms.forEach(({ weight }, at) => {
    asked += weight;
    held += weight * (signals.byTerm[at] ?? 0);
  });
  return asked === 0 ? 0 : held / asked;
}

/** A passage that an overview shows without having searched for it. */
export function placed(paragraph: StoredParagraph, passage: StoredPassage, query: Query): RankedPassage {
  return {
    ...{
      paragraph,
      passage,
      hits: findHits(paragraph, lookupOf(query)),
      statement: null,
      tier: 0,
      score: 0,
      parts: partsOf({}),
    },
    signals: {
      byTerm: query.terms.map(() => 1),
      ...{ continues: 0, context: 0, need: 1, subject: 0, meaning: null, setting: null },
    },
  };
}

const SENTENCE_END = /[.!?…]["”’')\]]*$/;
const MIN_WORDS = 8;

/** The passages of a story that are sentences, as headings and the names of places are not, in order. */
export function sentencesOf(
  { paragraphs }: Story,
  query: Query,
  minWords: number = MIN_WORDS,
): readonly RankedPassage[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.passages
      .filter((passage) => {
        const text = textOf(paragraph, passage);
        return SENTENCE_END.test(text) && wordsIn(text) >= minWords;
      })
      .map((passage) => placed(paragraph, passage, query)),
  );
}

/** How many words a text has. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}
