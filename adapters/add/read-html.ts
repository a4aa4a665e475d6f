import { isBylineOrDate, isClock } from "./byline.ts";
import { countWords, foldSpaces, splitParagraphs } from "./characters.ts";
import { withoutChrome } from "./chrome-paragraphs.ts";
import type { Draft, Metadata } from "./draft.ts";
import { joinDropCaps } from "./drop-caps.ts";
import { findStory } from "./main-text.ts";
import { type Measures, measure } from "./measures.ts";
import { type Page, parsePage, textOfLikelyHtml } from "./page.ts";
import { isListOfStories } from "./page-kind.ts";
import { type PageMetadata, readMetadata } from "./page-metadata.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { cutShort, takeOutPaywalls } from "./paywall.ts";
import { removeChrome } from "./remove-chrome.ts";
import { SourceError } from "./source-error.ts";

const MIN_WORDS = 20;
// As many words as a first paragraph has at least; a byline or a date above it has fewer.
const MIN_LEAD_WORDS = 12;

/** The article of a page, and what is to be said of it. */
export interface ReadPage {
  readonly draft: Draft;
  readonly notes: readonly string[];
}

/**
 * The article of a web page: its main text, and what the page says of itself. `address` is where it was read.
 * @throws SourceError where the page holds no article, or a list of them.
 */
export function readHtml(html: string, address: string | null): ReadPage {
  const page = parsePage(html);
  joinDropCaps(page.body);
  // Finding the story takes the page apart, so the metadata comes first.
  const of = measure(page.body);
  const read = readMetadata(page, address, of);
  const { metadata, data } = read;
  const addresses = [metadata.url, address].filter((url) => url !== null);
  if (isListOfStories(page, read, addresses, of))
    throw new SourceError("is a list of articles and no article; name the addresses of the articles themselves");
  const isPrompted = takeOutPaywalls(page, of);
  const shown = storyParagraphs(page, of);
  const all = shown.length > 0 && countWords(shown.join(" ")) >= MIN_WORDS ? shown : printedText(read);
  const paragraphs = storyOf(withMissingUpdates(all, read), metadata);
  if (countWords(paragraphs.join(" ")) < MIN_WORDS)
    throw new SourceError("holds no article that could be told from the page around it");
  const note = cutShort(data, paragraphs, isPrompted);
  return { draft: { ...metadata, body: `${paragraphs.join("\n\n")}\n` }, notes: note === null ? [] : [note] };
}

/** The text of a piece of HTML that is an article already, such as a feed's. */
export function readHtmlText(html: string, metadata: Metadata): string {
  const page = parsePage(html);
  joinDropCaps(page.body);
  removeChrome(page, measure(page.body));
  return storyOf(paragraphsOf(page.body), metadata).join("\n\n");
}

function storyParagraphs(page: Page, of: Measures): readonly string[] {
  removeChrome(page, of);
  const story = findStory(page);
  if (story === null) return [];
  const around = (nodes: typeof story.before) => nodes.flatMap((node) => paragraphsOf(node));
  return [...around(story.before), ...paragraphsOf(story.root, story.isLeftOut), ...around(story.after)];
}

function storyOf(paragraphs: readonly string[], { title, author }: Metadata): readonly string[] {
  const authors = author?.split(/, | and /) ?? [];
  // Several times of day are those of the entries of a live blog.
  const isLive = paragraphs.filter(isClock).length > 1;
  const isHead = (paragraph: string) => isBylineOrDate(paragraph, author) && !(isLive && isClock(paragraph));
  const lead = paragraphs.findIndex((paragraph) => countWords(paragraph) >= MIN_LEAD_WORDS && !isHead(paragraph));
  const story = paragraphs.filter((paragraph, at) => at >= lead || !isHead(paragraph));
  return withoutChrome(story, [title, author], authors);
}

/** The text as JSON-LD prints it, for pages that show it by a script. */
function printedText({ data }: PageMetadata): readonly string[] {
  const { body } = data;
  return /<(?:p|br|div)\b/i.test(body) ? paragraphsOf(parsePage(body).body) : splitParagraphs(textOfLikelyHtml(body));
}

/** Entries of a live blog that the page loads by a script stand in its JSON-LD alone. */
function withMissingUpdates(paragraphs: readonly string[], { data }: PageMetadata): readonly string[] {
  const shown = fold(paragraphs.join(" "));
  const missing = data.updates.filter(
    ({ body }) => body !== "" && !shown.includes(fold(textOfLikelyHtml(body)).slice(0, 60)),
  );
  const told = missing.map(({ time, headline, body }) =>
    [time, headline, ...paragraphsOf(parsePage(body).body)].filter((line) => line !== null),
  );
  return [...paragraphs, ...told.flat()];
}

function fold(text: string): string {
  return foldSpaces(text).toLowerCase();
}
