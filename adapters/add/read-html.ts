import { Readability } from "@mozilla/readability";
import { authorOf, type Draft, type Metadata } from "./draft.ts";
import { type Page, parsePage } from "./page.ts";
import { withoutFurniture } from "./page-furniture.ts";
import { readMetadata } from "./page-metadata.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { SourceError } from "./source-error.ts";

const MIN_WORDS = 20;

/**
 * The article of a web page: its main text, and what the page says of itself. `address` is where it was read.
 * @throws SourceError where the page holds no article.
 */
export function readHtml(html: string, address: string | null): Draft {
  const page = parsePage(html);
  // Readability takes the page apart, so the metadata comes first.
  const metadata = readMetadata(page, address);
  const main = mainText(page);
  const complete: Metadata = { ...metadata, author: metadata.author ?? shortByline(main.byline) };
  const paragraphs = withoutFurniture(main.paragraphs, [complete.title, complete.author, main.byline]);
  const body = paragraphs.join("\n\n");
  if (body.split(/\s+/).length < MIN_WORDS)
    throw new SourceError("holds no article that could be told from the page around it");
  return { ...complete, body: `${body}\n` };
}

/** The text of a piece of HTML that is an article already, such as a feed's. */
export function readHtmlText(html: string, metadata: Metadata): string {
  return withoutFurniture(paragraphsOf(parsePage(html).body), [metadata.title, metadata.author]).join("\n\n");
}

function mainText(page: Page): { readonly paragraphs: readonly string[]; readonly byline: string | null } {
  const article = new Readability<string>(page).parse();
  if (!article?.content) return { paragraphs: [], byline: null };
  return { paragraphs: paragraphsOf(parsePage(article.content).body), byline: article.byline ?? null };
}

/** Readability takes for a byline what looks like one; a long one is a paragraph of something else. */
function shortByline(byline: string | null): string | null {
  const author = authorOf(byline);
  return author !== null && author.split(" ").length <= 12 ? author : null;
}
