import { createHash } from "node:crypto";
import type { Types } from "@opensearch-project/opensearch";
import { comparedTexts, type StoredParagraph, type Vector } from "../../src/index.ts";
import { isRecord } from "../conversation/parse-json.ts";
import { ENCODER } from "../encoder/vector.ts";
import type { Archive } from "./client.ts";
import { isDocument, type ParagraphDocument, paragraphOf } from "./paragraph-document.ts";
import { type ArchiveView, IN_CORPUS } from "./paragraph-reader.ts";

/** The vectors of a paragraph's texts, as they are kept with it. */
export type KeptVectors = Required<Pick<ParagraphDocument, "vectors" | "compared">>;

/** Makes the vector of a passage; `null` where there is no encoder any more. */
export type EncodePassage = (text: string) => Promise<Vector | null>;

/** So many paragraphs are encoded, and written, at a time: where it is ended it goes on behind them. */
const PAGE = 40;

/** The vectors that an index has of just these texts, by the paragraphs' keys. */
export async function vectorsKept(
  { client, try: attempt }: Archive,
  index: string,
  paragraphs: readonly StoredParagraph[],
): Promise<ReadonlyMap<string, KeptVectors>> {
  const kept = new Map<string, KeptVectors>();
  if (paragraphs.length === 0) return kept;
  const body = { ids: paragraphs.map(({ key }) => key) };
  const found = await attempt(() => client.mget({ index, _source: ["vectors", "compared"], body }));
  for (const [at, doc] of found.body.docs.entries()) {
    const [paragraph, source] = [paragraphs[at], "_source" in doc ? doc._source : null];
    if (!paragraph || !isRecord(source)) continue;
    const { vectors, compared } = source;
    if (typeof vectors === "string" && compared === markOfTexts(comparedTexts(paragraph)))
      kept.set(paragraph.key, { vectors, compared });
  }
  return kept;
}

/** How many paragraphs of a view have vectors; the others are found by words alone. */
export async function countEncoded({ client, try: attempt }: Archive, { index }: ArchiveView): Promise<number> {
  const query = { exists: { field: "vectors" } };
  return (await attempt(() => client.count({ index, body: { query } }))).body.count;
}

/**
 * Encodes the paragraphs of a view that have no vectors yet. What changes meanwhile is left for the next time.
 * @param goOn asked between some paragraphs. @param report told how many are done, of how many.
 */
export async function encodeMissing(
  archive: Archive,
  view: ArchiveView,
  encode: EncodePassage,
  goOn: () => boolean,
  report: (done: number, total: number) => void,
): Promise<void> {
  const { client, try: attempt } = archive;
  const { index, catalogue } = view;
  const query = { bool: { must_not: [{ exists: { field: "vectors" } }] } };
  const { body: counted } = await attempt(() => client.count({ index, body: { query } }));
  let done = 0;
  let after: Types.Common.SortResults | undefined;
  while (goOn()) {
    const body = {
      query,
      size: PAGE,
      sort: IN_CORPUS,
      seq_no_primary_term: true,
      ...(after && { search_after: after }),
    };
    const { hits } = (await attempt(() => client.search({ index, body }))).body.hits;
    const lines = await Promise.all(
      hits.map(async ({ _id, _seq_no, _primary_term, _source }) => {
        const paragraph = isDocument(_source) ? paragraphOf(_source, catalogue) : null;
        const kept = paragraph && (await encodeTexts(comparedTexts(paragraph), encode));
        const guard = { _id, if_seq_no: _seq_no, if_primary_term: _primary_term };
        return kept ? [{ update: guard }, { doc: kept }] : [];
      }),
    );
    // What has been written anew meanwhile is not touched, and a generation may be gone.
    if (lines.some((line) => line.length > 0)) await attempt(() => client.bulk({ index, body: lines.flat() }));
    done += hits.length;
    report(done, counted.count);
    after = hits.at(-1)?.sort;
    if (hits.length < PAGE || !after) return;
  }
}

async function encodeTexts(texts: readonly string[], encode: EncodePassage): Promise<KeptVectors | null> {
  if (texts.length === 0) return null;
  const vectors: Buffer[] = [];
  for (const made of await Promise.all(texts.map(encode))) {
    if (made === null) return null;
    vectors.push(Buffer.from(made.values.buffer, made.values.byteOffset, made.values.byteLength));
  }
  return { vectors: Buffer.concat(vectors).toString("base64"), compared: markOfTexts(texts) };
}

function markOfTexts(texts: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify([ENCODER, ...texts]))
    .digest("base64");
}
