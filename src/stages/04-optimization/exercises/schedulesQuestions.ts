import type {Question} from "../../../components/exercise/question.js";
import {bestRates, floorOf, meanHeights, tinyBowl} from "../model/noisyBowl.js";

type Kind = "constant" | "linear" | "cosine";

/** How high a schedule ends, without a warm-up; the library’s schedules are loaded for it alone. */
const ended = async (kind: Kind, noise: number): Promise<number> => {
  const {ratesOf} = await import("../model/scheduleKinds.js");
  return meanHeights(tinyBowl(noise), ratesOf({kind, learningRate: 0.1, warmup: 0, totalSteps: 300})).at(-1)!;
};

/** Whether one of the three ends lowest. */
const lowest = async (kind: Kind): Promise<boolean> => {
  const kinds = ["constant", "linear", "cosine"] as const;
  const ends = await Promise.all(kinds.map((each) => ended(each, 0)));
  return kinds[ends.indexOf(Math.min(...ends))] === kind;
};

const half = (learningRate: number, from: number, to: number, at: number): number =>
  (learningRate * (1 + Math.cos((Math.PI * (at - from)) / (to - from)))) / 2;

/** What the page “Learning-rate schedules” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "schedules-floor",
    prompt:
      "A noisy walk with a constant rate of 0.02 hovers at a certain mean height above the lowest point of our bowl. At how many times that height would it hover with the rate 0.002, ten times smaller?",
    range: [0, 1],
    step: 0.01,
    start: 1,
    within: 0.04,
    truth: () => floorOf(tinyBowl(3), 0.002) / floorOf(tinyBowl(3), 0.02),
    why: "At about a tenth: 0.095 times. The height of the floor is nearly in proportion to the rate.",
    solution:
      "Each direction hovers at ησ²/(λ(2 − ηλ)). For small ηλ the bracket is nearly 2, so the floor goes with η. In the steep direction 2 − ηλ is 1.8 with the one rate and 1.98 with the other, which makes it a little less than a tenth."
  },
  {
    kind: "choose",
    name: "schedules-rate",
    prompt:
      "A network is trained for 800 steps, once with a constant rate and once with a rate that falls along half a cosine to zero. Three highest rates are tried: 0.003, 0.01 and 0.03. Which schedule does best with the largest of them?",
    options: [
      {
        text: "The constant one: it keeps its speed to the end.",
        why: "Speed is what it does not need at the end. With 0.03 throughout it hovers far above what it has learned."
      },
      {
        text: "The cosine: the high rate is there only for a while.",
        right: true,
        why: "It gets the way that a high rate makes, and comes to rest after it. Of the three rates the largest is best for it."
      },
      {
        text: "Neither: both are best with the same rate.",
        why: "A falling rate is, in its mean over the run, half of its highest. That alone would shift the best value, and the fall to zero takes away what speaks against high rates."
      }
    ],
    solution:
      "The cosine. When schedules are compared, each needs a search for its own rate; at one rate for both the comparison says what one likes."
  },
  {
    kind: "compute",
    name: "schedules-cosine",
    prompt:
      "A schedule rises in a line from 0 to 0.01 in 100 steps, and then falls along half a cosine to 0 at step 1,000. What is the rate of step 400?",
    answer: () => half(0.01, 100, 1000, 400),
    tolerance: 0.00002,
    hint: "Of the 900 steps of the fall, 300 have passed: a third. The cosine of a third of π is ½.",
    hints: [
      {
        value: half(0.01, 0, 1000, 400),
        tolerance: 0.00002,
        why: "That counts the fall from step 0. It begins when the warm-up has ended."
      },
      {value: 0.01 * (1 - 1 / 3), tolerance: 0.00002, why: "That would be a line."},
      {value: 0.005, tolerance: 0.00002, why: "It is halfway down in the middle of the fall, at step 550."}
    ],
    why: "0.0075: (1 + cos 60°)/2 is three quarters.",
    solution: "(400 − 100)/900 = 1/3, and 0.01 · (1 + cos(π/3))/2 = 0.01 · 0.75 = 0.0075."
  },
  {
    kind: "compute",
    name: "schedules-second",
    prompt:
      "A parabola has the curvature 2, the walk begins at x = 3, and the noise has the variance 36. What is the best rate of the first step, and then of the second? Answer with the second.",
    answer: () => bestRates(2, 3, 6, 2)[1]!,
    tolerance: 0.0005,
    hint: "c = σ²/(λ² m₀) with m₀ = 9. The rate of step k, counted from 0, is 1/(λ (k + 1 + c)).",
    hints: [{value: bestRates(2, 3, 6, 1)[0]!, tolerance: 0.0005, why: "That is the first: 1/(2 · (1 + 1))."}],
    why: "1/6: c is 36/(4 · 9) = 1, so the rates are 1/4, 1/6, 1/8, …",
    solution:
      "c = 36/(4 · 9) = 1. The first rate is 1/(2 · 2) = 1/4 and the second 1/(2 · 3) = 1/6. Check: after the first step 1/m is 1/9 + 4/36 = 2/9, so m = 4.5, and λm/(λ²m + σ²) = 9/(18 + 36) = 1/6."
  },
  {
    kind: "choose",
    name: "schedules-noiseless",
    prompt: "In the figure, set the noise to 0 and keep the highest rate of 0.1. Which of these schedules ends lowest?",
    options: [
      {
        text: "Constant.",
        right: true,
        holds: () => lowest("constant"),
        why: "Without noise there is nothing to come to rest from. Every fall of the rate only makes the shallow direction slower."
      },
      {
        text: "Cosine.",
        holds: () => lowest("cosine"),
        why: "Its mean rate is half of the highest, so it goes half the way."
      },
      {
        text: "Linear.",
        holds: () => lowest("linear"),
        why: "It falls from the first step on, and without noise every fall costs way."
      }
    ],
    solution:
      "The constant rate. So schedules that fall are an answer to noise, and where gradients are exact, as with a whole data set in one batch, they answer nothing. Cosine and line end nearly at the same height, since the sum of their rates is the same."
  }
];
