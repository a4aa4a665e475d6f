import {
  type Lexicon,
  type PassageKey,
  readArticle,
  type StoredArticle,
  type StoredParagraph,
  type StoredPassage,
  type StoredStatement,
} from "../../src/index.ts";

/** An article as a reader of the archive knows it; `revision` is when it came to the generation, 0 for all that it began with. */
export interface KnownArticle extends StoredArticle {
  readonly revision: number;
}

/** The articles of an archive by their ids. */
export type Catalogue = ReadonlyMap<string, KnownArticle>;

/** A paragraph as the archive keeps it: fields that it is found by, and all that is read of it in one that is not searched. */
export interface ParagraphDocument {
  readonly article: string;
  readonly order: number;
  readonly position: number;
  /** Terms apart by spaces, each as often as it stands there. */
  readonly terms: string;
  readonly title: string;
  /** Names of all that the speakers are, stand for or belong to; of the speakers alone; and labels. */
  readonly speakers: readonly number[];
  readonly voices: readonly number[];
  readonly labels: readonly string[];
  readonly stored: StoredForm;
}

/** Numbers as base64, 32 bits each: half the size of JSON, and read ten times as fast. */
type Packed = string;

interface StoredForm {
  readonly revision: number;
  readonly text: string;
  readonly start: number;
  readonly tokens: Packed;
  readonly places: Packed;
  readonly concepts: Packed;
  readonly titleTokens: Packed;
  readonly heading: string;
  readonly headingTerms: readonly number[];
  readonly distinctTerms: number;
  readonly isListed: boolean;
  readonly passages: readonly StoredRun[];
  /** What the article has at this place to the letter, and where; absent where that is the text itself. */
  readonly raw?: { readonly text: string; readonly start: number };
}

interface StoredRun {
  readonly start: number;
  readonly end: number;
  readonly tokenFrom: number;
  readonly tokenTo: number;
  readonly statements: readonly StoredStatement[];
  /** Keys of its duplicates. */
  readonly prints: readonly string[];
  readonly original: string | null;
}

/** The document of a paragraph. @param revision of its article. */
export function documentOf(paragraph: StoredParagraph, { vocabulary }: Lexicon, revision: number): ParagraphDocument {
  const { article, position, tokens, concepts, titleTokens, passages, start, end, text } = paragraph;
  const statements = passages.flatMap((passage) => passage.statements);
  const termsOf = (ids: Iterable<number>) => [...ids].flatMap((id) => vocabulary.termOf(id) ?? []).join(" ");
  const cited = paragraph.cite({ start, end });
  return {
    article: article.source.id,
    order: article.order,
    position,
    terms: termsOf([...tokens, ...concepts.filter((_, at) => at % 3 === 0)]),
    title: termsOf(titleTokens),
    speakers: [...new Set(statements.flatMap(({ speakerIds }) => speakerIds))],
    voices: [...new Set(statements.flatMap(({ speakerIds }) => speakerIds.slice(0, 1)))],
    labels: [...new Set(statements.flatMap(({ speaker }) => speaker ?? []))],
    stored: {
      ...{ revision, text, start, distinctTerms: paragraph.distinctTerms, isListed: paragraph.isListed },
      ...{ tokens: pack(tokens), places: pack(paragraph.places), concepts: pack(concepts) },
      ...{ heading: paragraph.heading, titleTokens: pack(titleTokens), headingTerms: [...paragraph.headingTerms] },
      passages: passages.map(({ duplicates, original, key: _, row: __, ...run }) => ({
        ...{ start: run.start, end: run.end, tokenFrom: run.tokenFrom, tokenTo: run.tokenTo },
        ...{ statements: run.statements, prints: duplicates.map(({ key }) => key), original: original?.key ?? null },
      })),
      ...(cited.text !== text || cited.start !== start ? { raw: { text: cited.text, start: cited.start } } : {}),
    },
  };
}

/** The paragraph of a document; `null` for one that the catalogue does not know, or not in this revision. */
export function paragraphOf(
  { article: id, position, stored }: Pick<ParagraphDocument, "article" | "position" | "stored">,
  catalogue: Catalogue,
): StoredParagraph | null {
  const article = catalogue.get(id);
  if (!article || article.revision !== stored.revision) return null;
  const { text, start, raw } = stored;
  const key = `${id}#${position}`;
  const titleTokens = unpack(stored.titleTokens);
  const letter = raw && readArticle({ ...article.source, body: raw.text });
  return {
    ...{ key, article, text, position, start, end: start + text.length, isListed: stored.isListed },
    ...{ tokens: unpack(stored.tokens), places: unpack(stored.places), concepts: unpack(stored.concepts) },
    ...{ distinctTerms: stored.distinctTerms, titleTokens, titleTerms: new Set(titleTokens) },
    ...{ heading: stored.heading, headingTerms: new Set(stored.headingTerms) },
    passages: stored.passages.map(({ prints, ...run }, row): StoredPassage => {
      const duplicates = prints.flatMap((one) => keyOf(one, catalogue));
      return { ...run, key: `${key}/${row}`, row, duplicates, original: keyOf(run.original, catalogue)[0] ?? null };
    }),
    cite(span) {
      const [from, to] = [span.start - start, span.end - start];
      if (!raw || !letter) return { text: text.slice(from, to), start: span.start, end: span.end };
      const cited = letter.cite({ start: from, end: to });
      return { text: cited.text, start: cited.start + raw.start, end: cited.end + raw.start };
    },
  };
}

function keyOf(key: string | null, catalogue: Catalogue): PassageKey[] {
  if (key === null) return [];
  const paragraph = key.slice(0, key.lastIndexOf("/"));
  const article = catalogue.get(paragraph.slice(0, paragraph.lastIndexOf("#")));
  return article ? [{ key, paragraph, article }] : [];
}

function pack(numbers: Int32Array): Packed {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");
}

function unpack(packed: Packed): Int32Array {
  const bytes = Buffer.from(packed, "base64");
  return new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
