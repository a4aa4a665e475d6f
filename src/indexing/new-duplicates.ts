import { type Copies, findCopies } from "../copies/copies.ts";
import type { Article } from "../corpus/article.ts";
import type { PassageIndex } from "./passage-index.ts";
import type { ParagraphRecord, PassageKey, PassageRecord, StoredArticle, StoredParagraph } from "./passages.ts";

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
  const records = recordsOf(all);
  const copies = findCopies(records.articles, records.paragraphs, records.passages, index.lexicon.vocabulary);
  const printed = withCopies(all, records, copies, old.length);
  const touched = new Map(released);
  for (const [at, paragraph] of old.entries()) {
    const now = printed[at];
    if (now && now !== paragraph) touched.set(now.key, now);
  }
  return { paragraphs: printed.slice(old.length), touched: [...touched.values()] };
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

/** Some paragraphs as records of a small corpus, in their order. */
interface Records {
  readonly articles: readonly Article[];
  readonly paragraphs: readonly ParagraphRecord[];
  readonly passages: readonly PassageRecord[];
}

function recordsOf(all: readonly StoredParagraph[]): Records {
  const numbers = new Map<string, number>();
  const bodies: string[] = [];
  const sources: StoredArticle["source"][] = [];
  const passages: PassageRecord[] = [];
  const paragraphs = all.map((paragraph, id): ParagraphRecord => {
    const { source } = paragraph.article;
    const article = numbers.get(source.id) ?? numbers.size;
    numbers.set(source.id, article);
    sources[article] = source;
    // All offsets count in the body; between the paragraphs stands nothing that is compared.
    bodies[article] = (bodies[article] ?? "").padEnd(paragraph.start) + paragraph.text;
    const own = paragraph.passages.map((passage, at) => ({ ...passage, id: passages.length + at, paragraph: id }));
    passages.push(...own);
    return { ...paragraph, id, article, passages: own };
  });
  return { articles: sources.map((source, at) => ({ ...source, body: bodies[at] ?? "" })), paragraphs, passages };
}

/** The paragraphs with the copies that were found, where a new one is among them. @param firstNew the place of the first of those. */
function withCopies(
  all: readonly StoredParagraph[],
  { paragraphs, passages }: Records,
  { sameText, garbled, original }: Copies,
  firstNew: number,
): StoredParagraph[] {
  const isNew = (passage: number) => (passages[passage]?.paragraph ?? -1) >= firstNew;
  const articles = new Map<string, StoredArticle>();
  all.forEach(({ article }, at) => {
    const isGarbled = at >= firstNew ? garbled.has(paragraphs[at]?.article ?? -1) : article.isGarbled;
    articles.set(article.source.id, { ...article, isGarbled });
  });
  const stored = all.flatMap((paragraph) => paragraph.passages.map(({ key }) => ({ key, paragraph })));
  const keyOf = (passage: number): PassageKey[] => {
    const { key, paragraph } = stored[passage] ?? {};
    const article = articles.get(paragraph?.article.source.id ?? "");
    return key !== undefined && paragraph && article ? [{ key, paragraph: paragraph.key, article }] : [];
  };
  return all.map((paragraph, at) => {
    const own = paragraphs[at]?.passages ?? [];
    const more = own.map(({ id }) => (sameText.get(id) ?? []).filter((other) => at >= firstNew || isNew(other)));
    if (at < firstNew && more.every((others) => others.length === 0)) return paragraph;
    return {
      ...paragraph,
      article: articles.get(paragraph.article.source.id) ?? paragraph.article,
      passages: paragraph.passages.map((passage, row) => ({
        ...passage,
        duplicates: [...passage.duplicates, ...(more[row] ?? []).flatMap(keyOf)],
        original: at < firstNew ? passage.original : (keyOf(original.get(own[row]?.id ?? -1) ?? -1)[0] ?? null),
      })),
    };
  });
}
