import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

const near = 1e-9;
const unit = [
  [1, 0],
  [0, 1]
];

/** What a reader writes about the elder way to attend. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "attention-problem-additive",
    title: "Bahdanau’s score",
    prompt:
      "Write score(q, k, W, U, v): how well a key k fits a query q by a small network, the sum over i of v[i] · tanh(row i of W times q + row i of U times k). W and U are lists of rows.",
    start:
      "function score(q, k, W, U, v) {\n  // q, k, v: lists of numbers; W, U: one row for each number of v\n  return NaN;\n}",
    functionName: "score",
    cases: [
      {
        args: [[1, 1], [1, 0], unit, unit, [1, 1]],
        expected: Math.tanh(2) + Math.tanh(1),
        tolerance: near,
        hint: "The rows give (1, 1) + (1, 0) = (2, 1), each through tanh."
      },
      {
        args: [[1, 1], [1, 1], unit, unit, [1, -1]],
        expected: 0,
        tolerance: near,
        hint: "Both rows give 2, and v subtracts one from the other."
      },
      {
        args: [[2], [3, 1], [[0.5]], [[0, 1]], [3]],
        expected: 3 * Math.tanh(2),
        tolerance: near,
        hint: "Queries and keys may differ in width: 0.5 · 2 + 0 · 3 + 1 · 1 = 2."
      },
      {
        args: [[50, 0], [50, 0], unit, unit, [2, 5]],
        expected: 2,
        tolerance: near,
        hint: "tanh never exceeds 1, so a score never exceeds the sum of v."
      }
    ],
    solution: `function score(q, k, W, U, v) {
  const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  return v.reduce((sum, weight, i) => sum + weight * Math.tanh(dot(W[i], q) + dot(U[i], k)), 0);
}`,
    wrong: [
      {
        code: "function score(q, k, W, U, v) { const dot = (a, b) => a.reduce((s, x, i) => s + x * b[i], 0); return v.reduce((s, w, i) => s + w * (dot(W[i], q) + dot(U[i], k)), 0); }",
        why: "Without tanh the query adds the same to the scores of all keys, and softmax does not see it."
      },
      {
        code: "function score(q, k, W, U, v) { const dot = (a, b) => a.reduce((s, x, i) => s + x * b[i], 0); return v.reduce((s, w, i) => s + w * (Math.tanh(dot(W[i], q)) + Math.tanh(dot(U[i], k))), 0); }",
        why: "It bends query and key apart from one another, so that again the query is the same for all keys. The sum goes through tanh."
      },
      {
        code: "function score(q, k, W, U, v) { const dot = (a, b) => a.reduce((s, x, i) => s + x * b[i], 0); return Math.tanh(v.reduce((s, w, i) => s + w * (dot(W[i], q) + dot(U[i], k)), 0)); }",
        why: "It bends the score at the end, where there is nothing left to tell pairs apart by."
      }
    ],
    explanation:
      "The bend in the middle is what makes it attention: a linear score would be a part of the query plus a part of the key, and all queries would look at the same keys. A product of query and key needs no bend, and that is one reason why it won."
  }
];
