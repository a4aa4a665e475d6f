import MiniSearch from "minisearch";
import type { Glossary } from "../corpus/glossary.ts";
import type { Corpus } from "../corpus/load-corpus.ts";
import { createNameSearch } from "../names/collect-names.ts";
import type { NameBook } from "../names/name-book.ts";
import { createThesaurus, type Thesaurus } from "../thesaurus/thesaurus.ts";
import { confirmedBy, readStoryNames } from "./article-reading.ts";
import type { CopySearch, FoundCopies } from "./copy-search.ts";
import { type ParagraphSearch, SEARCH_OPTIONS } from "./paragraph-search.ts";
import type { StoredParagraph } from "./passages.ts";
import type { StoredLexicon } from "./stored-lexicon.ts";
import { readStory, type Story } from "./story-reader.ts";
import { tallyStory } from "./tally.ts";
import { createWholeReading } from "./whole-reading.ts";

/** All that is found out about a corpus by reading it; nothing in it changes afterwards. */
export interface ReadCorpus extends StoredLexicon {
  /** In the order of the corpus. */
  readonly paragraphs: readonly StoredParagraph[];
  /** Finds them by their places in that list. */
  readonly search: ParagraphSearch;
}

/** Reads a corpus once: paragraphs, statements, names, passages, copies, and the terms by which they are found. */
export function readCorpus({ articles, glossary }: Corpus): ReadCorpus & Pick<FoundCopies, "rewrites"> {
  const stories = articles.map(readStory);
  const thesaurus = createThesaurus();
  const reading = createWholeReading(findNames(stories, glossary, thesaurus), glossary, thesaurus);
  const search: ParagraphSearch = new MiniSearch(SEARCH_OPTIONS);
  const paragraphs: StoredParagraph[] = [];
  const ofArticle = new Map<string, readonly StoredParagraph[]>();
  for (const story of stories) {
    const read = tallyStory(story, reading);
    const own = reading.add(story.article, read);
    for (const { indexed } of read.paragraphs) search.add({ id: search.documentCount, ...indexed });
    paragraphs.push(...own);
    ofArticle.set(story.source.id, own);
  }
  const copies = findCopies(reading.copies, ofArticle);
  return {
    ...reading.finish(copies),
    ...{ paragraphs: paragraphs.map(copies.withCopies), search, rewrites: copies.rewrites },
  };
}

function findNames(stories: readonly Story[], glossary: Glossary, thesaurus: Thesaurus): NameBook {
  const search = createNameSearch();
  for (const story of stories) search.add(readStoryNames(story));
  const found = search.find(glossary, thesaurus);
  return found.bookWith(new Set(stories.flatMap((story) => confirmedBy(story, found))));
}

function findCopies(
  search: Omit<CopySearch, "add">,
  ofArticle: ReadonlyMap<string, readonly StoredParagraph[]>,
): FoundCopies {
  for (const id of search.alike()) search.compare(ofArticle.get(id) ?? []);
  return search.judge();
}
