import { describe, expect, test } from "vitest";
import { createEngine } from "../../src/index.ts";
import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { textOf } from "../../src/indexing/passages.ts";
import { parseQuestion } from "../../src/question/parse-question.ts";
import { createSpeller } from "../../src/question/spelling.ts";
import { showTogetherFor } from "../../src/selection/voices.ts";
import { rankedWith } from "../fixtures/ranked-passages.ts";
import { corpusOf, story } from "../fixtures/stories.ts";

const MILL = {
  sold: "The mill on the Elm was sold in spring.",
  needs: "Nora Quist, the buyer, said the mill needed a new wheel and new stones.",
  weighs: "The wheel of the mill weighs nine tons.",
};
const CALM = { told: "Clara Brandt was calmer.", said: "“I came with a list of worries,” Brandt said." };
const GATE = {
  told: "Among those at the gate was Tom Hill, 34, a stranded carter.",
  said: "“I have a cart of rye and nowhere to grind it,” he said.",
};
const PORT = {
  told: "The government in Port Lind was not pleased.",
  said: "Finance Minister Ana Ruiz said the ferry carries flour long before it carries fever.",
  added: "She said the ferry would go on.",
};
const paragraph = (sentences: Readonly<Record<string, string>>) => Object.values(sentences).join(" ");
const engine = createEngine(
  corpusOf(
    story(
      "mill",
      [MILL, CALM, GATE, PORT, { leak: "The ferry is a worry. Will the ferry sink? The ferry leaks." }]
        .map(paragraph)
        .join("\n\n"),
    ),
  ),
);
const shown = async (text: string) => (await engine.ask({ text })).passages.map((one) => [one.text, one.speaker]);

/** How a question has the sentences about the ferry shown whose scores are these. */
async function together(text: string, scores: readonly number[]): Promise<string[]> {
  const index = buildCorpusIndex(corpusOf(story("port", paragraph(PORT))));
  const query = parseQuestion({ text }, index.lexicon, createSpeller(index.lexicon.vocabulary));
  const ranked = rankedWith(
    scores.map((score) => 8 * score),
    await index.paragraphsOf("port"),
  );
  const inOrder = ranked.toSorted((a, b) => a.passage.start - b.passage.start);
  const [best] = ranked;
  const groups = best ? showTogetherFor(query)(best, inOrder) : [];
  return groups.map(({ paragraph: whole, passage }) => textOf(whole, passage));
}

describe("where the voice changes between neighbours,", () => {
  test("a fact is told as the article tells it, under no name", async () => {
    expect(await shown("when was the mill sold")).toEqual([[paragraph(MILL), null]]);
    expect(await shown("how much does the wheel of the mill weigh")).toEqual([[MILL.weighs, null]]);
  });

  test("the words of whoever is named stand by themselves, under the name", async () => {
    expect(await shown("nora quist mill wheel")).toEqual([
      [MILL.needs, "Nora Quist"],
      [MILL.sold, null],
      [MILL.weighs, null],
    ]);
  });

  test("they come before a sentence about the same person that fits as well, but no better", async () => {
    expect((await shown("brandt after the sale")).slice(0, 2)).toEqual([
      [CALM.said, "Clara Brandt"],
      [CALM.told, null],
    ]);
    expect(await shown("Brandt calmer")).toEqual([[paragraph(CALM), null]]);
  });

  test("words come before what is told of somebody whom the question only describes", async () => {
    expect(await shown("what did the stranded carter say")).toEqual([
      [GATE.said, "Tom Hill"],
      [GATE.told, null],
    ]);
  });

  test("the name is kept where the narrator's sentence hardly has a chance to be the answer", async () => {
    expect(await together("what does the ferry carry", [0.3, 1, 0.9])).toEqual([
      `${PORT.said} ${PORT.added}`,
      PORT.told,
    ]);
    expect(await together("what does the ferry carry", [0.6, 1, 0.9])).toEqual([paragraph(PORT)]);
  });
});
