import { type InventedWords, type Person, withEnding, withS } from "./invented-words.ts";
import type { Random } from "./random.ts";

/** What one article is about: words and names that come up in it again and again. */
export interface Story {
  readonly nouns: readonly string[];
  readonly verbs: readonly string[];
  readonly people: readonly Person[];
  readonly places: readonly string[];
  /** Who has been named in full already; later the surname does. */
  readonly introduced: Set<Person>;
}

const DETERMINERS = ["the", "the", "the", "a", "its", "their", "this", "some"];
const PREPOSITIONS = ["of", "of", "in", "for", "with", "on", "from", "against", "under"];
const LINKS = [", while", " after", " as", " and", ", but", " because", " before", ", which"];
const MODALS = (
  "will|would|will|would|could|may|should|can|has to|had to|is to|was to|did not|does not|will not|would not|cannot|" +
  "is ready to|refused to|wants to|plans to|agreed to|hopes to|failed to|tried to|continues to|began to"
).split("|");
const DAYS = (
  "on Monday|on Tuesday|on Wednesday|on Thursday|on Friday|on Sunday|last week|this week|last month|this month|this year|" +
  "last year|next year|in January|in March|in May|in September|in October|in 2022|in 2023|in 2024|in 1998|overnight|" +
  "on 14 June|on 3 April|on 27 November|earlier|later|for now|in recent weeks|for the first time|again|at the weekend"
).split("|");
const SAID = ["said", "said", "said", "told reporters", "added", "warned"];
const SAID_THAT = [
  "said that",
  "said that",
  "said",
  "told reporters that",
  "warned that",
  "announced that",
  "denied that",
];
/** How much of an article is about its own subject rather than in the words of any news. */
const ON_TOPIC = 0.35;

/** The next sentence of a story: told, quoted, reported, or a figure. */
export function inventSentence(words: InventedWords, story: Story, random: Random): string {
  const kind = random.next();
  const clause = () => inventClause(words, story, random);
  const who = () => nameOf(words, story, random);
  if (kind < 0.14) return `“${sentenceCase(clause())},” ${who()} ${random.pick(SAID)}${sometimes(random, DAYS)}.`;
  if (kind < 0.18) return `“${sentenceCase(clause())},” ${who()} said. “${sentenceCase(clause())}.”`;
  if (kind < 0.32) return sentenceCase(`${who()} ${random.pick(SAID_THAT)} ${clause()}.`);
  if (kind < 0.36) return sentenceCase(`${clause()}, according to ${who()}.`);
  if (kind < 0.46) return sentenceCase(`${figure(words, story, random)}${random.pick(LINKS)} ${clause()}.`);
  if (kind < 0.85) return sentenceCase(`${clause()}${random.pick(LINKS)} ${clause()}.`);
  return sentenceCase(`${clause()}.`);
}

function inventClause(words: InventedWords, story: Story, random: Random): string {
  const subject = random.chance(0.3) ? nameOf(words, story, random) : nounPhrase(words, story, random);
  const verb = random.chance(ON_TOPIC) ? random.pick(story.verbs) : words.verb();
  const predicate = random.chance(0.3) ? `${random.pick(MODALS)} ${verb}` : withEnding(verb, "ed");
  const object = `${nounPhrase(words, story, random)}${random.chance(0.2) ? ` and ${nounPhrase(words, story, random)}` : ""}`;
  const place = random.chance(0.35) ? ` in ${placeOf(words, story, random)}` : "";
  return `${subject} ${predicate} ${object}${place}${sometimes(random, DAYS)}`;
}

function nounPhrase(words: InventedWords, story: Story, random: Random): string {
  const noun = () => {
    const one = random.chance(ON_TOPIC) ? random.pick(story.nouns) : words.noun();
    return random.chance(0.3) ? withS(one) : one;
  };
  const adjective = random.chance(0.5) ? `${words.adjective()} ` : "";
  const more = random.chance(0.5) ? ` ${random.pick(PREPOSITIONS)} ${random.pick(DETERMINERS)} ${noun()}` : "";
  return `${random.pick(DETERMINERS)} ${adjective}${noun()}${more}`;
}

function figure(words: InventedWords, story: Story, random: Random): string {
  const amount = random.chance(0.5) ? random.between(2, 90) : random.between(1, 60) * 500;
  const counted = withS(random.chance(ON_TOPIC) ? random.pick(story.nouns) : words.noun());
  const place = placeOf(words, story, random);
  return `${amount.toLocaleString("en-US")} ${counted} were ${withEnding(words.verb(), "ed")} in ${place}`;
}

function nameOf(words: InventedWords, story: Story, random: Random): string {
  const person = random.chance(0.9) ? random.pick(story.people) : words.person();
  if (story.introduced.has(person)) return person.surname;
  story.introduced.add(person);
  return random.chance(0.6) ? `${person.title} ${person.full}` : person.full;
}

function placeOf(words: InventedWords, story: Story, random: Random): string {
  return random.chance(0.7) ? random.pick(story.places) : words.place();
}

function sometimes(random: Random, phrases: readonly string[]): string {
  return random.chance(0.2) ? ` ${random.pick(phrases)}` : "";
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
