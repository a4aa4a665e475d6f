import { residueRate } from "../text/residue.ts";
import { createCopySearch } from "./copy-search.ts";
import type { PassageIndex } from "./passage-index.ts";
import type { StoredParagraph } from "./passages.ts";

/** New paragraphs with their copies, and those of other articles that have new ones or have lost some. */
export interface FoundPrints {
  readonly paragraphs: readonly StoredParagraph[];
  readonly touched: readonly StoredParagraph[];
}

/** The rarest terms of a paragraph lead to its copies. */
const LEADING_TERMS = 10;
/** So many paragraphs are looked at for each that came. */
const DEPTH = 100;
/** A paragraph with less of the terms that were searched for tells something else. */
const MIN_SHARED = 0.4;

/**
 * Finds the copies of new articles in an index, as a full reading does, but only among the articles that have paragraphs
 * in common with them.
 * @param index with the lexicon of the changed corpus. @param gone ids of articles that are not looked at.
 * @param released paragraphs to be taken in place of those the index has under their keys.
 */
export async function findDuplicates(
  come: readonly StoredParagraph[],
  index: PassageIndex,
  gone: ReadonlySet<string>,
  released: ReadonlyMap<string, StoredParagraph>,
): Promise<FoundPrints> {
  const near = new Set<string>();
  for (const paragraph of come) {
    for (const id of await articlesNear(paragraph, index)) if (!gone.has(id)) near.add(id);
  }
  const known = (await Promise.all([...near].map((id) => index.paragraphsOf(id)))).flat();
  const old = known.map((paragraph) => released.get(paragraph.key) ?? paragraph);
  const all = [...old, ...come];
  const copies = createCopySearch(index.lexicon.vocabulary);
  for (const paragraphs of byArticle(all)) {
    const [{ article } = {}] = paragraphs;
    if (article) copies.add(article, paragraphs, residueRate(paragraphs.map(({ text }) => text).join("\n\n")));
  }
  copies.alike();
  for (const paragraphs of byArticle(all)) copies.compare(paragraphs);
  const found = copies.judge();
  const isNew = new Set(come.map(({ article }) => article.source.id));
  const touched = new Map(released);
  for (const paragraph of old) {
    const now = withNewDuplicates(paragraph, found.withCopies(paragraph), isNew);
    if (now) touched.set(now.key, now);
  }
  return { paragraphs: come.map(found.withCopies), touched: [...touched.values()] };
}

function byArticle(paragraphs: readonly StoredParagraph[]): Iterable<readonly StoredParagraph[]> {
  const groups = new Map<string, StoredParagraph[]>();
  for (const paragraph of paragraphs) {
    const { id } = paragraph.article.source;
    groups.set(id, [...(groups.get(id) ?? []), paragraph]);
  }
  return groups.values();
}

/** A paragraph with the duplicates that new articles have of it beside those it had; `null` where there are none. */
function withNewDuplicates(
  known: StoredParagraph,
  found: StoredParagraph,
  isNew: ReadonlySet<string>,
): StoredParagraph | null {
  const more = found.passages.map(({ duplicates }) => duplicates.filter(({ article }) => isNew.has(article.source.id)));
  if (more.every((duplicates) => duplicates.length === 0)) return null;
  const passages = known.passages.map((passage, row) => ({
    ...passage,
    duplicates: [...passage.duplicates, ...(more[row] ?? [])],
  }));
  return { ...known, passages };
}

/** The articles with paragraphs that share much of what is rare in one. */
async function articlesNear({ tokens }: StoredParagraph, { lexicon, find }: PassageIndex): Promise<Iterable<string>> {
  const { vocabulary } = lexicon;
  const spreadOf = (id: number) => vocabulary.paragraphsWithId(id);
  const terms = [...new Set(tokens)]
    .filter((id) => id >= 0 && spreadOf(id) > 1)
    .sort((a, b) => spreadOf(a) - spreadOf(b) || a - b)
    .slice(0, LEADING_TERMS);
  if (terms.length < 2) return [];
  const found = await find({
    terms: terms.map((id) => ({ text: vocabulary.termOf(id) ?? "", boost: 1 })),
    onlyAdds: null,
    within: { articles: null, speaker: null, scope: null },
    depth: DEPTH,
  });
  const isNear = (paragraph: StoredParagraph) => {
    const own = new Set(paragraph.tokens);
    const shared = terms.filter((id) => own.has(id)).length;
    return shared >= 2 && shared >= MIN_SHARED * terms.length;
  };
  return found.filter(isNear).map(({ article }) => article.source.id);
}
