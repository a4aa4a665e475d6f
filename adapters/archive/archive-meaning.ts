import { inCorpus, type Meaning, type Nearness, type Vector } from "../../src/index.ts";
import { cosinesOf, DIMENSIONS, STEPS, vectorOf } from "../encoder/vector.ts";
import type { Archive } from "./client.ts";
import { type ArchiveView, BEST_FIRST, createParagraphReader, filtersOf } from "./paragraph-reader.ts";

/** Beyond so many paragraphs it takes seconds to compare them all: only those that words find are compared. */
const MOST_COMPARED = 300_000;

/** The cosine of a paragraph as a whole, reckoned and rounded as here; one is added, as no score may be negative. */
const NEAREST = `
if (doc['vectors'].size() == 0) return 0;
BytesRef texts = doc['vectors'].value;
byte[] values = texts.bytes;
List given = params.asked;
int[] asked = new int[${DIMENSIONS}];
for (int at = 0; at < ${DIMENSIONS}; at++) asked[at] = given.get(at);
int product = 0;
int squares = 0;
for (int at = 0; at < ${DIMENSIONS}; at++) {
  int value = values[texts.offset + at];
  product += asked[at] * value;
  squares += value * value;
}
double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
return Math.round(product * params.scale * scale * ${STEPS}) / ${STEPS}.0 + 1;`;

/**
 * Compares questions with the paragraphs of an archive by the vectors that are kept with them: the answers are those of an
 * index in memory. @param encode makes the vector of a question; `null` where there is no encoder.
 */
export function createArchiveMeaning(
  archive: Archive,
  view: ArchiveView,
  encode: (question: string) => Promise<Vector | null>,
): Meaning {
  const { catalogue, lexicon } = view;
  const { searchCompared, vectorsOf } = createParagraphReader(archive, view);
  return async (question, inFull) => {
    const [own, full] = [await encode(question), await encode(inFull)];
    if (own === null || full === null) return null;
    const [compareOwn, compareFull] = [comparing(own), comparing(full)];
    return {
      async of(paragraphs) {
        const vectors = await vectorsOf(paragraphs.map(({ key }) => key));
        return paragraphs.map(({ key, passages }): Nearness => {
          const known = vectors.get(key) ?? null;
          const [[whole], [, ...cosines]] = [compareFull(known), compareOwn(known)];
          return { whole, passages: passages.map((_, row) => cosines[row]) };
        });
      },
      async nearest(depth, within) {
        if (lexicon.vocabulary.paragraphs > MOST_COMPARED) return [];
        const filter = [{ exists: { field: "vectors" } }, ...filtersOf(within, catalogue)];
        const params = { asked: [...full.values], scale: full.scale };
        const query = { script_score: { query: { bool: { filter } }, script: { source: NEAREST, params } } };
        const found = await searchCompared(query, depth, BEST_FIRST);
        return found
          .map(({ paragraph, vectors }) => ({ paragraph, cosine: compareFull(vectors)[0] ?? 0 }))
          .sort((a, b) => b.cosine - a.cosine || inCorpus(a.paragraph, b.paragraph))
          .map(({ paragraph }) => paragraph);
      },
    };
  };
}

/** Gives the cosines of a question with the texts whose vectors stand one behind the other. */
function comparing(asked: Vector): (vectors: Int8Array | null) => number[] {
  const cosineOf = cosinesOf(asked);
  return (vectors) =>
    Array.from({ length: (vectors?.length ?? 0) / DIMENSIONS }, (_, at) => {
      const { values, scale } = vectorOf((vectors ?? EMPTY).subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS));
      return cosineOf(values, 0, scale);
    });
}

const EMPTY = new Int8Array();
