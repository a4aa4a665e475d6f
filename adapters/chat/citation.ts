import type { ArticleSource, Coverage, Passage } from "../../src/index.ts";

/** What stands under a passage, in words; markup and links are the platform's. */
export interface Citation {
  /** Who says it, and whether in their own words; `null` where nobody speaks. */
  readonly speaker: string | null;
  /** Outlet and date as far as the article has them: "CRBC News, 2 December 2025". */
  readonly published: string | null;
  readonly title: string;
  /** "also in ArcaMax and Anadolu Agency"; `null` where no other article prints the text. */
  readonly alsoIn: string | null;
}

/** Puts a passage's source into words. Nothing is said that the article does not say. */
export function cite(passage: Passage): Citation {
  const { article, alsoIn } = passage;
  const others = [...new Set(alsoIn.map((other) => other.outlet ?? nameArticle(other)))];
  return {
    speaker: describeSpeaker(passage),
    published:
      [publisher(article), article.published && formatDate(article.published)].filter(Boolean).join(", ") || null,
    title: nameArticle(article),
    alsoIn: others.length > 0 ? `also in ${joinWords(others)}` : null,
  };
}

/** An article's headline, or what it can be told apart by. */
export function nameArticle(article: ArticleSource): string {
  return article.title ?? `untitled article (${article.id})`;
}

/** One line about an article for a list of sources. */
export function describeSource(article: ArticleSource): string {
  const parts = [publisher(article), article.published ? formatDate(article.published) : "no date"];
  return parts.filter(Boolean).join(", ");
}

/** What the corpus holds, in one sentence. */
export function describeCoverage({ articles, outlets, since, until, undated }: Coverage): string {
  const count = articles.length === 1 ? "1 article" : `${articles.length} articles`;
  const named = outlets.length > MAX_OUTLETS ? [...outlets.slice(0, MAX_OUTLETS), "others"] : outlets;
  const from = named.length > 0 ? ` from ${joinWords(named)}` : "";
  const dates = since && until ? `, ${describeRange(since, until)}` : "";
  const dateless = undated > 0 && since ? ` (${undated} without a date)` : "";
  return `${count}${from}${dates}${dateless}.`;
}

/** `2025-04-24` → `24 April 2025`. */
export function formatDate(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  const name = MONTHS[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}` : iso;
}

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

const MAX_OUTLETS = 6;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function describeSpeaker({ speaker, speech }: Passage): string | null {
  if (speech === null) return speaker;
  const who = speaker ?? "speaker unclear";
  return speech === "direct" ? `${who}, quoted` : `${who}, as reported`;
}

function publisher({ outlet, author }: ArticleSource): string | null {
  return outlet && author ? `${author} in ${outlet}` : (outlet ?? author);
}

function describeRange(since: string, until: string): string {
  return since === until ? `dated ${formatDate(since)}` : `dated ${formatDate(since)} to ${formatDate(until)}`;
}
