import type { GlossaryName } from "../corpus/glossary.ts";
import type { Token } from "../text/tokenize.ts";
import { tokenize } from "../text/tokenize.ts";
import { createPhraseMatcher, type PhraseMatch, type PhraseMatcher } from "./phrases.ts";

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
  /** The names in a question, whatever the case. */
  inQuestion(tokens: readonly Token[]): PhraseMatch<Name>[];
  /** The name that a whole label means ("Velmarkian Foreign Minister Clara Brandt", "the Palace"), if it means one. */
  resolve(label: string): Name | null;
  /** The first party or name that a label belongs to in part ("Velmarkian officials" → Velmark). */
  partyOf(label: string): Name | null;
}

/** Words before a name that say what somebody is and leave the name what it was. */
const TITLE =
  /^(?:the|a|an|mr|mrs|ms|mx|dr|prof|sir|lord|lady|dame|president|premier|chancellor|king|queen|prince|princess|pope|senator|sen|representative|rep|governor|gov|general|gen|colonel|col|captain|capt|admiral|minister|secretary|mayor|judge|justice|ambassador|envoy|chief|chairman|chairwoman|director|commissioner|spokesman|spokeswoman|spokesperson|prime|foreign|defense|finance|interior|deputy|vice|former|acting|special)$/;

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
  const taken = surnamesTaken(names);
  const inArticles = createPhraseMatcher<Name>(true);
  for (const name of names) {
    if (name.id % NAMES_IN_A_STEP === 0) yield;
    for (const phrase of phrasesOf(name, taken)) inArticles.add(phrase, name);
  }
  // Books that are made on the way to a larger one are asked no question.
  let inQuestions: PhraseMatcher<Name> | null = null;
  function* readyForQuestions(): Generator<void, PhraseMatcher<Name>> {
    const matcher = createPhraseMatcher<Name>(false);
    for (const name of names) {
      if (name.id % NAMES_IN_A_STEP === 0) yield;
      for (const phrase of phrasesOf(name, taken)) matcher.add(phrase, name, plainWords.has(phrase.toLowerCase()));
    }
    return matcher;
  }
  if (isAsked) inQuestions = yield* readyForQuestions();
  const find = (label: string) => inArticles.find(tokenize(label));
  return {
    names,
    plainWords,
    inArticle: (tokens) => inArticles.find(tokens),
    inQuestion(tokens) {
      inQuestions ??= lastOf(readyForQuestions());
      return inQuestions.find(tokens);
    },
    resolve(label) {
      const tokens = tokenize(label);
      const matches = inArticles.find(tokens);
      const whole = matches.find(
        ({ from, to, value }) =>
          to === tokens.length &&
          tokens.slice(0, from).every((token, at) => TITLE.test(token.word) || isPartyOf(matches, at, value)),
      );
      return whole?.value ?? null;
    },
    partyOf(label) {
      const [first] = find(label);
      if (!first) return null;
      return (first.value.sideId === null ? null : names[first.value.sideId]) ?? first.value;
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

/** "Velmarkian" before "Clara Brandt" says whose minister he is. */
function isPartyOf(matches: readonly PhraseMatch<Name>[], token: number, name: Name): boolean {
  return matches.some(
    ({ value, from, to }) => from <= token && token < to && (value.id === name.sideId || value.kind !== "person"),
  );
}

function merged(entries: readonly GlossaryName[]): GlossaryName[] {
  const byName = new Map<string, GlossaryName>();
  for (const entry of entries) {
    const known = byName.get(entry.name.toLowerCase());
    const joined = known
      ? {
          ...known,
          aliases: [...new Set([...known.aliases, ...entry.aliases])],
          roles: [...new Set([...known.roles, ...entry.roles])],
          side: known.side ?? entry.side,
        }
      : entry;
    byName.set(entry.name.toLowerCase(), joined);
  }
  return [...byName.values()];
}

function numbered(entries: readonly GlossaryName[]): Name[] {
  const idOf = new Map(entries.map((entry, id) => [entry.name.toLowerCase(), id]));
  for (const [id, entry] of entries.entries()) {
    for (const alias of entry.aliases) if (!idOf.has(alias.toLowerCase())) idOf.set(alias.toLowerCase(), id);
  }
  return entries.map((entry, id) => {
    const sideId = entry.side === null ? null : (idOf.get(entry.side.toLowerCase()) ?? null);
    return { ...entry, id, sideId: sideId === id ? null : sideId };
  });
}

function phrasesOf(name: Name, taken: ReadonlyMap<string, number>): Set<string> {
  const phrases = new Set([name.name, ...name.aliases, ...name.roles]);
  const surname = surnameOf(name);
  if (surname && taken.get(surname) === 1) phrases.add(surname);
  return phrases;
}

/** How many people bear a surname: one that two bear means neither. */
function surnamesTaken(names: readonly Name[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const name of names) {
    const surname = surnameOf(name);
    if (surname) taken.set(surname, (taken.get(surname) ?? 0) + 1);
  }
  return taken;
}

function surnameOf(name: Name): string | null {
  if (name.kind !== "person") return null;
  const words = name.name.split(/\s+/);
  const last = words.at(-1) ?? "";
  return words.length > 1 && last.length > 2 ? last : null;
}
