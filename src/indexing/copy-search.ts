import { createContents, createNumbers } from "../copies/contents.ts";
import { type Copies, createWordings, judgeCopies, type PassageWording } from "../copies/copies.ts";
import type { RewriteReport } from "../copies/report.ts";
import { findSimilar, type SimilarPair } from "../copies/similarity.ts";
import { type PassageKey, paragraphKey, passageKey, type StoredArticle, type StoredParagraph } from "./passages.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Finds the copies among articles that are taken one after the other. Nothing of a paragraph stays here but the numbers of its
 * terms; those that may have copies are brought again, to be compared.
 */
export interface CopySearch {
  /** Takes the paragraphs of the next article. @param residue the traces of a machine in every 1,000 characters of it. */
  add(article: StoredArticle, paragraphs: readonly StoredParagraph[], residue: number): void;
  /** Once all are taken: ids of the articles with passages that may be copies. */
  alike(): readonly string[];
  /** Takes all paragraphs of such an article. */
  compare(paragraphs: readonly StoredParagraph[]): void;
  /** Once all of these are taken: what the copies are. */
  judge(): FoundCopies;
}

/** The copies that were found. */
export interface FoundCopies {
  /** The article as it is known now. */
  articleAs(article: StoredArticle): StoredArticle;
  /** Keys of the paragraphs that have copies. */
  readonly touched: ReadonlySet<string>;
  /** A paragraph as it is known now, where it is one that has copies with these in place of those it had. */
  withCopies(paragraph: StoredParagraph): StoredParagraph;
  /** The articles that are rewrites, in their order. */
  readonly rewrites: readonly RewriteReport[];
}

/** @param vocabulary that of all articles, once all are taken. */
export function createCopySearch(vocabulary: Vocabulary): CopySearch {
  const articles: StoredArticle[] = [];
  const numbers = new Map<string, number>();
  const residues: number[] = [];
  const contents = createContents();
  /** The number of each article's first passage; of each passage the place of its paragraph, and its place in that. */
  const [firsts, positions, rows] = [createNumbers(), createNumbers(), createNumbers()];
  const wordings = new Map<number, PassageWording>();
  let pairs: readonly SimilarPair[] = [];

  /** The number of the first passage of a paragraph that has some. */
  const firstOf = ({ article, position }: StoredParagraph): number => {
    let passage = firsts.at(numbers.get(article.source.id) ?? -1);
    while (positions.at(passage) < position) passage++;
    return passage;
  };
  return {
    add(article, paragraphs, residue) {
      numbers.set(article.source.id, articles.length);
      firsts.push(contents.count);
      for (const { passages, tokens, position } of paragraphs) {
        for (const { tokenFrom, tokenTo, row } of passages) {
          contents.add(articles.length, tokens.subarray(tokenFrom, tokenTo));
          positions.push(position);
          rows.push(row);
        }
      }
      articles.push(article);
      residues.push(residue);
    },
    alike() {
      pairs = findSimilar(contents, vocabulary);
      for (const { a, b } of pairs) for (const passage of [a, b]) wordings.set(passage, NO_WORDING);
      const alike = new Set([...wordings.keys()].map(contents.articleOf));
      return [...alike].flatMap((number) => articles[number]?.source.id ?? []);
    },
    compare(paragraphs) {
      const body = bodyOf(paragraphs);
      const readWording = createWordings();
      for (const paragraph of paragraphs) {
        for (const passage of paragraph.passages) {
          const number = firstOf(paragraph) + passage.row;
          if (wordings.has(number)) wordings.set(number, readWording(passage, body));
        }
      }
    },
    judge() {
      const copies = judgeCopies(pairs, contents, residues, (passage) => wordings.get(passage) ?? NO_WORDING);
      wordings.clear();
      const articleAs = (article: StoredArticle): StoredArticle => {
        const isGarbled = copies.garbled.has(numbers.get(article.source.id) ?? -1);
        return isGarbled && !article.isGarbled ? { ...article, isGarbled } : article;
      };
      const keyOf = (passage: number): PassageKey[] => {
        const article = articles[contents.articleOf(passage)];
        if (!article) return [];
        const paragraph = paragraphKey(positions.at(passage), article);
        return [{ key: passageKey(paragraph, rows.at(passage)), paragraph, article: articleAs(article) }];
      };
      const paragraphsWithCopies = passagesIn(copies)
        .flatMap(keyOf)
        .map(({ paragraph }) => paragraph);
      const touched = new Set(paragraphsWithCopies);
      return {
        ...{ articleAs, touched },
        withCopies(paragraph) {
          const article = articleAs(paragraph.article);
          if (!touched.has(paragraph.key)) return article === paragraph.article ? paragraph : { ...paragraph, article };
          const first = firstOf(paragraph);
          const passages = paragraph.passages.map((passage, row) => ({
            ...passage,
            duplicates: (copies.sameText.get(first + row) ?? []).flatMap(keyOf),
            original: [copies.original.get(first + row) ?? []].flat().flatMap(keyOf)[0] ?? null,
          }));
          return { ...paragraph, article, passages };
        },
        rewrites: [...copies.garbled].flatMap(([number, { of, reasons }]) => {
          const [article, original] = [articles[number], of === null ? undefined : articles[of]];
          return article ? [{ article: article.source.id, of: original?.source.id ?? null, reasons }] : [];
        }),
      };
    },
  };
}

const NO_WORDING: PassageWording = { text: "", quotations: [] };

function passagesIn({ sameText, original }: Copies): number[] {
  return [...sameText.keys(), ...original.keys()];
}

/** The body of an article, in which all offsets count; between the paragraphs stands nothing that is compared. */
function bodyOf(paragraphs: readonly StoredParagraph[]): string {
  return paragraphs.reduce((body, { start, text }) => body.padEnd(start) + text, "");
}
