import type {Question} from "../../../components/exercise/question.js";
import {heldOut, log, perplexity, surprisal} from "/lib/index.js";
import {measureOrder} from "../model/ordersStage.js";

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

/** The perplexity of two halves of a text together. */
const together = (a: number, b: number): number => perplexity(mean([log(a), log(b)]));
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

const FOUR = [1 / 2, 1 / 4, 1 / 8, 1 / 8];

/** What the page “Perplexity” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "perplexity-add-one",
    prompt:
      "With add-1 smoothing the opening is best known at order 1, with perplexity about 12.5. What is the held-out perplexity at order 6, with a vocabulary of 85?",
    range: [1, 120],
    step: 1,
    start: 10,
    within: 12,
    truth: async (corpus) => perplexity(measureOrder(heldOut(await corpus("opening")), 6, "add-1").validation.nats),
    why: "Most contexts of six characters were seen once or never, and then one count stands against 85 that were added: the guess is nearly uniform.",
    solution:
      "Add-1 gives a context that was seen once, followed by one character, the probability 2/86 for that character and 1/86 for each other one. A context that was never seen is uniform. At order 6 these are most contexts, so the perplexity is about 63, not far from V, although the counts know much more: Kneser–Ney has about 7 with the same counts."
  },
  {
    kind: "choose",
    name: "perplexity-repair",
    prompt:
      "“On one half of the test text the model has perplexity 4, on the other, which is equally long, 16. Perplexity is a mean number of choices, so on the whole it is (4 + 16)/2 = 10.” Where is the fault?",
    options: [
      {
        text: "The means must be weighted by characters.",
        holds: () => !near(0.5 * 4 + 0.5 * 16, mean([4, 16])),
        why: "The halves are equally long, so weights change nothing here."
      },
      {
        text: "It is a geometric mean: surprisals are averaged, and then exponentiated. The answer is 8.",
        right: true,
        holds: () => near(together(4, 16), 8),
        why: "2 bits and 4 bits are 3 bits on average, and two to that power is 8."
      },
      {
        text: "Perplexities of two parts can never be put together.",
        holds: () => !Number.isFinite(together(4, 16)),
        why: "They can, by way of their costs: add the bits of both parts, and divide by all tokens."
      },
      {
        text: "There is no fault.",
        holds: () => near(together(4, 16), mean([4, 16])),
        why: "Ten choices for each token would be log₂ 10 = 3.32 bits. But half of the tokens cost 2 bits and half cost 4, which is 3 on average."
      }
    ],
    solution:
      "Perplexity is 2 to the mean bits per token. Mean bits: (2 + 4)/2 = 3, so 8. It is always below the arithmetic mean unless both are equal."
  },
  {
    kind: "compute",
    name: "perplexity-by-hand",
    prompt: "A model gives four tokens the probabilities 1/2, 1/4, 1/8 and 1/8. What is its perplexity?",
    answer: () => perplexity(mean(FOUR.map(surprisal))),
    hint: "Add the surprisals in bits, divide by four, and raise 2 to that power.",
    hints: [
      {
        value: mean([2, 4, 8, 8]),
        tolerance: 0.01,
        why: "That is the arithmetic mean of 2, 4, 8 and 8. Perplexity is their geometric mean."
      },
      {
        value: 1 / mean(FOUR),
        tolerance: 0.01,
        why: "That is one over the mean probability. Average logarithms, not probabilities."
      },
      {
        value: (1 + 2 + 3 + 3) / 4,
        tolerance: 0.01,
        why: "That is the cross-entropy in bits per token. Raise 2 to this power."
      },
      {value: 2 * 4 * 8 * 8, tolerance: 1, why: "That is one over the probability of all four. Take the fourth root."}
    ],
    why: "The surprisals are 1, 2, 3 and 3 bits; their mean is 2.25, and two to that power is 4.76.",
    solution:
      "−log₂ of the probabilities: 1 + 2 + 3 + 3 = 9 bits for four tokens, 2.25 bits each. 2 to the power 2.25 is 4.757. The same from the product: 1/512, and the fourth root of 512 is 4.757."
  }
];
