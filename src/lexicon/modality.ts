/** Words of what is only wished, planned or thought possible, in the forms that tell: "planned" does and "plan" does not. */
export const HYPOTHETICAL = (
  "would could might should if unless expect expects expected expecting forecast forecasts projected propose proposes proposed want wants " +
  "wanted demand demands demanded seek seeks sought hope hopes hoped plans planned likely intend intends intended aim aims suggest suggests " +
  "suggested offer offers offered ask asks asked"
).split(" ");

/** Words of what is to come. */
export const FUTURE = ["will", "shall", "won't"];

/** What tells of another report before or after: these words, and these verbs before "to", "from" and the like. */
export const CHANGED =
  "revis|updat|initial|originally|reschedul|postpon|delay|later than|so far|brought forward|at first".split("|");
export const CHANGING =
  "risen|rises|rose|rising|climb|jump|grew|grown|swell|swollen|increas|drop|fell|fallen|shrank|shrunk|moved|put back|rais|cut".split(
    "|",
  );

/** Words that name one part of something longer, before the part: "the first day". */
export const PHASES = {
  which: "first second third fourth last final opening closing".split(" "),
  of: "day night week weekend month year hour round half quarter phase stage leg".split(" "),
};

/** Words by which English says how far something has come: of lasting, of waiting, of stopping and of doubt. */
export const STATES = (
  "remain remains remained remaining still yet so-far status uncertain uncertainty unclear unresolved undecided unsettled fluid open " +
  "pending ongoing underway continue continues continued stall stalls stalled stalemate deadlock deadlocked impasse standstill " +
  "suspended resume resumes resumed postponed hold progress stands collapsed halted"
).split(" ");
