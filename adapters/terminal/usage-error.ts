/** Thrown where the command line asks for something that does not go together; its message is for the person. */
export class UsageError extends Error {
  override name = "UsageError";
}
