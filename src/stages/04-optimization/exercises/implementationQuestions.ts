import type {Question} from "../../../components/exercise/question.js";
import type {Scaling} from "../model/stepPartNames.js";

const cost = async (scaling: Scaling) => {
  const {costOf, programOf} = await import("../model/stepParts.js");
  return costOf(programOf({clip: false, before: false, scaling, after: false}));
};

const cheapest = async (scaling: Scaling): Promise<boolean> => {
  const among = ["momentum", "RMSProp", "Adam"] as const;
  const all = await Promise.all(among.map(async (each) => (await cost(each)).apart));
  return among[all.indexOf(Math.min(...all))] === scaling;
};

/** What the page “Implementation” of optimization asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "implementation-moved",
    prompt:
      "A step of Adam needs, for each parameter, its gradient, itself and two means, and leaves itself and two means: 7 numbers. If every product, sum, root and quotient on the way is a kernel of its own, which reads its operands from memory and writes its result there, how many numbers are moved for each parameter?",
    range: [7, 60],
    step: 1,
    start: 10,
    within: 6,
    truth: async () => (await cost("Adam")).apart,
    why: "It is 33, nearly five times as many. Fourteen operations, each with one or two operands and a result.",
    solution:
      "Two products and a sum for the first mean; three products and a sum for the second; two corrections, a root, the sum with ε, a quotient; the rate and the last sum. In a single loop all results but three stay in registers."
  },
  {
    kind: "compute",
    name: "implementation-checkpoint",
    prompt:
      "A model with 1,000,000 parameters in float32 is trained by AdamW. How many megabytes (10⁶ bytes) does a checkpoint need at least, so that the run can be resumed to the bit?",
    answer: () => (4 * 1_000_000 * 3) / 1e6,
    tolerance: 0.05,
    hint: "Parameters and both means, four bytes each. The step’s number weighs nothing.",
    hints: [
      {
        value: 4,
        tolerance: 0.05,
        why: "That is the weights alone. With them the run goes on, but with means that begin anew."
      },
      {
        value: 16,
        tolerance: 0.05,
        why: "Gradients need not be saved: the next step computes its own from the batch."
      }
    ],
    why: "12 megabytes: the weights and two means.",
    solution:
      "3 · 4 · 1,000,000 = 12,000,000 bytes. Gradients are made anew, and the batch of a step is a function of its number."
  },
  {
    kind: "choose",
    name: "implementation-order",
    prompt: "Which of these chains is AdamW?",
    options: [
      {
        text: "scaleByAdam, addDecayedWeights, scaleByLearningRate",
        right: true,
        why: "The decay is added to what Adam has made of the gradient, and both are multiplied by the rate."
      },
      {
        text: "addDecayedWeights, scaleByAdam, scaleByLearningRate",
        why: "That is Adam with L2: the decay is divided along with the gradient."
      },
      {
        text: "scaleByAdam, scaleByLearningRate, addDecayedWeights",
        why: "The last part adds decay times the weight to a step that is already negative, so the weights would grow, and by a part that no rate makes smaller."
      }
    ],
    solution: "Adam first, then the decay, then the rate with its minus sign. A chain’s order is its meaning."
  },
  {
    kind: "choose",
    name: "implementation-cheapest",
    prompt:
      "In the figure, without clipping and decay: which scaling moves the fewest numbers, if each line is a kernel?",
    options: [
      {
        text: "Momentum.",
        right: true,
        holds: () => cheapest("momentum"),
        why: "Two lines for the velocity and two for the step. There is no root and no quotient."
      },
      {
        text: "RMSProp.",
        holds: () => cheapest("RMSProp"),
        why: "Its mean of squares alone takes four lines."
      },
      {
        text: "Adam.",
        holds: () => cheapest("Adam"),
        why: "It has two means and two corrections, and is the longest of the list."
      }
    ],
    solution:
      "Momentum, with 10. In one loop it moves 5, as many as AdaGrad, RMSProp and Lion, since they all keep one number."
  }
];
