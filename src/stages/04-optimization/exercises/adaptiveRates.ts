import type {WriteExercise} from "../../../components/exercise/writeExercise.js";
import {stepsOf} from "../model/adaptiveStep.js";

const quintic = (s: number): number => 3.4445 * s - 4.775 * s ** 3 + 2.0315 * s ** 5;

/** Functions that a reader writes about adaptive rates. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "adaptive-write-adam",
    title: "Adam",
    prompt:
      "Write moves(gradients, b1, b2): how far Adam moves a number against each of its gradients, in units of the learning rate, with both corrections and without ε. No gradient of the row is 0.",
    start: "function moves(gradients, b1, b2) {\n  return gradients.map(() => 0);\n}",
    functionName: "moves",
    cases: [
      {args: [[], 0.9, 0.999], expected: [], hint: "No gradient, no step."},
      {
        args: [[-7], 0.9, 0.999],
        expected: [-1],
        tolerance: 1e-9,
        hint: "The first step is the sign, whatever the size."
      },
      {
        args: [[3, 3, 3], 0.9, 0.999],
        expected: [1, 1, 1],
        tolerance: 1e-9,
        hint: "The same gradient: the whole rate each time."
      },
      {
        args: [[4, -2, 4], 0.9, 0.999],
        expected: stepsOf("Adam", {b1: 0.9, b2: 0.999}, [4, -2, 4]),
        tolerance: 1e-9,
        hint: "In the second step m is 0.9 · 0.4 − 0.2 = 0.16, over 0.19."
      },
      {
        args: [[1, 2], 0, 0.5],
        expected: stepsOf("Adam", {b1: 0, b2: 0.5}, [1, 2]),
        tolerance: 1e-9,
        hint: "With b1 = 0 it is RMSProp with a corrected mean: v is 0.25 + 2 = 2.25, over 0.75."
      }
    ],
    solution: `function moves(gradients, b1, b2) {
  let m = 0, v = 0;
  return gradients.map((g, i) => {
    m = b1 * m + (1 - b1) * g;
    v = b2 * v + (1 - b2) * g * g;
    return m / (1 - b1 ** (i + 1)) / Math.sqrt(v / (1 - b2 ** (i + 1)));
  });
}`,
    wrong: [
      {
        code: "function moves(gradients, b1, b2) { let m = 0, v = 0; return gradients.map((g) => { m = b1 * m + (1 - b1) * g; v = b2 * v + (1 - b2) * g * g; return m / Math.sqrt(v); }); }",
        why: "Neither mean is corrected, and the first step is three rates long."
      },
      {
        code: "function moves(gradients, b1, b2) { let m = 0, v = 0; return gradients.map((g, i) => { m = b1 * m + (1 - b1) * g; v = b2 * v + (1 - b2) * g * g; return m / (1 - b1 ** i) / Math.sqrt(v / (1 - b2 ** i)); }); }",
        why: "The first step is step 1 in the correction: with 0 it divides by 0."
      },
      {
        code: "function moves(gradients, b1, b2) { let m = 0, v = 0; return gradients.map((g, i) => { m = b1 * m + (1 - b1) * g; v = b2 * v + (1 - b2) * g * g; return g / Math.sqrt(v / (1 - b2 ** (i + 1))); }); }",
        why: "It divides the gradient and not its mean: that is RMSProp."
      }
    ],
    explanation:
      "Two running means and two corrections, in four lines. The corrections are exact for a gradient that stays the same, and that is why the third case is all ones."
  },
  {
    kind: "write",
    name: "adaptive-write-schulz",
    title: "Newton–Schulz",
    prompt:
      "Write push(x, a, b, c): one application of a·X + (b·XXᵀ + c·(XXᵀ)²)·X to a square matrix x, given as a list of rows.",
    start: "function push(x, a, b, c) {\n  return x;\n}",
    functionName: "push",
    cases: [
      {
        args: [[[0.5]], 1.5, -0.5, 0],
        expected: [[0.6875]],
        tolerance: 1e-9,
        hint: "A single number: 1.5 · 0.5 − 0.5 · 0.125."
      },
      {
        args: [
          [
            [0, 1],
            [-1, 0]
          ],
          1.5,
          -0.5,
          0
        ],
        expected: [
          [0, 1],
          [-1, 0]
        ],
        tolerance: 1e-9,
        hint: "A rotation has only singular values of 1, and the cubic leaves those alone."
      },
      {
        args: [
          [
            [0, 0.5],
            [0.2, 0]
          ],
          3.4445,
          -4.775,
          2.0315
        ],
        expected: [
          [0, quintic(0.5)],
          [quintic(0.2), 0]
        ],
        tolerance: 1e-9,
        hint: "The singular values are 0.5 and 0.2, each pushed by the polynomial of degree five."
      },
      {
        args: [
          [
            [1, 1],
            [0, 0]
          ],
          2,
          1,
          0
        ],
        expected: [
          [4, 4],
          [0, 0]
        ],
        tolerance: 1e-9,
        hint: "XXᵀ is ((2, 0), (0, 0)), so XXᵀX is twice X."
      },
      {
        args: [
          [
            [1, 0],
            [1, 1]
          ],
          0,
          0,
          1
        ],
        expected: [
          [5, 3],
          [8, 5]
        ],
        tolerance: 1e-9,
        hint: "XXᵀ is ((1, 1), (1, 2)), and its square ((2, 3), (3, 5)): a product of matrices, too."
      }
    ],
    solution: `function push(x, a, b, c) {
  const times = (p, q) => p.map((row) => q[0].map((_, j) => row.reduce((sum, v, k) => sum + v * q[k][j], 0)));
  const turned = x[0].map((_, j) => x.map((row) => row[j]));
  const gram = times(x, turned);
  const square = times(gram, gram);
  const bent = times(gram.map((row, i) => row.map((v, j) => b * v + c * square[i][j])), x);
  return x.map((row, i) => row.map((v, j) => a * v + bent[i][j]));
}`,
    wrong: [
      {
        code: "function push(x, a, b, c) { return x.map((row) => row.map((v) => a * v + b * v ** 3 + c * v ** 5)); }",
        why: "It applies the polynomial to each entry. It is the singular values that it is meant for."
      },
      {
        code: "function push(x, a, b, c) { const times = (p, q) => p.map((row) => q[0].map((_, j) => row.reduce((sum, v, k) => sum + v * q[k][j], 0))); const gram = times(x, x); const square = times(gram, gram); const bent = times(gram.map((row, i) => row.map((v, j) => b * v + c * square[i][j])), x); return x.map((row, i) => row.map((v, j) => a * v + bent[i][j])); }",
        why: "X times X is not X times its transpose: for the rotation it gives minus the identity."
      },
      {
        code: "function push(x, a, b, c) { const times = (p, q) => p.map((row) => q[0].map((_, j) => row.reduce((sum, v, k) => sum + v * q[k][j], 0))); const turned = x[0].map((_, j) => x.map((row) => row[j])); const gram = times(x, turned); const bent = times(gram.map((row) => row.map((v) => b * v + c * v * v)), x); return x.map((row, i) => row.map((v, j) => a * v + bent[i][j])); }",
        why: "It squares the entries of XXᵀ and not the matrix."
      }
    ],
    explanation:
      "Three products of matrices, and no singular value is ever computed. On hardware that is made for products that is the whole point: five applications cost less than one decomposition."
  }
];
