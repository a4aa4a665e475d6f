import type { Token } from "../text/tokenize.ts";
import type { Query, QueryTerm, Subject } from "./query.ts";

/** How much a term of the question before counts in one that goes on from it. */
const CONTEXT_IMPORTANCE = 0.4;

const OPENERS = /^(?:and|but|or|also|so|then|what about|how about|what of) /;
const ABOUT = /^(?:and |but )?(?:what|how) about |^what of /;
const PERSONAL = new Set(["he", "she", "him", "her", "his", "hers"]);
const REFERRING = new Set("it its they them their theirs that this those these there then one ones".split(" "));

/** Whether a question leaves out something that the questions before it said. */
export function goesOn(tokens: readonly Token[], query: Query): boolean {
  const words = tokens.map((token) => token.word);
  const opened = OPENERS.test(`${words.join(" ")} `);
  const refers = words.some((word) => PERSONAL.has(word) || REFERRING.has(word));
  const content = query.terms.filter((term) => term.role === "asked").length + (query.subject ? 1 : 0);
  const whole = query.subject !== null && query.subject.ids.length > 0 && query.intent !== "fact";
  if (whole && !refers) return false;
  return opened || refers || content <= 1;
}

/** Completes a question from the one before it. */
export function completeFromEarlier(tokens: readonly Token[], query: Query, earlier: Query): Query {
  const asked = query.terms.filter((term) => term.role === "asked");
  const swap = query.subject === null && asked.length > 0 && asked.every((term) => term.name !== null);
  if (swap && query.need === "any")
    return withNameInPlace(query, asked, earlier, ABOUT.test(`${tokens.map(({ word }) => word).join(" ")} `));
  const pronoun = tokens.some((token) => PERSONAL.has(token.word) || token.word === "they");
  const subject = query.subject ?? (inherits(query, pronoun) ? earlier.subject : null);
  const intent = query.intent === "fact" && subject ? earlier.intent : query.intent;
  const topics = contextOf(earlier);
  const subjectTerm = pronoun || query.subject ? [] : subjectAsContext(earlier);
  // "By how much?" asks for a figure near what was asked before, not for the same passage again.
  if (asked.length === 0)
    return { ...query, intent, subject, terms: query.need === "any" ? earlier.terms : contextOf(earlier) };
  return { ...query, intent, subject, terms: [...asked, ...topics, ...subjectTerm] };
}

/** "What about NATO?" asks the same of the same one; "how many died?" asks something else. */
function inherits(query: Query, pronoun: boolean): boolean {
  return query.need === "any" || pronoun;
}

function subjectAsContext(earlier: Query): QueryTerm[] {
  return earlier.terms.filter((term) => term.name !== null && earlier.subject?.ids.includes(term.name.id));
}

/** "And X?": X takes the place of the one asked about before, or becomes the topic if X is no one who speaks. */
function withNameInPlace(query: Query, asked: readonly QueryTerm[], earlier: Query, about: boolean): Query {
  const name = asked[0]?.name;
  if (!name) return query;
  // "What about X?" after "what did Y say about Z" asks what Y said about X.
  const topic = about && earlier.terms.some((term) => term.name?.kind === name.kind && term.role === "asked");
  if (earlier.subject && name.kind === "person" && !topic) {
    const subject: Subject = { label: name.name, ids: [name.id], terms: [] };
    return { ...query, intent: earlier.intent, need: earlier.need, subject, terms: earlier.terms };
  }
  const sameKind = earlier.terms.findIndex((term) => term.name?.kind === name.kind);
  const party = !topic && earlier.subject && isParty(earlier, name.kind);
  if (party) {
    const subject: Subject = { label: name.name, ids: [name.id], terms: [] };
    return { ...query, intent: earlier.intent, need: earlier.need, subject, terms: earlier.terms };
  }
  if (sameKind >= 0) {
    const terms = earlier.terms.map((term, at) => (at === sameKind ? (asked[0] ?? term) : term));
    return {
      ...query,
      intent: earlier.intent,
      need: earlier.need,
      counted: earlier.counted,
      subject: earlier.subject,
      terms,
    };
  }
  return {
    ...query,
    intent: earlier.intent,
    need: earlier.need,
    subject: earlier.subject,
    terms: [...asked, ...contextOf(earlier)],
  };
}

function isParty(earlier: Query, kind: string): boolean {
  return earlier.intent === "position" && kind === "place";
}

function contextOf(earlier: Query): QueryTerm[] {
  return earlier.terms.map((term) => ({ ...term, role: "context", weight: term.weight * CONTEXT_IMPORTANCE }));
}
