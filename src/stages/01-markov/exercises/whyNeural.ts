import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on why neural networks writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "why-neural-nearest",
    title: "The nearest row",
    prompt:
      "Write nearest(rows, i): rows[j] are the counts of what followed context j. Return the index of the context other than i whose distribution is nearest to that of i, by half the sum of absolute differences of probabilities. Of equally near ones, the first.",
    start: "function nearest(rows, i) {\n  // rows: lists of counts, all of one length, none all zero\n  return i;\n}",
    functionName: "nearest",
    cases: [
      {
        args: [
          [
            [8, 2, 0],
            [0, 1, 9],
            [40, 10, 0]
          ],
          0
        ],
        expected: 2,
        hint: "[8, 2, 0] and [40, 10, 0] are the same distribution: divide each row by its sum first."
      },
      {
        args: [
          [
            [1, 1],
            [9, 1],
            [6, 4],
            [1, 9]
          ],
          0
        ],
        expected: 2,
        hint: "Distances from [0.5, 0.5] are 0.4, 0.1 and 0.4."
      },
      {
        args: [
          [
            [1, 0, 0],
            [0, 1, 0],
            [0, 0, 1]
          ],
          1
        ],
        expected: 0,
        hint: "Both others are as far as can be, so the first of them."
      },
      {
        args: [
          [
            [5, 5, 0, 0],
            [0, 0, 5, 5],
            [2, 2, 2, 2],
            [1, 3, 0, 0]
          ],
          3
        ],
        expected: 0,
        hint: "[0.25, 0.75, 0, 0] is 0.25 from row 0 and 0.5 from row 2."
      }
    ],
    solution: `function nearest(rows, i) {
  const shares = rows.map((row) => {
    const sum = row.reduce((a, b) => a + b, 0);
    return row.map((count) => count / sum);
  });
  let best = -1, least = Infinity;
  shares.forEach((share, j) => {
    const distance = share.reduce((sum, p, k) => sum + Math.abs(p - shares[i][k]), 0) / 2;
    if (j !== i && distance < least) [best, least] = [j, distance];
  });
  return best;
}`,
    wrong: [
      {
        code: "function nearest(rows, i) { let b = -1, m = Infinity; rows.forEach((r, j) => { const d = r.reduce((s, c, k) => s + Math.abs(c - rows[i][k]), 0); if (j !== i && d < m) { b = j; m = d; } }); return b; }",
        why: "It compares counts, so a common and a rare context are far apart however alike they are."
      },
      {
        code: "function nearest(rows, i) { const p = rows.map((r) => r.map((c) => c / r.reduce((a, b) => a + b, 0))); let b = -1, m = Infinity; p.forEach((r, j) => { const d = r.reduce((s, c, k) => s + Math.abs(c - p[i][k]), 0); if (d < m) { b = j; m = d; } }); return b; }",
        why: "Nothing is nearer to a context than itself."
      },
      {
        code: "function nearest(rows, i) { const p = rows.map((r) => r.map((c) => c / r.reduce((a, b) => a + b, 0))); let b = -1, m = Infinity; p.forEach((r, j) => { const d = r.reduce((s, c, k) => s + (c - p[i][k]), 0); if (j !== i && d < m) { b = j; m = d; } }); return b; }",
        why: "Without absolute values the differences cancel: each row sums to one."
      }
    ],
    explanation:
      "Two contexts are alike if they make the same predictions, whatever their counts. Half the sum of absolute differences is the total variation distance: 0 for equal distributions, 1 for ones with nothing in common. A table of counts could answer this question; an n-gram model never asks it."
  }
];
