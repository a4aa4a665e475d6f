import { setImmediate as breathe } from "node:timers/promises";
import { isWithin, type WholeIndex, type Within } from "../indexing/passage-index.ts";
import { type StoredParagraph, type StoredPassage, textOf } from "../indexing/passages.ts";
import { once } from "../once.ts";
import type { Encoder, PassageTexts } from "./encoder.ts";

/** How near a paragraph is to a question in meaning: cosines, up to 1; `undefined` where that is not known yet. */
export interface Nearness {
  /** Of all of it, below its article's title. */
  readonly whole: number | undefined;
  /** Of each of its passages, in order. */
  readonly passages: readonly (number | undefined)[];
}

/** A question, ready to be compared in meaning. */
export interface AskedMeaning {
  /** How near paragraphs are to it, in their order. */
  of(paragraphs: readonly StoredParagraph[]): Promise<readonly Nearness[]>;
  /** The paragraphs that are nearest to it as a whole, of those that may answer; nearest first. */
  nearest(depth: number, within: Within): Promise<readonly StoredParagraph[]>;
}

/**
 * Compares a question with the paragraphs of an index, wherever that is kept; `null` where nothing here can do so.
 * @param inFull the question with what it goes on from: passages are compared with the question, all around them with this.
 */
export type Meaning = (question: string, inFull: string) => Promise<AskedMeaning | null>;

/** Lets an encoder compare questions with all that an index in this process has. */
export function createMeaning(index: WholeIndex, encoder: Encoder): Meaning {
  const numbered = once(async () => numberTexts(await index.everything()));
  const vectors = encoder.over(numbered);
  return async (question, inFull) => {
    const own = await vectors.question(question);
    const full = inFull === question ? own : await vectors.question(inFull);
    if (own === null || full === null) return null;
    const { firstOf, paragraphOf, wholes } = await numbered();
    return {
      async of(paragraphs) {
        const around = await vectors.cosines(full, paragraphs.map(firstOf));
        const cosines = await vectors.cosines(
          own,
          paragraphs.flatMap((paragraph) => paragraph.passages.map((_, row) => firstOf(paragraph) + 1 + row)),
        );
        let at = 0;
        return paragraphs.map(({ passages }, paragraph) => {
          const from = at;
          at += passages.length;
          return { whole: around[paragraph], passages: cosines.slice(from, at) };
        });
      },
      async nearest(depth, within) {
        const found = await vectors.nearest(full, depth, wholes, (number) => isWithin(paragraphOf(number), within));
        return found.map(({ passage }) => paragraphOf(passage));
      },
    };
  };
}

/** All texts that are encoded, by numbers: of each paragraph that has passages the whole, then those. */
interface NumberedTexts extends PassageTexts {
  /** The numbers of whole paragraphs: a third of all texts, among which the nearest are looked for. */
  readonly wholes: Int32Array;
  firstOf(paragraph: StoredParagraph): number;
  paragraphOf(number: number): StoredParagraph;
}

/** So many paragraphs are numbered at a time; whoever asks meanwhile is answered in between. */
const SLICE = 5_000;

async function numberTexts(paragraphs: readonly StoredParagraph[]): Promise<NumberedTexts> {
  const firsts = new Map<string, number>();
  const owners: number[] = [];
  for (const [at, { key, passages }] of paragraphs.entries()) {
    if (passages.length > 0) {
      firsts.set(key, owners.length);
      for (let text = 0; text <= passages.length; text++) owners.push(at);
    }
    if (at % SLICE === SLICE - 1) await breathe();
  }
  const firstOf = ({ key }: StoredParagraph) => firsts.get(key) ?? Number.NaN;
  const paragraphOf = (number: number): StoredParagraph => {
    const paragraph = paragraphs[owners[number] ?? -1];
    if (!paragraph) throw new RangeError(`there is no text ${number}`);
    return paragraph;
  };
  return {
    count: owners.length,
    wholes: Int32Array.from(firsts.values()),
    firstOf,
    paragraphOf,
    textOf(number) {
      const paragraph = paragraphOf(number);
      return comparedTexts(paragraph)[number - firstOf(paragraph)] ?? "";
    },
  };
}

/** The texts of a paragraph that a question is compared with: the whole, then its passages; none where it has no passages. */
export function comparedTexts(paragraph: StoredParagraph): readonly string[] {
  const { heading, passages } = paragraph;
  const below = (passage: StoredPassage) => [heading, textOf(paragraph, passage)].filter(Boolean).join(" ");
  return passages.length === 0 ? [] : [titled(paragraph), ...passages.map(below)];
}

/** A paragraph as a reader meets it: what "he" or "the vote" in it means stands above. */
function titled({ article, heading, text }: StoredParagraph): string {
  return [article.source.title, heading, text].filter(Boolean).join(". ");
}
