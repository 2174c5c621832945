import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on modes writes. */
export const exercises: readonly WriteExercise[] = [
  {
    name: "modes-horner",
    title: "A polynomial and its slope in one pass",
    prompt:
      "Write polynomial(c, x): the value and the derivative of c[0] + c[1]·x + c[2]·x² + … at x, as [value, derivative]. Carry a dual number through Horner's rule, y ← y·x + c[i] from the last coefficient to the first; do not differentiate the polynomial on paper.",
    start:
      "function polynomial(c, x) {\n  let value = 0;\n  let tangent = 0;\n  for (let i = c.length - 1; i >= 0; i--) {\n    // y <- y * x + c[i], for y = value + tangent·e and x + 1·e\n  }\n  return [value, tangent];\n}",
    functionName: "polynomial",
    cases: [
      {args: [[7], 3], expected: [7, 0], hint: "A constant does not move."},
      {args: [[1, 2], 5], expected: [11, 2], hint: "A line has its slope everywhere."},
      {
        args: [[0, 0, 1], 3],
        expected: [9, 6],
        hint: "The product of y and x: its tangent is y′·x + y·1. It needs the old value of y."
      },
      {args: [[1, -3, 0, 2], 2], expected: [11, 21], hint: "1 − 3x + 2x³ has the derivative −3 + 6x²."},
      {args: [[4, 5, 6], 0], expected: [4, 5], hint: "At 0 the derivative is c[1]."},
      {args: [[], 2], expected: [0, 0], hint: "A sum of nothing is 0."}
    ],
    solution: `function polynomial(c, x) {
  let value = 0;
  let tangent = 0;
  for (let i = c.length - 1; i >= 0; i--) {
    tangent = tangent * x + value; // before value changes
    value = value * x + c[i];
  }
  return [value, tangent];
}`,
    wrong: [
      {
        code: "function polynomial(c, x) { let v = 0, t = 0; for (let i = c.length - 1; i >= 0; i--) { v = v * x + c[i]; t = t * x + v; } return [v, t]; }",
        why: "It changes the value first, so the tangent uses the new one: c[0] gets into the slope."
      },
      {
        code: "function polynomial(c, x) { let v = 0, t = 0; for (let i = c.length - 1; i >= 0; i--) { t = v; v = v * x + c[i]; } return [v, t]; }",
        why: "It forgets that y moves, too: the product rule has two terms."
      },
      {
        code: "function polynomial(c, x) { let v = 0, t = 0; for (let i = 0; i < c.length; i++) { t = t * x + v; v = v * x + c[i]; } return [v, t]; }",
        why: "It reads the coefficients from the wrong end."
      },
      {
        code: "function polynomial(c, x) { let v = 0, t = 1; for (let i = c.length - 1; i >= 0; i--) { t = t * x + v; v = v * x + c[i]; } return [v, t]; }",
        why: "It starts with a tangent of 1 for y. It is x that moves at speed 1; y is 0 at first, and stays."
      }
    ],
    explanation:
      "A product of dual numbers is (y + y′ε)(x + ε) = yx + (y′x + y)ε, since ε² = 0; adding c[i] changes no tangent. The loop is Horner's rule twice, and nobody had to know that xⁿ has the derivative n xⁿ⁻¹."
  }
];
