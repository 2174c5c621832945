import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The one function of the prelude’s self-test. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "prelude-squares",
    title: "A sum of squares",
    prompt:
      "Write sumOfSquares(list): the sum of the squares of all numbers of a list; of an empty list it is 0. Any way will do.",
    start: "function sumOfSquares(list) {\n  // list: numbers, such as [1, 2, 3]\n  return 0;\n}",
    functionName: "sumOfSquares",
    cases: [
      {args: [[1, 2, 3]], expected: 14, hint: "1 + 4 + 9."},
      {args: [[]], expected: 0, hint: "A sum of nothing is 0."},
      {args: [[-2]], expected: 4, hint: "A square is never below zero."},
      {args: [[0.5, 0.5]], expected: 0.5, hint: "0.25 + 0.25: square first, then add."}
    ],
    solution: `const sumOfSquares = (list) => list.reduce((sum, x) => sum + x * x, 0);`,
    wrong: [
      {
        code: "function sumOfSquares(list) { const sum = list.reduce((a, b) => a + b, 0); return sum * sum; }",
        why: "It squares the sum."
      },
      {
        code: "function sumOfSquares(list) { return list.reduce((sum, x) => sum + x * x); }",
        why: "Without a first value, reduce begins with the first number unsquared, and throws for an empty list."
      },
      {
        code: "function sumOfSquares(list) { return list.reduce((sum, x) => sum + 2 * x, 0); }",
        why: "It doubles instead of squaring."
      }
    ],
    explanation:
      "reduce carries a value along the list: it begins with 0 and takes up the square of each number. If this line reads strangely, “Reading TypeScript” is for you; if it reads like a sentence, you know what you need."
  }
];
