import type {Question} from "../../../components/exercise/question.js";
import {derivative} from "/lib/scalar.js";
import {chainPlan} from "../model/checkpointPlan.js";
import {costs} from "../model/operations.js";

/** Passes that a whole Jacobian takes: a column each forward, a row each in reverse. */
const passes = ({inputs, outputs}: {readonly inputs: number; readonly outputs: number}) => ({
  forward: inputs,
  reverse: outputs
});
const PASSES = passes({inputs: 3, outputs: 10_000});
const LENGTHS = Array.from({length: 100}, (_, i) => i + 1);

/** What the page “Forward and reverse mode” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "modes-factor",
    prompt:
      "f is the sum of tanh(xᵢ · xᵢ₊₁) over 128 inputs in a ring. A forward pass computes the value and one tangent, a reverse pass the value and all of the gradient. How many times as many operations does the whole gradient take in forward mode as in reverse mode?",
    range: [0, 300],
    step: 1,
    start: 40,
    within: 35,
    truth: () => costs(128).forward / costs(128).reverse,
    why: "There are 128 forward passes for one reverse pass, but a forward pass is cheaper: the factor is somewhat less than n/m.",
    solution:
      "The factor is about n/m = 128. Exactly, it is n times (value and tangent) over (value and way back): a tangent takes three operations at a product, the way back four. So the table has 98.5, and either counts as right."
  },
  {
    kind: "compute",
    name: "modes-dual",
    prompt: "f(x) = x² / (x + 1), computed with dual numbers at 1 + 1·ε. What stands before ε in the result?",
    answer: () => derivative((o, x) => o.div(o.mul(x, x), o.add(x, 1)))(1),
    hint: "The numerator is 1 + 2ε, the denominator 2 + 1ε. Use the formula for quotients.",
    hints: [
      {
        value: 2 / 1,
        why: "That is the derivative of the numerator divided by that of the denominator. A quotient has two terms."
      },
      {value: (1 * 1) / (1 + 1), why: "That is the value, f(1)."},
      {value: (2 * 2 + 1 * 1) / 4, why: "The second term is subtracted: bc − ad."}
    ],
    why: "(1 + 2ε)/(2 + ε) has the ε part (2·2 − 1·1)/4 = 3/4.",
    solution:
      "(1 + ε)² = 1 + 2ε and (1 + ε) + 1 = 2 + ε. With a = 1, b = 2, c = 2, d = 1: (bc − ad)/c² = (4 − 1)/4 = 0.75."
  },
  {
    kind: "choose",
    name: "modes-which",
    prompt:
      "A simulation turns 3 settings into the temperature at 10,000 places. You want the whole Jacobian. What is cheapest?",
    options: [
      {
        text: "3 forward passes",
        right: true,
        holds: () => Math.min(PASSES.forward, PASSES.reverse) === 3,
        why: "One for each input, and each gives a whole column of 10,000 numbers. Nothing is kept in memory."
      },
      {
        text: "1 reverse pass",
        holds: () => PASSES.reverse <= 1,
        why: "One reverse pass starts from one output, or one weighted sum of them: it gives one row."
      },
      {
        text: "10,000 reverse passes",
        holds: () => PASSES.reverse < PASSES.forward,
        why: "That works, a row each, and is more than 3,000 times as much work."
      },
      {
        text: "Reverse mode is always cheaper",
        holds: () => PASSES.reverse < PASSES.forward,
        why: "Only where there are fewer outputs than inputs. A loss is such a case; this is the opposite."
      }
    ],
    solution: "Columns cost a forward pass each, rows a reverse pass each. There are 3 columns and 10,000 rows."
  },
  {
    kind: "compute",
    name: "modes-sqrt",
    prompt:
      "A chain of 100 steps is backpropagated in segments of the best size. How many values are in memory at the worst moment?",
    answer: () => Math.min(...LENGTHS.map((k) => chainPlan(100, k).peak)),
    tolerance: 0.1,
    hint: "The best k is the square root of 100. Then use the formula for M.",
    hints: [
      {value: Math.sqrt(100), tolerance: 0.1, why: "That is k. The first values of all segments are in memory, too."},
      {
        value: 2 * Math.sqrt(100),
        tolerance: 0.1,
        why: "Nearly: the segment in hand has 10 values, but its first is one of the ten first values that you have counted."
      },
      {value: chainPlan(100, 100).peak, tolerance: 0.1, why: "That is without checkpoints."}
    ],
    why: "With k = 10: 10 first values, and 9 others of the segment in hand.",
    solution:
      "M(k) = 100/k + k − 1 is least for k = 10: 10 + 10 − 1 = 19. For it, 9 segments are run again, 9 steps in each: 81 steps, less than a forward pass."
  },
  {
    kind: "compute",
    name: "modes-bottleneck",
    prompt:
      "A program squeezes 1,000 numbers through 2, and makes 500 of those: f takes ℝ¹⁰⁰⁰ to ℝ² and g takes ℝ² to ℝ⁵⁰⁰. You may run passes through f and g separately and multiply what you get. With how many passes, of either kind and through either half, can you have the whole Jacobian of g after f?",
    answer: () => Math.min(1000, 2) + Math.min(2, 500),
    tolerance: 0.01,
    hint: "Take the Jacobian of each half by itself: which of its two extents is 2?",
    hints: [
      {
        value: 500,
        tolerance: 0.5,
        why: "That is reverse mode through both, one pass for each output. The middle has only two numbers."
      },
      {value: 1000, tolerance: 0.5, why: "That is forward mode through both, one pass for each input."},
      {value: 2, tolerance: 0.01, why: "Two serve for one half. The other half has a Jacobian as well."}
    ],
    why: "4 passes: two reverse ones through f, two forward ones through g, and one product of matrices.",
    solution:
      "J of f is 2 by 1,000: two rows, each by a reverse pass. J of g is 500 by 2: two columns, each by a forward pass. Their product has 500 · 2 · 1000 = a million multiplications, and no more passes. Reverse mode alone would take 500, forward mode 1,000. To find the cheapest order for a graph in general is a hard problem (it is NP-complete: Naumann, 2008); the two modes are its two simplest answers."
  }
];
