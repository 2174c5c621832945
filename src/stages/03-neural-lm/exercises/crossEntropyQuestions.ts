import type {Question} from "../../../components/exercise/question.js";
import {exp, log, logSoftmax, softmax} from "/lib/index.js";
import {naiveLoss} from "../model/naiveSoftmax.js";
import {bestOfTwo, expectedCharge} from "../model/scores.js";
import {probabilitiesAfter, TABLE, TOKENS} from "../model/tinyNumbers.js";

const AFTER_A = probabilitiesAfter(TABLE[TOKENS.indexOf("a")]!);

/** What −ln of the library’s softmax gives, where the probability is rounded to zero first. */
const rounded = (): number => 0 - log(softmax([1000, 0])[1]!);

/** The gap of logits at which p − (smoothed y) vanishes, found by halving. */
function smoothedGap(vocabulary: number, smoothing: number): number {
  const wanted = 1 - smoothing + smoothing / vocabulary;
  let [low, high] = [0, 50];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (1 / (1 + (vocabulary - 1) * exp(-middle)) < wanted) low = middle;
    else high = middle;
  }
  return low;
}

type Charge = (q: readonly number[], y: number) => number;

/** Whether the truth is charged least, among all forecasts of three outcomes in steps of a fiftieth. */
const isProper = (charge: Charge) => (): boolean => {
  const p = [0.6, 0.3, 0.1];
  const mean = (q: readonly number[]): number => p.reduce((sum, share, y) => sum + share * charge(q, y), 0);
  const honest = mean(p);
  for (let a = 1; a < 50; a++)
    for (let b = 1; a + b < 50; b++) if (mean([a / 50, b / 50, 1 - (a + b) / 50]) < honest - 1e-9) return false;
  return true;
};

/** What the page “Cross-entropy” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "cross-entropy-plain-charge",
    prompt:
      "A forecaster knows that it rains on 60 days of 100. For a day of rain she is charged 1 less the probability that she gave to rain, for a dry day 1 less the one that she gave to no rain. Which probability of rain should she announce, to be charged least?",
    range: [0, 100],
    step: 1,
    start: 50,
    unit: "%",
    within: 5,
    truth: () => 100 * bestOfTwo("plain", 0.6),
    why: "A charge that is linear in the forecast is least at an end of the scale. It rewards her for saying more than she knows.",
    solution:
      "If she says q she is charged 0.6 (1 − q) + 0.4 q = 0.6 − 0.2 q on average, which falls all the way to q = 100%. The plain probability is no proper score. Look for the charge under which 60% is best: that is what this page is about."
  },
  {
    kind: "compute",
    name: "cross-entropy-tiny-other",
    prompt: "In the tiny example, suppose that after “a” came “b” instead of “n”. What would the loss be, in nats?",
    answer: () => 0 - log(AFTER_A[TOKENS.indexOf("b")]!),
    tolerance: 0.01,
    hint: "The loss is ln Σ eᶻ less the logit of what came. Only the second part changes.",
    hints: [
      {
        value: 0 - log(AFTER_A[TOKENS.indexOf("n")]!),
        tolerance: 0.01,
        why: "That is the loss for “n”, whose logit is 1. That of “b” is −1."
      },
      {
        value: log(7.804443) - 0,
        tolerance: 0.01,
        why: "That is ln Σ eᶻ. The logit of “b” is −1, and it is subtracted."
      },
      {
        value: (0 - log(AFTER_A[TOKENS.indexOf("b")]!)) / log(2),
        tolerance: 0.01,
        why: "That is in bits. Divide by 1.4427, or leave the logarithm natural."
      }
    ],
    why: "ln 7.804 − (−1) = 2.055 + 1.",
    solution:
      "The logarithm of the sum of powers, 7.804, is 2.055, whatever came. Less the logit −1 that is 3.055 nats: exactly 2 more than for “n”, since the logits are 2 apart."
  },
  {
    kind: "predict",
    name: "cross-entropy-start",
    prompt:
      "GPT-2 has 50,257 tokens. Before it has learned anything, it gives all of them about the same probability. What is its loss, in nats per token?",
    range: [0, 20],
    step: 0.1,
    start: 5,
    within: 1,
    truth: () => log(50_257),
    why: "Equal probabilities are 1/V, and their surprisal is ln V. If a first loss is far above it, something is wrong before training begins.",
    solution:
      "ln 50,257 = 10.82 nats. A run that starts at 30 has logits that are large and random; one that starts at 9 has seen its data."
  },
  {
    kind: "compute",
    name: "cross-entropy-smoothed-gap",
    prompt:
      "A model with five tokens sees one example again and again, with label smoothing s = 0.1. The loss is least when one logit stands above the four others, which are equal. By how much?",
    answer: () => smoothedGap(5, 0.1),
    tolerance: 0.01,
    hint: "The gradient is p − y′, with y′ = 0.92 for the right token and 0.02 for each of the others. It vanishes at p = y′.",
    hints: [
      {
        value: log(0.9 / 0.1),
        tolerance: 0.01,
        why: "That takes y′ = 0.9 against 0.1 for the others together. All five tokens share the 0.1, the right one too, and each of the others has 0.02."
      },
      {
        value: log(0.9 / 0.025),
        tolerance: 0.01,
        why: "That shares 0.1 among the four others. The usual smoothing, and the library’s, shares it among all five."
      }
    ],
    why: "p ratio = logit difference: ln(0.92 / 0.02) = ln 46 = 3.83.",
    solution:
      "Without smoothing the gap would grow for ever: the loss of one certain example has no minimum. With it the best probabilities are 0.92 and four times 0.02, and the logits differ by ln(0.92/0.02) = 3.829."
  },
  {
    kind: "choose",
    name: "cross-entropy-proper",
    prompt:
      "Three outcomes are forecast with q, and y comes. Which of these charges is least, on average, for one who announces the truth, whatever it is?",
    options: [
      {
        text: "1 − q_y",
        holds: isProper((q, y) => 1 - q[y]!),
        why: "It is linear in q, so it is least in a corner: announce the likeliest outcome as certain."
      },
      {
        text: "(1 − q_y)²",
        holds: isProper((q, y) => (1 - q[y]!) * (1 - q[y]!)),
        why: "For two outcomes it is half the sum of squares, and proper. For three it is not: it does not look at how the rest is shared out, and pays for moving probability towards what is likelier or less likely than it should."
      },
      {
        text: "(1 − q_y)² plus the squares of the other two",
        right: true,
        holds: isProper((q, y) => q.reduce((sum, x, j) => sum + (x - (j === y ? 1 : 0)) ** 2, 0)),
        why: "Its mean is Σ (q_j − p_j)² plus something that does not depend on q. This is Brier’s score of 1950."
      },
      {
        text: "1 / q_y",
        holds: isProper((q, y) => 1 / q[y]!),
        why: "Its mean is least where q is proportional to the roots of p: it makes one announce too much for rare outcomes."
      }
    ],
    solution:
      "The mean of Brier’s charge is Σ_y p_y Σ_j (q_j − [j = y])² = Σ_j (q_j² − 2 p_j q_j) + 1 = Σ_j (q_j − p_j)² + 1 − Σ_j p_j². Only the first sum depends on q, and it is zero at q = p. The logarithm is proper by Gibbs’ inequality, and of all smooth charges that look at q_y alone it is the only proper one, if there are three outcomes or more."
  },
  {
    kind: "choose",
    name: "cross-entropy-order",
    prompt:
      "The logits of two tokens are 1000 and 0, and the second came. A program calls a softmax that subtracts the largest logit first, and then takes −ln of the probability. What does it get?",
    options: [
      {
        text: "1000",
        holds: () => rounded() === 1000,
        why: "That is the right loss. To get it one must not go through the probability."
      },
      {
        text: "Infinity",
        right: true,
        holds: () => rounded() === Infinity,
        why: "The probability is e⁻¹⁰⁰⁰, which no float holds: it is rounded to 0, and −ln 0 is infinite."
      },
      {
        text: "NaN",
        holds: () => Number.isNaN(rounded()),
        why: "That is what a softmax gives that does not subtract: ∞/∞. Subtracting has mended that part."
      },
      {
        text: "0",
        holds: () => naiveLoss([1000, 0], 0) === 0 || rounded() === 0,
        why: "The token that came was the one that the model excluded, so the loss is large."
      }
    ],
    solution: `Subtracting the largest logit keeps softmax finite, but a probability can still be too small for a float. Take the logarithm of the whole formula instead: ln Σ eᶻ − z_y = ${(0 - logSoftmax([1000, 0])[1]!).toFixed(0)}, where the logarithm and the exponential meet before anything is rounded away.`
  },
  {
    kind: "choose",
    name: "cross-entropy-entropy",
    prompt: "A model’s held-out loss is 2.1 nats. Somebody asks: “Why not train until it is zero?”",
    options: [
      {
        text: "It would take too long.",
        holds: () => expectedCharge("logarithm", [0.5, 0.5], [0.5, 0.5]) === 0,
        why: "No amount of training does it: the best possible forecast of a fair coin still pays ln 2."
      },
      {
        text: "Because the loss is the entropy of the text plus a divergence, and only the divergence can be trained away.",
        right: true,
        holds: () => expectedCharge("logarithm", [0.5, 0.5], [0.5, 0.5]) > 0,
        why: "What comes next is partly open. The truth itself pays the entropy, and by Gibbs’ inequality no model pays less on average."
      },
      {
        text: "Because softmax never gives the probability 1.",
        holds: () => softmax([1000, 0])[0]! < 1,
        why: "It comes as near as floats can tell. It would be right to do so if the text were certain."
      }
    ],
    solution:
      "On the text that it learns from, a model can get near zero, by heart. On other text of the same kind the mean loss is H(p) + KL(p‖q), which is at least H(p)."
  }
];
