import type {WriteExercise} from "../../../components/exercise/writeExercise.js";
import {tinyAttention} from "../model/tiny.js";

const swap = [
  [0, 1],
  [1, 0]
];
const same = [
  [1, 0],
  [0, 1]
];
const double = [
  [2, 0],
  [0, 1]
];
const none = [
  [0, 0],
  [0, 0]
];
const tokens = [
  [1, 0],
  [0, 1],
  [1, 1]
];
const residual = tokens.map((row, i) => row.map((x, k) => x + tinyAttention().outputs[i as 0]![k as 0]));
const START =
  "const times = (row, M) => M[0].map((_, j) => row.reduce((s, x, i) => s + x * M[i][j], 0)); const dot = (a, b) => a.reduce((s, x, i) => s + x * b[i], 0);";

/** What a reader writes about self-attention. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "self-attention-layer",
    title: "A layer of self-attention",
    prompt:
      "Write layer(rows, WQ, WK, WV): each row of numbers asks all rows, itself too, and the answer is added to it. Matrices are lists of rows, and a query is the row times WQ; scores are divided by the root of the number of a query’s entries.",
    start:
      "function layer(rows, WQ, WK, WV) {\n  // rows: [n][d]; WQ, WK: [d][h]; WV: [d][d]; returns [n][d]\n  return rows;\n}",
    functionName: "layer",
    cases: [
      {args: [[[3, 4]], same, same, none], expected: [[3, 4]], tolerance: 1e-9, hint: "Values of zeros add nothing."},
      {
        args: [
          [
            [1, 0],
            [0, 1]
          ],
          none,
          same,
          same
        ],
        expected: [
          [1.5, 0.5],
          [0.5, 1.5]
        ],
        tolerance: 1e-9,
        hint: "Queries of zeros weigh all rows alike: the mean (0.5, 0.5) is added to each."
      },
      {
        args: [tokens, swap, same, double],
        expected: residual,
        tolerance: 1e-9,
        hint: "The tiny example, with its residual."
      },
      {
        args: [
          [
            [2, 0],
            [0, 0]
          ],
          [[1], [0]],
          [[Math.log(3) / 4], [0]],
          same
        ],
        expected: [
          [2 + 1.5, 0],
          [1, 0]
        ],
        tolerance: 1e-9,
        hint: "Queries and keys of one number: 2 · 2 · ln 3 / 4 = ln 3, so the first row weighs 3 to 1."
      }
    ],
    solution: `function layer(rows, WQ, WK, WV) {
  const times = (row, M) => M[0].map((_, j) => row.reduce((sum, x, i) => sum + x * M[i][j], 0));
  const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
  const [keys, values] = [rows.map((row) => times(row, WK)), rows.map((row) => times(row, WV))];
  return rows.map((row) => {
    const query = times(row, WQ);
    const raised = keys.map((key) => Math.exp(dot(query, key) / Math.sqrt(query.length)));
    const total = raised.reduce((sum, x) => sum + x, 0);
    return row.map((x, k) => x + raised.reduce((sum, w, j) => sum + (w / total) * values[j][k], 0));
  });
}`,
    wrong: [
      {
        code: `function layer(rows, WQ, WK, WV) { ${START} const [K, V] = [rows.map((r) => times(r, WK)), rows.map((r) => times(r, WV))]; return rows.map((r) => { const q = times(r, WQ); const e = K.map((k) => Math.exp(dot(q, k) / Math.sqrt(q.length))); const t = e.reduce((s, x) => s + x, 0); return r.map((_, k) => e.reduce((s, w, j) => s + (w / t) * V[j][k], 0)); }); }`,
        why: "It gives the answer alone. The residual is missing: the row itself is to be added."
      },
      {
        code: `function layer(rows, WQ, WK, WV) { ${START} const [K, V] = [rows.map((r) => times(r, WK)), rows.map((r) => times(r, WV))]; return rows.map((r) => { const q = times(r, WQ); const e = K.map((k) => Math.exp(dot(q, k))); const t = e.reduce((s, x) => s + x, 0); return r.map((x, k) => x + e.reduce((s, w, j) => s + (w / t) * V[j][k], 0)); }); }`,
        why: "It does not divide the scores by the root of the width."
      },
      {
        code: `function layer(rows, WQ, WK, WV) { ${START} const [Q, K, V] = [WQ, WK, WV].map((W) => rows.map((r) => times(r, W))); const E = Q.map((q) => K.map((k) => Math.exp(dot(q, k) / Math.sqrt(q.length)))); const T = K.map((_, j) => E.reduce((s, e) => s + e[j], 0)); return rows.map((r, i) => r.map((x, k) => x + E[i].reduce((s, w, j) => s + (w / T[j]) * V[j][k], 0))); }`,
        why: "Its softmax runs along the queries: the weights of a key sum to 1, and not those of a query."
      }
    ],
    explanation:
      "Three maps, one table of scores, one mean for each row, and a sum. The library does the same for all rows at once, in tiles, and cut into heads."
  }
];
