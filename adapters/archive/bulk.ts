import { OperatorError } from "../operator-error.ts";
import type { Archive } from "./client.ts";

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
