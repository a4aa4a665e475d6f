import type { Article, ArticleSource } from "./article.ts";
import { splitParagraphs } from "./paragraphs.ts";

/** About as many characters as a headline has. */
const LONGEST = 60;
/** What the publisher puts before the story is shorter. */
const READ = 600;

/** The first words of a story, on one line, cut between words. */
export function openingOf(body: string): string {
  const start = body.slice(0, READ);
  const first = splitParagraphs(start).find(({ kind }) => kind === "text") ?? { start: 0, end: start.length };
  const words = start.slice(first.start, first.end).trim().split(/\s+/u);
  let opening = words[0]?.slice(0, LONGEST) ?? "";
  for (const word of words.slice(1)) {
    if (opening.length + 1 + word.length > LONGEST) return `${opening.replace(/[^\p{L}\p{N}]+$/u, "")}…`;
    opening += ` ${word}`;
  }
  return opening;
}

/** An article as answers name it. */
export function sourceOf({ body, ...head }: Article): ArticleSource {
  return { ...head, opening: head.title === null ? openingOf(body) : null };
}

/** What an article is called: its title, or its first words as a quotation. */
export function nameOf({ title, opening, id }: ArticleSource): string {
  return title ?? (opening === null ? id : `“${opening}”`);
}
