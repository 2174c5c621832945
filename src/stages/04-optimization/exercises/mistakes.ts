import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes in the clinic of loops. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "loops-write-clipped",
    title: "How often does clipping act?",
    prompt:
      "Write acted(gradients, threshold): gradients is a list of steps, each the list of a gradient’s numbers. Return the share of steps whose gradient is longer than the threshold. With no step it is 0.",
    start: "function acted(gradients, threshold) {\n  return 0;\n}",
    functionName: "acted",
    cases: [
      {args: [[], 1], expected: 0, hint: "No step, and no 0/0."},
      {args: [[[3, 4]], 4.9], expected: 1, hint: "The length is 5, which is more than 4.9."},
      {args: [[[3, 4]], 5], expected: 0, hint: "5 is not longer than 5: nothing would be cut."},
      {
        args: [
          [
            [3, 4],
            [0, 0],
            [-6, 8],
            [0.1, 0.1]
          ],
          1
        ],
        expected: 0.5,
        hint: "Two of four are longer than 1."
      },
      {
        args: [
          [
            [0.9, 0.9],
            [0.5, 0]
          ],
          1
        ],
        expected: 0.5,
        hint: "0.9 and 0.9 make a length of 1.27, though each is below 1."
      }
    ],
    solution: `function acted(gradients, threshold) {
  if (gradients.length === 0) return 0;
  const long = gradients.filter((g) => Math.hypot(...g) > threshold);
  return long.length / gradients.length;
}`,
    wrong: [
      {
        code: "function acted(gradients, threshold) { const long = gradients.filter((g) => Math.hypot(...g) > threshold); return long.length / gradients.length; }",
        why: "With no step it divides 0 by 0."
      },
      {
        code: "function acted(gradients, threshold) { if (gradients.length === 0) return 0; const long = gradients.filter((g) => g.some((x) => Math.abs(x) > threshold)); return long.length / gradients.length; }",
        why: "It looks at single numbers. Clipping by the global norm looks at the length of all of them."
      },
      {
        code: "function acted(gradients, threshold) { if (gradients.length === 0) return 0; const long = gradients.filter((g) => Math.hypot(...g) >= threshold); return long.length / gradients.length; }",
        why: "A gradient as long as the threshold is left alone."
      }
    ],
    explanation:
      "A number that is worth writing to every log. Near 0 the threshold is an insurance; near 1 it is the learning rate, as in run D."
  }
];
