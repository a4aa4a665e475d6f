/** English number words in the order of what they are worth: from 0, the tens from 20, the ordinals from 1st. */
export const SMALL_NUMBERS = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
export const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
export const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** What a number before one of these words is multiplied by. */
export const MAGNITUDES = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
/** The same for letters that stick to a figure: "3.8m". */
export const MAGNITUDE_LETTERS = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12 };
/** Parts of a whole, in hundredths. */
export const FRACTIONS = { half: 50, third: 33, quarter: 25, fifth: 20, tenth: 10 };

/** Words before a number that say how it bounds what is meant; the longer ones first. */
export const BOUNDS = {
  atLeast: ["at least", "no fewer than", "not less than", "no less than", "upwards of", "as many as"],
  atMost: ["up to", "at most", "no more than", "not more than", "fewer than", "less than", "under", "below"],
  moreThan: ["more than", "over", "above", "exceeds", "exceeded", "exceeding"],
  nearly: ["nearly", "almost", "close to", "just under"],
  about: ["about", "around", "some", "roughly", "approximately", "circa", "estimated", "reported"],
};

/** What stands before a number that is added to another, or is a part or the whole of it. */
export const PART_BEFORE =
  "another|additional|further|extra|other|including|include|includes|among them|from|not|than|of which|of the|of its|of their".split(
    "|",
  );
/** What stands behind one: "three more", "five of the", "one in ten". */
export const PART_BEHIND = "more|other|others|additional|extra|of|out of".split("|");
