import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes about attention by products. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "dot-product-attend",
    title: "Attention for one query",
    prompt:
      "Write attend(query, keys, values): softmax of query · key divided by the root of the query’s length, and the sum of the values weighted by it. Query, keys and values are lists of numbers; values may have another length than keys.",
    start:
      "function attend(query, keys, values) {\n  // query: d numbers; keys: n lists of d numbers; values: n lists of m numbers\n  // returns m numbers\n  return values[0];\n}",
    functionName: "attend",
    cases: [
      {
        args: [
          [1, 1],
          [
            [1, 0],
            [0, 1],
            [1, 1]
          ],
          [
            [2, 0],
            [0, 1],
            [2, 1]
          ]
        ],
        expected: [1.5034898434845538, 0.7517449217422769],
        tolerance: 1e-6,
        hint: "The tiny example: its weights are 0.248, 0.248 and 0.503."
      },
      {
        args: [
          [0, 0],
          [
            [5, 5],
            [-3, 2]
          ],
          [[1], [3]]
        ],
        expected: [2],
        tolerance: 1e-9,
        hint: "A query of zeros weighs all keys alike."
      },
      {
        args: [
          [2],
          [[Math.log(3)], [0]],
          [
            [0, 8],
            [10, 0]
          ]
        ],
        expected: [1, 7.2],
        tolerance: 1e-9,
        hint: "With d = 1 nothing changes by the division: the scores are 2 · ln 3 and 0, the weights 9 and 1 of 10."
      },
      {
        args: [
          [1, 1, 1, 1],
          [
            [2, 2, 2, 2],
            [0, 0, 0, 0]
          ],
          [[1], [0]]
        ],
        expected: [1 / (1 + Math.exp(-4))],
        tolerance: 1e-9,
        hint: "The product is 8, divided by √4: the score is 4."
      }
    ],
    solution: `function attend(query, keys, values) {
  const scores = keys.map((key) => key.reduce((sum, x, i) => sum + x * query[i], 0) / Math.sqrt(query.length));
  const largest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - largest));
  const total = raised.reduce((sum, x) => sum + x, 0);
  return values[0].map((_, m) => values.reduce((sum, value, j) => sum + (raised[j] / total) * value[m], 0));
}`,
    wrong: [
      {
        code: "function attend(query, keys, values) { const s = keys.map((k) => k.reduce((a, x, i) => a + x * query[i], 0)); const r = s.map((x) => Math.exp(x)); const t = r.reduce((a, x) => a + x, 0); return values[0].map((_, m) => values.reduce((a, v, j) => a + (r[j] / t) * v[m], 0)); }",
        why: "It does not divide by the root of d."
      },
      {
        code: "function attend(query, keys, values) { const s = keys.map((k) => k.reduce((a, x, i) => a + x * query[i], 0) / keys.length); const r = s.map((x) => Math.exp(x)); const t = r.reduce((a, x) => a + x, 0); return values[0].map((_, m) => values.reduce((a, v, j) => a + (r[j] / t) * v[m], 0)); }",
        why: "It divides by how many keys there are, and not by the root of the width."
      },
      {
        code: "function attend(query, keys, values) { const s = keys.map((k) => k.reduce((a, x, i) => a + x * query[i], 0) / Math.sqrt(query.length)); const r = s.map((x) => Math.exp(x)); return values[0].map((_, m) => values.reduce((a, v, j) => a + r[j] * v[m], 0)); }",
        why: "Its weights do not sum to 1."
      }
    ],
    explanation:
      "Three lines: score, weigh, mix. For all queries at once these are two matrix products with a softmax between them, which is why attention runs so well on hardware that is made for products."
  }
];
