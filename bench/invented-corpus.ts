import type { Article, Corpus } from "../src/index.ts";
import { inventSentence, type Story } from "./invented-sentences.ts";
import { type InventedWords, inventWords } from "./invented-words.ts";
import { createRandom, type Random } from "./random.ts";

const PARAGRAPHS = 20;
/** Every twelfth article or so is another outlet's print of an earlier one, shortened at the end. */
const COPIES = 0.08;
/** A copy is printed within days: it stands near its original. */
const COPY_REACH = 40;
const OUTLETS = "Morning Ledger|The Coast|Daily Argus|Inland Post|Evening Star|The Surveyor|Northern Echo".split("|");
const AGENCIES = ["Harrow Wire", "Union Press Agency", null, null];

/** Makes up a corpus with so many paragraphs of news; always the same one for the same number. */
export function inventCorpus(paragraphs: number): Corpus {
  const random = createRandom(paragraphs);
  const words = inventWords(random);
  const articles: Article[] = [];
  for (let left = paragraphs; left > 0; ) {
    const original = random.chance(COPIES) ? articles[articles.length - random.between(1, COPY_REACH)] : undefined;
    const body = (original ? paragraphsOf(original) : inventParagraphs(words, random)).slice(0, left);
    articles.push(inventArticle(articles.length, body, words, random));
    left -= body.length;
  }
  return { articles, glossary: { names: [], synonyms: [] } };
}

function inventArticle(number: number, body: readonly string[], words: InventedWords, random: Random): Article {
  const day = new Date(Date.UTC(2024, 0, 1 + (number % 500)));
  const agency = random.pick(AGENCIES);
  const author = [random.pick([words.person().full, null]), agency].filter((part) => part !== null).join(", ");
  return {
    id: `article-${String(number).padStart(5, "0")}`,
    title: `${words.person().surname} ${words.verb()} ${words.adjective()} ${words.noun()} in ${words.place()}`,
    outlet: random.pick(OUTLETS),
    author: author === "" ? null : author,
    published: day.toISOString().slice(0, "YYYY-MM-DD".length),
    url: null,
    body: `${body.join("\n\n")}\n`,
  };
}

function paragraphsOf({ body }: Article): string[] {
  return body.trimEnd().split("\n\n").slice(0, -2);
}

function inventParagraphs(words: InventedWords, random: Random): string[] {
  const story: Story = {
    nouns: Array.from({ length: 18 }, words.noun),
    verbs: Array.from({ length: 8 }, words.verb),
    people: Array.from({ length: 5 }, words.person),
    places: Array.from({ length: 3 }, words.place),
    introduced: new Set(),
  };
  return Array.from({ length: random.between(PARAGRAPHS - 6, PARAGRAPHS + 6) }, () =>
    Array.from({ length: random.between(1, 4) }, () => inventSentence(words, story, random)).join(" "),
  );
}
