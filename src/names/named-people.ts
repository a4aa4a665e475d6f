import type { Glossary } from "../corpus/glossary.ts";
import { findPeople } from "../speech/people.ts";
import { tokenize } from "../text/tokenize.ts";
import { count } from "./capitals.ts";
import type { NameBook } from "./name-book.ts";
import { joinSpellings, type SpelledName, spellingsAmong } from "./spellings.ts";

/** The people whom some texts name in full. */
export interface NamedPeople {
  /** How often each is named, in full or in part, by full name in the order of the texts. */
  readonly mentions: ReadonlyMap<string, number>;
  /** How often each word, as it is written, is part of somebody's name. */
  readonly words: ReadonlyMap<string, number>;
  /** Whether two full names that may be one person's stand in one paragraph. */
  areTogether(one: string, other: string): boolean;
}

/** Somebody whom a text names in full: how often, and how often by which words. */
export interface TextPerson {
  readonly name: string;
  readonly mentions: number;
  readonly words: ReadonlyMap<string, number>;
}

/** What one text tells of people, to be put together with what others tell. */
export interface TextPeople {
  readonly people: readonly TextPerson[];
  /** Pairs of names that may be one person's, but stand in one paragraph. */
  readonly together: readonly (readonly [one: string, other: string])[];
}

/** Reads a text. @param story paragraphs apart by blank lines. */
export function readPeople(story: string): TextPeople {
  const people = findPeople(story).map(({ name, mentions }): TextPerson => {
    const words = new Map<string, number>();
    for (const { start, end } of mentions) {
      const mention = story.slice(start, end);
      for (const token of tokenize(mention)) count(words, mention.slice(token.start, token.end));
    }
    return { name, mentions: mentions.length, words };
  });
  const paragraphs = story.split("\n\n");
  const names = [...new Set(people.map(({ name }) => name))];
  const together = spellingsAmong(names).filter(([one, other]) =>
    paragraphs.some((paragraph) => paragraph.includes(one) && paragraph.includes(other)),
  );
  return { people, together };
}

/** Puts together what some texts tell, in their order. */
export function createPeople() {
  const people = new Map<string, { mentions: number; readonly words: Map<string, number> }>();
  const together = new Set<string>();
  const keyOf = (one: string, other: string) => [one, other].sort().join("\n");
  return {
    add(text: TextPeople): void {
      for (const { name, mentions, words } of text.people) {
        const person = people.get(name) ?? { mentions: 0, words: new Map<string, number>() };
        people.set(name, person);
        person.mentions += mentions;
        for (const [word, times] of words) count(person.words, word, times);
      }
      for (const [one, other] of text.together) together.add(keyOf(one, other));
    },
    /** What they tell together. @param isPerson whether a full name is a person's. */
    all(isPerson: (name: string) => boolean): NamedPeople {
      const mentions = new Map<string, number>();
      const words = new Map<string, number>();
      for (const [name, person] of people) {
        if (!isPerson(name)) continue;
        mentions.set(name, person.mentions);
        for (const [word, times] of person.words) count(words, word, times);
      }
      const areTogether = (one: string, other: string) =>
        mentions.has(one) && mentions.has(other) && together.has(keyOf(one, other));
      return { mentions, words, areTogether };
    },
  };
}

/** Those people, each once whatever the spelling, whom the glossary leaves out, and its own where it leaves out a spelling. */
export function spelledPeople(
  { mentions, areTogether }: NamedPeople,
  { names }: Glossary,
  known: NameBook,
): readonly SpelledName[] {
  const given = names.flatMap(({ kind, name }) => (kind === "person" ? [name] : []));
  const unknown = [...mentions].filter(([name]) => !known.resolve(name)).sort((a, b) => b[1] - a[1]);
  const order = new Map([...mentions.keys()].map((name, at) => [name, at]));
  return joinSpellings([...given, ...unknown.map(([name]) => name)], areTogether)
    .filter(({ name, aliases }) => !given.includes(name) || aliases.length > 0)
    .sort((a, b) => (order.get(a.name) ?? -1) - (order.get(b.name) ?? -1));
}
