/** What happens to those that a report counts, and when: all the words by which reports tell of one such thing. */
export interface Outcome {
  /** Apart by spaces; two that belong together are joined by a plus sign. WordNet keeps "die" and "kill" far apart. */
  readonly words: string;
  /** Whether it befalls people, so that a report counts each of them once. */
  readonly isCasualty: boolean;
}

export const OUTCOMES: readonly Outcome[] = [
  { isCasualty: true, words: "die died dead death kill drown perish fatality fatal slay lose+life claim+life toll" },
  { isCasualty: true, words: "injure injury wound hurt" },
  { isCasualty: true, words: "missing unaccounted" },
  { isCasualty: true, words: "rescue save pull+out pull+from pluck+from winch" },
  { isCasualty: true, words: "arrest detain custody apprehend" },
  { isCasualty: true, words: "evacuate flee displace homeless leave+home" },
  { isCasualty: false, words: "destroy burn raze gut flatten" },
  { isCasualty: false, words: "march demonstrate protest rally" },
  { isCasualty: false, words: "cost price pay spend worth" },
  { isCasualty: false, words: "employ work payroll" },
  { isCasualty: false, words: "attend audience crowd turnout" },
  { isCasualty: false, words: "win take get receive" },
  { isCasualty: false, words: "build construct erect" },
  { isCasualty: false, words: "start begin open commence launch" },
  { isCasualty: false, words: "end finish conclude" },
];

/** Nouns that count people, whoever they are, beside those for offices, occupations and relations. */
export const PEOPLE = (
  "people person persons victim victims lives souls dead casualties casualty fatalities deaths body bodies nobody none crew crewmember " +
  "crewmembers passenger passengers troops sailor sailors villager villagers civilian civilians pilgrim pilgrims migrant migrants " +
  "refugee refugees tourist tourists protester protesters demonstrator demonstrators marcher marchers hostage hostages prisoner prisoners " +
  "guest guests miners boys girls adults member members staff employees inhabitants occupants spectators hikers climbers swimmers " +
  "commuters travellers travelers apprentices families suspects police personnel supporters activists relatives voters visitors holidaymakers"
).split(" ");

/** A count of these may leave out others to whom the same happened. */
export const SOME_PEOPLE = (
  "men women man woman child children boys girls boy girl adults civilian civilians soldier soldiers officer officers police policemen " +
  "firefighter firefighters firemen rescuers apprentices foreigners tourists families relatives students pupils staff guards nurses doctors " +
  "suspects survivors"
).split(" ");
