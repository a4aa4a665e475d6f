/** Words that are said of a person beside the name. A name that contains one is a role, a place or an agency line. */
export const ROLE =
  /\b(?:reporters?|correspondents?|editors?|editorial|writers?|columnists?|journalists?|producers?|presenters?|contributors?|contributing|freelancers?|freelance|photographers?|critics?|analysts?|chief|heads?|deputy|senior|junior|assistant|special|staff|bureau|desk|team|political|politics|business|science|health|sports?|culture|education|environment|economics?|technology|foreign|diplomatic|local|national|world|news|digital|chair|professor|director)\b/iu;

/** "A, B and C", and behind it where they work. */
const CLOSED_LIST = /^(?<names>[^,]+(?:, [^,]+)+?),? (?:and|&) (?<last>[^,]+)(?<rest>, [^,]+)?$/u;

/**
 * A byline of three names or more by its first: "Ann Lee and 3 others, Reuters". Where only commas part them, the last may
 * be an agency, and nobody is counted; where a role stands among them, it stays as it is.
 */
export function shortenByline(byline: string): string {
  const { names, rest = "" } = CLOSED_LIST.exec(byline)?.groups ?? {};
  const listed = (names ?? byline).split(", ");
  const [first = ""] = listed;
  const others = names === undefined ? listed.length - 1 : listed.length;
  const isList = others > 1 && !listed.some((name) => ROLE.test(name)) && !/\s(?:and|&)\s/u.test(names ?? byline);
  if (!isList) return byline;
  return names === undefined ? `${first} and others` : `${first} and ${others} others${rest}`;
}
