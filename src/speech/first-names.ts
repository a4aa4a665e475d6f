import { FEMALE_NAMES, MALE_NAMES } from "../lexicon/first-names.ts";
import type { Gender } from "./roles.ts";

const GENDERS = new Map<string, Gender>([
  ...FEMALE_NAMES.map((name) => [name, "female"] as const),
  ...MALE_NAMES.map((name) => [name, "male"] as const),
]);

/** The gender that a first name (lower case, no accents) is mostly given to; `null` for an unknown or shared name. */
export function genderOfFirstName(name: string): Gender | null {
  return GENDERS.get(name) ?? null;
}
