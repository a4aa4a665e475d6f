/** Small words inside of surnames, from many languages: de Gaulle, von der Heide, bin Salman. */
export const NAME_PARTICLES = (
  "de da di do dos das du del della degli dell' d' van von vom zu zum zur der den ter ten te 't bin bint ibn ben abu abd al el ul la le las los " +
  "lo y e av af of o mac"
).split(" ");

/** What stands at the beginning of a surname, joined to it, in lower case: al-Masri, d’Amato, dell’Orto. */
export const JOINED_PARTICLES =
  "al- el- as- ar- ash- at- az- an- ul- bin- d' l' de' dell' dall' nell' sant' t' o'".split(" ");
