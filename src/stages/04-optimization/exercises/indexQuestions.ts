import type {Question} from "../../../components/exercise/question.js";

/** What y becomes after so many steps on ½ (x² + 10 y²). */
const stretched = (rate: number, steps: number): number =>
  Array.from({length: steps}).reduce<number>((y) => y * (1 - 10 * rate), 1);

/** What the page “Optimization” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "optimization-ravine",
    prompt:
      "Gradient descent, momentum, RMSProp and Adam race for 200 steps through a winding ravine with steep walls and a floor that hardly falls. Each has its best rate. Who ends lowest?",
    options: [
      {
        text: "Gradient descent: with its best rate, nothing is more direct than straight downhill.",
        why: "Straight downhill is nearly across the ravine. A rate that is safe for the walls is tiny for the floor."
      },
      {
        text: "Momentum: it gathers speed along the floor.",
        right: true,
        why: "Gradients across the ravine change their sign from step to step and cancel; those along it add up, to ten times as much with 0.9 kept."
      },
      {
        text: "RMSProp: it has a rate of its own for each coordinate.",
        why: "Its rates are per coordinate, and the ravine winds, so that its long direction is no coordinate for long. Its steps also do not get smaller near the goal."
      },
      {
        text: "Adam: it is the newest.",
        why: "It comes second here. On this landscape what helps is memory of the direction, and dividing by the size of the gradient helps less."
      }
    ],
    solution:
      "Momentum. Try other landscapes, and other starts: there is no landscape on which all agree, and that is the point. On Rosenbrock’s valley momentum, Nesterov and Adam are close together."
  },
  {
    kind: "choose",
    name: "optimization-rates",
    prompt:
      "Gradient descent moves each number by the rate times its gradient, Adam by about the rate, whatever the gradient. In a network most single slopes are small, far below 1. Which of the two needs the larger rate?",
    options: [
      {
        text: "Gradient descent.",
        right: true,
        why: "Its step is the rate times a small number, so the rate must make up for it. Adam’s is the rate itself."
      },
      {
        text: "Adam.",
        why: "Adam divides by the size of the gradient, so a small gradient is no small step. Its rate is the step."
      },
      {
        text: "Both the same: the rate is the length of a step.",
        why: "That is true of Adam, about. For gradient descent the length is the rate times that of the gradient."
      }
    ],
    solution:
      "Gradient descent, by a factor of 10 to 100 in the figure that follows. Lion, whose step is exactly the rate in every number, needs the smallest of all."
  },
  {
    kind: "compute",
    name: "optimization-best-rate",
    prompt:
      "A bowl ½ (x² + 40 y²) in place of ½ (x² + 10 y²). Which rate makes both directions shrink by the same factor, apart from the sign?",
    answer: () => 2 / 41,
    tolerance: 0.0005,
    hint: "x is multiplied by 1 − η and y by 1 − 40 η. Set 1 − η = −(1 − 40 η).",
    hints: [
      {value: 2 / 11, tolerance: 0.0005, why: "That is the best rate for a condition number of 10."},
      {value: 1 / 40, tolerance: 0.0005, why: "That is done with y in one step, and leaves x at 0.975 of what it was."},
      {value: 2 / 40, tolerance: 0.0004, why: "With that, y is multiplied by −1, and never gets anywhere."}
    ],
    why: "2/41, about 0.0488.",
    solution:
      "1 − η = 40 η − 1 gives η = 2/41 ≈ 0.0488. Both are multiplied by 39/41 ≈ 0.951 in size, against 9/11 ≈ 0.818 with a condition number of 10: four times steeper, and about four times as many steps."
  },
  {
    kind: "predict",
    name: "optimization-diverging",
    prompt: "On ½ (x² + 10 y²) with the rate 0.3, y begins at 1. How large is it, without its sign, after three steps?",
    range: [0, 30],
    step: 0.5,
    start: 1,
    within: 0.6,
    truth: () => Math.abs(stretched(0.3, 3)),
    why: "Each step multiplies y by 1 − 10 · 0.3 = −2. So it is −2, 4, −8.",
    solution:
      "8. A rate of 0.3 is only half above the largest that holds still, 0.2, and yet each step doubles the distance. Divergence is exponential, so one sees it soon."
  }
];
