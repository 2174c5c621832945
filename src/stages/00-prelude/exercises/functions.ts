import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that the reader of “Functions and graphs” writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "functions-downhill",
    title: "Walk to the bottom",
    prompt:
      "The function f(x) = (x − 5)² has the slope 2(x − 5). Write descend(x, rate, steps): where a walker stands who begins at x and takes so many steps, each of them rate times the slope, against it.",
    start:
      "function descend(x, rate, steps) {\n  // each step: x becomes x minus rate times the slope at x\n  return x;\n}",
    functionName: "descend",
    cases: [
      {args: [6, 0.25, 1], expected: 5.5, hint: "The slope at 6 is 2, and a quarter of it is 0.5."},
      {args: [6, 0.25, 0], expected: 6, hint: "No steps lead nowhere."},
      {args: [6, 0.25, 2], expected: 5.25, hint: "The second step uses the slope at the new place, 5.5."},
      {args: [4, 0.25, 1], expected: 4.5, hint: "Left of 5 the slope is below zero, so that downhill is to the right."},
      {args: [6, 0.5, 3], expected: 5, hint: "With this rate one step lands on the bottom, where the slope is 0."},
      {args: [6, 1, 3], expected: 4, hint: "With this rate each step jumps to the other side: 6, 4, 6, 4."}
    ],
    solution: `function descend(x, rate, steps) {
  for (let step = 0; step < steps; step++) x = x - rate * 2 * (x - 5);
  return x;
}`,
    wrong: [
      {
        code: "function descend(x, rate, steps) { for (let i = 0; i < steps; i++) x = x + rate * 2 * (x - 5); return x; }",
        why: "It walks uphill."
      },
      {
        code: "function descend(x, rate, steps) { const slope = 2 * (x - 5); for (let i = 0; i < steps; i++) x = x - rate * slope; return x; }",
        why: "It keeps the slope of the start."
      },
      {
        code: "function descend(x, rate, steps) { for (let i = 0; i < steps; i++) x = x - rate * Math.sign(x - 5); return x; }",
        why: "All of its steps have one length: it asks for the sign of the slope only."
      },
      {
        code: "function descend(x, rate, steps) { return x - rate * steps * 2 * (x - 5); }",
        why: "It takes all steps at once."
      }
    ],
    explanation:
      "The slope is asked anew at every place. With rate 0.25 the distance to 5 halves in each step; with 0.5 it is gone at once; with 1 the walker jumps from side to side for ever. How long a step may be is a question for all of stage 4."
  }
];
