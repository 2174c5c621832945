import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes before the stage begins. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "attention-soft-lookup",
    title: "A lookup that is soft",
    prompt:
      "Write lookUp(query, keys, values): numbers all of them, with as many keys as values. Each key weighs e to the product of the query and the key, against the sum of all those; the answer is the weighted mean of the values. Products may be as large as 1,000.",
    start:
      "function lookUp(query, keys, values) {\n  // query: a number; keys, values: lists of numbers\n  return NaN;\n}",
    functionName: "lookUp",
    cases: [
      {
        args: [0, [1, 2, 3], [10, 20, 60]],
        expected: 30,
        tolerance: 1e-9,
        hint: "A query of 0 asks for nothing: every key weighs the same."
      },
      {
        args: [1, [0, Math.log(3)], [0, 4]],
        expected: 3,
        tolerance: 1e-9,
        hint: "The weights are 1 and 3, of 4."
      },
      {
        args: [-1, [0, Math.log(3)], [0, 4]],
        expected: 1,
        tolerance: 1e-9,
        hint: "With −1 the weights are 1 and a third: a quarter for the second."
      },
      {
        args: [1000, [0, 1], [5, 7]],
        expected: 7,
        tolerance: 1e-9,
        hint: "e to the 1,000 is too large for a number: subtract the largest score first."
      },
      {args: [3, [2], [8]], expected: 8, tolerance: 1e-9, hint: "One key has all of the weight."}
    ],
    solution: `function lookUp(query, keys, values) {
  const scores = keys.map((key) => query * key);
  const largest = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, i) => sum + weight * values[i], 0) / total;
}`,
    wrong: [
      {
        code: "function lookUp(query, keys, values) { const w = keys.map((k) => Math.exp(query * k)); const t = w.reduce((s, x) => s + x, 0); return w.reduce((s, x, i) => s + x * values[i], 0) / t; }",
        why: "It takes e to the score itself, which is infinite for large ones, and infinity divided by infinity is no number."
      },
      {
        code: "function lookUp(query, keys, values) { let best = 0; keys.forEach((k, i) => { if (query * k > query * keys[best]) best = i; }); return values[best]; }",
        why: "It takes the value of the best key alone. That lookup is hard: it has no slope to learn from."
      },
      {
        code: "function lookUp(query, keys, values) { const s = keys.map((k) => query * k); const t = s.reduce((a, b) => a + b, 0); return s.reduce((a, x, i) => a + x * values[i], 0) / t; }",
        why: "It weighs by the scores themselves: they may be negative, and may sum to 0."
      }
    ],
    explanation:
      "A dictionary answers with the value of the one key that fits. This answers with a mixture, in which the better a key fits the more its value counts, so that every key has a slope. With vectors in place of numbers, and the product divided by √d, this is attention."
  }
];
