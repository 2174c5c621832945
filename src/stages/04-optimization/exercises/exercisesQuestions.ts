import type {Question} from "../../../components/exercise/question.js";
import {expectedLeast} from "../model/bestOfTries.js";
import {contraction} from "../model/bowl.js";
import {floorOf, tinyBowl} from "../model/noisyBowl.js";

/** Steps until a distance is a thousandth, where each keeps this part of it. */
const stepsOf = (kept: number): number => Math.ceil(Math.log(0.001) / Math.log(kept));

/** The limit 2/L for the Hessian ((a, b), (b, a)), whose larger curvature is a + |b|. */
const limit = (a: number, b: number): number => 2 / (a + Math.abs(b));

/** What the last page of the stage asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "stage4-first-question",
    prompt: "Two curves, one far below the other: “our optimizer against Adam”. What do you ask first?",
    options: [
      {
        text: "How the learning rate of each was chosen, and from how many.",
        right: true,
        why: "On the stage’s first page a factor of three in the rate changes more than the choice of optimizer does."
      },
      {
        text: "How many parameters the model has.",
        why: "Worth knowing, but both curves are of one model. It does not say whether the race was fair."
      },
      {
        text: "Whether the loss was measured on held-out text.",
        why: "It should be. Still, a badly tuned Adam is behind on any text."
      },
      {
        text: "Which of the two needs less memory.",
        why: "A good question for later. First find out whether there is a difference at all."
      }
    ],
    solution:
      "How the rates were chosen, and with how many tries for each. Then, with how many seeds. Only then is it worth while to look at the curves."
  },
  {
    kind: "compute",
    name: "stage4-largest-rate",
    prompt:
      "A loss of two numbers has the Hessian ((5, 3), (3, 5)) everywhere. Below which learning rate does gradient descent come to rest from every start?",
    answer: () => limit(5, 3),
    tolerance: 0.002,
    hint: "The limit is 2 over the largest curvature, and that is not on the diagonal. Try the direction (1, 1).",
    hints: [
      {value: 2 / 5, tolerance: 0.002, why: "That is 2 over the curvature along an axis. Along (1, 1) it is 5 + 3."},
      {
        value: 1 / 8,
        tolerance: 0.002,
        why: "That is 1/L: safe, and it lowers the loss in each step, but the limit is twice that."
      }
    ],
    why: "Below 0.25: the eigenvalues are 8, along (1, 1), and 2, along (1, −1).",
    solution: "5 + 3 = 8 is the largest curvature, and 2/8 = 0.25."
  },
  {
    kind: "compute",
    name: "stage4-steps",
    prompt:
      "A bowl with the condition number 10. At the best rate, after how many steps of gradient descent is the distance a thousandth of what it was? Round up.",
    answer: () => stepsOf(contraction(10, 2 / 11)),
    tolerance: 0.5,
    hint: "Each step keeps (κ − 1)/(κ + 1), which is 9/11.",
    hints: [
      {value: stepsOf(0.9), tolerance: 0.5, why: "That is with the rate 1/L. The best rate is 2/(L + μ)."},
      {
        value: stepsOf((Math.sqrt(10) - 1) / (Math.sqrt(10) + 1)),
        tolerance: 0.5,
        why: "That is for the root of κ, as momentum has it."
      }
    ],
    why: "After 35 steps: ln 0.001 over ln(9/11) is 34.4.",
    solution: "6.9078/0.20067 = 34.42, so 35 steps."
  },
  {
    kind: "choose",
    name: "stage4-saddle",
    prompt: "Gradient descent begins exactly at a saddle point, without noise. What happens?",
    options: [
      {
        text: "It stays there.",
        right: true,
        why: "The gradient is zero, so no step is taken. A disturbance of any size would be enough to leave, and real batches have it."
      },
      {
        text: "It leaves along the direction that falls.",
        why: "From a little beside the saddle it would. At the saddle itself the gradient does not know of that direction."
      },
      {
        text: "It goes to and fro along the direction that rises.",
        why: "For that it would have to be beside it. A zero gradient moves nothing."
      }
    ],
    solution:
      "It stays. But the set of starts that lead to a saddle has no volume, and noise leaves it at an exponential pace, so in practice a saddle costs time and is no trap."
  },
  {
    kind: "predict",
    name: "stage4-batch-rate",
    prompt:
      "The noisy bowl of this stage, with noise 3 and a rate of 0.02, hovers at some mean height. Now the batch is twice as large, so the variance of the noise is half, and the rate is doubled, too. At how many times the height does it hover?",
    range: [0, 2],
    step: 0.01,
    start: 0.5,
    within: 0.08,
    truth: () => floorOf(tinyBowl(3 / Math.SQRT2), 0.04) / floorOf(tinyBowl(3), 0.02),
    why: "At about the same, 1.07 times: the height goes with rate times variance, as long as the rate is far below its limit.",
    solution:
      "Each direction hovers at ησ²/(λ(2 − ηλ)). Doubling η and halving σ² leaves the numerator alone. The bracket shrinks a little, and most in the steep direction, from 1.8 to 1.6."
  },
  {
    kind: "compute",
    name: "stage4-bytes",
    prompt:
      "A model has 7 billion parameters in float32. How many gigabytes (10⁹ bytes) do weights, gradients and what Adam remembers take together?",
    answer: () => 7 * 4 * (1 + 1 + 2),
    tolerance: 0.5,
    hint: "Four bytes for each number. Adam remembers two numbers for each parameter.",
    hints: [
      {value: 7 * 4 * 3, tolerance: 0.5, why: "That is with one memory, as momentum has. Adam has two means."},
      {value: 7 * 4 * 2, tolerance: 0.5, why: "That is for weights and gradients, or for Adam’s means alone."}
    ],
    why: "112 gigabytes: 16 bytes for each parameter, half of them for Adam.",
    solution: "7 · 4 · 4 = 112. What is needed for activations comes on top."
  },
  {
    kind: "compute",
    name: "stage4-tries",
    prompt:
      "Three rates of an optimizer lead to losses of 2, 3 and 4. Somebody tries two of them, drawn blindly, and keeps the better run. Which loss may he expect?",
    answer: () => expectedLeast([3, 2, 4], 2),
    tolerance: 0.005,
    hint: "There are three pairs, equally likely. Write down the smaller of each.",
    hints: [
      {value: 3, tolerance: 0.005, why: "That is the mean with a single try. Of two runs he keeps the better one."},
      {value: 2, tolerance: 0.005, why: "Only if the best rate is among the two, which is so in two of three cases."}
    ],
    why: "2.33: two of the three pairs have the 2, and the third has 3 as its best.",
    solution: "The pairs are 2 and 3, 2 and 4, 3 and 4. Their smaller ones are 2, 2 and 3, and 7/3 = 2.333."
  }
];
