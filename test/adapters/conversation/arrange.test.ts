import { describe, expect, it } from "vitest";
import { arrangeAnswer, type Piece } from "../../../adapters/conversation/arrange.ts";
import { answer, disagreement, passage } from "../../fixtures/answers.ts";

const [plain, dear, cheap] = ["It opens in May.", "It has cost 14 million.", "It has cost 12 million."].map((text) =>
  passage({ text }),
);
const cost = disagreement({ passages: [dear, cheap].flatMap((side) => side ?? []) });

const order = (pieces: readonly Piece[]) =>
  pieces.map((piece) => {
    if (piece.kind === "headings") return [piece.parts.map(({ heading }) => heading).join(), piece.seen];
    return [piece.kind === "passage" ? piece.passage.text : piece.disagreement.about, piece.seen];
  });

describe("the order of an answer", () => {
  it("puts a passage beside those that contradict it, and says it once", () => {
    const passages = [dear, plain, cheap].flatMap((each) => each ?? []);
    expect(order(arrangeAnswer(answer({ passages, disagreements: [cost] })))).toEqual([
      [cost.about, 1],
      ["It opens in May.", 3],
    ]);
  });

  it("puts a disagreement about something else after the passages", () => {
    const passages = [plain].flatMap((each) => each ?? []);
    expect(order(arrangeAnswer(answer({ passages, disagreements: [cost] })))).toEqual([
      ["It opens in May.", 1],
      [cost.about, 1],
    ]);
  });
});
