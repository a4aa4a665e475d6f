import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Fault } from "./fault.ts";
import { kindOf } from "./read-file.ts";

/** Something in a corpus folder that is not read, and why, as the end of a sentence about it. */
export interface PassedOver {
  readonly file: string;
  readonly reason: string;
}

/** What an articles folder holds; nothing of it has been opened. */
export interface ArticlesFolder {
  /** In the order of their ids. */
  readonly articles: readonly { readonly id: string; readonly file: string }[];
  readonly passedOver: readonly PassedOver[];
  /** Articles that cannot be told apart from others by their ids. */
  readonly faults: readonly Fault[];
}

const ARTICLE = /\.md$/i;
/**
 * What systems, repositories and editors leave in any folder, and what Talks itself writes aside before it renames it:
 * nobody takes it for an article, so that nobody needs to hear of it.
 */
const USUAL =
  /^(?:\.DS_Store|\.git(?:keep|ignore|attributes)|\.keep|Thumbs\.db|desktop\.ini|README(?:\.(?!md$)\w+)?|.*~|#.*#|\.#.*|\..*\.(?:sw[a-z]|tmp))$/i;

/** The id of the article that a file holds: its name without `.md`, in whatever case that is written. */
export function articleId(name: string): string {
  return name.replace(ARTICLE, "");
}

/** Whether a file is taken for an article by its name. */
export function isArticleName(name: string): boolean {
  return ARTICLE.test(name) && !name.startsWith(".");
}

/**
 * Lists a folder of articles.
 * @throws what the file system throws where it cannot be listed.
 */
export function listArticles(folder: string): ArticlesFolder {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = entries.map(({ name }) => name).filter(isArticleName);
  // Of two that differ in the case of their ending alone, the one in small letters is read.
  const nameOf = new Map(names.map((name) => [articleId(name), name]));
  const faults = names.flatMap((name): Fault[] => {
    const other = nameOf.get(articleId(name));
    if (other === undefined || other === name) return [];
    return [{ file: join(folder, name), line: 1, message: `is left out: ${other} has the same name` }];
  });
  return {
    articles: names
      .filter((name) => nameOf.get(articleId(name)) === name)
      .map((name) => ({ id: articleId(name), file: join(folder, name) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    passedOver: entries.flatMap((entry) => {
      const reason = isArticleName(entry.name) || USUAL.test(entry.name) ? null : reasonFor(entry);
      return reason === null ? [] : [{ file: join(folder, entry.name), reason }];
    }),
    faults,
  };
}

function reasonFor(entry: Dirent): string {
  if (entry.name.startsWith(".")) return "it is hidden: its name begins with a full stop";
  const kind = entry.isSymbolicLink() ? null : kindOf(entry);
  return kind === null ? "its name does not end in .md" : `it is ${kind}`;
}
