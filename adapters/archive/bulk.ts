import type { Lexicon, StoredParagraph } from "../../src/index.ts";
import { OperatorError } from "../operator-error.ts";
import { type Archive, statusOf } from "./client.ts";
import { documentOf } from "./paragraph-document.ts";
import { vectorsKept } from "./vectors.ts";

/** A document that is written, or with `null` removed. */
export interface Act {
  readonly id: string;
  readonly body: object | null;
}

const FLUSH_BYTES = 2 << 20;
/** Requests under way at a time. */
const AT_ONCE = 3;
/** Of documents that a busy node sends back. */
const MOST_RETRIES = 10;

/** Writes some documents; all of them again where the nodes fail. @throws OperatorError where some are refused. */
export async function writeAll({ client, try: attempt }: Archive, index: string, acts: readonly Act[]): Promise<void> {
  const refused: string[] = [];
  await attempt(() =>
    client.helpers.bulk<Act>({
      datasource: [...acts],
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

/** A paragraph with the revision in which its article came to the generation. */
export interface DatedParagraph {
  readonly paragraph: StoredParagraph;
  readonly revision: number;
}

/** Writes paragraphs, with the vectors that an earlier index has of the same texts. */
export async function writeParagraphs(
  archive: Archive,
  index: string,
  dated: readonly DatedParagraph[],
  lexicon: Pick<Lexicon, "vocabulary">,
  earlierIndex: string | null,
): Promise<void> {
  const paragraphs = dated.map(({ paragraph }) => paragraph);
  const vectors = earlierIndex === null ? null : await vectorsKept(archive, earlierIndex, paragraphs);
  const acts = dated.map(({ paragraph, revision }) => {
    const { key } = paragraph;
    return { id: key, body: { ...documentOf(paragraph, lexicon, revision), ...vectors?.get(key) } };
  });
  await writeAll(archive, index, acts);
}

/** Makes an index where there is none. */
export async function makeIndex({ client, try: attempt }: Archive, index: string, body: object): Promise<void> {
  try {
    await attempt(() => client.indices.create({ index, body, wait_for_active_shards: "1" }));
  } catch (error) {
    // It is there.
    if (statusOf(error) !== 400 || !String(error).includes("resource_already_exists")) throw error;
  }
}
