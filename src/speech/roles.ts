import { INSTITUTIONS } from "../lexicon/institutions.ts";
import { FEMALE_ROLES, MALE_ROLES, ROLE_ENDINGS, ROLES } from "../lexicon/roles.ts";

const FEMALE = new Set(FEMALE_ROLES);
const MALE = new Set(MALE_ROLES);
const NEUTRAL = new Set(ROLES);
const BODIES = new Set(INSTITUTIONS);
const ROLE_ENDING = new RegExp(`(?:${ROLE_ENDINGS})$`);

/** What a word such as a title or an occupation tells of the gender of whoever bears it. */
export type Gender = "female" | "male";

/** The gender that a title, an occupation or a relation names; `null` where it names none. */
export function genderOfRole(word: string): Gender | null {
  if (FEMALE.has(word) || word.endsWith("woman")) return "female";
  if (MALE.has(word)) return "male";
  return null;
}

/** Whether a word names an office, an occupation or a relation, so that a person's name may follow it. */
export function isRole(word: string): boolean {
  if (NEUTRAL.has(word) || FEMALE.has(word) || MALE.has(word) || ROLE_ENDING.test(word)) return true;
  return word.includes("-") && word.split("-").some((part) => NEUTRAL.has(part));
}

/** Whether a word names several with one office or occupation, so that their names may follow it: ministers. */
export function isRoleOfSeveral(word: string): boolean {
  return word.endsWith("s") && isRole(word.slice(0, -1));
}

/** Whether a word names a kind of body that can speak as one: company, agency, court. */
export function isInstitution(word: string): boolean {
  return BODIES.has(word);
}
