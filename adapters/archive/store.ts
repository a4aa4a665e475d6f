import { gunzipSync, gzipSync } from "node:zlib";
import type { Types } from "@opensearch-project/opensearch";
import {
  type Article,
  type Glossary,
  type LoggedChange,
  packChange,
  type StoredLexicon,
  unpackChange,
  unpackLexicon,
} from "../../src/index.ts";
import { isRecord } from "../conversation/parse-json.ts";
import { type Archive, statusOf } from "./client.ts";
import { LAYOUT, namesOf } from "./layout.ts";

/** What of an archive is read at a moment: a generation, and so many changes to it. */
export interface Current {
  readonly layout: number;
  readonly generation: number;
  readonly revision: number;
  /** How many pieces the lexicon of the generation is stored in. */
  readonly pieces: number;
  /** Whether articles have changed since the generation was made. */
  readonly isDirty: boolean;
  /** The generation before it, which is kept for who still reads it. */
  readonly previous: Generation | null;
}

/** A generation, by all that is needed to remove it. */
export type Generation = Pick<Current, "generation" | "pieces" | "revision">;

/** `Current` with what guards it: whoever writes it next has to have read this one. */
export interface ReadCurrent {
  readonly current: Current;
  readonly seqNo: number;
  readonly term: number;
}

/** An article as the archive keeps it, and a mark that changes with it. */
export interface KeptArticle extends Article {
  readonly mark: string;
}

/** The articles of one moment, in the order of their ids. */
export interface KeptArticles {
  readonly count: number;
  /** As often as wanted; only what `fields` names of them. */
  pages(fields?: readonly (keyof KeptArticle)[]): AsyncIterable<readonly KeptArticle[]>;
  close(): Promise<void>;
}

const CURRENT = "current";
const GLOSSARY = "glossary";
/** So many bytes of a lexicon go into one document, before they are written as base64. */
const PIECE = 3 << 20;
const PAGE = 100;
/** Between two pages that are asked for. */
const KEPT_OPEN = "30m";
const BY_ID: Types.Common.SortCombinations[] = [{ id: "asc" }];

/** Reads and writes what the archive keeps beside the paragraphs. */
export function createStore({ client, config, try: attempt }: Archive) {
  const names = namesOf(config.name);
  const index = names.state;

  async function document(
    id: string,
  ): Promise<{ source: Record<string, unknown>; seqNo: number; term: number } | null> {
    try {
      const { body } = await attempt(() => client.get({ index, id }));
      if (!body._source) return null;
      return { source: body._source, seqNo: body._seq_no ?? 0, term: body._primary_term ?? 0 };
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  }
  const keep = (id: string, body: object) => attempt(() => client.index({ index, id, body }));
  const bytesOf = (found: Awaited<ReturnType<typeof document>>) => {
    const bytes = found?.source.bytes;
    if (typeof bytes !== "string") throw new Error("A piece of the archive is missing.");
    return gunzipSync(Buffer.from(bytes, "base64"));
  };

  return {
    names,
    document,
    /** What is read now; `null` where there is no archive yet. */
    async current(): Promise<ReadCurrent | null> {
      const found = await document(CURRENT);
      return found && { current: parseCurrent(found.source), seqNo: found.seqNo, term: found.term };
    },
    /** Makes `current` what is read, unless somebody else did so since `known` was read. @throws where they did. */
    async move(current: Current, known: ReadCurrent | null): Promise<ReadCurrent> {
      const guard = known ? { if_seq_no: known.seqNo, if_primary_term: known.term } : { op_type: "create" as const };
      try {
        const { body } = await attempt(() => client.index({ index, id: CURRENT, body: current, ...guard }));
        return { current, seqNo: body._seq_no ?? 0, term: body._primary_term ?? 0 };
      } catch (error) {
        // It may have been written although nothing came back.
        const found = statusOf(error) === 409 ? await this.current() : null;
        if (found && JSON.stringify(found.current) === JSON.stringify(current)) return found;
        throw error;
      }
    },
    async putLexicon(generation: number, packed: Uint8Array): Promise<number> {
      let pieces = 0;
      for (let at = 0; at < packed.length; at += PIECE) {
        const bytes = gzipSync(packed.subarray(at, at + PIECE)).toString("base64");
        await keep(`lexicon-${generation}-${pieces++}`, { bytes });
      }
      return pieces;
    },
    async lexicon({ generation, pieces }: Current): Promise<StoredLexicon> {
      const ids = Array.from({ length: pieces }, (_, at) => `lexicon-${generation}-${at}`);
      return unpackLexicon(Buffer.concat(await Promise.all(ids.map(async (id) => bytesOf(await document(id))))));
    },
    putChange: (generation: number, revision: number, change: LoggedChange) =>
      keep(`change-${generation}-${revision}`, { bytes: gzipSync(packChange(change)).toString("base64") }),
    change: async (generation: number, revision: number): Promise<LoggedChange> =>
      unpackChange(bytesOf(await document(`change-${generation}-${revision}`))),
    putGlossary: (glossary: Glossary) => keep(GLOSSARY, { json: JSON.stringify(glossary) }),
    async glossary(): Promise<Glossary | null> {
      const json = (await document(GLOSSARY))?.source.json;
      return typeof json === "string" ? JSON.parse(json) : null;
    },
    /** Removes all that belongs to a generation. */
    async drop({ generation, pieces, revision }: Generation): Promise<void> {
      const ids = [
        ...Array.from({ length: pieces }, (_, at) => `lexicon-${generation}-${at}`),
        ...Array.from({ length: revision }, (_, at) => `change-${generation}-${at + 1}`),
      ];
      await attempt(() => client.indices.delete({ index: names.paragraphs(generation), ignore_unavailable: true }));
      if (ids.length > 0)
        await attempt(() => client.bulk({ body: ids.map((id) => ({ delete: { _index: index, _id: id } })) }));
    },
    async article(id: string): Promise<Article | undefined> {
      const { body } = await attempt(() => client.mget({ index: names.articles, body: { ids: [id] } }));
      const [doc] = body.docs;
      if (!doc || !("_source" in doc) || !doc._source) return undefined;
      const { mark: _, ...article } = parseKept(doc._source);
      return article;
    },
    /** All articles that are kept, as they are in this moment, whatever changes while they are read. */
    async openKept(): Promise<KeptArticles> {
      const { body: counted } = await attempt(() => client.count({ index: names.articles }));
      const opened = await attempt(() => client.createPit({ index: [names.articles], keep_alive: KEPT_OPEN }));
      const id = opened.body.pit_id ?? "";
      return {
        count: counted.count,
        async *pages(fields) {
          let after: Types.Common.SortResults | undefined;
          for (;;) {
            const body = {
              ...{ query: { match_all: {} }, size: PAGE, sort: BY_ID, pit: { id, keep_alive: KEPT_OPEN } },
              ...(after && { search_after: after }),
              ...(fields && { _source: [...fields] }),
            };
            const { hits } = (await attempt(() => client.search({ body }))).body.hits;
            if (hits.length > 0) yield hits.map(({ _source }) => parseKept(_source));
            after = hits.at(-1)?.sort;
            if (hits.length < PAGE || !after) return;
          }
        },
        async close() {
          // It ends by itself, too.
          await client.deletePit({ body: { pit_id: [id] } }).catch(() => {});
        },
      };
    },
  };
}

/** See `createStore`. */
export type Store = ReturnType<typeof createStore>;

/** Why a layout is not read, and what to do; `null` where it is. */
export function explainLayout({ layout }: Current): string | null {
  if (layout === LAYOUT) return null;
  return layout < LAYOUT
    ? "The archive was made by an older Talks. Run `talks index` with this one: it makes it anew beside it, out of the articles, and bots of the older version answer until then."
    : "The archive was made by a newer Talks. Install that version here, too.";
}

function parseCurrent(source: Record<string, unknown>): Current {
  const { layout, isDirty, previous } = source;
  return {
    ...{ layout: Number(layout), ...parseGeneration(source), isDirty: isDirty === true },
    previous: isRecord(previous) ? parseGeneration(previous) : null,
  };
}

function parseGeneration({ generation, pieces, revision }: Record<string, unknown>): Generation {
  return { generation: Number(generation), pieces: Number(pieces), revision: Number(revision) };
}

/** An article as it is kept. */
export function parseKept(source: unknown): KeptArticle {
  const fields = isRecord(source) ? source : {};
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : null);
  return {
    ...{ id: text("id") ?? "", mark: text("mark") ?? "", body: text("body") ?? "" },
    ...{ title: text("title"), outlet: text("outlet"), author: text("author") },
    ...{ published: text("published"), url: text("url") },
  };
}
