/** English number words in the order of what they are worth: from 0, the tens from 20, the ordinals from 1st. */
export const SMALL_NUMBERS = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
export const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
export const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** What a number before one of these words is multiplied by, or with one of these letters sticking to it. */
export const MAGNITUDES = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
export const MAGNITUDE_LETTERS = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12 };

/** Words before a number that say how it bounds what is meant: from `low` to `high` times the number. Longer phrases come first. */
export const BOUNDS: readonly { readonly low: number; readonly high: number; readonly words: string }[] = [
  {
    low: 1,
    high: Number.POSITIVE_INFINITY,
    words: "at least|no fewer than|not less than|no less than|upwards of|as many as",
  },
  { low: 0, high: 1, words: "up to|at most|no more than|not more than|fewer than|less than|under|below" },
  { low: 1, high: Number.POSITIVE_INFINITY, words: "more than|over|above|exceeds|exceeded|exceeding" },
  { low: 0.9, high: 1, words: "nearly|almost|close to|just under" },
  { low: 0.9, high: 1.1, words: "about|around|some|roughly|approximately|circa|estimated|reported" },
];

/** What stands before or behind a number that is added to another, or is a part of it. */
export const PART_BEFORE =
  "another|additional|further|extra|other|including|include|includes|among them|from|not|than|of which";
export const PART_BEHIND = "more|other|others|additional|extra|of|out of";

/** Words that say how many without a number. */
export const INDEFINITE_NUMBERS = "half|twice|double|triple|third|quarter|several|couple|no one|nobody|none".split("|");
/** How the words begin that stand for a number before what is counted. */
export const QUANTITIES = "sever dozen hundr thousand million billion coupl".split(" ");
/** Of what these are, a number comes behind. */
export const TALLIES = "number total count tally toll".split(" ");

/** Currencies: the name, then other words and codes for the same; all but codes also with an "s". */
export const CURRENCIES = (
  "dollar usd|euro eur|pound gbp|pence|cent|yen|yuan|won|ruble rouble|hryvnia|franc|crown|krona kronor|krone kroner|mark|" +
  "peso|rupee|lira|zloty|dinar|dirham|shilling|florin"
)
  .split("|")
  .map((words) => words.split(" "));

/** Signs that stand before an amount of a currency. */
export const CURRENCY_SIGNS = { $: "dollar", "€": "euro", "£": "pound", "¥": "yen", "₴": "hryvnia", "₽": "ruble" };

/** Units by what they measure: how many days, metres, kilograms or hundredths one is, then its words. Months and years at their usual length. */
export const UNITS: readonly (readonly [dimension: string, size: number, words: string])[] = [
  ["time", 1 / 86_400, "second seconds"],
  ["time", 1 / 1440, "minute minutes"],
  ["time", 1 / 24, "hour hours"],
  ["time", 1, "day days night nights"],
  ["time", 7, "week weeks"],
  ["time", 30.4, "month months"],
  ["time", 365, "year years"],
  ["time", 3650, "decade decades"],
  ["length", 0.01, "centimetre centimetres centimeter centimeters cm"],
  ["length", 0.3048, "foot feet ft"],
  ["length", 1, "metre metres meter meters"],
  ["length", 1000, "kilometre kilometres kilometer kilometers km"],
  ["length", 1609, "mile miles"],
  ["weight", 1, "kilogram kilograms kilo kilos kg"],
  ["weight", 1000, "tonne tonnes ton tons"],
  ["share", 1, "percent pc"],
];

/** Adjectives of size: "how deep" asks for an amount. */
export const EXTENTS = "far high deep tall wide long heavy large big";
