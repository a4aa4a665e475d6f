/** Months and days of the week in their order, from January and from Sunday, in lower case. */
export const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
export const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
/** How months are cut short, in their order. */
export const SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** All of these as words that name a day or a month. */
export const CALENDAR = [
  ...WEEKDAYS,
  ...MONTHS,
  ...SHORT_MONTHS,
  "sept",
  ..."mon tue tues wed thu thurs fri sat sun".split(" "),
];

/** Feast days that are written with a capital like names. */
export const FEASTS = ["christmas", "easter"];
