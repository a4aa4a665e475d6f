import { stemmer } from "stemmer";
import { IRREGULAR_VERBS, IRREGULAR_WORDS } from "../lexicon/irregular-forms.ts";
import { ORDINALS, SMALL_NUMBERS, TENS } from "../lexicon/numbers.ts";

const IRREGULAR = new Map<string, string>();
for (const entry of [...IRREGULAR_VERBS, ...IRREGULAR_WORDS]) {
  const [base = "", ...forms] = entry.split(" ");
  for (const form of forms) IRREGULAR.set(form, base);
}

/**
 * British endings written the American way. They are applied to articles and questions alike, so a word that merely
 * looks British (promise → promize) is still found. Each has letters without which it cannot be there: most words
 * have none of them, and that is seen at once.
 */
const AMERICAN_ENDINGS: readonly (readonly [letters: string, british: RegExp, american: string])[] = [
  ["is", /(?<=\w{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations|ational|able)$)/, "iz"],
  ["ys", /(?<=\w{3})ys(?=(?:e|es|ed|er|ers|ing)$)/, "yz"],
  ["our", /(?<=\w{2})our(?=(?:s|ed|ing|er|ers|able|ful|hood|hoods|ite|ites)?$)/, "or"],
  ["enc", /(?<=^(?:def|off|pret|lic))enc(?=(?:e|es|ed|eless|ing)$)/, "ens"],
  ["re", /(?<=\w{2}[bt])re(?=s?$)/, "er"],
  ["ell", /(?<=[aeiou][a-z]*)ell(?=(?:ed|ing|er|ers)$)/, "el"],
  ["programme", /(?<=^programm)e(?=s?$)/, ""],
  ["dgement", /(?<=^judg)e(?=ment)|(?<=^acknowledg)e(?=ment)/, ""],
  ["manoeuvr", /^manoeuvre(?=s?$)|^manoeuvr(?=ed$|er|ing|ab)/, "maneuver"],
];

/** "One" is mostly no number. */
const NUMBER_WORDS = new Map([
  ...SMALL_NUMBERS.flatMap((word, value) => (value === 1 ? [] : [[word, String(value)] as const])),
  ...TENS.map((word, at) => [word, String(10 * (at + 2))] as const),
  ...ORDINALS.map((word, at) => [word, `${at + 1}${["st", "nd", "rd"][at] ?? "th"}`] as const),
]);

/**
 * The term under which a folded word is indexed: number words as digits, irregular forms as their base, British
 * spelling as American, then Porter's stem (M. F. Porter, 1980).
 */
export function stem(word: string): string {
  const number = NUMBER_WORDS.get(word);
  if (number !== undefined) return number;
  if (!/^[a-z]+$/.test(word)) return word;
  return stemmer(baseOf(word));
}

/** What a folded word is stemmed as: an irregular form's base, in American spelling; mostly the word itself. */
export function baseOf(word: string): string {
  let base = IRREGULAR.get(word) ?? word;
  for (const [letters, british, american] of AMERICAN_ENDINGS)
    if (base.includes(letters)) base = base.replace(british, american);
  return base;
}
