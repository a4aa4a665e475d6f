import type { Article } from "../corpus/article.ts";
import type { Glossary, GlossaryName } from "../corpus/glossary.ts";
import { findPeople } from "../statements/people.ts";
import { splitSentences } from "../text/sentences.ts";
import { tokenize } from "../text/tokenize.ts";
import { findDemonyms } from "./demonyms.ts";
import { createNameBook, type NameBook } from "./name-book.ts";

/**
 * The names of a corpus: its glossary's, and for what that leaves out the people whom articles name in full, the
 * adjectives of places, and whoever the articles quote under a proper name.
 * @param speakers labels of those whose words the articles report.
 */
export function collectNames(articles: readonly Article[], glossary: Glossary, speakers: Iterable<string>): NameBook {
  const known = createNameBook(glossary.names);
  const found: GlossaryName[] = [];
  const people = new Set(articles.flatMap((article) => findPeople(article.body).map((person) => person.name)));
  for (const name of people) if (!known.resolve(name)) found.push(discovered("person", name, []));
  const capitalized = capitalizedWords(articles);
  for (const [place, adjectives] of findDemonyms(capitalized)) {
    if (!known.resolve(place)) found.push(discovered("place", place, adjectives));
  }
  for (const outlet of outletsOf(articles)) if (!known.resolve(outlet.name)) found.push(outlet);
  const withPeople = createNameBook([...glossary.names, ...found]);
  for (const speaker of new Set(speakers)) {
    if (isProperName(speaker) && !withPeople.resolve(speaker)) found.push(discovered("organisation", speaker, []));
  }
  return createNameBook([...glossary.names, ...found]);
}

/** Words that many outlets have in their names and no one tells them apart by. */
const GENERIC = /^(?:the|news|agency|media|online|group|press|network|tv|radio|com|wire|service|services|daily|weekly)$/i;

function outletsOf(articles: readonly Article[]): GlossaryName[] {
  const names = new Set(articles.flatMap(({ outlet }) => outlet ?? []));
  return [...names].map((name) => {
    const words = name.split(/\s+/);
    const telling = words.filter((word) => !GENERIC.test(word)).join(" ");
    const short = words.filter((word) => !/^the$/i.test(word)).join(" ");
    return discovered("organisation", name, telling === "" || telling.split(" ").length === words.length ? [short] : [short, telling]);
  });
}

function discovered(kind: GlossaryName["kind"], name: string, aliases: readonly string[]): GlossaryName {
  return { kind, name, aliases, roles: [], side: null };
}

function isProperName(label: string): boolean {
  const words = label.split(/\s+/);
  return words.length <= 4 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Words written with a capital inside a sentence, where the capital means a name. */
function capitalizedWords(articles: readonly Article[]): Set<string> {
  const words = new Set<string>();
  for (const { body } of articles) {
    for (const { start, end } of splitSentences(body)) {
      const sentence = body.slice(start, end);
      for (const token of tokenize(sentence).slice(1)) {
        if (token.capital && !token.stop) words.add(sentence.slice(token.start, token.end).replace(/['’]s?$/, ""));
      }
    }
  }
  return words;
}
