/** What a text means, as numbers: `values` times `scale` has the length one. */
export interface Vector {
  readonly values: Int8Array;
  readonly scale: number;
}

/** A sentence encoder: texts of like meaning get vectors that point the same way, whatever their words. */
export interface Encoder {
  /**
   * Compares questions with the passages of a corpus.
   * @param open is called once, at the latest when the first passages are compared.
   */
  over(open: () => Promise<PassageTexts>): PassageVectors;
}

/** What the passages of a corpus say, by their numbers from 0 up to `count`. */
export interface PassageTexts {
  readonly count: number;
  textOf(passage: number): string;
}

/** The passages of a corpus as an encoder knows them, by the same numbers. */
export interface PassageVectors {
  /** The vector of a question; `null` where there is no encoder here, so that words alone decide. Never rejects. */
  question(text: string): Promise<Vector | null>;
  /** How near passages are to a question, up to 1 and the same on any machine; `undefined` where that is not known yet. */
  cosines(question: Vector, passages: readonly number[]): Promise<readonly (number | undefined)[]>;
  /** The nearest of some passages that may answer, the nearest first; of what is equally near, the first is taken. */
  nearest(
    question: Vector,
    depth: number,
    among: Int32Array,
    mayAnswer: (passage: number) => boolean,
  ): Promise<readonly Near[]>;
}

/** A passage by its number, and how near it is to a question. */
export interface Near {
  readonly passage: number;
  readonly cosine: number;
}
