import { OperatorError } from "../operator-error.ts";

/** Thrown where the state cannot be opened; nothing that is kept has been changed then. */
export class StateError extends OperatorError {
  override name = "StateError";
}
