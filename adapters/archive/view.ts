import { changeLexicon, type LoggedChange } from "../../src/index.ts";
import type { KnownArticle } from "./paragraph-document.ts";
import type { ArchiveView } from "./paragraph-reader.ts";
import type { Current, Store } from "./store.ts";

/** What is read of an archive, and of which generation and revision it is. */
export interface DatedView extends ArchiveView {
  readonly generation: number;
  readonly revision: number;
}

/** Reads what is current; of the generation that is known already only what changed since. */
export async function readView(store: Store, current: Current, known: DatedView | null): Promise<DatedView> {
  const view = known?.generation === current.generation ? known : await readGeneration(store, current);
  const revisions = Array.from({ length: current.revision - view.revision }, (_, at) => view.revision + at + 1);
  const changes = await Promise.all(revisions.map((revision) => store.change(current.generation, revision)));
  return changes.length === 0 ? view : applyChanges(view, changes);
}

async function readGeneration(store: Store, current: Current): Promise<DatedView> {
  const { lexicon, articles, figures } = await store.lexicon(current);
  const catalogue = new Map(
    articles.map((article): [string, KnownArticle] => [article.source.id, { ...article, revision: 0 }]),
  );
  const index = store.names.paragraphs(current.generation);
  return { index, lexicon, catalogue, figures, generation: current.generation, revision: 0 };
}

/** A view after the changes that follow it. */
export function applyChanges(view: DatedView, changes: readonly LoggedChange[]): DatedView {
  const catalogue = new Map(view.catalogue);
  changes.forEach(({ gone, articles }, at) => {
    for (const { source } of gone) catalogue.delete(source.id);
    for (const article of articles) catalogue.set(article.source.id, { ...article, revision: view.revision + at + 1 });
  });
  const lexicon = changeLexicon(view.lexicon, changes);
  return { ...view, lexicon, catalogue, revision: view.revision + changes.length };
}
