/** A fault that whoever runs the program can mend: its message says how, and where it happened helps nobody. */
export class OperatorError extends Error {
  override name = "OperatorError";
}

/** What an error says, without its class. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
