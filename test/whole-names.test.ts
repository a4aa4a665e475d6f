import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Article, createEngine, type Engine } from "../src/index.ts";
import {
  ENDINGS,
  FIRST_NAMES,
  fullName,
  mention,
  type Person,
  SPELLINGS,
  surname,
  words,
} from "./fixtures/invented-people.ts";
import { corpusOf } from "./fixtures/stories.ts";

/** The ways to ask for somebody's words. */
const FORMS: readonly ((name: string) => string)[] = [
  (name) => `what did ${name} say`,
  (name) => `what did ${name.toLowerCase()} say?`,
  (name) => `${name}'s words`,
  (name) => `according to ${name}`,
  (name) => `from:${name}`,
  (name) => `from: ${name.toLowerCase()} what is it about`,
];

/** For each way to ask for a name, whose words are shown and from which articles, each once, in alphabetical order. */
function shownFor(name: string, engine: Engine): Promise<{ speakers: (string | null)[]; articles: string[] }[]> {
  const shownAs = async (form: (typeof FORMS)[number]) => {
    const { passages, more } = await engine.ask({ text: form(name) });
    const shown = [...passages, ...more];
    return {
      speakers: [...new Set(shown.map(({ speaker }) => speaker))].sort(),
      articles: [...new Set(shown.map(({ article }) => article.id))].sort(),
    };
  };
  return Promise.all(FORMS.map(shownAs));
}

const engineOver = (...articles: readonly Article[]) => createEngine(corpusOf(...articles));
const speakersFor = async (name: string, engine: Engine) =>
  (await shownFor(name, engine)).map(({ speakers }) => speakers);
const always = (...speakers: string[]) => FORMS.map(() => [...speakers].sort());

const people = fc.record({
  surname,
  ending: fc.constantFrom(...ENDINGS),
  firstNames: fc.shuffledSubarray([...FIRST_NAMES], { minLength: 3, maxLength: 3 }),
});

describe("people are matched whole:", () => {
  test("a name that begins another takes none of its words", () => {
    return fc.assert(
      fc.asyncProperty(people, async ({ surname, ending, firstNames: [one = "", other = "", third = ""] }) => {
        const short: Person = { first: one, surname };
        const long: Person = { first: other, surname: surname + ending };
        const stranger = words({ first: third, surname: "Hollander" }, "dam");
        const both = engineOver(words(short, "pier"), words(long, "mill"), stranger);
        for (const person of [short, long])
          expect(await speakersFor(person.surname, both)).toEqual(always(fullName(person)));
        const silent = engineOver(words(short, "pier"), mention(long), stranger);
        expect(await speakersFor(short.surname, silent)).toEqual(always(fullName(short)));
      }),
      { numRuns: 15 },
    );
  });

  test("a surname of two people gives the words of both, under their full names, and nobody else's", () => {
    return fc.assert(
      fc.asyncProperty(people, async ({ surname, ending, firstNames: [one = "", other = "", third = ""] }) => {
        const [first, second]: Person[] = [
          { first: one, surname },
          { first: other, surname },
        ];
        if (!first || !second) return;
        const stranger = words({ first: third, surname: surname + ending }, "dam");
        const engine = engineOver(words(first, "pier"), stranger, words(second, "mill"));
        expect(await speakersFor(surname, engine)).toEqual(always(fullName(first), fullName(second)));
        expect(await speakersFor(fullName(second), engine)).toEqual(always(fullName(second)));
      }),
      { numRuns: 15 },
    );
  });

  test("a person in two spellings is one, whichever is asked for", () => {
    return fc.assert(
      fc.asyncProperty(surname, fc.constantFrom(...SPELLINGS), fc.boolean(), async (surname, [one, other], isFirst) => {
        const engine = engineOver(
          words({ first: one, surname }, "pier"),
          words({ first: other, surname }, "mill"),
          words({ first: "Tom", surname: "Hollander" }, "dam"),
        );
        for (const name of [surname, `${isFirst ? one : other} ${surname}`])
          for (const shown of await shownFor(name, engine)) {
            expect(shown.speakers).toHaveLength(1);
            expect(shown.articles).toHaveLength(2);
          }
      }),
      { numRuns: 15 },
    );
  });
});
