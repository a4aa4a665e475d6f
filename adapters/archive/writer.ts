import { createHash } from "node:crypto";
import { type Article, type CorpusChange, type Glossary, type LoggedChange, readChange } from "../../src/index.ts";
import { textLength } from "../live-corpus/corpus-change.ts";
import { OperatorError } from "../operator-error.ts";
import { createArchiveIndex } from "./archive-index.ts";
import { makeIndex, writeAll, writeParagraphs } from "./bulk.ts";
import type { Archive } from "./client.ts";
import { makeGeneration, type Report } from "./generation.ts";
import { LAYOUT, PLAIN_INDEX } from "./layout.ts";
import { type Lease, takeLease } from "./lease.ts";
import {
  type Current,
  createStore,
  explainLayout,
  type Generation,
  parseKept,
  type ReadCurrent,
  type Store,
} from "./store.ts";
import { type EncodePassage, encodeMissing } from "./vectors.ts";
import { applyChanges, type DatedView, readView } from "./view.ts";

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
  /** Encodes the paragraphs that are read and have no vectors yet, until `goOn` says no, or they are to be read anew. */
  encode(encode: EncodePassage, goOn: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** So much is taken as a change to what is read; more is kept, and read with the next generation. */
const SMALL = { articles: 25, characters: 100_000 };

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
  /** The index of the generation that is read; `null` where there is none of this layout, or it was not restored. */
  let latestIndex = known?.current.layout === LAYOUT ? store.names.paragraphs(known.current.generation) : null;
  if (latestIndex !== null && !(await isThere(archive, latestIndex))) latestIndex = null;
  // What a writer that was killed left half done is not laid over anything.
  const isWhole = latestIndex !== null && known?.current.isDirty === false;
  let view: DatedView | null = known && isWhole ? await readView(store, known.current, null) : null;
  let isUnsettled = view === null;
  /** Ids of the articles that were kept and are not in what is read, nor laid over it. */
  let lacks = new Set<string>();
  /** What was taken since the generation that is being made was begun, and what that lacks; `null` where none is made. */
  let next: { readonly lacks: Set<string>; readonly changes: CorpusChange[] } | null = null;
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
  const change = async (before: DatedView, one: CorpusChange): Promise<DatedView> => {
    const read = await readChange(createArchiveIndex(archive, before), one);
    const revision = before.revision + 1;
    const own = new Set(read.paragraphs.map(({ paragraph }) => paragraph.key));
    const gone = read.dropped.filter((key) => !own.has(key)).map((id) => ({ id, body: null }));
    await writeAll(archive, before.index, gone);
    const put = [
      ...read.paragraphs.map(({ paragraph }) => ({ paragraph, revision })),
      ...read.touched.map((paragraph) => {
        return { paragraph, revision: before.catalogue.get(paragraph.article.source.id)?.revision ?? 0 };
      }),
    ];
    await writeParagraphs(archive, before.index, put, read.lexicon, before.index);
    await archive.try(() => archive.client.indices.refresh({ index: before.index }));
    const logged: LoggedChange = { ...read.tallies, articles: read.articles };
    await store.putChange(before.generation, revision, logged);
    return applyChanges(before, [logged]);
  };
  const keep = async ({ come, gone }: Delivery) => {
    report("articles kept", come.length + gone.length, come.length + gone.length);
    await writeAll(archive, store.names.articles, [
      ...come.map((article) => ({ id: article.id, body: { ...article, mark: markOf(article) } })),
      ...gone.map((id) => ({ id, body: null })),
    ]);
    await archive.try(() => archive.client.indices.refresh({ index: store.names.articles }));
  };

  return {
    lost: lease.lost,
    async marks() {
      const marks = new Map<string, string>();
      const kept = await store.openKept();
      for await (const page of kept.pages(["id", "mark"])) for (const { id, mark } of page) marks.set(id, mark);
      await kept.close();
      return marks;
    },
    take: (delivery) =>
      inTurn(async () => {
        const ids = [...delivery.come.map(({ id }) => id), ...delivery.gone];
        if (ids.length === 0) return;
        if (known && !known.current.isDirty) await move({ ...known.current, isDirty: true });
        const isSmall = ids.length <= SMALL.articles && textLength({ articles: delivery.come }) <= SMALL.characters;
        const gone = isSmall ? await earlier(archive, store, ids) : [];
        await keep(delivery);
        isUnsettled = true;
        const taken = { gone, come: delivery.come };
        if (next && isLaidOver(next.lacks, ids, isSmall)) next.changes.push(taken);
        if (!isLaidOver(lacks, ids, isSmall) || !view || !known) return;
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
      const made = { lacks: new Set<string>(), changes: [] as CorpusChange[] };
      const kept = await inTurn(async () => {
        next = made;
        isUnsettled = false;
        return store.openKept();
      });
      try {
        if (kept.count === 0) return;
        const generation = (known?.current.generation ?? 0) + 1;
        const pieces = await makeGeneration(archive, store, {
          ...{ kept, generation, signal, report },
          earlierIndex: latestIndex,
        });
        await inTurn(async () => {
          const previous = known && generationOf(known.current);
          const fresh = { layout: LAYOUT, generation, revision: 0, pieces, isDirty: false, previous };
          let latest = await readView(store, fresh, null);
          for (const one of made.changes) latest = await change(latest, one);
          const before = known?.current.previous ?? null;
          await move({ ...fresh, revision: latest.revision, isDirty: isUnsettled });
          [view, latestIndex, lacks, next] = [latest, latest.index, made.lacks, null];
          await setAlias(archive, store, generation);
          if (before) await store.drop(before);
        });
      } catch (error) {
        isUnsettled = true;
        throw error;
      } finally {
        if (next === made) next = null;
        await kept.close();
      }
    },
    async encode(encode, goOn) {
      const encoded = view;
      if (!encoded) return;
      const isRead = () => known?.current.generation === encoded.generation && goOn();
      await encodeMissing(archive, encoded, encode, isRead, (...far) => report("vectors", ...far));
    },
    async close() {
      await turn;
      await lease.release();
      await archive.close();
    },
  };
}

/** Whether a change can be laid over what lacks some articles; where it cannot, that lacks those of the change, too. */
function isLaidOver(lacks: Set<string>, ids: readonly string[], isSmall: boolean): boolean {
  if (isSmall && !ids.some((id) => lacks.has(id))) return true;
  for (const id of ids) lacks.add(id);
  return false;
}

function generationOf({ generation, pieces, revision }: Current): Generation {
  return { generation, pieces, revision };
}

async function isThere({ client, try: attempt }: Archive, index: string): Promise<boolean> {
  return (await attempt(() => client.indices.exists({ index }))).body;
}

async function setAlias({ client, try: attempt }: Archive, { names }: Store, generation: number): Promise<void> {
  const actions = [
    { remove: { index: `${names.alias}-*`, alias: names.alias, must_exist: false } },
    { add: { index: names.paragraphs(generation), alias: names.alias } },
  ];
  await attempt(() => client.indices.updateAliases({ body: { actions } }));
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
