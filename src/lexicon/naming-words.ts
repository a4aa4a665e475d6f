/** Words before a name, a nickname or a title that stands in quotation marks: the film “…”, nicknamed “…”. */
export const NAMING =
  "nicknamed called dubbed known titled entitled named so-called word words term terms phrase phrases film movie book " +
  "novel song album single play show series programme program podcast game painting documentary poem essay operation " +
  "codenamed labelled labeled christened name names alias nickname memoir magazine musical opera exhibition";

/** Words that are written small within a title. */
export const SMALL_IN_TITLES = "the a an of in on at by for from with to and or";
