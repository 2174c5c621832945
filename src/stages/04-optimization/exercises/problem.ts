import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that a reader writes about curvature. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "problem-power",
    title: "The largest curvature, from products alone",
    prompt:
      "Multiply a vector by a matrix again and again, and make its length 1 each time: the direction with the largest curvature wins. Write largest(matrix, start, steps): do so many rounds from start, and return vᵀHv for the last v. The matrix is symmetric and none of its curvatures is negative; start is not of length 1.",
    start:
      "function largest(matrix, start, steps) {\n  // matrix: rows; start: a list of numbers\n  let v = start;\n  return 0;\n}",
    functionName: "largest",
    cases: [
      {args: [[[3]], [2], 1], expected: 3, tolerance: 1e-9, hint: "One direction only: vᵀHv with v = 1."},
      {
        args: [
          [
            [1, 0],
            [0, 10]
          ],
          [1, 1],
          0
        ],
        expected: 5.5,
        tolerance: 1e-9,
        hint: "No round: vᵀHv of the start, which must have length 1 first."
      },
      {
        args: [
          [
            [1, 0],
            [0, 10]
          ],
          [1, 1],
          1
        ],
        expected: 1001 / 101,
        tolerance: 1e-9,
        hint: "After one round v is (1, 10)/√101."
      },
      {
        args: [
          [
            [802, -400],
            [-400, 200]
          ],
          [1, 0],
          20
        ],
        expected: 501 + Math.sqrt(301 ** 2 + 400 ** 2),
        tolerance: 1e-6,
        hint: "Rosenbrock’s valley at its lowest point: 1001.6."
      }
    ],
    solution: `function largest(matrix, start, steps) {
  const times = (v) => matrix.map((row) => row.reduce((sum, h, j) => sum + h * v[j], 0));
  const unit = (v) => {
    const length = Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
    return v.map((x) => x / length);
  };
  let v = unit(start);
  for (let n = 0; n < steps; n++) v = unit(times(v));
  return times(v).reduce((sum, x, i) => sum + x * v[i], 0);
}`,
    wrong: [
      {
        code: "function largest(matrix, start, steps) { const times = (v) => matrix.map((row) => row.reduce((sum, h, j) => sum + h * v[j], 0)); let v = start; for (let n = 0; n < steps; n++) v = times(v); return times(v).reduce((sum, x, i) => sum + x * v[i], 0); }",
        why: "It never makes the vector’s length 1, so the answer grows with each round."
      },
      {
        code: "function largest(matrix, start, steps) { const times = (v) => matrix.map((row) => row.reduce((sum, h, j) => sum + h * v[j], 0)); const unit = (v) => { const l = Math.sqrt(v.reduce((s, x) => s + x * x, 0)); return v.map((x) => x / l); }; let v = unit(start); for (let n = 0; n <= steps; n++) v = unit(times(v)); return times(v).reduce((sum, x, i) => sum + x * v[i], 0); }",
        why: "It does one round too many."
      },
      {
        code: "function largest(matrix, start, steps) { return Math.max(...matrix.map((row, i) => row[i])); }",
        why: "It takes the largest entry of the diagonal, which is the curvature along an axis."
      }
    ],
    explanation:
      "Write the start in the matrix’s own directions. Each round multiplies each part by its curvature, so the part with the largest one outgrows the others, by λ₁/λ₂ in each round. All that is asked of the matrix is products, which for a model are Hessian–vector products. This is the power iteration."
  },
  {
    kind: "write",
    name: "problem-classify",
    title: "Bowl, saddle or dome",
    prompt:
      "Given the second derivatives at a place of gradient zero, write classify(fxx, fxy, fyy): “bowl” where both curvatures are positive, “dome” where both are negative, “saddle” where they have different signs, and “flat” where one is zero.",
    start: 'function classify(fxx, fxy, fyy) {\n  return "bowl";\n}',
    functionName: "classify",
    cases: [
      {args: [1, 0, 10], expected: "bowl", hint: "The bowl of this stage."},
      {args: [2, 3, 2], expected: "saddle", hint: "The mixed derivative is larger than both others: 5 and −1."},
      {args: [-2, 1, -2], expected: "dome", hint: "−1 and −3."},
      {args: [1, 0, -1], expected: "saddle", hint: "Up along one axis, down along the other."},
      {args: [1, 1, 1], expected: "flat", hint: "2 and 0: along (1, −1) it does not bend."},
      {
        args: [0, 1, 0],
        expected: "saddle",
        hint: "Along the axes it does not bend, along (1, 1) and (1, −1) it does: f = xy."
      }
    ],
    solution: `function classify(fxx, fxy, fyy) {
  const product = fxx * fyy - fxy * fxy; // of the two curvatures
  if (product === 0) return "flat";
  if (product < 0) return "saddle";
  return fxx > 0 ? "bowl" : "dome";
}`,
    wrong: [
      {
        code: 'function classify(fxx, fxy, fyy) { if (fxx > 0 && fyy > 0) return "bowl"; if (fxx < 0 && fyy < 0) return "dome"; return fxx === 0 || fyy === 0 ? "flat" : "saddle"; }',
        why: "It looks along the axes alone and leaves the mixed derivative out."
      },
      {
        code: 'function classify(fxx, fxy, fyy) { const product = fxx * fyy - fxy * fxy; if (product === 0) return "flat"; return product < 0 ? "saddle" : "bowl"; }',
        why: "It takes domes for bowls: both have a positive product."
      },
      {
        code: 'function classify(fxx, fxy, fyy) { const product = fxx * fyy - fxy; if (product === 0) return "flat"; if (product < 0) return "saddle"; return fxx > 0 ? "bowl" : "dome"; }',
        why: "The mixed derivative is to be squared."
      }
    ],
    explanation:
      "The determinant of a matrix is the product of its eigenvalues. If it is negative the signs differ, and if it is zero one of them is zero. If it is positive they agree, and then fxx, which is the curvature in one direction and so a weighted mean of both, has their sign."
  }
];
