import {
  CURRENCIES,
  CURRENCY_SIGNS,
  MAGNITUDE_LETTERS,
  MAGNITUDES,
  SMALL_NUMBERS,
  TENS,
  UNITS,
} from "../lexicon/numbers.ts";

const WORDS = new Map([
  ...SMALL_NUMBERS.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, 10 * (at + 2)] as const),
]);
const SCALES: ReadonlyMap<string, number> = new Map(Object.entries({ ...MAGNITUDES, ...MAGNITUDE_LETTERS }));
const WORD = [...WORDS.keys()].join("|");
const SCALE = Object.keys(MAGNITUDES).join("|");

/** A number in figures ("5,000", "3.8m", "48 million") or in words ("two hundred and ten"), to be put into an expression. */
export const NUMBER =
  `(?<figure>\\d{1,3}(?:,\\d{3})+\\b|\\d+(?:\\.\\d+)?)(?:[ -](?<scale>${SCALE})\\b|(?<letter>${Object.keys(MAGNITUDE_LETTERS).join("|")})\\b)?` +
  `|(?<words>(?:${WORD})\\b(?:[ -](?:and )?(?:${WORD}|${SCALE})\\b)*)`;

/** What is found by an expression with named groups. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** What a number is worth, and the worth of its last digit that is no filling zero: 3.8 million is said to 100,000. */
export function worthOf({ figure, scale, letter, words = "" }: Groups): readonly [value: number, precision: number] {
  const factor = SCALES.get((scale ?? letter ?? "").toLowerCase());
  const value = figure ? Number(figure.replaceAll(",", "")) : inWords(words.toLowerCase().split(/[ -]/));
  const decimals = figure?.split(".")[1]?.length ?? 0;
  const last = decimals > 0 ? 10 ** -decimals : factor === undefined ? lastDigit(value) : 1;
  return [value * (factor ?? 1), last * (factor ?? 1)];
}

function inWords(words: readonly string[]): number {
  let [total, current] = [0, 0];
  for (const word of words) {
    const scale = SCALES.get(word) ?? 1;
    if (scale > 100) [total, current] = [total + Math.max(1, current) * scale, 0];
    else current = Math.max(scale > 1 ? 1 : 0, current) * scale + (WORDS.get(word) ?? 0);
  }
  return total + current;
}

/** Worth of the last digit that is no filling zero; below 100 a round number is meant as it stands: "20 dead" is not "about 20". */
function lastDigit(value: number): number {
  return value < 100 ? 1 : 10 ** (/0*$/.exec(String(value))?.[0].length ?? 0);
}

/** What a number measures ("length", "money in euro"), and how many of the dimension's basic units one of its own is worth. */
export interface Unit {
  readonly dimension: string;
  readonly size: number;
}

const moneyIn = (currency: string): Unit => ({ dimension: `money in ${currency}`, size: 1 });
const BY_WORD = new Map<string, Unit>(Object.entries(CURRENCY_SIGNS).map(([sign, name]) => [sign, moneyIn(name)]));
for (const [name = "", ...others] of CURRENCIES)
  for (const word of [name, ...others]) BY_WORD.set(word, moneyIn(name)).set(`${word}s`, moneyIn(name));
for (const [dimension, size, words] of UNITS)
  for (const word of words.split(" ")) BY_WORD.set(word, { dimension, size });

/** The unit that a folded word names, or the sign of a currency; `null` where it is a noun like any other. */
export function unitOf(word: string): Unit | null {
  return BY_WORD.get(word) ?? null;
}
