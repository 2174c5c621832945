import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on chains writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "chains-step",
    title: "Where is it after n steps?",
    prompt:
      "Write afterSteps(start, matrix, n): the distribution over states after n steps, where start is the distribution now, and matrix[i][j] is the probability to go from state i to state j. Return a new list.",
    start: "function afterSteps(start, matrix, n) {\n  return start;\n}",
    functionName: "afterSteps",
    cases: [
      {
        args: [
          [1, 0],
          [
            [0.2, 0.8],
            [0.6, 0.4]
          ],
          1
        ],
        expected: [0.2, 0.8],
        hint: "From state 0 one step leads to row 0."
      },
      {
        args: [
          [1, 0],
          [
            [0.2, 0.8],
            [0.6, 0.4]
          ],
          2
        ],
        expected: [0.52, 0.48],
        hint: "The second step begins from (0.2, 0.8), not from the start: 0.2 · 0.2 + 0.8 · 0.6."
      },
      {
        args: [
          [0.5, 0.25, 0.25],
          [
            [0, 1, 0],
            [0, 0, 1],
            [1, 0, 0]
          ],
          1
        ],
        expected: [0.25, 0.5, 0.25],
        hint: "Rows are where one comes from: what was in state 0 goes to state 1."
      },
      {
        args: [
          [0.3, 0.7],
          [
            [1, 0],
            [0, 1]
          ],
          0
        ],
        expected: [0.3, 0.7],
        hint: "No steps: the distribution as it is."
      }
    ],
    solution: `function afterSteps(start, matrix, n) {
  let now = start.slice();
  for (let step = 0; step < n; step++)
    now = now.map((_, j) => now.reduce((sum, share, i) => sum + share * matrix[i][j], 0));
  return now;
}`,
    wrong: [
      {
        code: "function afterSteps(start, matrix, n) { let now = start.slice(); for (let s = 0; s < n; s++) now = now.map((_, j) => now.reduce((sum, share, i) => sum + share * matrix[j][i], 0)); return now; }",
        why: "It reads columns as rows: what comes from where is turned round."
      },
      {
        code: "function afterSteps(start, matrix, n) { return start.map((_, j) => start.reduce((sum, share, i) => sum + share * matrix[i][j], 0)); }",
        why: "It always takes one step."
      },
      {
        code: "function afterSteps(start, matrix, n) { return start.map((_, j) => start.reduce((sum, share, i) => sum + share * matrix[i][j] ** n, 0)); }",
        why: "The power of a matrix is not the powers of its entries: paths through other states are lost."
      },
      {
        code: "function afterSteps(start, matrix, n) { const now = start.slice(); for (let s = 0; s < n; s++) for (let j = 0; j < now.length; j++) now[j] = now.reduce((sum, share, i) => sum + share * matrix[i][j], 0); return now; }",
        why: "It overwrites the distribution while it still reads from it."
      }
    ],
    explanation: "Each step is the law of total probability: come from anywhere, weighed by how likely one was there."
  }
];
