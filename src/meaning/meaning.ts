import { isWithin, type PassageIndex, type Within } from "../indexing/passage-index.ts";
import { type StoredParagraph, type StoredPassage, textOf } from "../indexing/passages.ts";
import type { Encoder } from "./encoder.ts";

/** A passage with the paragraph that it stands in. */
export interface Placed {
  readonly paragraph: StoredParagraph;
  readonly passage: StoredPassage;
}

/** A passage, and how near it is to a question: a cosine, up to 1. */
export interface NearPassage extends Placed {
  readonly cosine: number;
}

/** A question, ready to be compared in meaning. */
export interface AskedMeaning {
  /** How near passages are to it; `undefined` where nothing is known of one yet. */
  of(passages: readonly Placed[]): Promise<readonly (number | undefined)[]>;
  /** The nearest of all passages that may answer, the nearest first. */
  nearest(depth: number, within: Within): Promise<readonly NearPassage[]>;
}

/** Compares questions with the passages of an index; `null` where nothing here can do so. */
export type Meaning = (question: string) => Promise<AskedMeaning | null>;

/** What is encoded of a passage. */
export function encodedText({ paragraph, passage }: Placed): string {
  return textOf(paragraph, passage);
}

/** Lets an encoder compare questions with all passages of an index. */
export function createMeaning(index: PassageIndex, encoder: Encoder): Meaning {
  let placed: readonly Placed[] = [];
  let numbers: ReadonlyMap<string, number> = new Map();
  const vectors = encoder.over(async () => {
    const paragraphs = await index.everything();
    placed = paragraphs.flatMap((paragraph) => paragraph.passages.map((passage) => ({ paragraph, passage })));
    numbers = new Map(placed.map(({ passage }, number) => [passage.key, number]));
    return placed.map(encodedText);
  });
  return async (question) => {
    const asked = await vectors.question(question);
    return (
      asked && {
        of: (passages) =>
          vectors.cosines(
            asked,
            passages.map(({ passage }) => numbers.get(passage.key) ?? -1),
          ),
        async nearest(depth, within) {
          const mayAnswer = (number: number) => {
            const paragraph = placed[number]?.paragraph;
            return paragraph !== undefined && isWithin(paragraph, within);
          };
          const found = await vectors.nearest(asked, depth, mayAnswer);
          return found.flatMap(({ passage, cosine }) => {
            const known = placed[passage];
            return known ? [{ ...known, cosine }] : [];
          });
        },
      }
    );
  };
}
