import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that the reader of “Vectors and matrices” writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "vectors-apply",
    title: "A matrix at work",
    prompt:
      "Write apply(matrix, x): the matrix, a list of rows, times the vector x, a list of numbers. The answer has a number for each row.",
    start: "function apply(matrix, x) {\n  // matrix: a list of rows; each row is as long as x\n  return [];\n}",
    functionName: "apply",
    cases: [
      {
        args: [
          [
            [1, 2],
            [3, 4]
          ],
          [1, 0]
        ],
        expected: [1, 3],
        hint: "(1, 0) goes to the first column."
      },
      {
        args: [
          [
            [1, 2],
            [3, 4]
          ],
          [10, 1]
        ],
        expected: [12, 34],
        hint: "Ten of the first column and one of the second."
      },
      {args: [[[1, 2, 3]], [1, 1, 1]], expected: [6], hint: "One row gives one number."},
      {args: [[[2], [3], [5]], [10]], expected: [20, 30, 50], hint: "Three rows give three numbers."},
      {args: [[], []], expected: [], hint: "No rows, no numbers."}
    ],
    solution: `const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);
const apply = (matrix, x) => matrix.map((row) => dot(row, x));`,
    wrong: [
      {
        code: "function apply(matrix, x) { return x.map((_, j) => matrix.reduce((sum, row, i) => sum + row[j] * (x[i] ?? 0), 0)); }",
        why: "It sums along the columns: that is the transposed matrix at work."
      },
      {
        code: "function apply(matrix, x) { return matrix.map((row, i) => row.map((value) => value * x[i])); }",
        why: "It scales the rows and adds nothing up."
      },
      {
        code: "function apply(matrix, x) { return matrix.map((row, i) => row.reduce((sum, value) => sum + value * x[i], 0)); }",
        why: "It multiplies a whole row with one number of x."
      }
    ],
    explanation:
      "Each row asks a question of x, by a dot product, and the answers stand in a list. So a matrix of shape [rows, columns] takes lists of as many numbers as it has columns to lists of as many as it has rows."
  }
];
