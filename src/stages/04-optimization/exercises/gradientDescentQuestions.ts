import type {Question} from "../../../components/exercise/question.js";
import {bestRate, contraction} from "../model/bowl.js";
import {curves, gainOf} from "../model/oneStep.js";

const stepsFor = (kappa: number, rate: number, left: number): number =>
  Math.ceil(Math.log(left) / Math.log(contraction(kappa, rate)));

/** The longest rate on the slider's marks at which a step on the wave from 1.2 still gains. */
const longest = Array.from({length: 25}, (_, i) => (i + 1) / 10)
  .filter((rate) => gainOf(curves.wave, 1.2, rate / curves.wave.smoothness).gained > 0)
  .at(-1)!;

/** What the page “Gradient descent” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "gd-parabola",
    prompt:
      "On the parabola ½ x² the curvature is 1 everywhere. From which rate on does a step of gradient descent end higher than it began?",
    range: [0, 4],
    step: 0.1,
    start: 1,
    within: 0.15,
    truth: () => Array.from({length: 400}, (_, i) => (i + 1) / 100).find((rate) => Math.abs(1 - rate) >= 1)!,
    why: "From 2 on: a step multiplies x by 1 − η, and |1 − η| is above 1 then.",
    solution:
      "With η = 1 the step ends at the lowest point, with η = 2 at the same height on the other side, and above that higher."
  },
  {
    kind: "choose",
    name: "gd-kappa",
    prompt:
      "A bowl with the condition number 10 needs 35 steps, with its best rate, to come to a millionth of its height. How many does a bowl with the condition number 100 need?",
    options: [
      {
        text: "About 70: twice as many.",
        holds: () => Math.abs(stepsFor(100, bestRate(100), 1e-3) / stepsFor(10, bestRate(10), 1e-3) - 2) < 0.5,
        why: "That would be so if the number of steps went with the logarithm of κ."
      },
      {
        text: "About 110: √10 times as many.",
        holds: () =>
          Math.abs(stepsFor(100, bestRate(100), 1e-3) / stepsFor(10, bestRate(10), 1e-3) - Math.sqrt(10)) < 1,
        why: "That is what momentum achieves, on the page about momentum."
      },
      {
        text: "About 350: ten times as many.",
        right: true,
        holds: () => Math.abs(stepsFor(100, bestRate(100), 1e-3) / stepsFor(10, bestRate(10), 1e-3) - 10) < 2,
        why: "The steps are in proportion to κ, about κ/2 times the logarithm of what is to be gained."
      }
    ],
    solution: "Ten times as many. ρ is 9/11 in one case and 99/101 in the other, and ln(101/99) is a tenth of ln(11/9)."
  },
  {
    kind: "choose",
    name: "gd-edge",
    prompt:
      "The largest curvature of a small network is 0.25 at the start. With the rate 1, steps may go up where it is above 2. What does it do while the network learns by gradient descent?",
    options: [
      {
        text: "It stays near 0.25: the network hardly moves.",
        why: "The network moves a long way, and its curvatures with it."
      },
      {
        text: "It rises to about 2, and then no further.",
        right: true,
        why: "It rises by itself, up to where steps begin to overshoot, and there something holds it."
      },
      {
        text: "It rises beyond 2, and the loss explodes.",
        why: "It would in a bowl. In a network the swing across leads to less sharp ground."
      },
      {
        text: "It falls: training looks for flat ground.",
        why: "Not by itself. It falls only where the rate forces it to."
      }
    ],
    solution:
      "It rises to 2/η, and turns back. With half the rate it never comes to its limit within these steps, and with twice the rate it swings around and above it."
  },
  {
    kind: "compute",
    name: "gd-promise",
    prompt: "On the bowl ½ (x² + 10 y²), at (0, 1), the rate is 0.05. Which gain does the descent lemma promise?",
    answer: () => 0.05 * (1 - (10 * 0.05) / 2) * 100,
    tolerance: 0.01,
    hint: "L is 10, and the gradient at (0, 1) is (0, 10).",
    hints: [
      {value: 5, tolerance: 0.01, why: "That is η‖∇f‖², the first-order gain; the bracket 1 − Lη/2 is missing."},
      {value: 0.375, tolerance: 0.001, why: "The squared length of the gradient is 100, and not 10."}
    ],
    why: "3.75, and here it is exactly what is gained.",
    solution:
      "η(1 − Lη/2)‖∇f‖² = 0.05 · 0.75 · 100 = 3.75. The step leads to y = 0.5, from a height of 5 to 1.25: the promise is exact, because this direction has the largest curvature."
  },
  {
    kind: "compute",
    name: "gd-price",
    prompt:
      "For a bowl with the condition number 50, how many times as many steps does the rate 1/L take as the best rate 2/(L + μ), for the same share of the distance?",
    answer: () => Math.log(contraction(50, bestRate(50))) / Math.log(contraction(50, 1 / 50)),
    tolerance: 0.02,
    hint: "Compare the logarithms of ρ: (κ − 1)/(κ + 1) with the best rate, and 1 − 1/κ with 1/L.",
    hints: [
      {
        value: 1,
        tolerance: 0.01,
        why: "Both are near 0.98 and 0.96: a small difference in ρ, but the logarithm doubles."
      },
      {
        value: 49 / 51 / 0.98,
        tolerance: 0.001,
        why: "That is the quotient of the two ρ. Steps go with their logarithms."
      }
    ],
    why: "Nearly 2 times: ln(49/51) against ln 0.98.",
    solution:
      "ln(49/51) = −0.0400 and ln(0.98) = −0.0202: 1.98 times as many. The best rate is nearly twice 1/L, and that is all it gains. It is also nearly at the limit 2/L, so few dare it."
  },
  {
    kind: "compute",
    name: "gd-steer",
    prompt:
      "In the first figure, with the wave and the point 1.2, what is the largest rate on the slider, in times 1/L, at which the step still ends lower than it began?",
    answer: () => longest,
    tolerance: 0.01,
    hint: "Look at what the step gains, and move the rate up from 2.",
    hints: [
      {value: 2, tolerance: 0.01, why: "That is as far as the promise goes. The curve keeps more than was promised."}
    ],
    why: "All the way to the end of the slider: the curve bends down here and there, and the parabola never does.",
    solution:
      "Even at 2.5 the step still gains. L is the largest curvature anywhere, and on the way from 1.2 the wave bends much less. The lemma is about the worst curve with this L; a given one may allow more. That is the first sign of what the network at the edge does."
  }
];
