/**
 * Abbreviations that end with a full stop which need end no sentence, without that stop, by what follows them. From the lists of
 * style guides (AP, Chicago, Guardian).
 */
export const ABBREVIATIONS = {
  /** A name follows. */
  titles:
    "Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Rev Revd Fr Hon Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cmdr Cdr Sgt Cpl Pvt Pfc Adm " +
    "Brig Pres Amb Supt Insp Det Asst Atty Dep Sec Sr St Ft Mt",
  /** A number follows. */
  numbered: "No Nos Nr Art Sec Fig Figs Vol Pp pp p Ch Pt Op Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec",
  /** The other side follows, or an example, or a number. */
  linking: "vs v cf ca approx e.g i.e viz",
  /** They end the name of a company. */
  companies: "Inc Ltd Co Cos Corp Plc LLC Bros GmbH Intl",
  /** They stand at the end of what they belong to, and may well end the sentence. */
  trailing:
    "Jr Sr Esq etc al Ave Blvd Rd Dept Univ Assn Mon Tue Tues Wed Thu Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec",
  /** Halves of the day. */
  clock: "a.m p.m",
} as const;

/** Words that begin a sentence far more often than they follow an abbreviation. */
export const SENTENCE_OPENERS =
  "The A An It Its He She His Her They Their We Our I You This That These Those There But And Or So In On At As For From By With When " +
  "While Where If After Before Since Although However Meanwhile Some Most Many Both No Not What Who How Why";

/** Zones that follow a time of day. */
export const TIME_ZONES =
  "ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST EET EEST IST JST AEST Eastern Central Pacific Greenwich";

/** What an apostrophe stands at the front of where letters are left out: ’em, ’til. */
export const ELISIONS = "em til tis twas cause n bout round cos t";
