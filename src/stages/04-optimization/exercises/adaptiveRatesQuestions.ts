import type {Question} from "../../../components/exercise/question.js";
import {adaptiveStep, nothing, stepsOf, streamOf, type Remembers} from "../model/adaptiveStep.js";

const usual: Remembers = {b1: 0.9, b2: 0.999};

/** The mean step of Adam for the noisy row, when its means have settled. */
const settled = (): number => {
  const steps = stepsOf("Adam", usual, streamOf("noisy", 1, 2000)).slice(1000);
  return steps.reduce((sum, each) => sum + each, 0) / steps.length;
};

/** Where AdaGrad is after three steps of rate 1 on ½ x² from 2. */
const third = (): number => {
  let [x, memory] = [2, nothing];
  for (let step = 0; step < 3; step++) {
    const [moved, next] = adaptiveStep("AdaGrad", usual, memory, x);
    [x, memory] = [x - moved, next];
  }
  return x;
};

/** Whether a method ends more than a hundred times higher when a bowl of κ = 1000 is turned by 45 degrees. */
const spoiled = async (method: "momentum" | "Adam" | "gradient descent"): Promise<boolean> => {
  const {bestTurned} = await import("../model/turnedBowl.js");
  const at = (angle: number): number => bestTurned({kappa: 1000, angle}, method).height;
  return at(45) > 100 * at(0);
};

const first = (b1: number, b2: number): number => stepsOf("Adam, uncorrected", {b1, b2}, [1])[0]!;

/** What the page “Adaptive rates” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "adaptive-noisy",
    prompt:
      "A number’s gradient is 4 in one step and −2 in the next, and so on: 1 in the mean. When Adam’s two means have settled, how far does it move in a step, in the mean, in units of the learning rate?",
    range: [0, 1],
    step: 0.01,
    start: 1,
    within: 0.05,
    truth: settled,
    why: "By 0.32 of the rate. The mean of the gradients is 1, and the root of the mean of their squares is √10.",
    solution:
      "The squares are 16 and 4, 10 in the mean. So each step is about 1/√10 of the rate: the noise shortens it."
  },
  {
    kind: "choose",
    name: "adaptive-rows",
    prompt:
      "A network learns names by plain gradient descent. The letter e comes a hundred times as often as q. How far does the row of q in the embedding go, beside that of e?",
    options: [
      {
        text: "About as far: both must get to where they are useful.",
        why: "They would, with time. But a row moves only when its letter is in the batch, and it moves by the one rate."
      },
      {
        text: "A small part of the way of e.",
        right: true,
        why: "Fewer gradients at the same rate. Its row is still nearly where it was drawn."
      },
      {
        text: "Further, since its gradients are larger.",
        why: "In a batch where q is, its gradient is about as large as that of one e. It is only there seldom."
      }
    ],
    solution:
      "It is left behind, by a factor of more than ten in the measured run. AdaGrad and Adam divide by what each row has seen, and so give the rare ones longer steps."
  },
  {
    kind: "choose",
    name: "adaptive-decay",
    prompt:
      "Adam has the decay λx in its gradient. Two weights are equally large; the gradients of one are about 10 in size, those of the other about 0.1. Which loses more of itself in a step by decay?",
    options: [
      {
        text: "Both lose the same part.",
        why: "So it is in AdamW, where the decay is beside the gradient. Here it is divided like the gradient."
      },
      {
        text: "The one with the large gradients.",
        why: "Its pull is divided by 10, since all that is in the gradient is."
      },
      {
        text: "The one with the small gradients.",
        right: true,
        why: "Its pull is divided by a tenth, so it is a hundred times as strong as that of the other."
      }
    ],
    solution:
      "The one with the small gradients, by a factor of a hundred. Whoever wants decay to mean the same for all weights puts it beside the gradient."
  },
  {
    kind: "compute",
    name: "adaptive-third",
    prompt: "AdaGrad walks down ½ x² from x = 2 with a rate of 1. Where is it after three steps?",
    answer: third,
    tolerance: 0.002,
    hint: "The slope is x itself. The first step is 1, to x = 1. The second divides by √(4 + 1).",
    hints: [
      {
        value: 1 - 1 / Math.sqrt(5),
        tolerance: 0.002,
        why: "That is after two steps. The third divides by √(5 + 0.553²)."
      },
      {value: -1, tolerance: 0.002, why: "That would be steps of 1, as with the sign. The sum makes them shorter."}
    ],
    why: "At 0.313: steps of 1, 0.447 and 0.240.",
    solution:
      "To 1. Then 1/√5 = 0.447, to 0.553. Then the sum is 5.306, its root 2.303, and 0.553/2.303 = 0.240, to 0.313."
  },
  {
    kind: "compute",
    name: "adaptive-uncorrected",
    prompt:
      "Adam with β₁ = 0.9 and β₂ = 0.99, without the correction of its means. How long is its very first step, in units of the learning rate?",
    answer: () => first(0.9, 0.99),
    tolerance: 0.005,
    hint: "m is 0.1 g, and v is 0.01 g². Take the root.",
    hints: [
      {
        value: first(0.9, 0.999),
        tolerance: 0.01,
        why: "That is with β₂ = 0.999. Here v takes up a hundredth of the square."
      },
      {value: 10, tolerance: 0.01, why: "The root is missing: v is a mean of squares."}
    ],
    why: "Exactly 1: 0.1 g over the root of 0.01 g². It depends on the two numbers, and with 0.999 it would be 3.16.",
    solution:
      "0.1/√0.01 = 0.1/0.1 = 1. In the next steps both means fill up at their own paces, and the steps become longer than that."
  },
  {
    kind: "choose",
    name: "adaptive-turn",
    prompt:
      "In the figure of the turned bowl choose κ = 1000 and turn it to 45°. Which of these ends more than a hundred times as high as before the turn?",
    options: [
      {
        text: "Adam.",
        right: true,
        holds: () => spoiled("Adam"),
        why: "It divided each axis by its own steepness. Turned by 45 degrees, both axes are equally steep."
      },
      {
        text: "Momentum.",
        holds: () => spoiled("momentum"),
        why: "It has no axes: its walk is turned along with the bowl."
      },
      {
        text: "Gradient descent.",
        holds: () => spoiled("gradient descent"),
        why: "Its step is a number times the gradient, whatever the axes. It is as slow as before, but not slower."
      }
    ],
    solution: "Only Adam, and AdaGrad with it. What divides number by number depends on what the numbers are."
  }
];
