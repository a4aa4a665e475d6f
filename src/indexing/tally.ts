import type { ArticleSource } from "../corpus/article.ts";
import { createDescriptions, type Descriptions } from "../names/descriptions.ts";
import { readLabels, type SpeakerLabels } from "../names/speaker-labels.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import { type ReadStory, readParagraphs, type Story } from "./story-reader.ts";
import { copyOf, createVocabulary, type StoredVocabulary } from "./vocabulary.ts";

/** What one article adds to a lexicon, as plain data. */
export interface Tally {
  readonly source: ArticleSource;
  readonly vocabulary: StoredVocabulary;
  /** Sums over its paragraphs: of tokens, and of different terms in the text and in the title above. */
  readonly tokens: number;
  readonly textTerms: number;
  readonly titleTerms: number;
  readonly descriptions: Descriptions;
  /** Numbers of the names whose words it has, and the labels under which somebody speaks. */
  readonly quoted: readonly number[];
  readonly labels: readonly string[];
}

/** An article as it is read by the names of a corpus, with a small vocabulary of its own: plain data. */
export interface Tallied {
  readonly paragraphs: ReadStory["paragraphs"];
  readonly tally: Tally;
}

/** Reads a story by the names of a corpus, and counts what is in it. */
export function tallyStory(story: Story, { concepts }: Pick<Lexicon, "concepts">): Tallied {
  const vocabulary = createVocabulary();
  const descriptions = createDescriptions();
  const { paragraphs, labels } = readParagraphs(story, { concepts, vocabulary, descriptions });
  const sum = (measure: (terms: (typeof paragraphs)[number]["terms"]) => number) =>
    paragraphs.reduce((total, { terms }) => total + measure(terms), 0);
  const statements = paragraphs.flatMap(({ runs }) => runs.flatMap((run) => run.statements));
  const tally: Tally = {
    source: story.source,
    vocabulary: vocabulary.stored(),
    tokens: sum(({ tokens }) => tokens.length),
    textTerms: sum(({ distinctTerms }) => distinctTerms),
    titleTerms: sum(({ titleTerms }) => titleTerms.size),
    descriptions: descriptions.described,
    quoted: [...new Set(statements.flatMap(({ speakerIds }) => speakerIds))],
    labels: [...new Set(labels)],
  };
  return { paragraphs, tally };
}

/** Tallies that are counted no more, and tallies that are. */
export interface TallyChange {
  readonly gone: readonly Tally[];
  readonly come: readonly Tally[];
}

/**
 * The lexicon of a corpus after some changes. Frequencies and lengths are those of the changed corpus; the names are those
 * that were known, and terms keep their numbers: new ones come behind them in the order of the tallies, so that the same
 * changes make the same lexicon of the same one, at once or one after the other.
 */
export function changeLexicon(lexicon: Lexicon, changes: readonly TallyChange[]): Lexicon {
  const vocabulary = createVocabulary(copyOf(lexicon.vocabulary.stored()));
  const descriptions = createDescriptions(lexicon.descriptions);
  const count = (tally: Tally, sign: 1 | -1) => {
    vocabulary.count(tally.vocabulary, sign);
    descriptions.count(tally.descriptions, sign);
  };
  for (const { gone, come } of changes) {
    for (const tally of gone) count(tally, -1);
    for (const tally of come) count(tally, 1);
  }
  const [before, after] = [lexicon.vocabulary.paragraphs, Math.max(1, vocabulary.paragraphs)];
  const [left, came] = [changes.flatMap(({ gone }) => gone), changes.flatMap(({ come }) => come)];
  const average = (mean: number, measure: (tally: Tally) => number) =>
    (mean * before - sumOf(left, measure) + sumOf(came, measure)) / after;
  const { averageTerms } = lexicon;
  return createLexicon({
    ...lexicon,
    sources: changes.reduce(changeSources, lexicon.sources),
    averageLength: average(lexicon.averageLength, ({ tokens }) => tokens),
    averageTerms: {
      text: average(averageTerms.text, ({ textTerms }) => textTerms),
      title: average(averageTerms.title, ({ titleTerms }) => titleTerms),
    },
    quoted: new Set([...lexicon.quoted, ...came.flatMap(({ quoted }) => quoted)]),
    descriptions: descriptions.described,
    speakerLabels: addLabels(lexicon, came),
    vocabulary,
  });
}

function sumOf(tallies: readonly Tally[], measure: (tally: Tally) => number): number {
  return tallies.reduce((sum, tally) => sum + measure(tally), 0);
}

function addLabels({ speakerLabels, concepts }: Lexicon, come: readonly Tally[]): SpeakerLabels {
  const fresh = new Set(come.flatMap(({ labels }) => labels.filter((label) => !speakerLabels.has(label))));
  return fresh.size === 0 ? speakerLabels : new Map([...speakerLabels, ...readLabels(fresh, concepts.book)]);
}

function changeSources(sources: readonly ArticleSource[], { gone, come }: TallyChange): readonly ArticleSource[] {
  const leaving = new Set([...gone, ...come].map(({ source }) => source.id));
  const changed = sources.filter(({ id }) => !leaving.has(id));
  for (const { source } of come) {
    const at = changed.findIndex(({ id }) => id > source.id);
    changed.splice(at < 0 ? changed.length : at, 0, source);
  }
  return changed;
}
