import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const SUM_TO = `function sumTo(gradient, from, to) {
  const missing = from.length - to.length;
  const sums = new Array(to.reduce((size, extent) => size * extent, 1)).fill(0);
  gradient.forEach((g, i) => {
    let rest = i;
    let place = 0;
    let stride = 1;
    for (let axis = from.length - 1; axis >= missing; axis--) {
      const at = rest % from[axis];
      rest = Math.floor(rest / from[axis]);
      const extent = to[axis - missing];
      if (extent !== 1) place += at * stride;
      stride *= extent;
    }
    sums[place] += g;
  });
  return sums;
}`;

const MATMUL = `function matmulGradients(A, B, C) {
  const [n, k, m] = [A.length, B.length, B[0].length];
  const matrix = (rows, columns, f) => Array.from({length: rows}, (_, i) => Array.from({length: columns}, (_, j) => f(i, j)));
  const sum = (length, f) => Array.from({length}, (_, i) => f(i)).reduce((a, b) => a + b, 0);
  return [
    matrix(n, k, (i, l) => sum(m, (j) => C[i][j] * B[l][j])),
    matrix(k, m, (l, j) => sum(n, (i) => A[i][l] * C[i][j]))
  ];
}`;

/** The two rules that tensors need beyond those of numbers: broadcasting and the product of matrices. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "autodiff-project-sum-to",
    title: "9. Back through broadcasting",
    prompt:
      "A tensor of shape to was broadcast to the shape from: axes of extent 1 were repeated, and missing axes were added in front. Now the gradient comes back in the shape from. Write sumTo(gradient, from, to): the gradient in the shape to. Each number was used many times, so it gets the sum over all its uses. Tensors are flat lists, the last axis running fastest.",
    start:
      "function sumTo(gradient, from, to) {\n  // gradient: a flat list of numbers; from, to: lists of extents\n  return gradient;\n}",
    functionName: "sumTo",
    cases: [
      {
        args: [[1, 2, 3, 4, 5, 6], [2, 3], [3]],
        expected: [5, 7, 9],
        hint: "A bias of 3, added to two rows: the sum of both rows."
      },
      {
        args: [
          [1, 2, 3, 4, 5, 6],
          [2, 3],
          [2, 1]
        ],
        expected: [6, 15],
        hint: "One number for each row, repeated along it."
      },
      {
        args: [
          [1, 2, 3, 4, 5, 6],
          [2, 3],
          [1, 3]
        ],
        expected: [5, 7, 9],
        hint: "An axis of extent 1 is summed, and stays."
      },
      {args: [[1, 2, 3, 4, 5, 6], [2, 3], []], expected: [21], hint: "A single number, used six times."},
      {
        args: [
          [1, 2, 3, 4, 5, 6],
          [2, 3],
          [2, 3]
        ],
        expected: [1, 2, 3, 4, 5, 6],
        hint: "Nothing was repeated."
      },
      {
        args: [
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
          [2, 3, 2],
          [3, 1]
        ],
        expected: [18, 26, 34],
        hint: "An axis that is missing in front, and one of extent 1 at the end. Align shapes at their ends."
      },
      {args: [[1, 2, 3, 4], [2, 2], [2]], expected: [4, 6], hint: "Aligned at the end: the first axis is summed."}
    ],
    solution: SUM_TO,
    wrong: [
      {
        code: SUM_TO.replace("return sums;", "return sums.map((s) => (s * sums.length) / gradient.length);"),
        why: "It takes the mean over the uses: each use counts fully."
      },
      {
        code: SUM_TO.replace("sums[place] += g;", "sums[place] = g;"),
        why: "It keeps the last use only."
      },
      {
        code: SUM_TO.replace(
          "if (extent !== 1) place += at * stride;",
          "if (extent !== 1) place += (from.length > to.length ? Math.floor(i / from.at(-1)) % extent : at) * stride;"
        ),
        why: "It aligns shapes at their beginnings."
      },
      {
        code: "function sumTo(gradient, from, to) { const n = to.reduce((a, b) => a * b, 1); const s = new Array(n).fill(0); gradient.forEach((g, i) => { s[i % n] += g; }); return s; }",
        why: "Right where axes are missing in front, and wrong for extents of 1 further back."
      }
    ],
    explanation:
      "Broadcasting is copying, and what is copied is used many times. The rule of the shared node, add up what all users hand back, is then a sum over the axes that were repeated. It is the same += as in part 4, said in shapes."
  },
  {
    kind: "write",
    name: "autodiff-project-matmul",
    title: "10. Back through a product of matrices",
    prompt:
      "C = A · B, of matrices [n, k] and [k, m]. The slopes of the loss with respect to C have come back, as a matrix of the shape of C. Write matmulGradients(A, B, C): the slopes with respect to A and to B, as a list of two matrices in the shapes of A and B. Matrices are lists of rows; C is the matrix of slopes.",
    start: "function matmulGradients(A, B, C) {\n  // A: [n, k], B: [k, m], C: slopes, [n, m]\n  return [A, B];\n}",
    functionName: "matmulGradients",
    cases: [
      {args: [[[3]], [[4]], [[1]]], expected: [[[4]], [[3]]], hint: "Of one number each: the product rule."},
      {
        args: [[[1, 2]], [[3], [4]], [[1]]],
        expected: [[[3, 4]], [[1], [2]]],
        hint: "A dot product: the slope with each number is the other one."
      },
      {
        args: [
          [[1], [2]],
          [[3, 4]],
          [
            [1, 0],
            [0, 10]
          ]
        ],
        expected: [[[3], [40]], [[1, 20]]],
        hint: "C̄ · Bᵀ has the shape of A, and Aᵀ · C̄ that of B."
      },
      {
        args: [
          [
            [1, 2],
            [3, 4]
          ],
          [
            [5, 6],
            [7, 8]
          ],
          [
            [1, 0],
            [0, 0]
          ]
        ],
        expected: [
          [
            [5, 7],
            [0, 0]
          ],
          [
            [1, 0],
            [2, 0]
          ]
        ],
        hint: "Only the first number of C matters: the first row of A times the first column of B."
      },
      {
        args: [
          [
            [1, 2],
            [3, 4],
            [5, 6]
          ],
          [
            [1, 0, 2, 1],
            [0, 1, 1, 3]
          ],
          [
            [1, 1, 1, 1],
            [2, 0, 1, 0],
            [0, 3, 0, 1]
          ]
        ],
        expected: [
          [
            [4, 5],
            [4, 1],
            [1, 6]
          ],
          [
            [7, 16, 4, 6],
            [10, 20, 6, 8]
          ]
        ],
        hint: "Shapes that are all different: [3, 2], [2, 4], [3, 4]."
      }
    ],
    solution: MATMUL,
    wrong: [
      {
        code: MATMUL.replace("C[i][j] * B[l][j]", "C[i][j] * (B[j]?.[l] ?? 0)"),
        why: "B is not transposed, and square matrices hide it as long as they are symmetric."
      },
      {
        code: MATMUL.replace("  return [\n", "  const swap = ([a, b]) => [b, a];\n  return swap([\n").replace(
          /\n {2}\];\n\}$/,
          "\n  ]);\n}"
        ),
        why: "The two are exchanged."
      },
      {
        code: MATMUL.replace("A[i][l] * C[i][j]", "(A[l]?.[i] ?? 0) * C[i][j]"),
        why: "A is not transposed."
      },
      {
        code: "function matmulGradients(A, B, C) { return [A.map((row) => row.map((_, l) => B[l].reduce((a, b) => a + b, 0))), B.map((row, l) => row.map(() => A.reduce((s, r) => s + r[l], 0)))]; }",
        why: "It ignores the slopes that come back: right for a loss that is the sum of C, and for no other."
      }
    ],
    explanation:
      "C[i][j] is the sum over l of A[i][l] · B[l][j]. So A[i][l] is used by the whole row i of C, each time with the slope B[l][j]: add over j, and that is C̄ · Bᵀ. B[l][j] is used by the column j of C, with the slope A[i][l]: add over i, Aᵀ · C̄. The shapes leave no other way to write it, and yet they are not the reason."
  }
];
