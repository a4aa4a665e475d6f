import { MONTHS, SHORT_MONTHS, WEEKDAYS } from "../lexicon/calendar.ts";
import {
  CURRENCIES,
  CURRENCY_SIGNS,
  INDEFINITE_NUMBERS,
  MAGNITUDES,
  ORDINALS,
  SMALL_NUMBERS,
  TENS,
} from "../lexicon/numbers.ts";
import { REASONS } from "../lexicon/reasons.ts";
import { RELATIONS } from "../lexicon/roles.ts";
import type { Need } from "../question/kinds.ts";

const NUMBER_WORDS =
  `${[...SMALL_NUMBERS.slice(1), ...TENS].join("|")}|(?:${Object.keys(MAGNITUDES).join("|")})s?|` +
  INDEFINITE_NUMBERS.join("|");
const ORDINAL = ORDINALS.join("|");
const SIGNS = Object.keys(CURRENCY_SIGNS).join("");
const CURRENCY = CURRENCIES.flat().join("|");
const NUMBER = new RegExp(`\\d|\\b(?:${NUMBER_WORDS})\\b`, "i");
const AGE =
  /\b(?:aged?|age of) \d{1,3}\b|\b\d{1,3}[\s\u2011-]years?[\s\u2011-]old\b|, (?<=\p{L}, )\d{1,3}[,.]| \((?<=\p{L} \()\d{1,3}\)/u;
const RELATION = new RegExp(`\\b(?:${RELATIONS.join("|")})(?!\\p{L})|\\w[-\\u2011]in[-\\u2011]law\\b`, "iu");
const MONEY = new RegExp(
  `[${SIGNS}]\\s?\\d|\\b(?:\\d[\\d.,]*|${NUMBER_WORDS})\\s?(?:hundred|thousand|million|billion|trillion|m|bn|tn|k)?\\s?(?:US |Canadian |Australian )?(?:${CURRENCY})s?\\b`,
  "i",
);
const SHARE = new RegExp(
  `\\d\\s?(?:%|percent|per cent)|\\b(?:half|third|thirds|quarter|quarters|fifths?|tenths?|double[ds]?|triple[ds]?|twice|percent|per cent)\\b|\\bby (?:\\w+ ){0,2}(?:\\d|${NUMBER_WORDS})`,
  "i",
);
const UNIT =
  "(?:seconds?|minutes?|hours?|days?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies)|nights?|afternoons?|mornings?)";
const DURATION = new RegExp(
  `(?:\\d(?:st|nd|rd|th)?|\\b(?:${NUMBER_WORDS}|${ORDINAL}|a|an|few|many|several|nearly|almost|over))[\\s\\u00a0\\u2011-]+(?:\\w+[\\s\\u2011-]+)?${UNIT}\\b|\\b${UNIT}[- ]long\\b|\\ball (?:day|night|week|year)\\b`,
  "i",
);
const SHORT_MONTH = `(?:${[...SHORT_MONTHS, "sept"].join("|")})`;
const HOURS = SMALL_NUMBERS.slice(1, 13).join("|");
// "May" alone is mostly a verb.
const MONTH = MONTHS.filter((month) => month !== "may").join("|");
/** One boundary before all of it: whatever does not begin a word is passed over at once. */
const TIME = new RegExp(
  `\\b(?:${[
    `(?:1[0-9]|20)\\d{2}\\b|(?:${WEEKDAYS.join("|")}|${MONTH})\\b`,
    `at (?:${HOURS})\\b|${SHORT_MONTH}\\.? \\d|\\d{1,2} ${SHORT_MONTH}\\b|\\d{1,2}:\\d{2}\\b|\\d{1,2}(?::\\d{2})?\\s?[ap]\\.?m\\b`,
    "(?:yesterday|today|tomorrow|tonight|overnight|midnight|noon|dawn|dusk|later|soon|earlier|ago|until|once|as soon as)\\b",
    "(?:last|next|this|past|coming|same|previous|following) (?:week|month|year|day|night|summer|winter|spring|autumn|fall|morning|evening|afternoon|weekend|decade|quarter)\\b",
    "(?:by|in|until|before|after) (?:the )?(?:spring|summer|autumn|fall|winter|weeks?|days?|months?)\\b",
    "(?:weeks?|days?|months?|years?|hours?) (?:after|before|later|earlier)\\b",
  ].join("|")})`,
  "i",
);
const HOUR =
  /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b|\bo['’]clock\b|\b(?:noon|midnight|dawn|dusk|sunrise|sunset|half past|quarter (?:past|to))\b/i;
export const PLACE =
  /\b(?:in|at|near|outside|inside|across|around) (?:the |a )?(?:\p{L}+ ){0,2}\p{Lu}\p{L}+|\b(?:to|from|into|off|toward|towards|through|on) (?:the )?\p{Lu}\p{L}+|^\p{Lu}{3,}/u;
const REASON = new RegExp(`\\b(?:${REASONS.join("|")})\\w*`, "i");
/** It begins to look at a comma: words are many, commas few. */
const ENUMERATION =
  /, (?<=\p{L}, )(?:(?:[\p{L}’'-]+ ){0,3}[\p{L}’'-]+, (?:[\p{L}’'-]+ ){0,3}[\p{L}’'-]+,? (?:and|or) |(?<=\p{Lu}\p{L}+, )\p{Lu}\p{L}+,? (?:and|or) \p{Lu})/u;
const PROPER = /(?<=[\p{L}\p{N},;:)”’"]\s)(?:the )?\p{Lu}\p{L}+|^(?:The )?\p{Lu}\p{L}+ \p{Lu}/u;

/** How a passage is seen to have the kind of expression that a question needs. */
export const EXPRESSIONS: Readonly<Partial<Record<Need, RegExp>>> = {
  number: NUMBER,
  age: AGE,
  year: new RegExp(`\\b(?:1[5-9]|20)\\d{2}\\b|\\b(?:${ORDINAL}) year\\b`),
  relation: RELATION,
  money: MONEY,
  share: SHARE,
  duration: DURATION,
  time: TIME,
  hour: HOUR,
  place: PLACE,
  reason: REASON,
  person: PROPER,
  list: ENUMERATION,
};
