import type { Lexicon } from "../indexing/lexicon.ts";
import { REFERRING } from "../lexicon/asking.ts";
import { articlesOf } from "../question/limits.ts";
import type { Query } from "../question/query.ts";
import { isQuoted } from "../question/speakers.ts";
import type { Outcome } from "../selection/selection.ts";
import { oneLine } from "../text/one-line.ts";

/** What is said before near misses or instead of an answer; `null` where the passages speak for themselves. */
export function leadFor(query: Query, outcome: Outcome, lexicon: Lexicon): string | null {
  if (outcome === "answered") return null;
  const nothing =
    unclearWord(query) ??
    unknownSource(query, lexicon) ??
    unknownSpeaker(query, lexicon) ??
    outsideDates(query, lexicon) ??
    emptyQuestion(query);
  if (nothing) return nothing;
  const absent = absentSubject(query, lexicon) ?? absentWords(query);
  if (outcome === "none") return absent ?? "No article here answers that.";
  return `${absent ?? "No article here answers that directly."} This comes nearest:`;
}

function unclearWord({ unclear }: Query): string | null {
  return unclear === null
    ? null
    : `I do not know ${PEOPLE.has(unclear) ? "who" : "what"} is meant by “${unclear}”: ask with the name.`;
}

const PEOPLE = new Set(`${REFERRING.person} they them`.split(" "));

function unknownSource({ filters }: Query, lexicon: Lexicon): string | null {
  const { source } = filters;
  if (source === null || articlesOf(source, lexicon).size > 0) return null;
  const outlets = [...new Set(lexicon.sources.flatMap(({ outlet }) => outlet ?? []))];
  const named = outlets.slice(0, MAX_OUTLETS);
  const others = outlets.length - named.length;
  return `No article here is from “${source}”. ${outlets.length > 0 ? `There are articles from ${list(others > 0 ? [...named, `${others} more`] : named)}.` : "No article here names its outlet."}`;
}

/** More would be read by nobody. */
const MAX_OUTLETS = 12;

function unknownSpeaker({ filters, limits }: Query, lexicon: Lexicon): string | null {
  if (limits.speaker === null || isQuoted(limits.speaker, lexicon)) return null;
  return `No article here quotes “${filters.speaker}”.`;
}

function outsideDates({ filters }: Query, lexicon: Lexicon): string | null {
  const { since, until } = filters;
  if (since === null && until === null) return null;
  const inside = lexicon.sources.some(
    ({ published }) =>
      published !== null && (since === null || published >= since) && (until === null || published <= until),
  );
  if (inside) return null;
  const dates = lexicon.sources.flatMap(({ published }) => published ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const covered =
    first === undefined
      ? "No article here has a date."
      : `The dated articles are from ${first === last ? first : `${first} to ${last}`}.`;
  return `No article here was published ${[since && `since ${since}`, until && `until ${until}`].filter(Boolean).join(" and ")}. ${covered}`;
}

function emptyQuestion(query: Query): string | null {
  if (query.terms.length > 0 || query.subject !== null || query.missing.length > 0) return null;
  return "I see nothing to look up in that. Ask about a person, a place or an event in the articles.";
}

function absentSubject(query: Query, lexicon: Lexicon): string | null {
  const { subject, intent, missing } = query;
  const topic = topicOf(query);
  if (!subject || intent !== "statement") return null;
  const [label = subject.label, another] = subject.ids.length > 0 ? [] : subject.labels;
  const name = another === undefined ? label : subject.label;
  if (isQuoted(subject, lexicon))
    return `No article here has ${name} ${topic === null ? "saying that" : `speaking ${topic}`}.`;
  return missing.length > 0 ? null : `No article here quotes ${subject.label}.`;
}

/** What a question says its subject is to speak about, as it was typed: "about the weather". */
function topicOf({ text }: Query): string | null {
  const topic =
    /\b(about|on|regarding|concerning)\s+((?:the|a|an|his|her|their|its)?\s*[\p{L}\p{N}][^?!.]{0,60})/iu.exec(text);
  return topic === null ? null : `${topic[1]?.toLowerCase()} ${oneLine(topic[2] ?? "")}`;
}

function absentWords({ missing }: Query): string | null {
  return missing.length === 0
    ? null
    : `No article here mentions ${list(
        missing.map((word) => `“${word}”`),
        "or",
      )}.`;
}

/** Sentences that are true of an answer whatever its outcome: articles left out, words not found. */
export function noticesFor(query: Query, outcome: Outcome, lexicon: Lexicon): string[] {
  const notices = [...query.notices];
  if (query.filters.since !== null || query.filters.until !== null) {
    const undated = lexicon.sources.filter(({ published }) => published === null).length;
    const left = undated === 1 ? "article without a date was" : "articles without a date were";
    if (undated > 0) notices.push(`${undated} ${left} left out.`);
  }
  if (outcome === "answered" && query.missing.length > 0)
    notices.push(
      `No article here has ${list(
        query.missing.map((word) => `“${word}”`),
        "or",
      )}.`,
    );
  return notices;
}

/** "a, b and c". */
function list(items: readonly string[], joint = "and"): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${joint} ${last}`;
}
