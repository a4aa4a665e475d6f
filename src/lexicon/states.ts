/** Words by which English says how far something has come: of lasting, of waiting, of stopping and of doubt. */
export const STATES = (
  "remain remains remained remaining still yet so-far status uncertain uncertainty unclear unresolved undecided unsettled fluid open " +
  "pending ongoing underway continue continues continued stall stalls stalled stalemate deadlock deadlocked impasse standstill " +
  "suspended resume resumes resumed postponed hold progress stands collapsed halted"
).split(" ");
