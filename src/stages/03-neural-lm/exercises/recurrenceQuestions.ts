import type {Question} from "../../../components/exercise/question.js";
import {exp, log, log10, tanh} from "/lib/index.js";
import {SENTENCE} from "../model/sentence.js";
import {OUTPUT} from "../model/tinyHidden.js";
import {tinyReading} from "../model/tinyRecurrent.js";

/** How many steps leave half of a slope behind a gate with this bias. */
const halfLife = (bias: number): number => log(0.5) / -log(1 + exp(-bias));

/** The largest factor by which a matrix of two rows stretches. */
function normOf([[a, b], [c, d]]: readonly [readonly [number, number], readonly [number, number]]): number {
  const [squares, det] = [a * a + b * b + c * c + d * d, a * d - b * c];
  return Math.sqrt((squares + Math.sqrt(Math.max(0, squares * squares - 4 * det * det))) / 2);
}
const turned = (s: number) =>
  [
    [0.6 * s, 0.8 * s],
    [-0.8 * s, 0.6 * s]
  ] as const;
/** Whether the bound with this steepest slope promises that gradients vanish. */
const vanishes = (steepest: number, matrix: Parameters<typeof normOf>[0]) => (): boolean =>
  steepest * normOf(matrix) < 1;

const ben = () => tinyReading(["a", "b"], "n").steps[1]!.h;

/** What the page “Recurrence” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "recurrence-twenty-back",
    prompt:
      "An Elman network reads 40 letters of Moby-Dick before its training. Its recurrent weights are orthogonal: they neither stretch nor shrink what they are given. How much of the gradient at the last letter is left 20 letters before it? Guess the power of ten.",
    range: [-10, 0],
    step: 0.5,
    start: -1,
    within: 1,
    truth: async () => {
      const {gradientsBack} = await import("../model/recurrentGradients.js"); // with the engine, not before it is asked
      const norms = gradientsBack(SENTENCE.slice(0, 41), {cell: "elman", scale: 1, keepBias: 0});
      return log10(norms.at(-21)! / norms.at(-1)!);
    },
    why: "About −3.95: a ten-thousandth. The weights keep lengths, and each tanh shortens.",
    solution:
      "Each step back multiplies by the slopes of tanh, which are 1 at most and less wherever a cell answers something, and by a matrix that keeps lengths. In the mean each leaves about 0.63 of the length; twenty of these make 10 to the −3.95. Only letters nearby can teach such a network."
  },
  {
    kind: "compute",
    name: "recurrence-by-hand",
    prompt:
      "The tiny network with memory (recurrent weight 0.5) reads “ab”. What is the logit of n then? The output weights of n are 1 and 1.",
    answer: () => {
      const [first = 0, second = 0] = ben();
      return first * OUTPUT[0]![4]! + second * OUTPUT[1]![4]!;
    },
    tolerance: 0.003,
    hint: "After a the memory is (0.7616, 0). Half of it, and the vector of b, (0, 1), go through tanh.",
    hints: [
      {value: tanh(1), tolerance: 0.003, why: "That is without memory: tanh 0 + tanh 1."},
      {
        value: tanh(tanh(1)) + tanh(1),
        tolerance: 0.003,
        why: "That takes along all of the memory. The recurrent weight is 0.5."
      },
      {value: 0.5 * tanh(1) + 1, tolerance: 0.003, why: "Those are the sums before tanh."}
    ],
    why: "tanh 0.3808 + tanh 1, about 1.125.",
    solution:
      "The sums are 0.5 · 0.7616 + 0 = 0.3808 and 0.5 · 0 + 1 = 1. Their tanh are 0.3634 and 0.7616, and 0.3634 + 0.7616 = 1.125. Without the memory of a it would be 0.7616: the a before makes n likelier."
  },
  {
    kind: "choose",
    name: "recurrence-bound",
    prompt:
      "Two recurrent cells, h ← φ(x + h U). For which of these does the bound of this page promise that gradients vanish, whatever is read?",
    options: [
      {
        text: "tanh, and U is 0.9 times a rotation.",
        right: true,
        holds: vanishes(1, turned(0.9)),
        why: "A rotation keeps lengths, so ‖U‖ = 0.9, and tanh is never steeper than 1. Each step back leaves at most 0.9 of the gradient."
      },
      {
        text: "Sigmoid, and U is 5 times a rotation.",
        holds: vanishes(0.25, turned(5)),
        why: "Its steepest slope is 1/4, and 5/4 is above one. Gradients may still vanish, but the bound does not say so."
      },
      {
        text: "relu, and U is 1.05 times a rotation.",
        holds: vanishes(1, turned(1.05)),
        why: "Where both cells are above zero, each step back is longer by 1.05, and fifty of them by 11."
      },
      {
        text: "tanh, and U has 0.9 twice on its diagonal and a 2 beside it.",
        holds: vanishes(1, [
          [0.9, 2],
          [0, 0.9]
        ]),
        why: "The eigenvalues are 0.9, but what counts for one step is the norm, and it is above 2: a gradient can grow for some steps before it shrinks."
      }
    ],
    solution:
      "The bound multiplies the steepest slope of φ with the norm of U: 1 · 0.9 = 0.9 for the first, 0.25 · 5 = 1.25 for the second, 1.05 for the third, and more than 2 for the last. Below one it promises vanishing; above one it promises nothing."
  },
  {
    kind: "compute",
    name: "recurrence-steer",
    prompt:
      "In the figure of the gate, what is the smallest bias on the slider with which half of the slope is still there after 50 steps?",
    answer: () => Array.from({length: 21}, (_, i) => -2 + i / 2).find((bias) => halfLife(bias) >= 50)!,
    tolerance: 0.01,
    hint: "The half-life is written below the curve. Each step of the slider lengthens it by about two thirds.",
    hints: [
      {value: 4, tolerance: 0.01, why: "At 4 it is 38 steps."},
      {value: 5, tolerance: 0.01, why: "At 5 it is 103 steps; one notch less is enough."}
    ],
    why: "With a bias of 4.5 it is 63 steps.",
    solution:
      "The gate keeps σ(b), and half is left after ln 2 / ln(1 + e⁻ᵇ) steps. For a large b that is nearly 0.693 eᵇ. At 4.5 the gate keeps 0.989 and the half-life is 63 steps; at 4 it is 38. The half-life grows exponentially with the bias: to remember ten times as long, the bias grows by 2.3."
  }
];
