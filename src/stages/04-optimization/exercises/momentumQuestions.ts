import type {Question} from "../../../components/exercise/question.js";
import {bestMomentum, radius, rootsOf} from "../model/momentumRoots.js";

/** The largest mark of the slider for β at which the roots are still real, for ηλ = 0.2. */
const lastReal = Array.from({length: 50}, (_, i) => i / 50)
  .filter((beta) => rootsOf("heavy ball", 0.2, beta)[0].imaginary === 0)
  .at(-1)!;

/** What the page “Momentum” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "momentum-constant",
    prompt:
      "The gradient is 1 at every step, and at each the velocity is multiplied by 0.9 before the gradient is added. It begins at 0. Which value does it come to?",
    range: [0, 20],
    step: 0.5,
    start: 1,
    within: 0.6,
    truth: () => Array.from({length: 400}).reduce<number>((v) => 0.9 * v + 1, 0),
    why: "10: at that value the tenth that is lost is just the 1 that comes in.",
    solution:
      "1 + 0.9 + 0.81 + … = 1/(1 − 0.9) = 10. So β = 0.9 means steps ten times as long, wherever gradients agree."
  },
  {
    kind: "choose",
    name: "momentum-more",
    prompt:
      "In one direction of a bowl ηλ is 0.2, so that gradient descent keeps 0.8 of the distance in each step. With β = 0.9, what is kept in the long run?",
    options: [
      {
        text: "Less than 0.8: more momentum is faster.",
        holds: () => radius("heavy ball", 0.2, 0.9) < 0.8,
        why: "A little momentum is. With 0.9 it is past the best for this direction, and swings."
      },
      {
        text: "About 0.95: it swings, and shrinks by √0.9 in each step.",
        right: true,
        holds: () => Math.abs(radius("heavy ball", 0.2, 0.9) - Math.sqrt(0.9)) < 1e-9,
        why: "The roots are complex, so both have the size √β, 0.949."
      },
      {
        text: "It diverges: the effective rate is 2.",
        holds: () => radius("heavy ball", 0.2, 0.9) >= 1,
        why: "The effective rate is about gradients that stay the same. Where they change sign, the limit is 2(1 + β), which is 3.8."
      }
    ],
    solution:
      "√0.9 ≈ 0.949. In a single direction too much momentum is slower than none. It pays where directions differ, because 0.949 would be kept in a direction that is twenty times shallower as well."
  },
  {
    kind: "compute",
    name: "momentum-best",
    prompt: "A bowl has the condition number 25. What is the best β of the heavy ball?",
    answer: () => bestMomentum(25).beta,
    tolerance: 0.002,
    hint: "ρ is (√κ − 1)/(√κ + 1), and β is its square.",
    hints: [
      {value: bestMomentum(25).radius, tolerance: 0.002, why: "That is ρ, what is left after a step. β is its square."},
      {value: (24 / 26) ** 2, tolerance: 0.002, why: "That takes κ in place of its root."}
    ],
    why: "4/9: √25 = 5, ρ = 4/6, and its square.",
    solution:
      "ρ = (5 − 1)/(5 + 1) = 2/3, so β = 4/9 ≈ 0.444. Gradient descent would keep 24/26 ≈ 0.923 of the distance."
  },
  {
    kind: "compute",
    name: "momentum-limit",
    prompt: "The largest curvature is 4, and β is 0.9. Up to which rate is the heavy ball stable?",
    answer: () => (2 * 1.9) / 4,
    tolerance: 0.005,
    hint: "0 < ηλ < 2(1 + β).",
    hints: [
      {value: 0.5, tolerance: 0.005, why: "That is 2/L, the limit of gradient descent."},
      {
        value: 0.05,
        tolerance: 0.002,
        why: "That would be so if the effective rate were limited by 2/L. Across a valley gradients change their sign, and do not add up."
      }
    ],
    why: "0.95: nearly twice as high as without momentum.",
    solution:
      "2 · 1.9/4 = 0.95. In the steepest direction the velocity works against each new gradient, so that longer steps are bearable."
  },
  {
    kind: "compute",
    name: "momentum-steer",
    prompt:
      "In the first figure, with the heavy ball and ηλ = 0.20, what is the largest β on the slider for which both roots are still real?",
    answer: () => lastReal,
    tolerance: 0.005,
    hint: "Watch the two dots meet on the axis, and leave it.",
    hints: [
      {
        value: (1 - Math.sqrt(0.2)) ** 2,
        tolerance: 0.003,
        why: "That is where they meet exactly; the question is about the slider’s marks."
      },
      {value: 0.32, tolerance: 0.003, why: "At 0.32 they have left the axis already."}
    ],
    why: "0.30: they meet at (1 − √0.2)², about 0.306.",
    solution:
      "The window of complex roots begins where (1 − √β)² = ηλ, where √β is one less the root of 0.2, about 0.553, and β about 0.306. There ρ is 0.553, the least for this direction, where gradient descent has 0.8. A physicist calls it critically damped."
  }
];
