import type { Lexicon } from "./lexicon.ts";
import type { StoredParagraph, StoredStatement } from "./passages.ts";

/** A term that paragraphs are searched for, and how much it counts. */
export interface WeightedTerm {
  readonly text: string;
  readonly boost: number;
}

/** Which paragraphs may answer. */
export interface Within {
  /** Ids of the articles; `null` for all. */
  readonly articles: ReadonlySet<string> | null;
  /** Nobody else's words; `null` for any paragraph. */
  readonly speaker: Speaker | null;
  /** Articles of an outlet, or its words in those of others; `null` for all. */
  readonly scope: { readonly articles: ReadonlySet<string>; readonly speakerId: number | null } | null;
}

/** Whoever speaks, by numbers in the name book or else by labels. */
export interface Speaker {
  readonly ids: readonly number[];
  readonly labels: ReadonlySet<string>;
}

/** A search for paragraphs that hold any of some terms. */
export interface Search {
  readonly terms: readonly WeightedTerm[];
  /** The last of them, where it finds no paragraph and only adds to the score of those that the others find. */
  readonly onlyAdds: string | null;
  readonly within: Within;
  /** So many paragraphs at most, and so many more of those that came since the corpus was read as a whole. */
  readonly depth: number;
}

/** What the paragraphs of a corpus tell of it as a whole. */
export interface CorpusFigures {
  /** Everybody with a name whose words sound articles have, most quoted first. */
  readonly speakers: readonly SpeakerFigures[];
}

/** Somebody who is quoted, and about whom. */
export interface SpeakerFigures {
  /** Numbers in the name book: of the speaker, and of the other names in their statements, the most frequent first. */
  readonly name: number;
  readonly topics: readonly number[];
}

/**
 * Where the paragraphs of a corpus are kept and found. What comes from it is complete: to rank, select and cite a paragraph
 * needs no other. It never changes; a changed corpus gets another one.
 */
export interface PassageIndex {
  readonly lexicon: Lexicon;
  /** Paragraphs that hold any of the terms, the best first, as the index itself reckons. */
  find(search: Search): Promise<readonly StoredParagraph[]>;
  /** Paragraphs with words of a speaker, in the order of the corpus; `depth` at most. */
  spokenBy(speaker: Speaker, within: Within, depth: number): Promise<readonly StoredParagraph[]>;
  /** Those of some paragraphs that there are, in the order of the keys. */
  fetch(keys: readonly string[]): Promise<readonly StoredParagraph[]>;
  /** The paragraphs of text of an article, in order; none where there is no such article. */
  paragraphsOf(article: string): Promise<readonly StoredParagraph[]>;
  figures(): Promise<CorpusFigures>;
}

/** An index that is near at hand: small enough to be gone through. */
export interface WholeIndex extends PassageIndex {
  /** All paragraphs of text, in the order of the corpus. */
  everything(): Promise<readonly StoredParagraph[]>;
}

/** How surely a statement is a speaker's own: 1 by name, less by whom they stand for, 0 where it is somebody else's. */
export function speakerMatch(statement: StoredStatement, { ids, labels }: Speaker): number {
  if (ids.length > 0) {
    if (ids.includes(statement.speakerIds[0] ?? -1)) return 1;
    return statement.speakerIds.some((id) => ids.includes(id)) ? SPOKESMAN : 0;
  }
  return statement.speaker !== null && labels.has(statement.speaker) ? 1 : 0;
}

/** Words of somebody who stands for the party that was asked for count a little less than its own. */
const SPOKESMAN = 0.8;

/** Whether a paragraph may answer. */
export function isWithin(paragraph: StoredParagraph, { articles, speaker, scope }: Within): boolean {
  const { id } = paragraph.article.source;
  if (articles && !articles.has(id)) return false;
  if (speaker && !hasWordsOf(speaker, paragraph)) return false;
  if (!scope || scope.articles.has(id)) return true;
  return paragraph.passages.some(({ statements }) =>
    statements.some(({ speakerIds }) => speakerIds[0] === scope.speakerId),
  );
}

/** Whether some passage of a paragraph has words of a speaker. */
export function hasWordsOf(speaker: Speaker, { passages }: StoredParagraph): boolean {
  return passages.some(({ statements }) => statements.some((statement) => speakerMatch(statement, speaker) > 0));
}
