import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

const near = 1e-9;

/** What a reader writes about norms. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "block-norm",
    title: "RMSNorm",
    prompt:
      "Write norm(x, weight, epsilon): each number of x, divided by the root of the mean of the squares of x plus epsilon, times its weight. The list x itself must stay as it is.",
    start:
      "function norm(x, weight, epsilon) {\n  // x, weight: lists of as many numbers\n  // returns a list of as many numbers\n  return x;\n}",
    functionName: "norm",
    cases: [
      {
        args: [[3, 4], [1, 1], 0],
        expected: [3 / Math.sqrt(12.5), 4 / Math.sqrt(12.5)],
        tolerance: near,
        hint: "The mean of the squares 9 and 16 is 12.5."
      },
      {
        args: [[30, 40], [1, 1], 0],
        expected: [3 / Math.sqrt(12.5), 4 / Math.sqrt(12.5)],
        tolerance: near,
        hint: "Ten times the vector gives the same."
      },
      {args: [[2, 2, 2], [1, 2, 0], 0], expected: [1, 2, 0], tolerance: near, hint: "The mean is not taken away."},
      {args: [[0, 0], [1, 1], 1e-5], expected: [0, 0], tolerance: near, hint: "Epsilon keeps this from being 0/0."},
      {
        args: [[1, -1], [1, 1], 3],
        expected: [0.5, -0.5],
        tolerance: near,
        hint: "Epsilon is added to the mean square, before the root: the root of 1 + 3 is 2."
      }
    ],
    solution: `function norm(x, weight, epsilon) {
  const square = x.reduce((sum, value) => sum + value * value, 0) / x.length;
  const scale = 1 / Math.sqrt(square + epsilon);
  return x.map((value, i) => value * scale * weight[i]);
}`,
    wrong: [
      {
        code: "function norm(x, weight, epsilon) { const length = Math.sqrt(x.reduce((s, v) => s + v * v, 0) + epsilon); return x.map((v, i) => (v / length) * weight[i]); }",
        why: "It divides by the length. The mean of the squares is what makes numbers of size 1, however many there are."
      },
      {
        code: "function norm(x, weight, epsilon) { const m = x.reduce((s, v) => s + v, 0) / x.length; const q = x.reduce((s, v) => s + (v - m) * (v - m), 0) / x.length; return x.map((v, i) => ((v - m) / Math.sqrt(q + epsilon)) * weight[i]); }",
        why: "That is LayerNorm: it takes the mean away first."
      },
      {
        code: "function norm(x, weight, epsilon) { const q = x.reduce((s, v) => s + v * v, 0) / x.length; return x.map((v, i) => (v / (Math.sqrt(q) + epsilon)) * weight[i]); }",
        why: "It adds epsilon after the root. Files of other programs have it inside, and a trained model notices."
      }
    ],
    explanation:
      "Three lines, and each of them has been a bug somewhere: length in place of root mean square, a mean that is taken away or is not, an epsilon on the wrong side of the root. All three run, and a model that was trained with one and is read with another is only a little worse, so that nobody looks."
  }
];
