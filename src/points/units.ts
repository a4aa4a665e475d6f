/** What a number measures, and how many of the dimension's basic units one of its own is worth. */
export interface Unit {
  readonly dimension: string;
  readonly factor: number;
}

/** Days, metres and kilograms are the basic units; months and years are taken at their usual length. */
const MEASURES = new Map<string, Unit>();
for (const [dimension, units] of [
  [
    "time",
    "second 0.0000115741 minute 0.000694444 hour 0.0416667 day 1 night 1 week 7 fortnight 14 month 30.4 year 365 decade 3650",
  ],
  [
    "length",
    "millimeter 0.001 centimeter 0.01 meter 1 metre 1 millimetre 0.001 centimetre 0.01 kilometer 1000 kilometre 1000 km 1000 mile 1609 foot 0.3048 feet 0.3048 ft 0.3048 inch 0.0254 yard 0.9144",
  ],
  ["weight", "gram 0.001 kilogram 1 kilo 1 kg 1 tonne 1000 ton 1000"],
  ["speed", "knot 1"],
] as const) {
  const words = units.split(" ");
  words.forEach((word, at) => {
    if (at % 2 === 0)
      for (const form of [word, `${word}s`]) MEASURES.set(form, { dimension, factor: Number(words[at + 1]) });
  });
}
MEASURES.set("inches", { dimension: "length", factor: 0.0254 });

const CURRENCIES =
  /^(dollar|euro|pound|yen|ruble|rouble|hryvnia|franc|crown|florin|cent|mark|peso|rupee|yuan|won|lira|krone|krona|zloty|dinar|dirham|shilling)s?$|^(usd|eur|gbp)$/;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["$", "dollar"],
  ["€", "euro"],
  ["£", "pound"],
  ["¥", "yen"],
  ["₴", "hryvnia"],
  ["₽", "ruble"],
]);

/** The unit that a folded word names; `null` where it is a noun like any other. */
export function unitOf(word: string): Unit | null {
  const currency = CURRENCIES.exec(word);
  if (currency) return money(currency[1] ?? word);
  return MEASURES.get(word) ?? null;
}

/** The currency whose sign stands before a number. */
export function currencyOf(sign: string): Unit | null {
  const name = SIGNS.get(sign);
  return name === undefined ? null : money(name);
}

function money(currency: string): Unit {
  return { dimension: `money in ${currency}`, factor: 1 };
}
