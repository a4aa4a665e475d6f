/** Currencies: the name, then other words and codes for the same; all but codes also with an "s". */
export const CURRENCIES = (
  "dollar usd|euro eur|pound gbp|pence|cent|yen|yuan|won|ruble rouble|hryvnia|franc|crown|krona kronor|krone kroner|mark|" +
  "peso|rupee|lira|zloty|dinar|dirham|shilling|florin"
)
  .split("|")
  .map((words) => words.split(" "));

/** Signs that stand before an amount of a currency. */
export const CURRENCY_SIGNS = { $: "dollar", "€": "euro", "£": "pound", "¥": "yen", "₴": "hryvnia", "₽": "ruble" };
