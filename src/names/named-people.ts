import type { Glossary } from "../corpus/glossary.ts";
import { findPeople } from "../speech/people.ts";
import { tokenize } from "../text/tokenize.ts";
import type { NameBook } from "./name-book.ts";
import { joinSpellings, type SpelledName } from "./spellings.ts";

/** The people whom some texts name in full. */
export interface NamedPeople {
  /** How often each is named, in full or in part, by full name in the order of the texts. */
  readonly mentions: ReadonlyMap<string, number>;
  /** How often each word, as it is written, is part of somebody's name. */
  readonly words: ReadonlyMap<string, number>;
  /** Whether two full names stand in one paragraph. */
  areTogether(one: string, other: string): boolean;
}

/** @param stories paragraphs apart by blank lines. @param isPerson whether a full name is a person's. */
export function readPeople(stories: readonly string[], isPerson: (name: string) => boolean): NamedPeople {
  const mentions = new Map<string, number>();
  const words = new Map<string, number>();
  const storiesOf = new Map<string, Set<string>>();
  for (const story of stories) {
    for (const person of findPeople(story)) {
      if (!isPerson(person.name)) continue;
      mentions.set(person.name, (mentions.get(person.name) ?? 0) + person.mentions.length);
      storiesOf.set(person.name, (storiesOf.get(person.name) ?? new Set()).add(story));
      for (const { start, end } of person.mentions) {
        const mention = story.slice(start, end);
        for (const token of tokenize(mention)) {
          const word = mention.slice(token.start, token.end);
          words.set(word, (words.get(word) ?? 0) + 1);
        }
      }
    }
  }
  return {
    mentions,
    words,
    areTogether(one, other) {
      const shared = [...(storiesOf.get(one) ?? [])].filter((story) => storiesOf.get(other)?.has(story));
      return shared.some((story) =>
        story.split("\n\n").some((paragraph) => paragraph.includes(one) && paragraph.includes(other)),
      );
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
