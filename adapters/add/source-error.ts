/** Why a file, page or feed gives no article, as a sentence for whoever asked for it. */
export class SourceError extends Error {
  override name = "SourceError";
}

/** The sentence of a `SourceError`, or the message of any other fault with the fault that caused it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof SourceError || !(error.cause instanceof Error)) return error.message;
  return reasonOf(error.cause);
}
