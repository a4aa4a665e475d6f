import { isRole } from "../speech/roles.ts";

/** Nouns by which a report counts people, whoever they are. */
const ANYBODY = new Set(
  "people person persons victim victims lives souls dead casualties casualty fatalities deaths body bodies nobody none".split(
    " ",
  ),
);
const GROUPS = new Set(
  (
    "crew crewmen crewmember crewmembers passenger passengers troops miners sailor sailors seamen fishermen villager villagers " +
    "civilian civilians pilgrim pilgrims migrant migrants refugee refugees tourist tourists protester protesters demonstrator " +
    "demonstrators marcher marchers hostage hostages prisoner prisoners guest guests men women children boys girls adults member members " +
    "staff employees inhabitants occupants spectators hikers climbers swimmers commuters travellers travelers apprentices families suspects " +
    "policemen police firemen personnel supporters activists relatives voters visitors holidaymakers"
  ).split(" "),
);
/** A count of these is not a count of everybody, unless they are asked for. */
const SOME_OF_THEM = new Set(
  (
    "men women man woman child children boys girls boy girl adults civilian civilians soldier soldiers officer officers police policemen firefighter firefighters " +
    "firemen rescuers apprentices foreigners tourists families relatives students pupils staff guards nurses doctors suspects survivors"
  ).split(" "),
);

/** Whether a folded word is a noun for people. */
export function isPerson(word: string): boolean {
  if (ANYBODY.has(word) || GROUPS.has(word)) return true;
  return isRole(word.replace(/men$/, "man").replace(/s$/, ""));
}

/** Whether a count of such people may leave out others to whom the same happened. */
export function isSomeOnly(word: string): boolean {
  return SOME_OF_THEM.has(word);
}
