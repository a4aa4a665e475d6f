import { createHash } from "node:crypto";
import type { Article } from "../../src/index.ts";
import { parseArticle } from "../../src/index.ts";
import { withoutCredentials } from "./credentials.ts";
import type { Draft } from "./draft.ts";

/** An article with the text of its file. */
export interface ArticleFile {
  readonly article: Article;
  readonly content: string;
}

const MAX_ID_LENGTH = 60;
const WORDS_OF_BODY = 6;
// Names that are devices on Windows, whatever their ending.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The file of a new article. Its id comes from its title, else its address, else its first words, holds nothing but letters of
 * ASCII, digits and hyphens, and is not among `taken`.
 * @throws FormatError where the file would not load again.
 */
export function composeArticleFile(draft: Draft, taken: ReadonlySet<string>): ArticleFile {
  const id = freeId(idOf(draft), taken);
  const { title, outlet, author, published, body } = draft;
  // Also that of a file which is taken as it stands: everybody who gets an answer sees the address.
  const url = draft.url && withoutCredentials(draft.url);
  const fields = Object.entries({ title, outlet, author, published, url });
  const content = `---\n${fields.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join("")}---\n${body}`;
  return { article: parseArticle(id, `${id}.md`, content), content };
}

function idOf({ title, url, body }: Draft): string {
  const path = url === null ? "" : new URL(url).pathname.split("/").findLast((part) => /[a-z]{3}/i.test(part));
  const beginning = body.trim().split(/\s+/, WORDS_OF_BODY).join(" ");
  const names = [title ?? "", path?.replace(/\.\w+$/, "") ?? "", beginning];
  const named = names.map(slugOf).find((slug) => slug !== "" && !RESERVED.test(slug));
  return named ?? `article-${createHash("sha256").update(body).digest("hex").slice(0, 10)}`;
}

function slugOf(text: string): string {
  const words =
    text
      .normalize("NFKD")
      .replace(/[\p{M}'’]/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, MAX_ID_LENGTH) : `${slug}-${word}`;
    if (longer.length > MAX_ID_LENGTH) break;
    slug = longer;
  }
  return slug;
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}
