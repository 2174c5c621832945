import type {Question} from "../../../components/exercise/question.js";
import {log10} from "/lib/index.js";
import {addK} from "/lib/stages/markov.js";
import {contextsIn, impossibleShare} from "../model/exerciseTruths.js";
import {chanceAfter, lineModel} from "../model/smallCounts.js";

/** Whether a product is what a model of a few lines gives to the line “no”. */
const isChanceOfNo = (product: (after: (context: string, token: string) => number) => number) => (): boolean => {
  const {ofLine, after} = lineModel(["no", "on", "noon", "nano", "ox"], 2);
  return Math.abs(product(after) - ofLine("no")) < 1e-9;
};

/** What the page “Exercises” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "exercises-begin-choose",
    prompt:
      "An order-2 model of lines is trained with a begin and an end token. For the line “no”, which probabilities are multiplied?",
    options: [
      {
        text: "P(n) · P(o | n)",
        holds: isChanceOfNo((after) => after("", "n") * after("n", "o")),
        why: "Without borders: the model doesn’t know that the line starts with n, nor that it stops after o."
      },
      {
        text: "P(n | ⊢) · P(o | ⊢n) · P(⊣ | no)",
        right: true,
        holds: isChanceOfNo((after) => after("⊢", "n") * after("⊢n", "o") * after("no", "⊣")),
        why: "Each token under the two before it, as far as there are any, and the end is predicted like any other token."
      },
      {
        text: "P(⊢) · P(n | ⊢) · P(o | ⊢n) · P(⊣ | no)",
        holds: isChanceOfNo((after) => after("", "⊢") * after("⊢", "n") * after("⊢n", "o") * after("no", "⊣")),
        why: "Begin is given, not predicted: every line has it, so it carries no information, and no mass should be spent on it."
      },
      {
        text: "P(n | ⊢) · P(o | n) · P(⊣ | o)",
        holds: isChanceOfNo((after) => after("⊢", "n") * after("n", "o") * after("o", "⊣")),
        why: "That is an order-1 model: here two tokens of context are used once there are two."
      }
    ],
    solution: "Equation (1), with the context starting at begin. Three factors for two letters: the end counts."
  },
  {
    kind: "compute",
    name: "exercises-add-half-compute",
    prompt: "The text is “abacab”. Order 1, add-k with k = 0.5, vocabulary {a, b, c}. What is P(b | a)?",
    answer: () => chanceAfter("abacab", ["a", "b"], addK({k: 0.5})),
    tolerance: 0.002,
    hint: "What followed a? b, c, b: so Nₐ = 3 and c(ab) = 2.",
    hints: [
      {value: chanceAfter("abacab", ["a", "b"]), tolerance: 0.002, why: "That is the estimate without the added half."},
      {value: (2 + 1) / (3 + 3), tolerance: 0.002, why: "That adds 1 to each count; k is a half."}
    ],
    why: "(2 + 0.5)/(3 + 0.5 · 3) = 2.5/4.5.",
    solution: "After a come b, c and b. By equation (2), (2 + 0.5)/(3 + 1.5) = 5/9, or 0.556."
  },
  {
    kind: "predict",
    name: "exercises-contexts-predict",
    prompt:
      "The first 10,000 characters of our Moby-Dick are counted at order 3. In how many different contexts of three characters? (The whole opening has more than four times as much text.)",
    range: [0, 10000],
    step: 100,
    start: 5000,
    within: 700,
    truth: async (corpus) => contextsIn((await corpus("opening")).slice(0, 10_000), 3),
    why: "A quarter of the text has far more than a quarter of the contexts: new ones come fast at first and then slow down, as Heaps’ law says of words.",
    solution:
      "There are about 2,770; the page counts them with countNgrams and summary. Contexts grow roughly as a power of the text’s length below one."
  },
  {
    kind: "choose",
    name: "exercises-audit-choose",
    prompt:
      "A colleague reports: order 8, maximum likelihood, test perplexity 1.9 per character, finite. What is the first thing to ask?",
    options: [
      {
        text: "Which smoothing would make it still better?",
        why: "Finite at order 8 without smoothing means that each n-gram of the test was counted. Ask how that can be."
      },
      {
        text: "Whether the test text was in the training text.",
        right: true,
        holds: async (corpus) => impossibleShare(await corpus("opening"), 8) > 0.5,
        why: "Without smoothing a single new n-gram makes the perplexity infinite, and at order 8 half of honest held-out n-grams are new."
      },
      {text: "Which base the logarithm has.", why: "A good question always, but no base makes infinity finite."},
      {text: "Whether a higher order was tried.", why: "It would look better still, for the same reason."}
    ],
    solution:
      "Maximum likelihood gives zero to what it has not counted. So a finite perplexity says that nothing in the test was new. Either the test text was counted, or unseen tokens were left out of the mean, which is as bad."
  },
  {
    kind: "compute",
    name: "exercises-fill-compute",
    prompt:
      "A vocabulary has 100 characters. What is the highest order at which a text of 50 million characters could, at best, show every context at least once?",
    answer: () => Math.floor(log10(50_000_000) / log10(100)),
    tolerance: 0.01,
    hint: "There are 100 to the power n contexts of order n, and each character of text shows at most one.",
    hints: [{value: 4, tolerance: 0.01, why: "100 to the power 4 is 100 million, more than the text has."}],
    why: "100³ is a million, 100⁴ is a hundred million.",
    solution:
      "At order 3 there are 1,000,000 contexts, at order 4 there are 100,000,000, and the text shows at most 50,000,000. In real text common contexts repeat, so even order 3 is not filled."
  }
];
