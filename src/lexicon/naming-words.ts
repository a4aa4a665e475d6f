/** Words before a name, a nickname or a title that stands in quotation marks: the film “…”, nicknamed “…”. */
export const NAMING =
  "nicknamed called dubbed known titled entitled named so-called word words term terms phrase phrases film movie book " +
  "novel song album single play show series programme program podcast game painting documentary poem essay operation " +
  "codenamed labelled labeled christened name names alias nickname memoir magazine musical opera exhibition";
