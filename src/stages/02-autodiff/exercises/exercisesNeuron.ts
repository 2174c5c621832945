import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const TRAIN = `function train(points, steps, rate) {
  const n = points.length;
  let w = [0, 0];
  let b = 0;
  const loss = () => points.reduce((sum, {x, t}) => sum + (Math.tanh(w[0] * x[0] + w[1] * x[1] + b) - t) ** 2, 0) / n;
  for (let step = 0; step < steps; step++) {
    const dw = [0, 0];
    let db = 0;
    for (const {x, t} of points) {
      const y = Math.tanh(w[0] * x[0] + w[1] * x[1] + b);
      const slope = ((2 * (y - t)) / n) * (1 - y * y);
      dw[0] += slope * x[0];
      dw[1] += slope * x[1];
      db += slope;
    }
    w = [w[0] - rate * dw[0], w[1] - rate * dw[1]];
    b = b - rate * db;
  }
  return {w, b, loss: loss()};
}`;

const points = [
  {x: [1, 2], t: 1},
  {x: [2, 1], t: 1},
  {x: [-1, 0.5], t: -1},
  {x: [0.5, -1.5], t: -1}
];

/** A neuron that learns, its derivatives written out by hand. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "autodiff-project-neuron",
    title: "8. A neuron learns",
    prompt:
      "Write train(points, steps, rate): a neuron y = tanh(w₀x₀ + w₁x₁ + b) starts with all three at 0. Its loss is the mean of (y − t)² over the points {x, t}. In each step compute the gradient over all points, then move each parameter by minus rate times its slope. Return {w, b, loss} after the last step. Write the derivatives out by hand, or bring your engine.",
    start:
      "function train(points, steps, rate) {\n  // points: a list of {x: [number, number], t: number}\n  return {w: [0, 0], b: 0, loss: 1};\n}",
    functionName: "train",
    cases: [
      {args: [points, 0, 0.5], expected: {w: [0, 0], b: 0, loss: 1}, hint: "Before the first step y is 0 everywhere."},
      {
        args: [[{x: [1, 0], t: 1}], 1, 0.5],
        expected: {w: [1, 0], b: 1, loss: 0.001294014995201765},
        tolerance: 1e-9,
        hint: "At y = 0 the slope with the sum is 2(y − t)(1 − y²) = −2."
      },
      {
        args: [points, 1, 0.5],
        expected: {w: [0.875, 1], b: 0, loss: 0.11433582183671417},
        tolerance: 1e-9,
        hint: "The mean of four points’ slopes: divide by 4, once."
      },
      {
        args: [points, 20, 0.2],
        expected: {w: [0.812646496010796, 0.6936500067775837], b: -0.6189705155230258, loss: 0.01889112920961253},
        tolerance: 1e-6,
        hint: "All three parameters move together, from the same gradient."
      }
    ],
    solution: TRAIN,
    wrong: [
      {
        code: TRAIN.replace(
          "w[0] - rate * dw[0], w[1] - rate * dw[1]",
          "w[0] + rate * dw[0], w[1] + rate * dw[1]"
        ).replace("b - rate * db", "b + rate * db"),
        why: "Along the gradient the loss rises."
      },
      {
        code: TRAIN.replace("((2 * (y - t)) / n)", "(2 * (y - t))"),
        why: "The loss is a mean, and this is a sum’s gradient."
      },
      {code: TRAIN.replace(" * (1 - y * y)", ""), why: "It forgets the slope of tanh."},
      {
        code: TRAIN.replace(
          "      dw[0] += slope * x[0];\n      dw[1] += slope * x[1];\n      db += slope;\n",
          "      w = [w[0] - rate * slope * x[0], w[1] - rate * slope * x[1]];\n      b -= rate * slope;\n"
        ),
        why: "It moves after each point, so later points see other parameters: another method."
      }
    ],
    explanation:
      "One chain: the loss with y, y with the sum, the sum with each parameter. The first two factors are common to all three parameters, so they are computed once: that is the pass back in small. By hand this is bearable for one neuron. For two layers it is not, and that is why you wrote an engine."
  }
];
