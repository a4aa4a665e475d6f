import { expect, test } from "vitest";
import { createEngine, type Encoder } from "../../src/index.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const PIERS = Array.from({ length: 30 }, (_, n) =>
  story(`pier-${n + 1}`, `Pier ${n + 1} of the harbour was repaired again, the board says.`),
);

/** An encoder that has come to the first `known` texts of a corpus, all of which are near to anything. */
function encoderThatKnows(known: number): Encoder {
  const vector = { values: new Int8Array(1), scale: 1 };
  return {
    over: () => ({
      question: async () => vector,
      cosines: async (_, passages) => passages.map((passage) => (passage < known ? 0.95 : undefined)),
      nearest: async (_, depth, among) =>
        [...among]
          .filter((passage) => passage < known)
          .slice(0, depth)
          .map((passage) => ({ passage, cosine: 0.95 })),
    }),
  };
}

const answers = (encoder?: Encoder) => {
  const engine = createEngine(corpusOf(...PIERS), { encoder });
  return Promise.all([7, 12, 29].map((n) => engine.ask({ text: `was pier ${n} of the harbour repaired?` })));
};

test.each([1, 10, 40])("while %d texts are encoded, what they are does not decide an answer", async (known) => {
  expect(await answers(encoderThatKnows(known))).toEqual(await answers());
});
