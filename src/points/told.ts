import type { Amount } from "./amounts.ts";
import type { AskedPoint, AskedWords } from "./asked-point.ts";
import { amountAsked } from "./compare-amounts.ts";
import { type Holder, holdersIn } from "./holders.ts";
import { type Moment, momentsIn } from "./moments.ts";
import { clauseAt, countWords, type Reading, sentenceAt } from "./reading.ts";
import { type Stance, stancesIn } from "./stances.ts";

/** What a passage tells on the point that a question asks for. */
export type Told = { readonly reading: Reading } & (
  | { readonly kind: "amount"; readonly amount: Amount }
  | { readonly kind: "moment"; readonly moment: Moment }
  | { readonly kind: "holder"; readonly holders: readonly Holder[] }
  | { readonly kind: "stance"; readonly stances: readonly Stance[] }
);

/** Finds what a passage tells on a point; `null` where it tells nothing, or too much for one thing to be meant. */
export function toldOn(asked: AskedPoint, reading: Reading): Told | null {
  switch (asked.kind) {
    case "amount": {
      const amount = amountAsked(reading, asked);
      return amount && { reading, kind: "amount", amount };
    }
    case "moment": {
      const moment = momentAsked(reading, asked.words);
      return moment && { reading, kind: "moment", moment };
    }
    case "holder": {
      const holders = holdersIn(reading).filter(({ role }) => asked.roles.has(role));
      return holders.length > 0 ? { reading, kind: "holder", holders } : null;
    }
    case "stance": {
      const stances = stancesIn(reading, asked.verbs);
      return stances.length > 0 ? { reading, kind: "stance", stances } : null;
    }
  }
}

/**
 * The one moment at which a passage puts what is asked for, in a sentence that has the last of the words asked about and
 * all but one of the others; `null` where there is none, or several.
 */
function momentAsked(reading: Reading, words: AskedWords): Moment | null {
  const last = words.slice(-1);
  const moments = momentsIn(reading).filter((moment) => {
    const sentence = sentenceAt(reading, moment.range.from);
    const isOnPoint =
      countWords(reading, sentence, last) > 0 && countWords(reading, sentence, words) >= words.length - 1;
    return isOnPoint && !moment.isLimit && !moment.isReported;
  });
  const inClause = ({ range }: Moment) => countWords(reading, clauseAt(reading, range.from), last) > 0;
  const [only, another] = moments.length > 1 ? moments.filter(inClause) : moments;
  return only && !another ? only : null;
}
