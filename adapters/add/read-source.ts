import { readFile as readBytes, stat } from "node:fs/promises";
import { parseArticle } from "../../src/index.ts";
import type { Downloader, Version } from "./download.ts";
import type { Draft } from "./draft.ts";
import { type Document, readDocument } from "./read-document.ts";
import { reasonOf, SourceError } from "./source-error.ts";

/** Whether a source is an address of the web, not a file; `file:` and the like are refused as addresses. */
export function isAddress(source: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(source) && !/^[a-z]:[\\/]/i.test(source);
}

/** A document, and which version of it was read; or word that it is still the one that is known. */
export type Source =
  | { readonly kind: "read"; readonly document: Document; readonly version: Version | null }
  | { readonly kind: "unchanged" };

/** Reads one FILE, URL or FEED; rejects where nothing in it can be read. `known` is the version that was read last. */
export async function readSource(
  source: string,
  downloader: Downloader,
  maxBytes: number,
  known: Version | null = null,
): Promise<Source> {
  if (isAddress(source)) {
    const download = await downloader.download(source, known);
    if (download.kind === "unchanged") return download;
    const { url, mediaType, charset, bytes, version } = download;
    return { kind: "read", document: readDocument({ name: url, address: url, mediaType, charset, bytes }), version };
  }
  const bytes = await readFile(source, maxBytes);
  const article = readArticleFile(bytes);
  const document: Document = article
    ? { kind: "article", notes: [], draft: article }
    : readDocument({ name: source, address: null, mediaType: "", charset: null, bytes });
  return { kind: "read", document, version: null };
}

async function readFile(file: string, maxBytes: number): Promise<Uint8Array> {
  try {
    // Asked before it is opened: a pipe would keep the opening waiting for somebody to write.
    const found = await stat(file);
    if (found.isDirectory()) throw new SourceError("is a folder; name the files in it");
    if (!found.isFile()) throw new SourceError("is no file with a text in it");
    if (found.size > maxBytes) throw new SourceError(`is longer than ${Math.round(maxBytes / 1024)} KB`);
    return await readBytes(file);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new SourceError(isMissing ? "there is no such file" : `cannot be read: ${reasonOf(error)}`);
  }
}

const FIELDS = ["title", "outlet", "author", "published", "url"];

/** A file that is in the corpus format already is taken as it stands, to the letter. */
function readArticleFile(bytes: Uint8Array): Draft | null {
  const text = Buffer.from(bytes).toString("utf8");
  const [, yaml = ""] = /^\uFEFF?---[ \t]*\r?\n(.*?)^---/ms.exec(text) ?? [];
  if (!FIELDS.every((field) => new RegExp(`^${field}:`, "m").test(yaml))) return null;
  try {
    const { id: _, ...draft } = parseArticle("draft", "draft", text);
    return draft;
  } catch {
    return null;
  }
}
