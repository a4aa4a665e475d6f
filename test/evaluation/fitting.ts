/** One thing to learn from: what was measured, and whether it was right. */
export interface Example {
  readonly features: readonly number[];
  readonly isRight: boolean;
}

const ROUNDS = 400;
const STEP = 0.1;
/** Pulls weights towards 0, so that what measures nothing gets none. */
const RIDGE = 1e-3;

/**
 * The weights under which the right ones of each group get the best chances, all together: a softmax over the examples of a
 * group. Groups without a right one, or without a wrong one, teach nothing.
 */
export function fitSoftmax(groups: readonly (readonly Example[])[], features: number): number[] {
  const telling = groups.filter(
    (group) => group.some(({ isRight }) => isRight) && group.some(({ isRight }) => !isRight),
  );
  return descend(features, scaleOf(telling.flat(), features), (weights, gradient) => {
    for (const group of telling) {
      const chances = softmax(group.map((example) => dot(weights, example.features)));
      const right = group.reduce((sum, { isRight }, at) => sum + (isRight ? (chances[at] ?? 0) : 0), 0);
      group.forEach((example, at) => {
        const chance = chances[at] ?? 0;
        const wanted = example.isRight ? chance / Math.max(right, 1e-9) : 0;
        add(gradient, example.features, (chance - wanted) / telling.length);
      });
    }
  });
}

/** The weights of a logistic regression; the last one is added for every example. */
export function fitLogistic(examples: readonly Example[], features: number): number[] {
  const all = examples.map(({ features: own, isRight }) => ({ features: [...own, 1], isRight }));
  return descend(features + 1, scaleOf(all, features + 1), (weights, gradient) => {
    for (const { features: own, isRight } of all)
      add(gradient, own, (chanceOf(dot(weights, own)) - Number(isRight)) / all.length);
  });
}

export function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** How often, of a right and a wrong one, the right one has the higher figure; half where they have the same. */
export function rightBeforeWrong(judged: readonly { readonly figure: number; readonly isRight: boolean }[]): number {
  const [right, wrong] = [judged.filter(({ isRight }) => isRight), judged.filter(({ isRight }) => !isRight)];
  let won = 0;
  for (const { figure } of right)
    for (const other of wrong) won += figure > other.figure ? 1 : figure === other.figure ? 0.5 : 0;
  return won / Math.max(1, right.length * wrong.length);
}

/** Gradient descent with a step for each weight of its own (Adam, Kingma and Ba 2015), in units of what each feature varies. */
function descend(
  size: number,
  scale: readonly number[],
  addGradient: (weights: readonly number[], gradient: number[]) => void,
): number[] {
  const scaled: number[] = new Array(size).fill(0);
  const [mean, square]: [number[], number[]] = [new Array(size).fill(0), new Array(size).fill(0)];
  const weightsOf = () => scaled.map((weight, at) => weight / (scale[at] ?? 1));
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient: number[] = new Array(size).fill(0);
    addGradient(weightsOf(), gradient);
    for (let at = 0; at < size; at++) {
      const slope = (gradient[at] ?? 0) / (scale[at] ?? 1) + RIDGE * (scaled[at] ?? 0);
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * slope * slope;
      const step = (mean[at] ?? 0) / (1 - 0.9 ** round);
      scaled[at] = (scaled[at] ?? 0) - (STEP * step) / (Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return weightsOf();
}

/** How much each feature varies; 1 where it does not. */
function scaleOf(examples: readonly Example[], features: number): number[] {
  return Array.from({ length: features }, (_, at) => {
    const values = examples.map(({ features: own }) => own[at] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
    return variance === 0 ? 1 : Math.sqrt(variance);
  });
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / whole);
}

function add(sum: number[], values: readonly number[], times: number): void {
  values.forEach((value, at) => {
    sum[at] = (sum[at] ?? 0) + times * value;
  });
}
