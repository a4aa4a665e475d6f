import { LIMITS, type LoadedCorpus, loadCorpus } from "../../src/index.ts";
import { type FileMark, marksIn } from "./fingerprint.ts";
import { loadInThread } from "./in-thread.ts";
import type { Load } from "./live-corpus.ts";

/**
 * @returns what reads a folder again and again, and of its files only those that have changed.
 * @param much so many bytes are read in another thread.
 */
export function createFolderReader(much: number): Load {
  let last: { readonly marks: ReadonlyMap<string, FileMark>; readonly loaded: LoadedCorpus } | null = null;
  return async (dir, signal) => {
    // Before they are read: what changes in between is seen the next time.
    const marks = await marksIn(dir);
    const before = last;
    const isKept = (file: string) => before?.marks.get(file)?.mark === marks.get(file)?.mark;
    const toRead = [...marks].reduce((sum, [file, { bytes }]) => sum + (isKept(file) ? 0 : bytes), 0);
    const known = new Map(before?.loaded.corpus.articles.map((article) => [article.id, article]));
    const article = (id: string, file: string) => (marks.has(file) && isKept(file) && known.get(id)) || null;
    const loaded = toRead > much ? await loadInThread(dir, signal) : loadCorpus(dir, LIMITS, { article });
    last = { marks, loaded };
    return loaded;
  };
}
