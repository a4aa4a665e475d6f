import type { Token } from "../text/tokenize.ts";

/** A number as it is written: what it is worth, how exactly it is said, and the token behind it. */
export interface WrittenNumber {
  readonly value: number;
  /** Worth of its last digit that is no filling zero: 3.8 million is said to 100,000. */
  readonly precision: number;
  readonly to: number;
}

const SMALL = worth(
  "zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 " +
    "fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 " +
    "eighty 80 ninety 90",
);
const MAGNITUDES = worth(
  "hundred 100 thousand 1000 k 1000 million 1000000 m 1000000 mn 1000000 billion 1000000000 bn 1000000000 " +
    "trillion 1000000000000 tn 1000000000000 dozen 12",
);
/** Letters are magnitudes only where they stick to their number. */
const LETTERS = new Set(["k", "m", "mn", "bn", "tn"]);
/** Below this a round number is meant as it stands: "20 dead" is not "about 20". */
const ROUNDED_FROM = 100;

const PARTS = worth("half 50 third 33 thirds 33 quarter 25 quarters 25 fifth 20 fifths 20 tenth 10 tenths 10");
const TIMES = worth("a 1 one 1 two 2 three 3 four 4");

/** A share told as a fraction ("half of", "two thirds of"), in hundredths. */
export function fractionAt(tokens: readonly Token[], from: number): WrittenNumber | null {
  const [word, next] = [tokens[from]?.word ?? "", tokens[from + 1]?.word ?? ""];
  const times = word === "half" ? 1 : TIMES.get(word);
  const part = PARTS.get(word === "half" ? word : next);
  const to = word === "half" ? from + 1 : from + 2;
  if (times === undefined || part === undefined || !/^(?:of|the|its|their|all)$/.test(tokens[to]?.word ?? ""))
    return null;
  return { value: times * part, precision: 4, to };
}

/** The number that begins with a token: in figures, in words, or both ("3.8m", "two hundred and ten", "half a million"). */
export function numberAt(tokens: readonly Token[], from: number): WrittenNumber | null {
  const first = tokens[from];
  if (!first) return null;
  if (/^\d+(?:\.\d+)?$/.test(first.word)) return withMagnitudes(tokens, from + 1, Number(first.word), first.word);
  if (first.word === "half" || first.word === "a" || first.word === "an") return article(tokens, from);
  return SMALL.has(first.word) ? inWords(tokens, from) : null;
}

/** "a million", "a dozen", "half a million": an article alone is no number. */
function article(tokens: readonly Token[], from: number): WrittenNumber | null {
  const isHalf = tokens[from]?.word === "half";
  const at = isHalf ? from + 2 : from + 1;
  const magnitude = MAGNITUDES.get(tokens[at]?.word ?? "");
  if (magnitude === undefined || LETTERS.has(tokens[at]?.word ?? "")) return null;
  const value = magnitude * (isHalf ? 0.5 : 1);
  return { value, precision: value / 5, to: at + 1 };
}

function inWords(tokens: readonly Token[], from: number): WrittenNumber {
  let [total, current, at] = [0, 0, from];
  for (; at < tokens.length; at++) {
    const word = tokens[at]?.word ?? "";
    const small = SMALL.get(word);
    const magnitude = LETTERS.has(word) ? undefined : MAGNITUDES.get(word);
    if (small !== undefined && (current % 10 === 0 || current === 0) && (current === 0 || small < 10 || current >= 100))
      current += small;
    else if (magnitude !== undefined && magnitude <= 100) current = Math.max(1, current) * magnitude;
    else if (magnitude !== undefined) [total, current] = [total + Math.max(1, current) * magnitude, 0];
    else if (word === "and" && total + current >= 100 && SMALL.has(tokens[at + 1]?.word ?? "")) continue;
    else break;
  }
  const value = total + current;
  return { value, precision: fillingZeros(value), to: at };
}

function withMagnitudes(tokens: readonly Token[], next: number, digits: number, word: string): WrittenNumber {
  const unit = tokens[next]?.word ?? "";
  const sticks = tokens[next]?.start === tokens[next - 1]?.end;
  const magnitude = LETTERS.has(unit) && !sticks ? undefined : MAGNITUDES.get(unit);
  const decimals = word.split(".")[1]?.length ?? 0;
  const last = decimals > 0 ? 10 ** -decimals : magnitude === undefined ? fillingZeros(digits) : 1;
  return magnitude === undefined
    ? { value: digits, precision: last, to: next }
    : { value: digits * magnitude, precision: last * magnitude, to: next + 1 };
}

function fillingZeros(value: number): number {
  if (value < ROUNDED_FROM) return 1;
  let precision = 1;
  while (value % (precision * 10) === 0) precision *= 10;
  return precision;
}

function worth(text: string): ReadonlyMap<string, number> {
  const words = text.split(" ");
  return new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, Number(words[at + 1])] as const] : [])));
}
