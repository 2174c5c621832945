import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on tensors writes. */
export const exercises: readonly WriteExercise[] = [
  {
    name: "tensors-matmul-gradients",
    title: "Both gradients of a product",
    prompt:
      "Matrices are arrays of rows. C = A·B, and G holds ∂L/∂C. Write gradients(A, B, G): the array of ∂L/∂A and ∂L/∂B.",
    start:
      "function gradients(A, B, G) {\n  // A: m rows of k, B: k rows of n, G: m rows of n\n  const dA = A.map((row) => row.map(() => 0));\n  const dB = B.map((row) => row.map(() => 0));\n  return [dA, dB];\n}",
    functionName: "gradients",
    cases: [
      {
        args: [[[2]], [[3]], [[5]]],
        expected: [[[15]], [[10]]],
        hint: "For single numbers it is the product rule: 5 · 3 and 5 · 2."
      },
      {
        args: [[[1, 2]], [[3], [4]], [[1]]],
        expected: [[[3, 4]], [[1], [2]]],
        hint: "One output: its slope by an entry of A is the entry of B that it is multiplied by."
      },
      {
        args: [
          [
            [1, 2, 3],
            [4, 5, 6]
          ],
          [
            [1, 0],
            [2, 1],
            [0, 3]
          ],
          [
            [1, -1],
            [2, 0.5]
          ]
        ],
        expected: [
          [
            [1, 1, -3],
            [2, 4.5, 1.5]
          ],
          [
            [9, 1],
            [12, 0.5],
            [15, 0]
          ]
        ],
        hint: "A number of A meets a whole row of B, one of B a whole column of A: both gradients are sums."
      },
      {
        args: [
          [
            [1, 2],
            [3, 4]
          ],
          [
            [0, 1],
            [2, 3]
          ],
          [
            [1, 0],
            [0, 0]
          ]
        ],
        expected: [
          [
            [0, 2],
            [0, 0]
          ],
          [
            [1, 0],
            [2, 0]
          ]
        ],
        hint: "With square matrices all products fit. Only one entry of C counts here: which entries was it made of?"
      }
    ],
    solution: `function gradients(A, B, G) {
  const dA = A.map((row) => row.map(() => 0));
  const dB = B.map((row) => row.map(() => 0));
  for (let i = 0; i < A.length; i++)
    for (let p = 0; p < B.length; p++)
      for (let j = 0; j < G[i].length; j++) {
        dA[i][p] += G[i][j] * B[p][j];
        dB[p][j] += A[i][p] * G[i][j];
      }
  return [dA, dB];
}`,
    wrong: [
      {
        code: "function gradients(A, B, G) { const mul = (X, Y) => X.map((r) => Y[0].map((_, j) => r.reduce((s, x, p) => s + x * (Y[p] ? Y[p][j] : 0), 0))); const tr = (X) => X[0].map((_, j) => X.map((r) => r[j])); return [mul(G, tr(B)), mul(G, A)]; }",
        why: "The gradient of B is AᵀG, not GA: the shapes fit for square matrices only."
      },
      {
        code: "function gradients(A, B, G) { const dA = A.map((r) => r.map(() => 0)), dB = B.map((r) => r.map(() => 0)); for (let i = 0; i < A.length; i++) for (let p = 0; p < B.length; p++) for (let j = 0; j < G[i].length; j++) { dA[i][p] = G[i][j] * B[p][j]; dB[p][j] = A[i][p] * G[i][j]; } return [dA, dB]; }",
        why: "It keeps the last use of each number; a number that is used several times gets the sum."
      },
      {
        code: "function gradients(A, B, G) { const dA = A.map((r) => r.map((_, p) => B[p].reduce((s, b) => s + b, 0))), dB = B.map((r, p) => r.map(() => A.reduce((s, a) => s + a[p], 0))); return [dA, dB]; }",
        why: "It is the gradient of the sum of C: G was not used."
      },
      {
        code: "function gradients(A, B, G) { const dA = A.map((r) => r.map(() => 0)), dB = B.map((r) => r.map(() => 0)); for (let i = 0; i < A.length; i++) for (let p = 0; p < B.length; p++) for (let j = 0; j < G[i].length; j++) { dA[i][p] += G[i][j] * (B[j] ? (B[j][p] ?? 0) : 0); dB[p][j] += A[i][p] * G[i][j]; } return [dA, dB]; }",
        why: "It reads B by rows: GB in place of GBᵀ."
      }
    ],
    explanation:
      "One loop over i, p, j visits every product a_ip · b_pj of the forward pass. Each of them sends G_ij times the other factor to both of its factors. Collected by rows and columns, that is GBᵀ and AᵀG."
  },
  {
    name: "tensors-layer-norm-gradient",
    title: "The gradient of LayerNorm",
    prompt:
      "For one row x of n numbers, x̂ = (x − mean) / √(variance + eps), with the variance divided by n. Write gradient(x, g, eps): ∂L/∂x, where g holds ∂L/∂x̂.",
    start: "function gradient(x, g, eps) {\n  return g;\n}",
    functionName: "gradient",
    cases: [
      {
        args: [[1, 2, 4], [1, 1, 1], 1e-5],
        expected: [0, 0, 0],
        tolerance: 1e-9,
        hint: "Equal gradients ask for a larger mean, and x̂ has none."
      },
      {
        args: [[-1, 1], [-1, 1], 0],
        expected: [0, 0],
        tolerance: 1e-9,
        hint: "With eps = 0, a gradient along x̂ asks for a larger variance, and x̂ has none."
      },
      {
        args: [[-1, 1], [1, 0], 1],
        expected: [0.1767766952966369, -0.1767766952966369],
        tolerance: 1e-9,
        hint: "Here eps is large: x̂ is ±1/√2, and its mean square is not 1."
      },
      {
        args: [[0, 1, 2, 5], [1, 0, 0, 0], 0],
        expected: [0.24817115320439406, -0.20999097578833348, -0.1336306209562122, 0.09545044354015159],
        tolerance: 1e-6,
        hint: "The mean of g, and x̂ times the mean of g ⊙ x̂, are both taken away; then all is multiplied by 1/√(variance + eps)."
      }
    ],
    solution: `function gradient(x, g, eps) {
  const n = x.length;
  const mean = (list) => list.reduce((a, b) => a + b, 0) / n;
  const mu = mean(x);
  const r = 1 / Math.sqrt(mean(x.map((v) => (v - mu) ** 2)) + eps);
  const unit = x.map((v) => r * (v - mu));
  const along = mean(g.map((v, i) => v * unit[i]));
  const g0 = mean(g);
  return g.map((v, i) => r * (v - g0 - unit[i] * along));
}`,
    wrong: [
      {
        code: "function gradient(x, g, eps) { const n = x.length, m = (l) => l.reduce((a, b) => a + b, 0) / n, mu = m(x), r = 1 / Math.sqrt(m(x.map((v) => (v - mu) ** 2)) + eps); return g.map((v) => r * v); }",
        why: "It holds the mean and the variance still."
      },
      {
        code: "function gradient(x, g, eps) { const n = x.length, m = (l) => l.reduce((a, b) => a + b, 0) / n, mu = m(x), r = 1 / Math.sqrt(m(x.map((v) => (v - mu) ** 2)) + eps); const g0 = m(g); return g.map((v) => r * (v - g0)); }",
        why: "It holds the variance still."
      },
      {
        code: "function gradient(x, g, eps) { const n = x.length, m = (l) => l.reduce((a, b) => a + b, 0) / n, mu = m(x), r = 1 / Math.sqrt(x.reduce((s, v) => s + (v - mu) ** 2, 0) / (n - 1) + eps), u = x.map((v) => r * (v - mu)), al = m(g.map((v, i) => v * u[i])), g0 = m(g); return g.map((v, i) => r * (v - g0 - u[i] * al)); }",
        why: "It divides the variance by n − 1; LayerNorm divides by n."
      },
      {
        code: "function gradient(x, g, eps) { const n = x.length, m = (l) => l.reduce((a, b) => a + b, 0) / n, mu = m(x), r = 1 / Math.sqrt(m(x.map((v) => (v - mu) ** 2)) + eps), u = x.map((v) => r * (v - mu)), al = m(g.map((v, i) => v * u[i])), g0 = m(g); return g.map((v, i) => v - g0 - u[i] * al); }",
        why: "It forgets the factor 1/√(variance + eps)."
      }
    ],
    explanation:
      "It is the last formula of the section on LayerNorm, in three lines. The sum of the result is zero whatever g is, and with eps = 0 its product with x̂ is zero as well: two checks that cost nothing."
  }
];
