import type {Question} from "../../../components/exercise/question.js";
import {axesOf} from "../model/axes.js";

const kind = (a: number, b: number, d: number) => {
  const [most, least] = axesOf([
    [a, b],
    [b, d]
  ]);
  return [most.curvature, least.curvature] as const;
};

/** Where x² − 10 cos 2πx stops bending up: 2 + 40 π² cos 2πx = 0, for the first x above 0. */
const turns = Math.acos(-2 / (40 * Math.PI ** 2)) / (2 * Math.PI);

/** What the page “The shape of a loss” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "problem-valley",
    prompt:
      "At the lowest point of Rosenbrock’s valley, how many times more does the ground bend across the valley than along it? Answer as a power of ten: 2 means a hundred times.",
    range: [0, 5],
    step: 0.5,
    start: 1,
    within: 0.5,
    truth: () => {
      const [most, least] = kind(802, -400, 200); // second derivatives of (1 − x)² + 100 (y − x²)² at (1, 1)
      return Math.log10(most / least);
    },
    why: "About 2,500 times, 10 to the power 3.4: the curvatures are 1001.6 and 0.4.",
    solution:
      "The second derivatives at (1, 1) are 2 + 1200 x² − 400 y = 802, −400 x = −400 and 200. The eigenvalues of that matrix are 501 ± √(301² + 400²), which is 1001.6 and 0.4."
  },
  {
    kind: "choose",
    name: "problem-nearer",
    prompt:
      "Descent begins 10⁻⁴ away from the ridge of a saddle and needs about 48 steps to leave it. How many does it need from 10⁻⁸, ten thousand times nearer?",
    options: [
      {
        text: "About 480,000: ten thousand times as many.",
        why: "That would be so if it moved by the same amount in each step. It moves by the same share."
      },
      {
        text: "About 100: twice as many.",
        right: true,
        why: "Each step multiplies the distance by 1.2. From 10⁻⁸ to 10⁻⁴ takes ln(10⁴)/ln 1.2 ≈ 51 steps, and then the first walk follows."
      },
      {
        text: "It never leaves: that near the gradient is zero.",
        why: "It is small and not zero, and it grows with the distance."
      }
    ],
    solution:
      "About 51 steps more, 98 in all. Growth by a factor per step makes a start’s distance count only by its logarithm."
  },
  {
    kind: "predict",
    name: "problem-coins",
    prompt:
      "At a place of gradient zero, suppose that a coin decides the sign of each curvature. With 10 directions, at how many of 10,000 such places do all curvatures bend up?",
    range: [0, 1000],
    step: 5,
    start: 500,
    within: 10,
    truth: () => 10_000 / 2 ** 10,
    why: "About 10: one in 1,024. With 300 directions it would be one in 10 to the power 90.",
    solution:
      "Each of the ten must come up right: ½ to the power 10 is 1/1024. So if signs were coins there would be practically nothing but saddles in many dimensions. Signs of a real loss are no coins, as the figure shows, and training leads where more of them point up."
  },
  {
    kind: "choose",
    name: "problem-kind",
    prompt: "The gradient is zero, and the second derivatives are f_xx = 2, f_yy = 2 and f_xy = 3. What is this place?",
    options: [
      {
        text: "A minimum: both second derivatives are positive.",
        holds: () => kind(2, 3, 2)[1] > 0,
        why: "Along the axes it bends up. But in the direction (1, −1)/√2 the curvature is ½ (2 − 3 − 3 + 2) = −1."
      },
      {
        text: "A saddle.",
        right: true,
        holds: () => {
          const [most, least] = kind(2, 3, 2);
          return most > 0 && least < 0;
        },
        why: "The eigenvalues are 2 + 3 = 5 and 2 − 3 = −1."
      },
      {
        text: "A maximum.",
        holds: () => kind(2, 3, 2)[0] < 0,
        why: "Along the first axis it bends up, so it cannot be."
      }
    ],
    solution:
      "The eigenvalues of ((2, 3), (3, 2)) are 5, along (1, 1), and −1, along (1, −1): a saddle. Second derivatives along the axes alone do not tell, because the mixed one may be larger."
  },
  {
    kind: "compute",
    name: "problem-direction",
    prompt:
      "On the bowl ½ (x² + 10 y²), what is the curvature in the direction of its own gradient at (10, 1)? And then in that at (1, 1)? Answer with the second.",
    answer: () => (1 + 10 * 100) / 101,
    tolerance: 0.01,
    hint: "The gradient at (1, 1) is (1, 10). Make it a vector of length 1, and weigh 1 and 10 by the squares of its parts.",
    hints: [
      {value: 5.5, tolerance: 0.01, why: "That is the first of the two: at (10, 1) the gradient is (10, 10)."},
      {value: 1001, tolerance: 1, why: "That is gᵀHg; divide by the squared length of g, 101."},
      {value: 91 / 11, tolerance: 0.01, why: "That weighs by the parts, and not by their squares."}
    ],
    why: "1001/101, about 9.91: the gradient looks mostly in the steep direction.",
    solution:
      "gᵀHg/gᵀg = (1 · 1² + 10 · 10²)/(1² + 10²) = 1001/101 ≈ 9.91. Gradients lean towards steep directions, so that a step against them feels nearly the largest curvature. That is why the rate is limited by it."
  },
  {
    kind: "compute",
    name: "problem-steer",
    prompt:
      "In the first figure choose Rastrigin’s egg box, set y to 0, and move x up from 0. At which x, on the slider’s marks, is the place no longer a bowl for the first time?",
    answer: () => Math.ceil(turns / 0.05) * 0.05,
    tolerance: 0.01,
    hint: "Watch the sentence under the figure, or the smaller of the two curvatures.",
    hints: [
      {
        value: 0.25,
        tolerance: 0.001,
        why: "At 0.25 the curvature in x is 2: the cosine is 0 there, and x² still bends up a little."
      },
      {value: 0.5, tolerance: 0.001, why: "That is the top of the hump; the ground stops bending up before it."}
    ],
    why: "At 0.3: the curvature 2 + 40 π² cos 2πx changes its sign just above a quarter.",
    solution:
      "The second derivative in x is 2 + 40 π² cos 2πx. It is zero where cos 2πx = −2/(40π²) ≈ −0.005, at x ≈ 0.251. The next mark of the slider is 0.3, where it is about −120, while in y it is 397: a saddle."
  }
];
