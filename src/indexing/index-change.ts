import { setImmediate as breathe } from "node:timers/promises";
import type { Article } from "../corpus/article.ts";
import type { Lexicon } from "./lexicon.ts";
import { findDuplicates } from "./new-duplicates.ts";
import type { PassageIndex } from "./passage-index.ts";
import { type ParagraphTerms, paragraphKey, passageKey, type StoredArticle, type StoredParagraph } from "./passages.ts";
import { readStory } from "./story-reader.ts";
import { changeLexicon, type Tallied, type TallyChange, tallyStory } from "./tally.ts";

/** Articles that leave a corpus and articles that come to it; one that is changed does both. */
export interface CorpusChange {
  readonly gone: readonly Article[];
  readonly come: readonly Article[];
}

/** A paragraph that came, with the terms by which it is found, apart by spaces. */
export interface NewParagraph {
  readonly paragraph: StoredParagraph;
  readonly indexed: { readonly text: string; readonly title: string };
}

/** What a change does to an index, wherever that is kept. */
export interface IndexChange {
  readonly lexicon: Lexicon;
  /** What the lexicon was changed by. */
  readonly tallies: TallyChange;
  /** Ids of the articles whose paragraphs are to be dropped, and the keys of these paragraphs. */
  readonly gone: ReadonlySet<string>;
  readonly dropped: readonly string[];
  /** The articles that came. */
  readonly articles: readonly StoredArticle[];
  readonly paragraphs: readonly NewParagraph[];
  /** Paragraphs of other articles as they are now: other articles print the same than before. */
  readonly touched: readonly StoredParagraph[];
}

/**
 * Reads a change against an index: by the names that are known, with the frequencies as they will be, and the copies that
 * the new articles have among all. Only a full reading knows more: names that are new, and whom they leave in doubt.
 */
export async function readChange(index: PassageIndex, { gone, come }: CorpusChange): Promise<IndexChange> {
  const [left, tallied] = [await readAll(gone, index.lexicon), await readAll(come, index.lexicon)];
  const tallies = { gone: left.map(({ tally }) => tally), come: tallied.map(({ tally }) => tally) };
  const lexicon = changeLexicon(index.lexicon, [tallies]);
  const ids = new Set([...gone, ...come].map(({ id }) => id));
  const dropped = (await Promise.all([...ids].map((id) => index.paragraphsOf(id)))).flat();
  const stored: NewParagraph[] = [];
  const articles = new Map<string, StoredArticle>();
  for (const one of tallied) {
    const { source } = one.tally;
    const article = { source, order: await placeOf(source.id, index), isGarbled: false };
    articles.set(source.id, article);
    stored.push(...storeStory(one, article, lexicon));
  }
  const released = await releasePrints(dropped, ids, index);
  const unprinted = stored.map(({ paragraph }) => paragraph);
  const found = await findDuplicates(unprinted, { ...index, lexicon }, ids, released);
  const paragraphs = stored.map((one, at) => ({ ...one, paragraph: found.paragraphs[at] ?? one.paragraph }));
  for (const { paragraph } of paragraphs) articles.set(paragraph.article.source.id, paragraph.article);
  return {
    ...{ lexicon, tallies, gone: ids, dropped: dropped.map(({ key }) => key) },
    ...{ articles: [...articles.values()], paragraphs, touched: found.touched },
  };
}

/** Reads one article after the other; whatever else the process does goes on in between. */
async function readAll(articles: readonly Article[], lexicon: Lexicon): Promise<readonly Tallied[]> {
  const read: Tallied[] = [];
  for (const article of articles) {
    read.push(tallyStory(readStory(article), lexicon));
    await breathe();
  }
  return read;
}

/** The place of an article between those whose ids are before and behind its own. */
async function placeOf(id: string, { lexicon: { sources }, paragraphsOf }: PassageIndex): Promise<number> {
  const behind = sources.findIndex((source) => source.id >= id);
  const at = behind < 0 ? sources.length : behind;
  const orderOf = async (step: 1 | -1) => {
    for (let other = step > 0 ? at : at - 1; sources[other] !== undefined; other += step) {
      const [paragraph] = await paragraphsOf(sources[other]?.id ?? "");
      if (paragraph) return paragraph.article.order;
    }
    return null;
  };
  const [before, next] = [await orderOf(-1), await orderOf(1)];
  if (before === null) return (next ?? 1) - 1;
  return next === null ? before + 1 : (before + next) / 2;
}

function storeStory({ story, paragraphs, tally }: Tallied, article: StoredArticle, lexicon: Lexicon): NewParagraph[] {
  const numbers = tally.vocabulary.terms.map((term) => lexicon.vocabulary.idOf(term) ?? -1);
  return paragraphs.map(({ terms, runs, indexed }) => {
    const key = paragraphKey(terms.position, article);
    const paragraph: StoredParagraph = {
      ...renumber(terms, numbers),
      ...{ key, article, text: story.article.body.slice(terms.start, terms.end), cite: story.article.cite },
      passages: runs.map((run, row) => ({ ...run, key: passageKey(key, row), row, duplicates: [], original: null })),
    };
    return { paragraph, indexed };
  });
}

/** A paragraph in terms of a larger vocabulary. */
function renumber(terms: ParagraphTerms, numbers: readonly number[]): ParagraphTerms {
  const of = (id: number) => numbers[id] ?? id;
  return {
    ...terms,
    tokens: terms.tokens.map(of),
    concepts: terms.concepts.map((value, at) => (at % 3 === 0 ? of(value) : value)),
    titleTokens: terms.titleTokens.map(of),
    titleTerms: new Set([...terms.titleTerms].map(of)),
    headingTerms: new Set([...terms.headingTerms].map(of)),
  };
}

/** The paragraphs of which some that are dropped were duplicates, without these, by key. */
async function releasePrints(
  dropped: readonly StoredParagraph[],
  gone: ReadonlySet<string>,
  index: PassageIndex,
): Promise<ReadonlyMap<string, StoredParagraph>> {
  const duplicates = dropped.flatMap(({ passages }) => passages.flatMap((passage) => passage.duplicates));
  const keys = new Set(duplicates.flatMap(({ paragraph, article }) => (gone.has(article.source.id) ? [] : paragraph)));
  const released = (await index.fetch([...keys])).map((paragraph) => ({
    ...paragraph,
    passages: paragraph.passages.map((passage) => ({
      ...passage,
      duplicates: passage.duplicates.filter(({ article }) => !gone.has(article.source.id)),
    })),
  }));
  return new Map(released.map((paragraph) => [paragraph.key, paragraph]));
}
