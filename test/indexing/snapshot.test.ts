import { describe, expect, test } from "vitest";
import { buildCorpusIndex, createEngineOver, packIndex, unpackIndex } from "../../src/index.ts";
import { readQuestionSets } from "../evaluation/question-sets.ts";

describe.each(readQuestionSets())("an index that was stored and read back", async ({ name, corpus, questions }) => {
  const index = buildCorpusIndex(corpus);
  const stored = packIndex(index);
  const asBuilt = createEngineOver(index);
  const asStored = createEngineOver(await unpackIndex(stored, corpus));

  test(`answers every question of “${name}” to the letter as the one that was made of the articles`, {
    timeout: 60_000,
  }, async () => {
    for (const { question, earlier } of questions) {
      const asked = { text: question, earlier };
      expect(JSON.stringify(await asStored.ask(asked))).toBe(JSON.stringify(await asBuilt.ask(asked)));
    }
  });

  test("covers, completes and shows the surroundings alike", async () => {
    expect(await asStored.coverage()).toEqual(await asBuilt.coverage());
    expect(await asStored.completeSpeaker("a", 25)).toEqual(await asBuilt.completeSpeaker("a", 25));
    const [passage] = (await asBuilt.ask({ text: questions[0]?.question ?? "" })).passages;
    if (!passage) throw new Error("The first question has no passage.");
    expect(await asStored.context(passage)).toEqual(await asBuilt.context(passage));
  });

  test("can be stored again, also after questions were asked", async () => {
    const again = await unpackIndex(packIndex(await unpackIndex(packIndex(index), corpus)), corpus);
    const [first] = questions;
    const asked = { text: first?.question ?? "" };
    expect(await createEngineOver(again).ask(asked)).toEqual(await asBuilt.ask(asked));
  });
});
