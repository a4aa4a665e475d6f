import type { Article } from "../corpus/article.ts";
import type { Glossary } from "../corpus/glossary.ts";
import { type FoundNames, isSound, readNames, type StoryNames, standingIn } from "../names/collect-names.ts";
import { createConcepts } from "../names/concepts.ts";
import { createNameBook, type NameBook } from "../names/name-book.ts";
import { readStory, textOfStory } from "./story-reader.ts";
import { type Tallied, tallyStory } from "./tally.ts";

/** What an article by itself tells of names. */
export function readArticleNames(article: Article): StoryNames {
  const story = readStory(article);
  const heard = story.statements.flatMap(({ speaker }) => speaker ?? []);
  return readNames(textOfStory(story), article, heard);
}

/** Those of the labels that are still to be confirmed which an article confirms. */
export function confirmedBy(
  article: Article,
  { unconfirmed, allCount }: Pick<FoundNames, "unconfirmed" | "allCount">,
): string[] {
  const text = textOfStory(readStory(article));
  return allCount || isSound(text) ? standingIn([text], unconfirmed) : [];
}

/** What articles are read by, as plain data. */
export interface ReadingMeans extends Pick<NameBook, "names" | "plainWords">, Pick<Glossary, "synonyms"> {}

/** @returns what reads articles by the names of all. */
export function createArticleReader({ names, plainWords, synonyms }: ReadingMeans): (article: Article) => Tallied {
  const concepts = createConcepts(createNameBook(names, plainWords), synonyms);
  return (article) => tallyStory(readStory(article), { concepts });
}
