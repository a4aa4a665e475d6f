import { createHash } from "node:crypto";
import {
  type Article,
  type Corpus,
  type CorpusChange,
  EMPTY_GLOSSARY,
  type Glossary,
  type LoggedChange,
  type MemoryIndex,
  packLexicon,
  readChange,
  type StoredParagraph,
  unpackIndex,
} from "../../src/index.ts";
import { packInThread } from "../live-corpus/in-thread.ts";
import { textLength } from "../live-corpus/text-length.ts";
import { OperatorError } from "../operator-error.ts";
import { createArchiveIndex } from "./archive-index.ts";
import { type Archive, statusOf } from "./client.ts";
import { LAYOUT, PLAIN_INDEX, paragraphsIndex } from "./layout.ts";
import { type Lease, takeLease } from "./lease.ts";
import { documentOf, type ParagraphDocument } from "./paragraph-document.ts";
import {
  type Current,
  createStore,
  explainLayout,
  type Generation,
  parseKept,
  type ReadCurrent,
  type Store,
} from "./store.ts";
import { applyChanges, type DatedView, readView } from "./view.ts";

/** Told how far a long piece of work has come. */
export type Report = (what: "articles" | "paragraphs", done: number, total: number) => void;

/** Articles that come to the archive, in place of those with the same ids, and ids of those that leave it. */
export interface Delivery {
  readonly come: readonly Article[];
  readonly gone: readonly string[];
}

/** The one who writes to an archive. */
export interface ArchiveWriter {
  /** Aborted where another process became the one who writes. */
  readonly lost: AbortSignal;
  /** Marks of all that it keeps, by ids: who brings a folder sees what has changed. */
  marks(): Promise<ReadonlyMap<string, string>>;
  /** Keeps a delivery; a small one is answered from when this resolves, a large one once it has settled. */
  take(delivery: Delivery): Promise<void>;
  setGlossary(glossary: Glossary): Promise<void>;
  /** Whether a full reading would know more than what is read now. */
  needsSettling(): boolean;
  /** Makes a new generation of all articles, and moves everybody over to it; what is taken meanwhile is in it. */
  settle(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** So much is taken as a change to what is read; more is kept, and read with the next generation. */
const SMALL = { articles: 25, characters: 100_000 };
const FLUSH_BYTES = 2 << 20;
/** Requests under way at a time. */
const AT_ONCE = 3;
const MOST_SHARDS = 3;
/** Of documents that a busy node sends back. */
const MOST_RETRIES = 10;

/** A mark that changes with an article. */
export function markOf({ id, title, outlet, author, published, url, body }: Article): string {
  return createHash("sha256")
    .update(JSON.stringify([id, title, outlet, author, published, url, body]))
    .digest("base64");
}

/**
 * Opens an archive for writing, and makes it where there is none.
 * @throws OperatorError where another process writes to it, or it is of a newer Talks.
 */
export async function openWriter(archive: Archive, report: Report): Promise<ArchiveWriter> {
  const store = createStore(archive);
  for (const index of [store.names.articles, store.names.state]) await makeIndex(archive, index, PLAIN_INDEX);
  const lease = await takeLease(archive, store);
  try {
    return await startWriting(archive, store, lease, report);
  } catch (error) {
    await lease.release();
    throw error;
  }
}

async function startWriting(archive: Archive, store: Store, lease: Lease, report: Report): Promise<ArchiveWriter> {
  let known: ReadCurrent | null = await store.current();
  if (known && known.current.layout > LAYOUT) throw new OperatorError(explainLayout(known.current) ?? "");
  // What a writer that was killed left half done is not laid over anything.
  const isWhole = known !== null && known.current.layout === LAYOUT && !known.current.isDirty;
  let view: DatedView | null = known && isWhole ? await readView(store, known.current, null) : null;
  let isUnsettled = view === null;
  /** What was taken since the generation that is being made was begun; `null` where none is. */
  let meanwhile: CorpusChange[] | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(() => {
      lease.lost.throwIfAborted();
      return act();
    });
    turn = result.catch(() => {});
    return result;
  };
  const move = async (current: Current) => {
    lease.lost.throwIfAborted();
    known = await store.move(current, known);
  };

  /** Writes a change to the paragraphs of a view, and gives the view after it; nobody reads it until `current` says so. */
  const change = async (before: DatedView, { gone, come }: CorpusChange): Promise<DatedView> => {
    const read = await readChange(createArchiveIndex(archive, before), { gone, come });
    const revision = before.revision + 1;
    const own = new Set(read.paragraphs.map(({ paragraph }) => paragraph.key));
    const revisionOf = (id: string) => before.catalogue.get(id)?.revision ?? 0;
    const put = (paragraph: StoredParagraph, of: number): Act => {
      return { id: paragraph.key, body: documentOf(paragraph, read.lexicon, of) };
    };
    const acts: readonly Act[] = [
      ...read.dropped.filter((key) => !own.has(key)).map((id) => ({ id, body: null })),
      ...read.paragraphs.map(({ paragraph }) => put(paragraph, revision)),
      ...read.touched.map((paragraph) => put(paragraph, revisionOf(paragraph.article.source.id))),
    ];
    await writeAll(archive, acts, before.index, (act) => act);
    await archive.try(() => archive.client.indices.refresh({ index: before.index }));
    const logged: LoggedChange = { ...read.tallies, articles: read.articles };
    await store.putChange(before.generation, revision, logged);
    return applyChanges(before, [logged]);
  };
  const keep = async ({ come, gone }: Delivery) => {
    await writeAll(archive, [...come, ...gone], store.names.articles, (one, at) => {
      report("articles", at + 1, come.length + gone.length);
      return typeof one === "string" ? { id: one, body: null } : { id: one.id, body: { ...one, mark: markOf(one) } };
    });
    await archive.try(() => archive.client.indices.refresh({ index: store.names.articles }));
  };

  return {
    lost: lease.lost,
    async marks() {
      const marks = new Map<string, string>();
      for await (const { id, mark } of store.articles(["id", "mark"])) marks.set(id, mark);
      return marks;
    },
    take: (delivery) =>
      inTurn(async () => {
        if (delivery.come.length + delivery.gone.length === 0) return;
        if (known && !known.current.isDirty) await move({ ...known.current, isDirty: true });
        const ids = [...delivery.come.map(({ id }) => id), ...delivery.gone];
        const isSmall = ids.length <= SMALL.articles && textLength({ articles: delivery.come }) <= SMALL.characters;
        const gone = isSmall ? await earlier(archive, store, ids) : [];
        await keep(delivery);
        isUnsettled = true;
        if (!isSmall) {
          // What is read lacks it until it has settled, and so would all that is laid over it.
          view = null;
          meanwhile = null;
          return;
        }
        const taken = { gone, come: delivery.come };
        meanwhile?.push(taken);
        if (!view || !known) return;
        const before = view;
        // Where it is written in part, nothing is laid over it: a generation is made that has it all.
        view = null;
        const after = await change(before, taken);
        await move({ ...known.current, revision: after.revision });
        view = after;
      }),
    setGlossary: (glossary) =>
      inTurn(async () => {
        if (JSON.stringify(glossary) === JSON.stringify(await store.glossary())) return;
        await store.putGlossary(glossary);
        isUnsettled = true;
      }),
    needsSettling: () => isUnsettled,
    async settle(signal) {
      const changes: CorpusChange[] = [];
      const corpus = await inTurn(async () => {
        meanwhile = changes;
        isUnsettled = false;
        return readCorpus(store);
      });
      try {
        if (corpus.articles.length === 0) return;
        const generation = (known?.current.generation ?? 0) + 1;
        const index = await unpackIndex(await packInThread(corpus, signal), corpus);
        const pieces = await writeGeneration(archive, store, index, corpus.glossary, generation, (...far) => {
          signal.throwIfAborted();
          report(...far);
        });
        await inTurn(async () => {
          const fresh = {
            layout: LAYOUT,
            generation,
            revision: 0,
            pieces,
            isDirty: false,
            previous: known && generationOf(known.current),
          };
          // After a large delivery nothing is laid over it: all that came meanwhile is in the next one.
          const isWhole = meanwhile === changes;
          let latest = await readView(store, fresh, null);
          for (const one of isWhole ? changes : []) latest = await change(latest, one);
          const before = known?.current.previous ?? null;
          await move({ ...fresh, revision: latest.revision, isDirty: !isWhole || changes.length > 0 });
          view = isWhole ? latest : null;
          await setAlias(archive, store, generation);
          if (before) await store.drop(before);
        });
      } catch (error) {
        isUnsettled = true;
        throw error;
      } finally {
        if (meanwhile === changes) meanwhile = null;
      }
    },
    async close() {
      await turn;
      await lease.release();
      await archive.close();
    },
  };
}

function generationOf({ generation, pieces, revision }: Current): Generation {
  return { generation, pieces, revision };
}

/** A document that is written, or with `null` removed. */
interface Act {
  readonly id: string;
  readonly body: object | null;
}

/** Writes a document for each item; all of them again where the nodes fail. @throws OperatorError where some are refused. */
async function writeAll<Item>(
  { client, try: attempt }: Archive,
  items: readonly Item[],
  index: string,
  act: (item: Item, at: number) => Act,
): Promise<void> {
  const refused: string[] = [];
  await attempt(() =>
    client.helpers.bulk<Act>({
      // Made as they are written: the next ones wait until the nodes have taken these.
      datasource: inTime(items, act),
      onDocument: ({ id, body }) =>
        body === null ? { delete: { _index: index, _id: id } } : [{ index: { _index: index, _id: id } }, body],
      flushBytes: FLUSH_BYTES,
      concurrency: AT_ONCE,
      retries: MOST_RETRIES,
      wait: 1_000,
      // What is removed may be gone already.
      onDrop: ({ status, error, operation }) => {
        if (status !== 404) refused.push(`${JSON.stringify(operation)}: ${error?.reason ?? status}`);
      },
    }),
  );
  if (refused.length > 0)
    throw new OperatorError(`The archive refused ${refused.length} documents, the first for this: ${refused[0]}`);
}

async function* inTime<Item>(items: readonly Item[], act: (item: Item, at: number) => Act): AsyncGenerator<Act> {
  for (const [at, item] of items.entries()) yield act(item, at);
}

async function writeGeneration(
  archive: Archive,
  store: Store,
  index: MemoryIndex,
  glossary: Glossary,
  generation: number,
  report: Report,
): Promise<number> {
  const { client } = archive;
  const name = store.names.paragraphs(generation);
  await archive.try(() => client.indices.delete({ index: name, ignore_unavailable: true }));
  const health = await archive.try(() => client.cluster.health());
  await makeIndex(archive, name, paragraphsIndex(Math.min(MOST_SHARDS, health.body.number_of_data_nodes)));
  const paragraphs = await index.everything();
  await writeAll(archive, paragraphs, name, (paragraph, at) => {
    report("paragraphs", at + 1, paragraphs.length);
    const body: ParagraphDocument = documentOf(paragraph, index.lexicon, 0);
    return { id: paragraph.key, body };
  });
  await archive.try(() => client.indices.refresh({ index: name }));
  return store.putLexicon(generation, await packLexicon(index, glossary));
}

async function makeIndex({ client, try: attempt }: Archive, index: string, body: object): Promise<void> {
  try {
    await attempt(() => client.indices.create({ index, body, wait_for_active_shards: "1" }));
  } catch (error) {
    // It is there.
    if (statusOf(error) !== 400 || !String(error).includes("resource_already_exists")) throw error;
  }
}

async function setAlias({ client, try: attempt }: Archive, { names }: Store, generation: number): Promise<void> {
  const actions = [
    { remove: { index: `${names.alias}-*`, alias: names.alias, must_exist: false } },
    { add: { index: names.paragraphs(generation), alias: names.alias } },
  ];
  await attempt(() => client.indices.updateAliases({ body: { actions } }));
}

async function readCorpus(store: Store): Promise<Corpus> {
  const articles: Article[] = [];
  for await (const { mark: _, ...article } of store.articles()) articles.push(article);
  articles.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { articles, glossary: (await store.glossary()) ?? EMPTY_GLOSSARY };
}

/** Those of some articles that the archive keeps already. */
async function earlier(
  { client, try: attempt }: Archive,
  { names }: Store,
  ids: readonly string[],
): Promise<Article[]> {
  const { body } = await attempt(() => client.mget({ index: names.articles, body: { ids: [...ids] } }));
  return body.docs.flatMap((doc) => ("_source" in doc && doc._source ? [articleOf(doc._source)] : []));
}

function articleOf(source: unknown): Article {
  const { mark: _, ...article } = parseKept(source);
  return article;
}
