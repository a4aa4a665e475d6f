import type { Article } from "../corpus/article.ts";
import type { Glossary, GlossaryName } from "../corpus/glossary.ts";
import { OUTLET_WORDS } from "../lexicon/institutions.ts";
import { genderOfFirstName } from "../speech/first-names.ts";
import { fold } from "../text/fold.ts";
import { residueRate, SUSPICIOUS_RESIDUE } from "../text/residue.ts";
import { tokenize } from "../text/tokenize.ts";
import type { Thesaurus } from "../thesaurus/thesaurus.ts";
import { type Capitals, createCapitals, readCapitals, type TextCapitals } from "./capitals.ts";
import { findDemonyms } from "./demonyms.ts";
import { createNameBook, type NameBook } from "./name-book.ts";
import { createPeople, type NamedPeople, readPeople, spelledPeople, type TextPeople } from "./named-people.ts";
import { findProperNouns } from "./proper-nouns.ts";

/** What one article tells of names, as plain data. */
export interface StoryNames extends TextPeople {
  readonly capitals: TextCapitals;
  /** Whether it is none of a machine's rewrites, which mangle names. */
  readonly isSound: boolean;
  readonly outlet: string | null;
  /** Labels of those whose words it reports. */
  readonly heard: readonly string[];
}

/** Reads an article. @param story its paragraphs of text alone: headings capitalize what is no name. */
export function readNames(story: string, { outlet }: Pick<Article, "outlet">, heard: readonly string[]): StoryNames {
  return { capitals: readCapitals(story), ...readPeople(story), isSound: isSound(story), outlet, heard };
}

/** Whether a text is none of a machine's rewrites. */
export function isSound(story: string): boolean {
  return residueRate(story) < SUSPICIOUS_RESIDUE;
}

/** Names that have been found, but for those of some speakers: these are names where a sound article has them. */
export interface FoundNames {
  /** Labels of these speakers. */
  readonly unconfirmed: readonly string[];
  /** Whether the articles that are not sound count, as there are no others. */
  readonly allCount: boolean;
  /** All names. @param standing those of the labels that stand in an article that counts. */
  bookWith(standing: ReadonlySet<string>): NameBook;
}

/**
 * The names of a corpus: its glossary's, and for what that leaves out the people whom articles name in full, the
 * adjectives of places, whoever the articles quote under a proper name, and what else they write with capitals.
 */
export function createNameSearch() {
  const [sound, other] = [createGathering(), createGathering()];
  const outlets = new Set<string>();
  const heard = new Set<string>();
  return {
    /** Adds what an article tells, in the order of the corpus. */
    add(story: StoryNames): void {
      const kind = story.isSound ? sound : other;
      kind.capitals.add(story.capitals);
      kind.people.add(story);
      kind.articles++;
      if (story.outlet !== null) outlets.add(story.outlet);
      for (const label of story.heard) heard.add(label);
    },
    find(glossary: Glossary, thesaurus: Thesaurus): FoundNames {
      const allCount = sound.articles === 0;
      const { capitals, people } = allCount ? other : sound;
      const all = capitals.all();
      const named = people.all((name) => !isCalledByFirstWord(name, all));
      return { ...findNames(all, named, { outlets, heard, glossary, thesaurus }), allCount };
    },
  };
}

function createGathering() {
  return { capitals: createCapitals(), people: createPeople(), articles: 0 };
}

interface Surroundings {
  readonly outlets: ReadonlySet<string>;
  readonly heard: ReadonlySet<string>;
  readonly glossary: Glossary;
  readonly thesaurus: Thesaurus;
}

function findNames(
  capitals: Capitals,
  named: NamedPeople,
  { outlets, heard, glossary, thesaurus }: Surroundings,
): Omit<FoundNames, "allCount"> {
  const known = createNameBook(glossary.names);
  const found: GlossaryName[] = [];
  const people = new Set(named.mentions.keys());
  for (const { name, aliases } of spelledPeople(named, glossary, known))
    found.push(discovered("person", name, aliases));
  const { plain } = capitals;
  // Castell and Castellan are a place and its people, unless a word is somebody's name more often than not.
  const isPersonal = (word: string) => (capitals.counts.get(word) ?? 0) <= 2 * (named.words.get(word) ?? 0);
  const places = new Set([...capitals.names].filter((word) => !isPersonal(word)));
  for (const [place, adjectives] of [...findDemonyms(places), ...knownDemonyms(places, thesaurus)]) {
    if (!known.resolve(place)) found.push(discovered("place", place, adjectives));
  }
  for (const outlet of outletNames(outlets)) if (!known.resolve(outlet.name)) found.push(outlet);
  const withPeople = createNameBook([...glossary.names, ...found]);
  const partsOfPeople = new Set([...people].flatMap((name) => name.split(" ")));
  const isOther = (phrase: string) => partsOfPeople.has(phrase) || withPeople.inArticle(tokenize(phrase)).length > 0;
  const speaking = new Set([...heard].flatMap((label) => [lastWords(label, 2), lastWords(label, 3)]));
  const kindOf = (name: string) =>
    speaking.has(name) && isCalledAsPeopleAre(name, thesaurus) ? "person" : "organisation";
  for (const { name, aliases } of findProperNouns(capitals, isOther))
    found.push(discovered(kindOf(name), name, aliases));
  const withOthers = createNameBook([...glossary.names, ...found]);
  const unconfirmed = [...heard].filter((one) => isProperName(one, plain) && !withOthers.resolve(one));
  return {
    unconfirmed,
    bookWith(standing) {
      const speakers = unconfirmed.filter((label) => standing.has(label));
      const more = speakers.map((speaker) => discovered(kindOf(speaker), speaker, []));
      return createNameBook([...glossary.names, ...found, ...more], plain);
    },
  };
}

/** A word, and more of them than a label has, with hyphens and initials in it. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LONGEST_LABEL = 12;

/** Those of some labels that stand in a text as whole words. Reads it once, however many labels there are. */
export function standingIn(text: string, labels: readonly string[]): string[] {
  const wanted = new Set(labels.map(wordsOf));
  if (wanted.size === 0) return [];
  const standing = new Set<string>();
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
  for (const [at, { start }] of words.entries()) {
    if (!/^\p{Lu}/u.test(text.slice(start, start + 2))) continue;
    for (const { end } of words.slice(at, at + LONGEST_LABEL)) {
      const run = text.slice(start, end);
      if (wanted.has(run)) standing.add(run);
    }
  }
  return labels.filter((label) => standing.has(wordsOf(label)));
}

/** A label from its first word to its last, without the signs around them. */
function wordsOf(label: string): string {
  const words = [...label.matchAll(WORD)];
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? label.slice(first.index, last.index + last[0].length) : label;
}

/** People are called by their surnames, firms by the first word: "Corvanta" is no first name of Ms Biologics. */
function isCalledByFirstWord(name: string, { runs }: Capitals): boolean {
  const words = name.split(" ");
  const [first = "", last = ""] = [words[0], words.at(-1)];
  return (runs.get(first) ?? 0) >= OFTEN && !runs.has(last) && genderOfFirstName(fold(first)) === null;
}

const OFTEN = 3;

/** The last words of a label: "Nora Lind" of "the baker Nora Lind". */
function lastWords(label: string, count: number): string {
  return label.split(" ").slice(-count).join(" ");
}

/**
 * Whether whoever is quoted under a name of two or three words is a person: a word that English has is a surname only behind a
 * known first name, as "Harbour Guild" and "Northgate Press" speak, too.
 */
function isCalledAsPeopleAre(name: string, { isWord }: Thesaurus): boolean {
  const words = fold(name).split(" ");
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (words.length < 2 || words.length > 3) return false;
  return genderOfFirstName(first) !== null || !(isWord(first) || isWord(last));
}

/** Adjectives of places that no rule derives, "Dutch" of "the Netherlands", where the corpus has both. */
function knownDemonyms(
  capitalized: ReadonlySet<string>,
  thesaurus: Thesaurus,
): [place: string, adjectives: string[]][] {
  const written = new Map([...capitalized].map((word) => [fold(word), word]));
  return [...written].flatMap(([folded, word]) =>
    thesaurus.rootsOf(folded).flatMap((root): [string, string[]][] => {
      const place = written.get(root.replace(/^the /, ""));
      return place === undefined || place === word ? [] : [[place, [word]]];
    }),
  );
}

const GENERIC = new Set(OUTLET_WORDS);

function outletNames(outlets: ReadonlySet<string>): GlossaryName[] {
  return [...outlets].map((name) => {
    const words = name.split(/\s+/);
    const telling = words.filter((word) => !GENERIC.has(word.toLowerCase())).join(" ");
    const short = words.filter((word) => !/^the$/i.test(word)).join(" ");
    return discovered(
      "organisation",
      name,
      telling === "" || telling.split(" ").length === words.length ? [short] : [short, telling],
    );
  });
}

function discovered(kind: GlossaryName["kind"], name: string, aliases: readonly string[]): GlossaryName {
  return { kind, name, aliases, roles: [], side: null };
}

/** "Critics" at the start of a sentence is no name if the corpus knows critics, too. */
function isProperName(label: string, plain: ReadonlySet<string>): boolean {
  const words = label.split(/\s+/);
  if (words.length > 4 || !words.every((word) => /^\p{Lu}/u.test(word))) return false;
  return words.length > 1 || !plain.has(label.toLowerCase());
}
