import type { GlossaryName } from "../corpus/glossary.ts";
import { ARTICLES } from "../lexicon/function-words.ts";
import { ROLE_MODIFIERS } from "../lexicon/roles.ts";
import { isRole } from "../speech/roles.ts";
import { fold } from "../text/fold.ts";
import { type Token, tokenize } from "../text/tokenize.ts";
import { createPhraseMatcher, type PhraseMatch, type PhraseMatcher } from "./phrases.ts";
import { bearersOf, surnameAmong } from "./surnames.ts";

/** Somebody or something that has a name, under one number for all spellings. */
export interface Name extends GlossaryName {
  readonly id: number;
  /** The number of the party this one stands or speaks for. */
  readonly sideId: number | null;
}

/** All names of a corpus: those of its glossary, and those found in its articles. */
export interface NameBook {
  readonly names: readonly Name[];
  /** Words that the articles also write in lower case. */
  readonly plainWords: ReadonlySet<string>;
  /** The names in an article's text: proper names only where they are written with a capital. */
  inArticle(tokens: readonly Token[]): PhraseMatch<Name>[];
  /** The names in a question, whatever the case; a surname that several people bear is all of theirs. */
  inQuestion(tokens: readonly Token[]): PhraseMatch<Name>[];
  /** Whoever some typed words mean as a whole, whatever the case: "foreign minister brandt". */
  meant(tokens: readonly Token[]): readonly Name[];
  /** The word by which a person is called and which has this term, folded: "owen" for "owens"; `null` for none. */
  calledBy(term: string): string | null;
  /** The name that a whole label means ("Velmarkian Foreign Minister Clara Brandt", "the Palace"), if it means one. */
  resolve(label: string): Name | null;
  /** The first party or name that a label belongs to in part ("Velmarkian officials" → Velmark). */
  partyOf(label: string): Name | null;
}

/** Words before a name that say what somebody is and leave the name what it was. */
const isTitle = (word: string) => isRole(word) || BEFORE_ROLES.has(word);
const BEFORE_ROLES = new Set([...ARTICLES.split(" "), ...ROLE_MODIFIERS.split(" ")]);

/**
 * Builds the book; entries with the same name are one. Later entries add aliases to earlier ones.
 * @param plainWords words that the articles also write in lower case: as a surname (Power, May) they need a capital.
 */
export function createNameBook(
  entries: readonly GlossaryName[],
  plainWords: ReadonlySet<string> = new Set(),
): NameBook {
  return lastOf(bookInSteps(entries, plainWords, false));
}

/**
 * The same, in its own time, and ready for the first question. @param breathe is awaited between some hundred names.
 */
export async function openNameBook(
  entries: readonly GlossaryName[],
  plainWords: ReadonlySet<string>,
  breathe: () => Promise<unknown>,
): Promise<NameBook> {
  const steps = bookInSteps(entries, plainWords, true);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}

/** So many names are entered in some milliseconds. */
const NAMES_IN_A_STEP = 200;

function* bookInSteps(
  entries: readonly GlossaryName[],
  plainWords: ReadonlySet<string>,
  isAsked: boolean,
): Generator<void, NameBook> {
  const names = numbered(merged(entries));
  const bearers = bearersOf(names);
  const inArticles = createPhraseMatcher<Name>(true);
  for (const name of names) {
    if (name.id % NAMES_IN_A_STEP === 0) yield;
    addPhrases(inArticles, name);
    const called = surnameAmong(bearers, name);
    if (called?.bearers === 1) inArticles.add(called.surname, name, { exact: true });
  }
  // Books that are made on the way to a larger one are asked no question.
  let inQuestions: PhraseMatcher<Name> | null = null;
  function* readyForQuestions(): Generator<void, PhraseMatcher<Name>> {
    const matcher = createPhraseMatcher<Name>(false);
    for (const name of names) {
      if (name.id % NAMES_IN_A_STEP === 0) yield;
      addPhrases(matcher, name, plainWords);
      const called = surnameAmong(bearers, name);
      if (called)
        matcher.add(called.surname, name, { exact: true, capital: plainWords.has(called.surname.toLowerCase()) });
    }
    return matcher;
  }
  if (isAsked) inQuestions = yield* readyForQuestions();
  const inQuestion = (tokens: readonly Token[]) => {
    inQuestions ??= lastOf(readyForQuestions());
    return inQuestions.find(tokens);
  };
  let words: ReadonlyMap<string, string> | null = null;
  return {
    names,
    plainWords,
    inArticle: (tokens) => inArticles.find(tokens),
    inQuestion,
    meant(tokens) {
      const matches = inQuestion(tokens);
      const whole = matches.filter(
        ({ from, to, value }) => to === tokens.length && isTitled(matches, tokens, from, value),
      );
      return [...new Set(whole.map(({ value }) => value))];
    },
    calledBy(term) {
      words ??= wordsOfPeople(names);
      return words.get(term) ?? null;
    },
    resolve(label) {
      const tokens = tokenize(label);
      const matches = inArticles.find(tokens);
      const whole = matches.find(
        ({ from, to, value }) =>
          to === tokens.length &&
          tokens.slice(0, from).every((token, at) => isTitle(token.word) || isPartyOf(matches, at, value)),
      );
      return whole?.value ?? null;
    },
    partyOf(label) {
      const tokens = tokenize(label);
      for (const { value, from } of inArticles.find(tokens)) {
        // Critics of a person are not that person, and neither is somebody of the same surname.
        if (value.kind === "person" && (value.sideId === null || isLongerName(tokens, from))) continue;
        return (value.sideId === null ? null : names[value.sideId]) ?? value;
      }
      return null;
    },
  };
}

/** What a generator comes to, without a pause. */
function lastOf<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function addPhrases(matcher: PhraseMatcher<Name>, name: Name, plainWords: ReadonlySet<string> = new Set()): void {
  const exact = name.kind === "person";
  const capital = (phrase: string) => plainWords.has(phrase.toLowerCase());
  for (const phrase of new Set([name.name, ...name.aliases]))
    matcher.add(phrase, name, { exact, capital: capital(phrase) });
  for (const phrase of new Set(name.roles)) matcher.add(phrase, name, { capital: capital(phrase) });
}

/** Whether what stands before a name only says what somebody is: "Foreign Minister", "the Velmarkian president". */
function isTitled(matches: readonly PhraseMatch<Name>[], tokens: readonly Token[], from: number, name: Name): boolean {
  if (from === 0) return true;
  const before = tokens.slice(0, from);
  return (
    isTitle(before.at(-1)?.word ?? "") &&
    before.every((token, at) => isTitle(token.word) || isPartyOf(matches, at, name))
  );
}

/** "Velmarkian" before "Clara Brandt" says whose minister he is. */
function isPartyOf(matches: readonly PhraseMatch<Name>[], token: number, name: Name): boolean {
  return matches.some(
    ({ value, from, to }) => from <= token && token < to && (value.id === name.sideId || value.kind !== "person"),
  );
}

/** Whether a name goes on before the part that was found: "Greta Harrow" is not the Harrow who is known. */
function isLongerName(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  return before?.capital === true && !before.stop && !isTitle(before.word);
}

/** For the term of each word by which people are called, the word; none where several have that term. */
function wordsOfPeople(names: readonly Name[]): Map<string, string> {
  const called = names.filter(({ kind }) => kind === "person").flatMap(({ name, aliases }) => [name, ...aliases]);
  const words = new Map<string, string>();
  for (const { term, word, stop } of called.flatMap(tokenize))
    if (!stop) words.set(term, words.has(term) && words.get(term) !== word ? "" : word);
  return new Map([...words].filter(([, word]) => word !== ""));
}

function merged(entries: readonly GlossaryName[]): GlossaryName[] {
  const byName = new Map<string, GlossaryName>();
  for (const entry of entries) {
    const key = fold(entry.name);
    const known = byName.get(key);
    const joined = known
      ? {
          ...known,
          aliases: [...new Set([...known.aliases, ...entry.aliases])],
          roles: [...new Set([...known.roles, ...entry.roles])],
          side: known.side ?? entry.side,
        }
      : entry;
    byName.set(key, joined);
  }
  return [...byName.values()];
}

function numbered(entries: readonly GlossaryName[]): Name[] {
  const idOf = new Map(entries.map((entry, id) => [fold(entry.name), id]));
  for (const [id, entry] of entries.entries()) {
    for (const alias of entry.aliases) if (!idOf.has(fold(alias))) idOf.set(fold(alias), id);
  }
  return entries.map((entry, id) => {
    const sideId = entry.side === null ? null : (idOf.get(fold(entry.side)) ?? null);
    return { ...entry, id, sideId: sideId === id ? null : sideId };
  });
}
