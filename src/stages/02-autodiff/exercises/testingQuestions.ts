import type {Question} from "../../../components/exercise/question.js";
import {pow, roundToBfloat16} from "/lib/index.js";
import {add, div, mul, numericalGradient, sqrt, sub, variable, type Expression} from "/lib/scalar.js";
import {meanLoss} from "../model/layerBatches.js";
import {slopeOf} from "../model/slopeOf.js";

/** Whether slopes agree with differences at some points, so that no check of gradients finds anything. */
const passes = (f: (x: number) => number, slope: (x: number) => number): boolean =>
  [-1.3, -0.4, 0.7, 1.9].every((at) => {
    const [expected = NaN] = numericalGradient(([x = 0]) => f(x), [at]);
    return Math.abs(slope(at) - expected) < 1e-6;
  });

/** The first of the three normalized numbers x, 1 and 3, with a variance over n − 1. */
function wronglyNormalized(x: Expression): Expression {
  const mean = div(add(x, 4), 3);
  const squares = [x, 1, 3].map((one) => mul(sub(one, mean), sub(one, mean)));
  return div(
    sub(x, mean),
    sqrt(
      div(
        squares.reduce((a, b) => add(a, b)),
        3 - 1
      )
    )
  );
}

const DIGITS = Array.from({length: 10}, (_, i) => i);
const PAIRS = DIGITS.flatMap((u) => DIGITS.map((v) => u * v));
/** How likely a Jacobian with one wrong entry is to pass: u and v have one weight each that meets it. */
const passing = PAIRS.filter((moved) => moved === 0).length / PAIRS.length;
/** The bounds that the options name. */
const bounds = [1 / 5000, 1 / 100, 1 / 5, 1] as const;
/** Whether a bound is one, and the least of them. */
const isLeastBound = (bound: (typeof bounds)[number]) => (): boolean =>
  bounds.filter((one) => one >= passing)[0] === bound;

/** What the page “Testing gradients” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "testing-stuck-sum",
    prompt: "In bfloat16, add 0.5 again and again to a sum that begins at 0. Where does it stop?",
    range: [0, 1024],
    step: 8,
    start: 512,
    within: 16,
    truth: () => {
      let s = 0;
      for (let i = 0; i < 10_000; i++) s = roundToBfloat16(s + 0.5);
      return s;
    },
    why: "Half as large a term gets stuck at half as large a sum.",
    solution:
      "bfloat16 has 8 bits of precision, so numbers from 128 to 256 are 1 apart. At 128 the next number is 129; adding 0.5 lands exactly in the middle and rounds to the even one, 128. Below 128 numbers are at most 0.5 apart, and each addition is exact."
  },
  {
    kind: "choose",
    name: "testing-blind",
    prompt: "Which mistake can no check of gradients against differences find?",
    options: [
      {
        text: "The gradient of a bias is not summed over the batch.",
        holds: () => {
          const {bias, predictions} = meanLoss([1, 2, 3].map((x) => ({x, target: x * x})));
          return Math.abs(bias - predictions[0]!) < 1e-6;
        },
        why: "Then the rule and the differences disagree by the factor of the batch, or in shape."
      },
      {
        text: "LayerNorm divides the variance by n − 1, and its rule does as well.",
        right: true,
        holds: () =>
          passes(
            (x) => wronglyNormalized(variable(x)).value,
            (x) => slopeOf(wronglyNormalized, x)
          ),
        why: "Value and derivative agree with each other. That the value is not LayerNorm can only be seen against numbers from elsewhere."
      },
      {
        text: "The sign of a rule is wrong, for negative inputs only.",
        holds: () =>
          passes(
            (x) => x * x,
            (x) => (x < 0 ? -2 * x : 2 * x)
          ),
        why: "Random points have negative entries, and random directions see them."
      },
      {
        text: "The rule of forward mode is wrong, that of reverse mode right.",
        holds: () =>
          passes(
            (x) => x * x,
            (x) => x
          ) &&
          passes(
            (x) => x * x,
            (x) => slopeOf((y) => mul(y, y), x)
          ),
        why: "Both are compared with differences; and the adjoint identity fails as well."
      }
    ],
    solution:
      "A gradient check compares a function with its own derivative. Where both belong to the same wrong function, they agree. Every other mistake here makes them differ at random points."
  },
  {
    kind: "compute",
    name: "testing-best-step",
    prompt: "f(x) = x³ at x = 1, in float32, where ε = 2⁻²⁴ ≈ 6 · 10⁻⁸. What is the best step of a central difference?",
    answer: () => pow((3 * pow(2, -24) * 1) / 6, 1 / 3),
    tolerance: 0.0002,
    hint: "h* = (3 ε |f| / |f‴|)^(1/3), and the third derivative of x³ is 6.",
    hints: [
      {value: (3 * 2 ** -24) ** (1 / 3), tolerance: 0.0002, why: "The third derivative of x³ is 6, not 1."},
      {value: ((3 * 2 ** -53) / 6) ** (1 / 3), tolerance: 1e-6, why: "That is the step for float64."},
      {value: ((3 * 2 ** -24) / 6) ** 0.5, tolerance: 0.00003, why: "It is a cube root: the errors are h² and 1/h."}
    ],
    why: "(3 · 6 · 10⁻⁸ / 6)^(1/3) = (3 · 10⁻⁸)^(1/3) = 0.0031.",
    solution:
      "|f| = 1 and |f‴| = 6, so h* = (3 ε / 6)^(1/3) = (ε / 2)^(1/3) = (2⁻²⁵)^(1/3) = 2^(−25/3) = 0.0031. The error there is about 1.5 ε / h* = 2.9 · 10⁻⁵, relative to a derivative of 3: five digits."
  },
  {
    kind: "choose",
    name: "testing-rank-one",
    prompt:
      "For a function of 100 inputs with 50 outputs somebody wants to know whether the whole Jacobian that a program prints is right to the last bit, and can compute with whole numbers, so that nothing is rounded. Each entry of u and v is drawn from 0, 1, …, 9, and u J v is compared with u J̃ v. A wrong J̃ passes one such check with a probability of at most …",
    options: [
      {
        text: "1/100: one choice in ten for u, one in ten for v.",
        holds: isLeastBound(1 / 100),
        why: "Both have to do their part for the mistake to be seen. So it is enough for passing that one of them fails to."
      },
      {
        text: "1/5: one in ten for u, and one in ten for v.",
        right: true,
        holds: isLeastBound(1 / 5),
        why: "Given an entry that is wrong, (J̃ − J)ᵀu has a wrong entry for at least 9 of 10 choices of one weight; given that, v sees it for at least 9 of 10. Passing has at most 1/10 + 1/10."
      },
      {
        text: "1/5000: there are 5,000 entries.",
        holds: isLeastBound(1 / 5000),
        why: "The number of entries plays no part: even a single wrong one is seen by most choices."
      },
      {
        text: "Nearly 1: one number can’t judge 5,000.",
        holds: isLeastBound(1),
        why: "It can’t say which is wrong. But it is hard to be wrong without moving it."
      }
    ],
    solution:
      "Let D = J̃ − J have a wrong entry. Fix all weights but the one of its row: Dᵀu has the entry a + b u with b ≠ 0 there, which is 0 for at most one of ten choices. If it is not 0, fix all of v but that entry: the sum is 0 for at most one of ten. So a wrong J̃ passes with at most 1/10 + 9/10 · 1/10 < 1/5, and k independent checks, each with a fresh u and a fresh v, with at most 5⁻ᵏ. With one u for all of them it would be 1/10 at best, however large k is. (Freivalds found this test for products of matrices in 1977.)"
  }
];
