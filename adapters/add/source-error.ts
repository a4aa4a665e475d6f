/** Why a file, page or feed gives no article, as a sentence for whoever asked for it. */
export class SourceError extends Error {
  override name = "SourceError";
  /** Whether it may be otherwise in an hour: a server is busy, a network is down. */
  readonly isPassing: boolean;

  constructor(message: string, { isPassing = false, cause }: { isPassing?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.isPassing = isPassing;
  }
}

/** Whether a fault lies in the source and will be there the next time, too. */
export function isLasting(error: unknown): boolean {
  return error instanceof SourceError && !error.isPassing;
}

/** The sentence of a `SourceError`, or the message of any other fault with the fault that caused it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof SourceError || !(error.cause instanceof Error)) return error.message;
  return reasonOf(error.cause);
}
