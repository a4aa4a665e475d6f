import { isPageChrome, opensReadingList } from "../../src/index.ts";

const MAX_AT_END = 4;
const ABOUT_PERSON =
  /^(?:is|was|has|covers|writes|reports|works|edits|joined|can be|lives|tweets|studied|leads|heads|teaches|contributed|began|grew)\b/u;
const ANY_AUTHOR =
  /^\p{Lu}[\p{L}’'.-]+(?: (?:de|van|von|der|la|al|bin|\p{Lu}\.))*(?: (\p{Lu}[\p{L}’'-]+)){1,3},? (?:is|was) (?:an?|the|our|its|one of)\b.{0,80}\b(?:reporter|correspondent|editor|writer|columnist|journalist|author|contributor|fellow|professor|freelancer|critic|producer|presenter|photographer)\b.{0,240}$/u;

/**
 * The paragraphs of a story: without page chrome, lists of links to other stories, notes about the author at the end, and headlines
 * or bylines repeated.
 */
export function withoutChrome(
  paragraphs: readonly string[],
  repeated: readonly (string | null)[],
  authors: readonly string[] = [],
): string[] {
  const known = new Set(repeated.filter((text) => text !== null).flatMap((text) => [fold(text), fold(`by ${text}`)]));
  let inLinks = false;
  const story = paragraphs.filter((paragraph) => {
    inLinks = opensReadingList(paragraph) || (inLinks && paragraph.startsWith("- "));
    return !inLinks && !known.has(fold(paragraph)) && !isPageChrome(paragraph);
  });
  return story.filter((_, at) => story.length - at > MAX_AT_END || !isAboutAuthor(story, at, authors));
}

/** A note about the author begins with the name; somebody who writes and is in the story was named in it before. */
function isAboutAuthor(story: readonly string[], at: number, authors: readonly string[]): boolean {
  const paragraph = story[at] ?? "";
  const [, last = ""] = ANY_AUTHOR.exec(paragraph) ?? [];
  if (last !== "" && !story.slice(0, at).some((before) => before.includes(last))) return true;
  const author = authors.find((name) => paragraph.startsWith(`${name} `) || paragraph.startsWith(`${name}, `));
  return author !== undefined && ABOUT_PERSON.test(paragraph.slice(author.length).replace(/^,?\s*(?:who )?/, ""));
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
