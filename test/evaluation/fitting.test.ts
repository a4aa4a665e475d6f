import { describe, expect, test } from "vitest";
import { createRandom } from "../../bench/random.ts";
import { chanceOf, dot, type Example, fitLogistic, fitSoftmax, rightBeforeWrong } from "./fitting.ts";

const random = createRandom(7);
/** A number from -1 to 1. */
const any = () => random.below(2_001) / 1_000 - 1;
const happens = (chance: number) => random.chance(chance);

describe("weights are found again that examples were made with:", () => {
  test("those of a softmax, but for what nothing depends on", () => {
    const wanted = [4, -2, 0];
    const groups = Array.from({ length: 400 }, (): Example[] => {
      const features = Array.from({ length: 6 }, () => [any(), any(), any()]);
      const odds = features.map((own) => Math.exp(dot(wanted, own)));
      let left = (random.below(1_000_000) / 1_000_000) * odds.reduce((sum, one) => sum + one, 0);
      const chosen = odds.findIndex((one) => {
        left -= one;
        return left < 0;
      });
      return features.map((own, at) => ({ features: own, isRight: at === chosen }));
    });
    const found = fitSoftmax(groups, 3);
    expect(found.map((weight) => Math.round(weight))).toEqual([4, -2, 0]);
  });

  test("those of a logistic regression, with what is added for every example", () => {
    const examples = Array.from({ length: 4_000 }, (): Example => {
      const features = [any(), any()];
      return { features, isRight: happens(chanceOf(dot([3, -1], features) + 1)) };
    });
    expect(fitLogistic(examples, 2).map((weight) => Math.round(weight))).toEqual([3, -1, 1]);
  });
});

test("what is right stands before what is wrong as often as their figures say", () => {
  const judged = [
    { figure: 0.9, isRight: true },
    { figure: 0.5, isRight: false },
    { figure: 0.5, isRight: true },
    { figure: 0.1, isRight: false },
  ];
  expect(rightBeforeWrong(judged)).toBe(0.875);
});
