import type {Question, ReadCorpus, ReadFacts} from "../../../components/exercise/question.js";
import {bubble, pipeline} from "../model/pipeline.js";
import {ringBytes} from "../model/ring.js";
import {amdahl} from "../model/speedup.js";
import {bestStretches, expectedBytes} from "../model/stretches.js";
import {machineHours, MACHINES, trainingFlops} from "../model/trainingBill.js";

const chain = {layers: 36, inside: 1, between: 1, rest: 0} as const;
const enough = (micros: number): boolean => bubble(4, micros) < 0.2 && bubble(4, micros - 1) >= 0.2;

/** Whether float16 rounds the largest share of a part’s slopes to 0, of all parts of the page. */
const lostMost =
  (share: string) =>
  async (_: ReadCorpus, facts: ReadFacts): Promise<boolean> => {
    const measured = await facts("transformer.trainingAtScale");
    return measured[share] === measured["lostMost"];
  };

/** What the page “Training at scale” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "scale-states",
    prompt:
      "Llama 2 7B has 6.74 billion parameters. How many GB do its parameters, their gradients and AdamW’s two means take in float32, before there is a single activation?",
    range: [10, 200],
    step: 1,
    start: 27,
    unit: "GB",
    truth: () => (16 * 6.738415616e9) / 1e9,
    within: 12,
    why: "Four numbers for each parameter, of four bytes each.",
    solution:
      "16 bytes for each parameter: 107.8 GB, where the weights alone are 27. Training needs four times the model before it reads a word."
  },
  {
    kind: "choose",
    name: "scale-first-lost",
    prompt:
      "A transformer’s loss is a mean over 1,024 letters. Of which slopes does float16 round the largest share to 0?",
    options: [
      {
        text: "Those of the loss by the logits.",
        right: true,
        holds: lostMost("lostLogits"),
        why: "Each is a probability less 1 or 0, divided by the number of letters, and most probabilities are tiny."
      },
      {
        text: "Those by the weights of attention.",
        holds: lostMost("lostAttention"),
        why: "A weight is used by all letters, and its slope is a sum over all of them: that makes up for the division."
      },
      {
        text: "Those by the norms’ weights.",
        holds: lostMost("lostNorms"),
        why: "They are used by all letters, too, and are among the larger ones."
      }
    ],
    solution:
      "Slopes by weights are sums over all letters, and hardly depend on how many there are. Slopes by what is computed of one letter are divided by their number, and become smaller with every larger batch."
  },
  {
    kind: "predict",
    name: "scale-bubble",
    prompt:
      "A model is cut into 8 stages on 8 machines, and a batch into 8 micro-batches. Which share of its time does each machine wait?",
    range: [0, 100],
    step: 1,
    start: 13,
    unit: "%",
    truth: () => 100 * pipeline("all forward first", 8, 8).idle,
    within: 6,
    why: "The last stage has nothing to do until the first micro-batch has come through seven others, and on the way back it is the first stage that waits.",
    solution:
      "7/(8 + 7) = 46.7%. Eight machines do the work of little more than four. With 32 micro-batches it would be 7/39, which is 17.9%."
  },
  {
    kind: "compute",
    name: "scale-ring",
    prompt:
      "Four machines train on parts of a batch. Their gradients have 2 GB. How many GB does each of them send in an all-reduce on a ring?",
    answer: () => ringBytes(4, 2),
    tolerance: 0.01,
    unit: "GB",
    hint: "Each sends 2(p − 1) pieces, and a piece is a p-th of the gradients.",
    hints: [
      {value: 1.5, why: "That is one time round. Finished sums must go round once more."},
      {value: 6, why: "That would be if each sent all it has to each of the others."}
    ],
    why: "2 · 3 pieces of half a GB are 3 GB.",
    solution: "2 · 3/4 · 2 = 3 GB. However many machines there are, it is never more than twice the gradients, 4 GB."
  },
  {
    kind: "compute",
    name: "scale-amdahl",
    prompt: "Nine tenths of a step can be divided among machines. How many times as fast are 9 of them?",
    answer: () => amdahl(0.9, 9),
    tolerance: 0.02,
    hint: "The tenth that cannot be divided takes as long as before; the rest a ninth.",
    hints: [
      {value: 8.1, tolerance: 0.05, why: "Shares of time add, and not speeds: 0.1 + 0.9/9."},
      {value: 10, tolerance: 0.05, why: "That is what infinitely many would reach."}
    ],
    why: "1/(0.1 + 0.1) = 5.",
    solution:
      "The time is 0.1 + 0.9/9 = 0.2 of what it was, so it is 5 times as fast. Four of the nine machines are wasted."
  },
  {
    kind: "compute",
    name: "scale-stretches",
    prompt:
      "A chain of 36 layers, in which the inside of a layer takes as much memory as what lies between two. It is run in the best number of stretches. How many units does it take, where one is what lies between two layers?",
    answer: () => expectedBytes(chain, bestStretches(chain)),
    tolerance: 0.1,
    hint: "k stretches keep k units between them, and 36/k inside of the one that is computed again.",
    hints: [
      {value: 6, why: "That is the number of stretches; inside of one there are as many units again."},
      {value: 36, why: "That is what is kept if nothing is forgotten."}
    ],
    why: "6 stretches: 6 units between them and 6 inside of one, 12.",
    solution:
      "k + 36/k is least where both terms are equal, at 6 stretches, where it is 12: a third of 36. And 2√L in general."
  },
  {
    kind: "compute",
    name: "scale-hours",
    prompt:
      "A model of a billion parameters is to learn from 20 billion tokens. How many hours does one A100 need, whose peak is 312 · 10¹² operations a second, at 40% of it?",
    answer: () => machineHours(trainingFlops(1e9, 20e9), MACHINES.a100.peak, 0.4),
    tolerance: 4,
    unit: "hours",
    hint: "Six operations for each parameter and token; divide by 0.4 of the peak, and by 3,600 seconds.",
    hints: [
      {value: 89, tolerance: 2, why: "That counts two operations; the way back has four more."},
      {value: 107, tolerance: 2, why: "That is at the whole peak, which nobody reaches."}
    ],
    why: "1.2 · 10²⁰ operations at 1.248 · 10¹⁴ a second: 961,538 seconds, 267 hours.",
    solution:
      "6 · 10⁹ · 20 · 10⁹ = 1.2 · 10²⁰. At 40% that is 961,538 seconds, or 267 hours, eleven days of one machine."
  },
  {
    kind: "choose",
    name: "scale-steer",
    prompt:
      "In the figure of the pipeline, take 4 workers. From how many micro-batches on does each wait for less than a fifth of its time?",
    options: [
      {
        text: "13",
        right: true,
        holds: () => enough(13),
        why: "3/(13 + 3) is 18.75%, and 3/(12 + 3) is just 20%."
      },
      {text: "5", holds: () => enough(5), why: "At 5 it is 3/8, which is more than a third."},
      {text: "16", holds: () => enough(16), why: "At 16 it is less than a fifth, but not for the first time."}
    ],
    solution: "3/(m + 3) < 1/5 if m + 3 > 15: from 13 micro-batches on."
  },
  {
    kind: "choose",
    name: "scale-which",
    prompt:
      "A model’s weights fit on one machine, with all that training keeps of them. A batch does not. Which is the simplest way to train it on eight machines?",
    options: [
      {
        text: "Each has the whole model and an eighth of the batch, and gradients are summed.",
        right: true,
        why: "One exchange for each step, and the code of the model stays as it was."
      },
      {
        text: "Each has an eighth of the columns of every matrix.",
        why: "That is for layers that do not fit. It exchanges activations in each layer, so it needs machines that are close together."
      },
      {
        text: "Each has an eighth of the layers.",
        why: "That leaves a bubble, and is for models whose weights do not fit."
      }
    ],
    solution:
      "Data parallelism comes first, since it changes nothing in the model and exchanges once a step. One cuts the model only when it does not fit."
  }
];
