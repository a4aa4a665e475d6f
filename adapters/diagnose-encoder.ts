import { type Check, skipped } from "./diagnosis.ts";

/** Looks whether nearness of meaning can be measured on this machine. */
export async function diagnoseEncoder(): Promise<Check> {
  return skipped("Encoder", "answers by words alone");
}
