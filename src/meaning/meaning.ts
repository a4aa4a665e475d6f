import { setImmediate as breathe } from "node:timers/promises";
import { isWithin, type PassageIndex, type Within } from "../indexing/passage-index.ts";
import { type StoredParagraph, type StoredPassage, textOf } from "../indexing/passages.ts";
import { once } from "../once.ts";
import type { Encoder, PassageTexts } from "./encoder.ts";

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
  const numbered = once(async () => numberPassages(await index.everything()));
  const vectors = encoder.over(numbered);
  return async (question) => {
    const asked = await vectors.question(question);
    if (asked === null) return null;
    const { numberOf, placeOf } = await numbered();
    return {
      of: (passages) => vectors.cosines(asked, passages.map(numberOf)),
      async nearest(depth, within) {
        const mayAnswer = (number: number) => isWithin(placeOf(number).paragraph, within);
        const found = await vectors.nearest(asked, depth, mayAnswer);
        return found.map(({ passage, cosine }) => ({ ...placeOf(passage), cosine }));
      },
    };
  };
}

/** The passages of an index by numbers. */
interface NumberedPassages extends PassageTexts {
  numberOf(passage: Placed): number;
  placeOf(number: number): Placed;
}

/** So many paragraphs are numbered at a time; whoever asks meanwhile is answered in between. */
const SLICE = 5_000;

async function numberPassages(paragraphs: readonly StoredParagraph[]): Promise<NumberedPassages> {
  const firsts = new Map<string, number>();
  const paragraphOf: number[] = [];
  for (const [at, { key, passages }] of paragraphs.entries()) {
    firsts.set(key, paragraphOf.length);
    for (const _ of passages) paragraphOf.push(at);
    if (at % SLICE === SLICE - 1) await breathe();
  }
  const placeOf = (number: number): Placed => {
    const paragraph = paragraphs[paragraphOf[number] ?? -1];
    const passage = paragraph?.passages[number - (firsts.get(paragraph.key) ?? 0)];
    if (!paragraph || !passage) throw new RangeError(`there is no passage ${number}`);
    return { paragraph, passage };
  };
  return {
    count: paragraphOf.length,
    textOf: (number) => encodedText(placeOf(number)),
    numberOf: ({ paragraph, passage }) => (firsts.get(paragraph.key) ?? Number.NaN) + passage.row,
    placeOf,
  };
}
