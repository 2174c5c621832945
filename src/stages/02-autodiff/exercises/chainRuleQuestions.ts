import type {Question} from "../../../components/exercise/question.js";
import {cos, log10, pow, sin} from "/lib/index.js";
import {add, backward, mul, sigmoid, sin as sine, variable, type Expression} from "/lib/scalar.js";
import {slopeOf} from "../model/slopeOf.js";

/** Whether the bound on the slope of four times as many links stays about the same if a is divided by this. */
const keepsBound = (divisor: number) => (): boolean => {
  const [a, n] = [0.01, 100];
  return Math.abs(pow(1 + a / divisor, 4 * n) / pow(1 + a, n) - 1) < 0.05;
};

/** Whether a formula of ∂f/∂x, ∂f/∂u and g′ is the slope of f(x, g(x)), for f = x² u and g = sin. */
const isSlope = (formula: (fx: number, fu: number, dg: number) => number) => (): boolean => {
  const x = 1.3;
  const truth = slopeOf((v) => mul(mul(v, v), sine(v)), x);
  return Math.abs(formula(2 * x * sin(x), x * x, cos(x)) - truth) < 1e-9;
};

/** What the page “The chain rule” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "chain-rule-ten-sigmoids",
    prompt: "Ten sigmoids, one inside the other, from x = 0. Which power of ten is the slope of the whole?",
    range: [-12, 0],
    step: 0.5,
    start: -2,
    within: 1,
    truth: () => {
      const x = variable(0);
      let y: Expression = x;
      for (let k = 0; k < 10; k++) y = sigmoid(y);
      return log10(backward(y).get(x));
    },
    why: "Each factor is at most 1/4, and most are a little below it.",
    solution:
      "σ(0) = 0.5 has the slope 0.25. The next arguments settle near 0.66, where the slope is about 0.225. Ten such factors are about 3.9 · 10⁻⁷, ten to the power −6.4, and 4⁻¹⁰ = 9.5 · 10⁻⁷ is the most that there could be."
  },
  {
    kind: "choose",
    name: "chain-rule-tame-branches",
    prompt:
      "A chain of n links x + a · φ(x), where φ has slopes between 0 and 1. You make the model four times as deep. How must a change, so that the bound on the slope of the whole stays what it was, about?",
    options: [
      {
        text: "Not at all: the path around all links has slope 1.",
        holds: keepsBound(1),
        why: "That path is one summand. The others are not negative here, and there are 2ⁿ − 1 of them."
      },
      {
        text: "Divide it by 2, the root of 4.",
        holds: keepsBound(2),
        why: "Then na has doubled, and (1 + a)ⁿ ≈ eⁿᵃ has been squared. The root serves where branches have random signs and partly cancel: it is variances that add up then."
      },
      {
        text: "Divide it by 4.",
        right: true,
        holds: keepsBound(4),
        why: "(1 + a)ⁿ is about eⁿᵃ for small a, and n · a stays the same."
      },
      {
        text: "Divide it by 4⁴: the bound is exponential in n.",
        holds: keepsBound(pow(4, 4)),
        why: "It is exponential in the product n · a, so it is enough to keep that product."
      }
    ],
    solution:
      "The slope of each link is at most 1 + a, so that of the whole is at most (1 + a)ⁿ ≤ eⁿᵃ. With 4n links, a/4 keeps n · a. If the branches have random signs the mean of the square of the slope is at most (1 + a²)ⁿ ≈ eⁿᵃ², and a/2 would do: the worst case and the usual case ask for different powers of the depth."
  },
  {
    kind: "choose",
    name: "chain-rule-two-doors",
    prompt: "Let y = f(x, u) with u = g(x). What is dy/dx?",
    options: [
      {
        text: "∂f/∂u · g′(x)",
        holds: isSlope((_, fu, dg) => fu * dg),
        why: "That is the path through u. But x also goes into f directly."
      },
      {text: "∂f/∂x", holds: isSlope((fx) => fx), why: "That holds u still. When x moves, u moves, too."},
      {
        text: "∂f/∂x + ∂f/∂u · g′(x)",
        right: true,
        holds: isSlope((fx, fu, dg) => fx + fu * dg),
        why: "Two paths lead from x to y, the direct one and the one through u."
      },
      {
        text: "∂f/∂x · ∂f/∂u · g′(x)",
        holds: isSlope((fx, fu, dg) => fx * fu * dg),
        why: "Slopes multiply along a path. Different paths add."
      }
    ],
    solution:
      "The inner function is x ↦ (x, g(x)), with the derivatives 1 and g′(x). By the sum over components, dy/dx = ∂f/∂x · 1 + ∂f/∂u · g′(x). The two kinds of d are different: ∂f/∂x holds u still, dy/dx does not."
  },
  {
    kind: "compute",
    name: "chain-rule-diamond",
    prompt: "Let u = x y, v = x + y and z = u v. What is ∂z/∂x at x = 1, y = 2?",
    answer: () => slopeOf((x) => mul(mul(x, 2), add(x, 2)), 1),
    tolerance: 0.005,
    hint: "Two paths: through u with slopes y and v, through v with slopes 1 and u.",
    hints: [
      {value: 2 * (1 + 2), tolerance: 0.005, why: "That is the path through u alone: 2 · 3. There is one through v."},
      {value: 1 * (1 * 2), tolerance: 0.005, why: "That is the path through v alone: 1 · 2. There is one through u."},
      {value: slopeOf((y) => mul(mul(1, y), add(1, y)), 2), tolerance: 0.005, why: "That is ∂z/∂y."}
    ],
    why: "2 · 3 + 1 · 2 = 8.",
    solution:
      "u = 2, v = 3. Through u: ∂u/∂x · ∂z/∂u = y · v = 2 · 3 = 6. Through v: ∂v/∂x · ∂z/∂v = 1 · u = 2. Together 8. Check: z = x²y + xy², so ∂z/∂x = 2xy + y² = 4 + 4 = 8."
  }
];
