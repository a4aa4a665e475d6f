import { AUXILIARIES, MARKS } from "../lexicon/asking.ts";
import { type AskedConcept, namesakesOf } from "../names/concepts.ts";
import type { Name } from "../names/name-book.ts";
import type { AskedWord } from "../names/speaker-labels.ts";
import type { Token } from "../text/tokenize.ts";
import { ANSWERING_TERMS, SAYING_TERMS, SPEECH_NOUNS, SPEECH_TERMS, STANCE_TERMS } from "./kinds.ts";
import type { Intent, Subject } from "./query.ts";

/** Whose words or position a question asks for, and the tokens that only say so. */
export interface AskedSubject {
  readonly intent: Intent;
  readonly subject: Subject | null;
  /** Numbers of the tokens that name the subject or the asking; they are no topic. */
  readonly spent: ReadonlySet<number>;
  /** The words of a description, where the subject has no name. */
  readonly described: readonly AskedWord[];
}

/** A question that asks for nobody's words or position. */
export const NOBODY: AskedSubject = { intent: "fact", subject: null, spent: new Set(), described: [] };
/** The auxiliaries that somebody's doing is asked with. */
const DOING = new Set(AUXILIARIES.doing.split(" "));
const BEFORE_SUBJECT = new Set(AUXILIARIES.beforeSubject.split(" "));
/** Between a name and its topic; a colon or a dash leaves nothing between them. */
const TOPIC_MARK = new Set(MARKS.topic.split(" "));
const OWNER_MARK = new Set(MARKS.owner.split(" "));
/** How many words may stand between a subject and its verb: "what did Holt, the president, say". */
const MAX_GAP = 3;

/** Finds the subject of "what did X say", "X on Y", "X's remarks", "according to X", "what does X want". */
export function findSubject(tokens: readonly Token[], concepts: readonly AskedConcept[]): AskedSubject {
  const names = concepts.filter(({ name }) => name !== null);
  if (asksWhetherSpoken(tokens)) return NOBODY;
  return (
    (names.length > 0 ? named(tokens, names) : null) ??
    described(tokens, SAYING_TERMS, "statement") ??
    described(tokens, STANCE_TERMS, "position") ??
    NOBODY
  );
}

/** Somebody whom the corpus knows by a name. */
function named(tokens: readonly Token[], names: readonly AskedConcept[]): AskedSubject | null {
  return (
    accordingTo(tokens, names) ??
    subjectOf(tokens, names, SPEECH_TERMS, "statement") ??
    nounOwner(tokens, names) ??
    afterAuxiliary(tokens, names) ??
    nameOnTopic(tokens, names) ??
    subjectOf(tokens, names, STANCE_TERMS, "position")
  );
}

/** "Did X comment" asks whether there are words, not which: "declined to comment" is the answer. */
export function asksWhetherSpoken(tokens: readonly Token[]): boolean {
  return DOING.has(tokens[0]?.word ?? "") && tokens.some(({ term }) => ANSWERING_TERMS.has(term));
}

/** The subject that a name makes, or the people of one name. */
export function subjectNamed(names: readonly Name[]): Subject {
  const label = names.map(({ name }) => name).join(" or ");
  return { label, ids: names.map(({ id }) => id), terms: [], labels: new Set() };
}

/** Whether a question asks for words and nothing else: "say" and "tell", not "accuse" or "call". */
export function asksForWords(tokens: readonly Token[]): boolean {
  return tokens.some((token) => SAYING_TERMS.has(token.term));
}

function found(
  intent: Intent,
  concept: AskedConcept,
  names: readonly AskedConcept[],
  others: readonly number[],
): AskedSubject | null {
  if (!concept.name) return null;
  const subject = subjectNamed(namesakesOf(concept, names));
  // Where a party stands is told of it as often as by it: its name stays among the terms.
  const own = intent === "position" ? 0 : concept.to - concept.from;
  const spent = new Set([...Array.from({ length: own }, (_, at) => concept.from + at), ...others]);
  return { intent, subject, spent, described: [] };
}

function accordingTo(tokens: readonly Token[], names: readonly AskedConcept[]): AskedSubject | null {
  const at = tokens.findIndex((token, i) => token.word === "to" && tokens[i - 1]?.word === "according");
  const name = at < 0 ? undefined : names.find((one) => one.from > at && one.from <= at + MAX_GAP);
  return name ? found("statement", name, names, [at - 1, at]) : null;
}

function subjectOf(
  tokens: readonly Token[],
  names: readonly AskedConcept[],
  verbs: ReadonlySet<string>,
  intent: Intent,
): AskedSubject | null {
  for (const [at, token] of tokens.entries()) {
    if (token.stop || !verbs.has(token.term)) continue;
    const before = names.filter((name) => name.to <= at && at - name.to <= MAX_GAP).at(-1);
    if (!before) continue;
    const asked = DOING.has(tokens[before.from - 1]?.word ?? "");
    const isOwned = before.to === at && SPEECH_NOUNS.has(token.term);
    if (intent === "statement" && !asked && !isOwned && !SAYING_TERMS.has(token.term)) continue;
    const between = tokens.slice(before.to, at);
    const position = intent === "position";
    if (between.every((one) => one.stop || (position && verbs.has(one.term)))) {
      // The wish itself is what a position is about, so its word still helps to find it.
      return found(intent, before, names, position ? [] : speechTokens(tokens, at));
    }
  }
  return null;
}

/** "What warning did Holt give": the asking word stands before the subject. */
function afterAuxiliary(tokens: readonly Token[], names: readonly AskedConcept[]): AskedSubject | null {
  const subject = names.find((name) => BEFORE_SUBJECT.has(tokens[name.from - 1]?.word ?? ""));
  if (!subject) return null;
  const speech = tokens.findIndex((token, at) => at < subject.from && SPEECH_TERMS.has(token.term));
  if (speech >= 0) return found("statement", subject, names, []);
  const position = tokens.some(
    (token, at) => !token.stop && (at < subject.from || at >= subject.to) && STANCE_TERMS.has(token.term),
  );
  return position ? found("position", subject, names, []) : null;
}

/** The tokens that only ask for words; "accuse" and "warn" tell which words, too. */
function speechTokens(tokens: readonly Token[], verb: number): number[] {
  return tokens.flatMap((token, at) =>
    (at === verb && SAYING_TERMS.has(token.term)) || SPEECH_NOUNS.has(token.term) ? [at] : [],
  );
}

function nounOwner(tokens: readonly Token[], names: readonly AskedConcept[]): AskedSubject | null {
  for (const [at, token] of tokens.entries()) {
    if (!SPEECH_NOUNS.has(token.term)) continue;
    const marked = OWNER_MARK.has(tokens[at + 1]?.word ?? "");
    const owner = marked ? names.find((name) => name.from > at && name.from - at <= MAX_GAP) : undefined;
    if (owner) return found("statement", owner, names, [at]);
  }
  return null;
}

function nameOnTopic(tokens: readonly Token[], names: readonly AskedConcept[]): AskedSubject | null {
  const first = names.find((name) => tokens.slice(0, name.from).every((token) => token.stop));
  const mark = first && tokens[first.to];
  return first && mark && TOPIC_MARK.has(mark.word) && first.name?.kind !== "place"
    ? found("statement", first, names, [])
    : null;
}

/** "What did the keeper say", "what do the unions want": somebody without a name the corpus knows. */
function described(
  tokens: readonly Token[],
  verbs: ReadonlySet<string>,
  intent: "statement" | "position",
): AskedSubject | null {
  const auxiliary = tokens.findIndex((token) => DOING.has(token.word));
  const verb = tokens.findIndex((token, at) => at > auxiliary && !token.stop && verbs.has(token.term));
  if (auxiliary < 0 || verb < 0 || verb - auxiliary > 6) return null;
  // "Why did the sources want to stay anonymous" asks for no position.
  if (intent === "position" && !tokens.slice(0, auxiliary).some(({ word }) => word === "what" || word === "where"))
    return null;
  const words = tokens.slice(auxiliary + 1, verb);
  const content = words.filter(({ stop }) => !stop);
  if (content.length === 0) return null;
  const own = words.map((_, at) => auxiliary + 1 + at);
  // Where a party stands is told of it as often as by it: its words stay among the terms.
  const spent = new Set(intent === "position" ? [] : [...own, ...speechTokens(tokens, verb)]);
  return { intent, subject: subjectDescribed(words), spent, described: content };
}

/** Somebody who is only described; who that is, the corpus knows. */
export function subjectDescribed(words: readonly Token[]): Subject {
  const label = words.map(({ word }) => word).join(" ");
  const terms = words.filter(({ stop }) => !stop).map(({ term }) => term);
  return { label, ids: [], terms, labels: new Set() };
}
