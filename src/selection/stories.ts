import type { ArticleSource } from "../corpus/article.ts";
import type { PassageIndex } from "../indexing/passage-index.ts";
import { type StoredParagraph, textOf } from "../indexing/passages.ts";
import type { Query } from "../question/query.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { termsOf } from "../text/tokenize.ts";
import { unranked, wordsIn } from "./ranked-passages.ts";

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
      .filter((passage) => wordsIn(passage) >= minWords && SENTENCE_END.test(textOf(paragraph, passage)))
      .map((passage) => unranked(paragraph, passage, query)),
  );
}

/** The stories whose head has most of the words of a question; none where no head has any. */
export function storiesWithHead(stories: readonly Story[], { tokens, scope }: Query): readonly Story[] {
  if (scope) return stories.filter(({ source }) => scope.articles.has(source.id));
  const words = tokens.filter(({ stop }) => !stop).map(({ term }) => term);
  const held = stories.map(({ source: { id, title, outlet, author } }) => {
    const head = new Set(termsOf([id.replaceAll("-", " "), title, outlet, author].join(" ")));
    return words.filter((word) => head.has(word)).length;
  });
  const most = Math.max(0, ...held);
  return most === 0 ? [] : stories.filter((_, at) => held[at] === most);
}
