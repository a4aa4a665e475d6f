import type { Article } from "../corpus/article.ts";
import type { Glossary } from "../corpus/glossary.ts";
import { type FoundNames, isSound, readNames, type StoryNames, standingIn } from "../names/collect-names.ts";
import { createConcepts } from "../names/concepts.ts";
import { createNameBook, type NameBook } from "../names/name-book.ts";
import { readStory, type Story, textOfStory } from "./story-reader.ts";
import { type Tallied, tallyStory } from "./tally.ts";

/** What a story by itself tells of names. */
export function readStoryNames(story: Story): StoryNames {
  const heard = story.statements.flatMap(({ speaker }) => speaker ?? []);
  return readNames(textOfStory(story), story.article, heard);
}

/** Those of the labels that are still to be confirmed which a story confirms. */
export function confirmedBy(
  story: Story,
  { unconfirmed, allCount }: Pick<FoundNames, "unconfirmed" | "allCount">,
): string[] {
  const text = textOfStory(story);
  return allCount || isSound(text) ? standingIn(text, unconfirmed) : [];
}

/** What articles are read by, as plain data. */
export interface ReadingMeans extends Pick<NameBook, "names" | "plainWords">, Pick<Glossary, "synonyms"> {}

/** @returns what reads articles by the names of all. */
export function createArticleReader({ names, plainWords, synonyms }: ReadingMeans): (article: Article) => Tallied {
  const concepts = createConcepts(createNameBook(names, plainWords), synonyms);
  return (article) => tallyStory(readStory(article), { concepts });
}
