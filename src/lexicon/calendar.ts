/** Months and days of the week in their order, from January and from Sunday, in lower case. */
export const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
export const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
/** How months are cut short; in the order of the months but for the second form of September. */
export const SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
