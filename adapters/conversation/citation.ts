import type { ArticleSource, Coverage, Passage } from "../../src/index.ts";
import { attributePassage, formatDate } from "../attribution.ts";

/** What stands under a passage, in words; markup and links are the platform's. */
export interface Citation {
  /** Who says it, and whether it is reported rather than quoted; `null` where nobody speaks. */
  readonly speaker: string | null;
  /** Outlet and date as far as the article has them: "CRBC News, 2 December 2025". */
  readonly published: string | null;
  readonly title: string;
  readonly author: string | null;
  /** "also in ArcaMax, Anadolu Agency"; `null` where no other article prints the text. */
  readonly alsoIn: string | null;
}

/** Puts a passage's source into words. Nothing is said that the article does not say. */
export function cite(passage: Passage): Citation {
  const parts = attributePassage(passage);
  const textOf = (kind: (typeof parts)[number]["kind"]) => parts.find((part) => part.kind === kind)?.text ?? null;
  return {
    speaker: textOf("speaker"),
    published: textOf("published"),
    title: nameArticle(passage.article),
    author: textOf("author"),
    alsoIn: textOf("also-in"),
  };
}

/** An article's headline, or what it can be told apart by. */
export function nameArticle(article: ArticleSource): string {
  return article.title ?? `untitled article (${article.id})`;
}

/** What a list of sources says of an article beside its headline. */
export function describeSource({ outlet, author, published }: ArticleSource): string {
  const parts = [outlet, author && `by ${author}`, published ? formatDate(published) : "no date"];
  return parts.filter(Boolean).join(", ");
}

/** What the corpus holds, in one sentence. */
export function describeCoverage({ articles, outlets, since, until, undated }: Coverage): string {
  const count = articles.length === 1 ? "1 article" : `${articles.length} articles`;
  const named = outlets.length > MAX_OUTLETS ? [...outlets.slice(0, MAX_OUTLETS), "others"] : outlets;
  const from = named.length > 0 ? ` from ${joinWords(named)}` : "";
  const dates = since && until ? `, dated ${describeRange(since, until)}` : "";
  const dateless = undated > 0 && since ? ` (${undated} without a date)` : "";
  return `${count}${from}${dates}${dateless}.`;
}

const MAX_OUTLETS = 6;

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

function describeRange(since: string, until: string): string {
  return since === until ? formatDate(since) : `${formatDate(since)} to ${formatDate(until)}`;
}
