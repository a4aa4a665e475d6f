import type { Article } from "../corpus/article.ts";
import type { Glossary, GlossaryName } from "../corpus/glossary.ts";
import { OUTLET_WORDS } from "../lexicon/institutions.ts";
import { genderOfFirstName } from "../speech/first-names.ts";
import { fold } from "../text/fold.ts";
import { residueRate, SUSPICIOUS_RESIDUE } from "../text/residue.ts";
import { tokenize } from "../text/tokenize.ts";
import type { Thesaurus } from "../thesaurus/thesaurus.ts";
import { type Capitals, readCapitals } from "./capitals.ts";
import { findDemonyms } from "./demonyms.ts";
import { createNameBook, type NameBook } from "./name-book.ts";
import { readPeople, spelledPeople } from "./named-people.ts";
import { findProperNouns } from "./proper-nouns.ts";

/**
 * The names of a corpus: its glossary's, and for what that leaves out the people whom articles name in full, the
 * adjectives of places, whoever the articles quote under a proper name, and what else they write with capitals.
 * @param stories the articles' paragraphs of text alone: headings capitalize what is no name.
 * @param speakers labels of those whose words the articles report.
 */
export function collectNames(
  articles: readonly Article[],
  stories: readonly string[],
  glossary: Glossary,
  speakers: Iterable<string>,
  thesaurus: Thesaurus,
): NameBook {
  const known = createNameBook(glossary.names);
  const found: GlossaryName[] = [];
  const sound = soundOnes(stories);
  const capitals = readCapitals(sound);
  const named = readPeople(sound, (name) => !isCalledByFirstWord(name, capitals));
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
  for (const outlet of outletsOf(articles)) if (!known.resolve(outlet.name)) found.push(outlet);
  const withPeople = createNameBook([...glossary.names, ...found]);
  const partsOfPeople = new Set([...people].flatMap((name) => name.split(" ")));
  const isOther = (phrase: string) => partsOfPeople.has(phrase) || withPeople.inArticle(tokenize(phrase)).length > 0;
  const labels = new Set(speakers);
  const speaking = new Set([...labels].flatMap((label) => [lastWords(label, 2), lastWords(label, 3)]));
  const kindOf = (name: string) =>
    speaking.has(name) && isCalledAsPeopleAre(name, thesaurus) ? "person" : "organisation";
  for (const { name, aliases } of findProperNouns(capitals, isOther))
    found.push(discovered(kindOf(name), name, aliases));
  const withOthers = createNameBook([...glossary.names, ...found]);
  const quoted = [...labels].filter((one) => isProperName(one, plain) && !withOthers.resolve(one));
  for (const speaker of standingIn(sound, quoted)) found.push(discovered(kindOf(speaker), speaker, []));
  return createNameBook([...glossary.names, ...found], plain);
}

/** A word, and more of them than a label has, with hyphens and initials in it. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LONGEST_LABEL = 12;

/** Those of some labels that stand in one of the texts as whole words. Reads each text once, however many labels there are. */
function standingIn(texts: readonly string[], labels: readonly string[]): string[] {
  const wanted = new Set(labels.map(wordsOf));
  const standing = new Set<string>();
  for (const text of wanted.size === 0 ? [] : texts) {
    const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
    for (const [at, { start }] of words.entries()) {
      if (!/^\p{Lu}/u.test(text.slice(start, start + 2))) continue;
      for (const { end } of words.slice(at, at + LONGEST_LABEL)) {
        const run = text.slice(start, end);
        if (wanted.has(run)) standing.add(run);
      }
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
 * known first name, as "Care Watch" and "Aquilon Space" speak, too.
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

/** A machine's rewrite mangles names: they are taken from it only where there is nothing else. */
function soundOnes(stories: readonly string[]): readonly string[] {
  const sound = stories.filter((story) => residueRate(story) < SUSPICIOUS_RESIDUE);
  return sound.length > 0 ? sound : stories;
}

const GENERIC = new Set(OUTLET_WORDS);

function outletsOf(articles: readonly Article[]): GlossaryName[] {
  const names = new Set(articles.flatMap(({ outlet }) => outlet ?? []));
  return [...names].map((name) => {
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
