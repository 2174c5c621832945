import type {Question} from "../../../components/exercise/question.js";
import {steepness} from "../model/curves.js";
import {machines} from "../model/machines.js";
import {walk} from "../model/walk.js";

const NUMBERS = [-3, 0, 1, 5];
const {square, "add 3": addThree, double} = machines;
const same = (f: (x: number) => number): boolean => NUMBERS.every((x) => f(x) === (x + 3) * (x + 3));

/** What the page “Functions and graphs” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "functions-logistic",
    prompt: "The logistic function makes the score 0 into 50%. What does it make of the score 2?",
    range: [0, 100],
    step: 1,
    unit: "%",
    within: 6,
    truth: () => 100 * machines.logistic.of(2),
    why: "88%. Two more would make it 98%: each step counts for less, the nearer one is to the end.",
    solution:
      "1 / (1 + e⁻²) = 1 / 1.135, which is 88%. The score −2 has the rest, 12%. The curve is steepest in the middle, so a score of 2 has already gone most of the way."
  },
  {
    kind: "choose",
    name: "functions-order",
    prompt: "Which row of machines computes (x + 3)²?",
    options: [
      {
        text: "First add 3, then square",
        right: true,
        holds: () => same((x) => square.of(addThree.of(x))),
        why: "What stands inside the brackets is done first. As functions it is square(add(x)): the first machine stands innermost."
      },
      {
        text: "First square, then add 3",
        holds: () => same((x) => addThree.of(square.of(x))),
        why: "That is x² + 3. The order of machines matters, nearly always."
      },
      {
        text: "Either order will do",
        holds: () => NUMBERS.every((x) => square.of(addThree.of(x)) === addThree.of(square.of(x))),
        why: "Try x = 1: one order gives 16, the other 4."
      },
      {
        text: "First double, then add 3",
        holds: () => same((x) => addThree.of(double.of(x))),
        why: "That is 2x + 3. A square multiplies a number by itself."
      }
    ],
    solution:
      "The brackets are the inner machine. A network of stage 3 is a long row of such machines, and the chain rule of stage 2 says what a small change at one end does at the other."
  },
  {
    kind: "compute",
    name: "functions-steepness",
    prompt: "f(x) = x². How steep is the straight line between its points at x = 2 and at x = 3?",
    answer: () => steepness(square.of, 2, 3),
    tolerance: 0.001,
    why: "(9 − 4)/(3 − 2) = 5.",
    hint: "Compute both heights, and divide the rise by the run.",
    hints: [
      {
        value: 4,
        tolerance: 0.001,
        why: "That is the slope at the point 2 itself. Between 2 and 3 the curve gets steeper."
      },
      {value: 6, tolerance: 0.001, why: "That is the slope at the point 3 itself. Before it the curve is less steep."}
    ],
    solution:
      "The heights are 4 and 9, so the rise is 5, and the run is 1. At 2 the slope is 4 and at 3 it is 6; in between it is 5, the mean of the two, as it is for every parabola."
  },
  {
    kind: "compute",
    name: "functions-one-step",
    prompt:
      "You stand on f(x) = x² at x = 3, where the slope is 6. You take one step downhill with rate 0.1. Where do you stand?",
    answer: () => walk((x) => 2 * x, 3, 0.1, 1)[1] ?? NaN,
    tolerance: 0.001,
    why: "3 − 0.1 · 6 = 2.4.",
    hint: "Against the slope: take rate times slope off x.",
    hints: [
      {value: 3.6, tolerance: 0.001, why: "That is uphill: the slope points to where the function grows."},
      {value: 2.9, tolerance: 0.001, why: "You took off the rate alone. A step is rate times slope."}
    ],
    solution:
      "The step is 0.1 · 6 = 0.6 long and goes against the slope, so x becomes 3 − 0.6 = 2.4. The slope there is 4.8, and the next step is shorter, without anybody having told it."
  }
];
