import { describe, expect, it } from "vitest";
import {
  arrangeAnswer,
  type Group,
  groupByArticle,
  passagesIn,
  readingOrder,
} from "../../../adapters/conversation/arrange.ts";
import { answer, article, disagreement, passage } from "../../fixtures/answers.ts";

const plain = passage({ text: "It opens in May." });
const dear = passage({ text: "It has cost 14 million." });
const cheap = passage({ text: "It has cost 12 million.", article: article({ id: "courier" }) });
const cost = disagreement({ passages: [dear, cheap] });

const textsOf = (groups: readonly Group[]) => groups.map(({ passages }) => passages.map(({ text }) => text));

describe("the order of an answer", () => {
  it("puts a passage beside those that contradict it, and says it once", () => {
    const pieces = arrangeAnswer(answer({ passages: [dear, plain, cheap], disagreements: [cost] }));
    expect(textsOf(pieces)).toEqual([[dear.text, cheap.text], [plain.text]]);
    expect(passagesIn(pieces.slice(0, 1))).toEqual([dear, cheap]);
  });

  it("puts a disagreement about something else after the passages", () => {
    const pieces = arrangeAnswer(answer({ passages: [plain], disagreements: [cost] }));
    expect(textsOf(pieces)).toEqual([[plain.text], [dear.text, cheap.text]]);
  });

  it("begins each of several questions anew, also one whose answer was shown and one that has none", () => {
    const part = (heading: string, passages: number) =>
      ({ heading, outcome: passages > 0 ? "answered" : "none", lead: null, passages, more: 0 }) as const;
    const parts = [part("when", 1), part("and the ferry", 0), part("for how much", 2), part("who pays", 0)];
    const several = answer({ parts, passages: [plain, plain, cheap], disagreements: [cost] });
    const pieces = groupByArticle(arrangeAnswer(several));
    expect(pieces.map((group) => group.parts.map(({ heading }) => heading))).toEqual([
      ["when"],
      ["and the ferry", "for how much"],
      [],
      ["who pays"],
    ]);
    expect(textsOf(pieces)).toEqual([[plain.text], [plain.text], [dear.text, cheap.text], []]);
    expect(readingOrder(several)).toEqual([plain, dear, cheap]);
  });

  it("puts passages that were asked for beside below what has none, and not into it", () => {
    const parts = [{ heading: "and the ferry", outcome: "none", lead: null, passages: 0, more: 0 } as const];
    const pieces = arrangeAnswer(answer({ parts, passages: [plain] }));
    expect(pieces.map(({ kind, parts: begun }) => [kind, begun.length])).toEqual([
      ["headings", 1],
      ["article", 0],
    ]);
  });

  it("keeps the rank where it puts neighbours of one article together", () => {
    const other = passage({ text: "Elsewhere.", article: article({ id: "courier" }) });
    const [first, second, last] = ["First.", "Second.", "Last."].map((text) => passage({ text }));
    const passages = [first, second, other, last].flatMap((each) => each ?? []);
    expect(textsOf(groupByArticle(arrangeAnswer(answer({ passages }))))).toEqual([
      ["First.", "Second."],
      ["Elsewhere."],
      ["Last."],
    ]);
  });
});

describe("what more shows", () => {
  it("is nothing that was shown, not even as a side of a disagreement or a part of a longer passage", () => {
    const long = passage({ text: "It opens in May. It is long.", start: 10, end: 38 });
    const inside = passage({ text: "It is long.", start: 27, end: 38 });
    const more = [cheap, inside, plain, plain];
    const order = readingOrder(answer({ passages: [dear, long], more, disagreements: [cost] }));
    expect(order).toEqual([dear, cheap, long, plain]);
  });
});
