import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type Article, parseArticle } from "./article.ts";
import { type ArticlesFolder, isArticleName, listArticles, type PassedOver } from "./articles-folder.ts";
import { describeFault, type Fault, FormatError } from "./fault.ts";
import { EMPTY_GLOSSARY, type Glossary, parseGlossary } from "./glossary.ts";
import { findOddCharacters, type OddCharacters } from "./odd-characters.ts";
import { megabytes, readRegularFile } from "./read-file.ts";

/** A folder of articles and what is known about their names and words. */
export interface Corpus {
  readonly articles: readonly Article[];
  readonly glossary: Glossary;
}

/** What could be read of a folder, and what could not. */
export interface LoadedCorpus {
  readonly corpus: Corpus;
  readonly faults: readonly Fault[];
  /** What is odd about articles that are served all the same. */
  readonly oddities: readonly OddCharacters[];
  /** What is no article by its name, apart from what systems and editors leave everywhere. */
  readonly passedOver: readonly PassedOver[];
}

/** How many bytes are read. */
export interface Limits {
  /** Of an article, or of the glossary. */
  readonly file: number;
  /** Of all articles together. */
  readonly corpus: number;
}

/** "War and Peace" has three million letters; the articles of a newspaper's year have thirty. Much more fills the memory. */
export const LIMITS: Limits = { file: 4 * 2 ** 20, corpus: 128 * 2 ** 20 };

/** What was read before, so that it need not be read again. */
export interface Earlier {
  /** The article of a file that is what it was; its oddities are not told again. `null` where it has to be read. */
  article(id: string, file: string): Article | null;
}

const NOTHING_READ: Earlier = { article: () => null };

/** Thrown where there is nothing to serve: the folder is missing or holds no readable article. */
export class CorpusError extends Error {
  override name = "CorpusError";
}

/**
 * Reads the articles of `DIR/articles`, files that end in `.md`, in the order of their ids, and `DIR/glossary.yaml` where
 * there is one. A broken article or glossary is reported in `faults` and left out; the rest is served.
 * @param earlier spares the reading of files that have not changed.
 * @throws CorpusError where `DIR/articles` cannot be read or not one article could be.
 */
export function loadCorpus(dir: string, limits: Limits = LIMITS, earlier: Earlier = NOTHING_READ): LoadedCorpus {
  const folder = join(dir, "articles");
  const listed = list(folder);
  const faults: Fault[] = [...listed.faults];
  const oddities: OddCharacters[] = [];
  const articles: Article[] = [];
  let bytes = 0;
  for (const { id, file } of listed.articles) {
    const kept = earlier.article(id, file);
    if (kept) {
      articles.push(kept);
      bytes += kept.body.length;
      continue;
    }
    try {
      const content = readRegularFile(file, limits.file);
      if (bytes + content.length > limits.corpus)
        throw new Error(`with it the articles would have more than ${megabytes(limits.corpus)} in all`);
      const text = decode(content, file);
      articles.push(parseArticle(id, file, text));
      oddities.push(...findOddCharacters(file, text));
      bytes += content.length;
    } catch (error) {
      faults.push(...faultsOf(error, file));
    }
  }
  const glossary = loadGlossary(join(dir, "glossary.yaml"), limits, faults);
  if (articles.length === 0) {
    const why = faults.length > 0 ? `:\n${faults.map(describeFault).join("\n")}` : ": there is no .md file in it";
    throw new CorpusError(`No article could be read from ${folder}${why}`);
  }
  const passedOver = [...listed.passedOver, ...almostGlossaries(dir)];
  return { corpus: { articles, glossary }, faults, oddities, passedOver };
}

function list(folder: string): ArticlesFolder {
  try {
    return listArticles(folder);
  } catch (error) {
    throw new CorpusError(
      `Cannot read the articles folder ${folder}: ${whyUnlisted(error)}.${suggestCorpus(join(folder, ".."))}`,
    );
  }
}

function whyUnlisted(error: unknown): string {
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  return isMissing ? "there is no such folder" : messageOf(error);
}

/** What may be meant by a folder without `articles`, as a sentence behind another one; empty where nobody knows. */
export function suggestCorpus(dir: string): string {
  if (basename(resolve(dir)) === "articles") return ` Did you mean ${join(dir, "..")}, the folder that holds it?`;
  const hasArticles = existsSync(dir) && statSync(dir).isDirectory() && readdirSync(dir).some(isArticleName);
  return hasArticles ? ` The .md files in ${dir} belong in a folder articles of it.` : "";
}

/** A glossary under another name changes nothing, and whoever wrote it wonders why. */
function almostGlossaries(dir: string): PassedOver[] {
  return readdirSync(dir)
    .filter((name) => /^glossary\.ya?ml$/i.test(name) && name !== "glossary.yaml")
    .map((name) => ({ file: join(dir, name), reason: "the glossary is glossary.yaml" }));
}

function loadGlossary(file: string, limits: Limits, faults: Fault[]): Glossary {
  try {
    return parseGlossary(file, decode(readRegularFile(file, limits.file), file));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing) faults.push(...faultsOf(error, file));
    return EMPTY_GLOSSARY;
  }
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FormatError([{ file, line: lineOfBadByte(bytes), message: "is not valid UTF-8" }]);
  }
}

function lineOfBadByte(bytes: Buffer): number {
  const decoded = bytes.toString("utf8");
  return decoded.slice(0, Math.max(0, decoded.indexOf("\uFFFD"))).split("\n").length;
}

function faultsOf(error: unknown, file: string): readonly Fault[] {
  if (error instanceof FormatError) return error.faults;
  return [{ file, line: 1, message: `cannot be read: ${messageOf(error)}` }];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
