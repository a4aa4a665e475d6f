import type { Filters } from "./filters.ts";
import type { Query } from "./query.ts";

/** A follow-up with the filters that it keeps. */
export interface CarriedOver {
  readonly query: Query;
  readonly filters: Filters;
}

/**
 * A question that leans on the one before keeps its filters, where it has none of that kind itself, and says so: "and the
 * bridge?" asks the same outlet as before. A speaker is kept unless somebody else's words are asked for.
 * @param own what the follow-up is limited to by itself.
 * @param query the follow-up, completed from the question before.
 */
export function carryOver(own: Filters, query: Query, earlier: Query): CarriedOver {
  const { filters: before, limits } = earlier;
  const asksAnother = query.intent === "statement" && query.subject !== null && query.subject !== limits.speaker;
  const hasDates = own.since !== null || own.until !== null;
  const carried: Filters = {
    speaker: own.speaker === null && !asksAnother ? before.speaker : null,
    source: own.source === null ? before.source : null,
    since: hasDates ? null : before.since,
    until: hasDates ? null : before.until,
  };
  const filters: Filters = {
    speaker: own.speaker ?? carried.speaker,
    source: own.source ?? carried.source,
    since: own.since ?? carried.since,
    until: own.until ?? carried.until,
  };
  const said = describe(carried);
  return { filters, query: said === "" ? query : { ...query, notices: [...query.notices, `Still only ${said}.`] } };
}

/** "words of Brandt in articles from “Gazette” since 2025-04-01"; empty where nothing is limited. */
function describe({ speaker, source, since, until }: Filters): string {
  const articles = [
    source === null ? "" : `from “${source}”`,
    since === null ? "" : `since ${since}`,
    until === null ? "" : `until ${until}`,
  ].filter((part) => part !== "");
  return [speaker === null ? "" : `words of “${speaker}”`, articles.length > 0 ? `articles ${articles.join(" ")}` : ""]
    .filter((part) => part !== "")
    .join(", in ");
}
