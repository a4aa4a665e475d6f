import {
  type Article,
  createNameSearch,
  createThesaurus,
  createWholeReading,
  EMPTY_GLOSSARY,
  type FoundCopies,
  packLexicon,
  readArticle,
  type WholeReading,
} from "../../src/index.ts";
import { makeIndex, writeParagraphs } from "./bulk.ts";
import type { Archive } from "./client.ts";
import { LIMITS, paragraphsIndex } from "./layout.ts";
import type { KnownArticle } from "./paragraph-document.ts";
import { createParagraphReader, IN_CORPUS } from "./paragraph-reader.ts";
import { createReadingThreads, type ReadingThreads } from "./reading-threads.ts";
import type { KeptArticle, KeptArticles, Store } from "./store.ts";

/** Told how far a long piece of work has come. */
export type Report = (
  what: "articles kept" | "names" | "articles read" | "copies" | "vectors",
  done: number,
  total: number,
) => void;

/** A generation that is to be made. */
export interface GenerationPlan {
  readonly kept: KeptArticles;
  readonly generation: number;
  /** Where the vectors of texts that stay as they are can be found; `null` for nowhere. */
  readonly earlierIndex: string | null;
  readonly signal: AbortSignal;
  readonly report: Report;
}

const MOST_SHARDS = 3;
/** So many paragraphs are fetched, or written, at a time. */
const AT_A_TIME = 1_000;
const FETCHES_AT_ONCE = 2;

/**
 * Reads all articles that are kept, one page after the other, and writes what is found: no more than some pages are in memory,
 * and of each paragraph the numbers of its terms. Resolves with how many pieces the lexicon is stored in.
 */
export async function makeGeneration(archive: Archive, store: Store, plan: GenerationPlan): Promise<number> {
  const { generation } = plan;
  const { client, try: attempt } = archive;
  const index = store.names.paragraphs(generation);
  await attempt(() => client.indices.delete({ index, ignore_unavailable: true }));
  const health = await attempt(() => client.cluster.health());
  await makeIndex(archive, index, paragraphsIndex(Math.min(MOST_SHARDS, health.body.number_of_data_nodes)));
  const glossary = (await store.glossary()) ?? EMPTY_GLOSSARY;
  const threads = createReadingThreads(plan.kept.count);
  try {
    const book = await findNames(plan, threads, glossary);
    await threads.begin({ names: book.names, plainWords: book.plainWords, synonyms: glossary.synonyms });
    const reading = createWholeReading(book, glossary, createThesaurus());
    const target = { archive, index, reading, catalogue: new Map<string, KnownArticle>() };
    await writeArticles(plan, threads, target);
    await attempt(() => client.indices.refresh({ index }));
    const copies = await writeCopies(plan, target);
    await attempt(() => client.indices.refresh({ index }));
    return await store.putLexicon(generation, packLexicon(reading.finish(copies)));
  } finally {
    await threads.close();
  }
}

async function findNames(
  { kept, signal, report }: GenerationPlan,
  threads: ReadingThreads,
  glossary: typeof EMPTY_GLOSSARY,
) {
  const search = createNameSearch();
  let done = 0;
  for await (const names of inOrder(kept.pages(), threads.tasksAtOnce, (page) => threads.names(page.map(articleOf)))) {
    signal.throwIfAborted();
    for (const one of names) search.add(one);
    done += names.length;
    report("names", done, kept.count);
  }
  const found = search.find(glossary, createThesaurus());
  const { unconfirmed, allCount } = found;
  const confirm = (page: readonly KeptArticle[]) => threads.confirmed(page.map(articleOf), { unconfirmed, allCount });
  const confirmed = new Set<string>();
  if (unconfirmed.length > 0)
    for await (const labels of inOrder(kept.pages(), threads.tasksAtOnce, confirm)) {
      signal.throwIfAborted();
      for (const label of labels) confirmed.add(label);
    }
  return found.bookWith(confirmed);
}

/** Where paragraphs are written, and by what reading. */
interface Target {
  readonly archive: Archive;
  readonly index: string;
  readonly reading: WholeReading;
  readonly catalogue: Map<string, KnownArticle>;
}

async function writeArticles(
  { kept, earlierIndex, signal, report }: GenerationPlan,
  threads: ReadingThreads,
  { archive, index, reading, catalogue }: Target,
): Promise<void> {
  const readPage = async (page: readonly KeptArticle[]) => {
    const articles = page.map(articleOf);
    return { articles, read: await threads.read(articles) };
  };
  let done = 0;
  for await (const { articles, read } of inOrder(kept.pages(), threads.tasksAtOnce, readPage)) {
    signal.throwIfAborted();
    const paragraphs = articles.flatMap((article, at) => {
      const one = read[at];
      return one ? reading.add(readArticle(article), one) : [];
    });
    for (const { article } of paragraphs) catalogue.set(article.source.id, { ...article, revision: 0 });
    const dated = paragraphs.map((paragraph) => ({ paragraph, revision: 0 }));
    for (let at = 0; at < dated.length; at += AT_A_TIME)
      await writeParagraphs(archive, index, dated.slice(at, at + AT_A_TIME), reading, earlierIndex);
    done += articles.length;
    report("articles read", done, kept.count);
  }
}

/** Compares the articles that are alike, and writes the paragraphs that have copies again, with these. */
async function writeCopies(
  { signal, report }: GenerationPlan,
  { archive, index, reading, catalogue }: Target,
): Promise<FoundCopies> {
  const reader = createParagraphReader(archive, { index, catalogue });
  const alike = reading.copies.alike();
  const fetch = (article: string) => reader.search({ term: { article } }, LIMITS.results, IN_CORPUS);
  let done = 0;
  for await (const paragraphs of inOrder(alike, FETCHES_AT_ONCE, fetch)) {
    signal.throwIfAborted();
    reading.copies.compare(paragraphs);
    report("copies", ++done, alike.length);
  }
  const copies = reading.copies.judge();
  const keys = [...copies.touched];
  for (let at = 0; at < keys.length; at += AT_A_TIME) {
    signal.throwIfAborted();
    const paragraphs = await reader.fetch(keys.slice(at, at + AT_A_TIME));
    const dated = [...paragraphs.values()].map((one) => ({ paragraph: copies.withCopies(one), revision: 0 }));
    await writeParagraphs(archive, index, dated, reading, index);
  }
  return copies;
}

function articleOf({ mark: _, ...article }: KeptArticle): Article {
  return article;
}

/** Does something with each item, some at once; the results come in the order of the items, and wait for whoever takes them. */
async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  atOnce: number,
  act: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for await (const item of items) {
    const result = act(item);
    // Whoever takes the results is told when its turn comes.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length < atOnce) continue;
    const first = underWay.shift();
    if (first) yield await first;
  }
  for (const result of underWay) yield await result;
}
