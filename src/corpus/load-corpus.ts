import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Article, parseArticle } from "./article.ts";
import { describeFault, type Fault, FormatError } from "./fault.ts";
import { EMPTY_GLOSSARY, type Glossary, parseGlossary } from "./glossary.ts";
import { findOddCharacters, type OddCharacters } from "./odd-characters.ts";

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
}

/** Thrown where there is nothing to serve: the folder is missing or holds no readable article. */
export class CorpusError extends Error {
  override name = "CorpusError";
}

/**
 * Reads `DIR/articles/*.md` in the order of their names and `DIR/glossary.yaml` where there is one. A broken article
 * or glossary is reported in `faults` and left out; the rest is served.
 * @throws CorpusError where `DIR/articles` cannot be read or not one article could be.
 */
export function loadCorpus(dir: string): LoadedCorpus {
  const folder = join(dir, "articles");
  const faults: Fault[] = [];
  const oddities: OddCharacters[] = [];
  const articles: Article[] = [];
  for (const name of articleNames(folder)) {
    const file = join(folder, name);
    try {
      const content = readText(file);
      articles.push(parseArticle(name.slice(0, -".md".length), file, content));
      oddities.push(...findOddCharacters(file, content));
    } catch (error) {
      faults.push(...faultsOf(error, file));
    }
  }
  const glossary = loadGlossary(join(dir, "glossary.yaml"), faults);
  if (articles.length === 0) {
    const why = faults.length > 0 ? `:\n${faults.map(describeFault).join("\n")}` : ": there is no .md file in it";
    throw new CorpusError(`No article could be read from ${folder}${why}`);
  }
  return { corpus: { articles, glossary }, faults, oddities };
}

function articleNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".md") && !name.startsWith("."))
      .sort();
  } catch (error) {
    throw new CorpusError(`Cannot read the articles folder ${folder}: ${messageOf(error)}`);
  }
}

function loadGlossary(file: string, faults: Fault[]): Glossary {
  let content: string;
  try {
    content = readText(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return EMPTY_GLOSSARY;
    faults.push(...faultsOf(error, file));
    return EMPTY_GLOSSARY;
  }
  try {
    return parseGlossary(file, content);
  } catch (error) {
    faults.push(...faultsOf(error, file));
    return EMPTY_GLOSSARY;
  }
}

function readText(file: string): string {
  const bytes = readFileSync(file);
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
