import type {Question} from "../../../components/exercise/question.js";
import {mul} from "/lib/scalar.js";
import {costs} from "../model/operations.js";
import {slopeOf} from "../model/slopeOf.js";

const WEEK = 7 * 24 * 60 * 60; // seconds
/** How long the gradient of a million weights takes, in seconds, if one evaluation takes one. */
const byDifferences = 2 * 1e6;
const back = (): number => costs(100).reverse / costs(100).value;
const between = (x: number, low: number, high: number): boolean => x >= low && x <= high;

/** What the page “Automatic differentiation” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "autodiff-why-rules",
    prompt:
      "A model has a million weights, and one evaluation of its loss takes a second. How long does its gradient take by central differences, and how long by a pass back, about?",
    options: [
      {
        text: "Both about a million seconds: a million derivatives are a million derivatives.",
        holds: () => between(back(), 1e5, 1e7),
        why: "The pass back shares its work: what is known of a late value serves all the weights before it."
      },
      {
        text: "Three weeks, and a few seconds.",
        right: true,
        holds: () => between(byDifferences / WEEK, 2.5, 3.5) && between(back(), 2, 9),
        why: "Two evaluations for each weight are two million seconds. The pass back goes once over each operation."
      },
      {
        text: "Two seconds, and a few seconds.",
        holds: () => byDifferences === 2,
        why: "The two sides of one weight take two seconds. But each weight must be moved by itself."
      },
      {
        text: "Three weeks, and a thousandth of a second: reverse mode is exponentially faster.",
        holds: () => back() < 0.01,
        why: "It costs a few evaluations, not less than one. The gain is a factor that grows in proportion to the number of weights."
      }
    ],
    solution:
      "2 · 1,000,000 evaluations at a second each are 23 days. The pass back touches every operation that the evaluation touched, with a little more arithmetic for each: a small multiple of one second, whatever the number of weights. The gain is in proportion to the number of inputs, and it has a price: the values of the evaluation must be kept."
  },
  {
    kind: "compute",
    name: "autodiff-two-paths",
    prompt:
      "Let a = 3x and b = x², and f = a · b. What is the slope of f at x = 2? Go along both ways from x to f, multiply on each, and add.",
    answer: () => slopeOf((x) => mul(mul(3, x), mul(x, x)), 2),
    tolerance: 0.01,
    hint: "Through a: the slope of f with a is b, and that of a with x is 3. Through b: the slope of f with b is a, and that of b with x is 2x.",
    hints: [
      {
        value: 4 * 3,
        tolerance: 0.01,
        why: "That is the way through a alone: b · 3. The value of x also goes through b."
      },
      {
        value: 6 * 4,
        tolerance: 0.01,
        why: "f itself is 24, and so is the way through b alone. The way through a adds 12."
      },
      {value: 12 * 24, tolerance: 0.01, why: "Along a path slopes multiply; the two paths are added."}
    ],
    why: "b · 3 + a · 2x = 12 + 24.",
    solution:
      "At x = 2: a = 6 and b = 4. Through a: b · 3 = 12. Through b: a · 2x = 6 · 4 = 24. Together 36. Check: f = 3x³ has the slope 9x² = 36."
  }
];
