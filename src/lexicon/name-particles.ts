/**
 * Small words inside of surnames, from many languages: Ludwig von der Heide, Ana de Gaulle, Omar bin Salman. Those of the second
 * list are common English words as well, and belong to a name only between two others of its words.
 */
export const NAME_PARTICLES =
  "de da di dos das du del della degli van von vom der den zu zum zur bin bint ibn ben abu abd al el ul la le las los t af av do y e i und ten ter te".split(
    " ",
  );
export const ONLY_WITHIN_NAMES = "do y e i und ten ter te t la le las los den af av".split(" ");

/** What is joined to the front of a surname: al-Masri, d’Amato, dell’Orto. */
export const JOINED_PARTICLES = "al- el- as- ar- ash- at- az- an- ul- d' de' dell' dall' nell' sant' l' t' o'".split(
  " ",
);

/** Offices and honours behind a surname, which a name goes without. */
export const HONOURS = "mp mep msp kc qc obe mbe cbe kbe dbe phd md dds esq".split(" ");

/** What stands behind a surname and is none. */
export const NAME_SUFFIXES = "jr sr junior senior ii iii iv".split(" ");

/** Small words inside of names of outlets and offices: keeper of the dam. */
export const IN_NAMES = "of for and in at";
