import type {Question} from "../../../components/exercise/question.js";
import {newShare} from "../model/exerciseTruths.js";
import {timesOf} from "../model/smallCounts.js";

/** Add-one in a context that was met twice, with 90 characters. */
const addOne = (count: number): number => (count + 1) / (2 + 90);

/** What the page “Trade-offs” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "trade-offs-new-predict",
    prompt:
      "We count nine tenths of the State of the Union addresses of five presidents by characters. Of the last tenth, what share of the n-grams of five characters of context and one more is new?",
    range: [0, 100],
    step: 1,
    start: 50,
    unit: "%",
    within: 8,
    truth: async (corpus) => 100 * newShare(await corpus("sotu"), 5),
    why: "About 14%. Six characters in a row are mostly parts of common words, and those repeat. At order 8 it is more than three times as much.",
    solution:
      "The figure has it: choose Five presidents, characters, order 5. Or estimate it from training text alone, by the share of tokens whose n-gram occurs once: equation (3)."
  },
  {
    kind: "choose",
    name: "trade-offs-u-choose",
    prompt: "At order 8, add-one smoothing needs more than twice the bits of Kneser–Ney on the same counts. Why?",
    options: [
      {
        text: "Add-one gives an unseen n-gram probability zero.",
        holds: () => addOne(0) === 0,
        why: "It never does: each count is at least one after adding. Zero is what maximum likelihood gives."
      },
      {
        text: "In a context seen a few times, nearly all of the mass goes to the added ones, spread evenly over the vocabulary.",
        right: true,
        holds: () => 1 - 2 / (2 + 90) > 0.95,
        why: "A context that was met twice has 2 real counts and 90 added ones. The prediction is close to uniform, whatever shorter contexts know."
      },
      {text: "Kneser–Ney counts more n-grams.", why: "Both read the same counts. Only what they make of them differs."},
      {
        text: "Add-one overfits the training text.",
        holds: () => addOne(1) >= 1 / 2, // what maximum likelihood gives to one of two
        why: "It is the other way round: it hardly believes what it has counted. Its training bits are far above those of maximum likelihood."
      }
    ],
    solution:
      "With N = 2 for this context and V = 90, add-one gives an n-gram seen once (1 + 1)/(2 + 90) = 0.022, and each unseen one 0.011. Kneser–Ney takes a discount of about 0.8 from each at order 8, so an n-gram seen once of two keeps 0.2/2 = 0.1 directly, ten times what a uniform guess gives; the other 0.8 goes to the shorter context, which knows a great deal."
  },
  {
    kind: "compute",
    name: "trade-offs-turing-compute",
    prompt:
      "A text of 8 tokens, a b a b a c a d, is counted at order 0. By equation (3), what is the probability that the next token is one that has not occurred?",
    answer: () => {
      const times = [...timesOf("ababacad").values()];
      return times.filter((n) => n === 1).length / "ababacad".length;
    },
    hint: "Which tokens occur exactly once? Divide their number by 8.",
    hints: [
      {value: 2 / 4, why: "Two of four types occur once, but the estimate divides by the tokens, of which there are 8."}
    ],
    why: "c and d occur once: 2 of 8 tokens would have been new if we had left them out.",
    solution: "a occurs four times, b twice, c and d once. n₁ = 2 and N = 8, so the estimate is 2/8 = 0.25."
  }
];
