import type {Question} from "../../../components/exercise/question.js";
import {contextsIn} from "../model/exerciseTruths.js";

/** What a model of order 4 sees of a beginning; ⊢ stands where it begins. */
const seen = (beginning: string): string => `⊢${beginning}`.slice(-4);
const alike = (a: string, b: string) => (): boolean => seen(a) === seen(b);

/** What the page “The language modeling problem” asks. */
export const questions: readonly Question[] = [
  {
    kind: "compute",
    name: "language-models-numbers",
    prompt:
      "A vocabulary of 4 letters and an end token. Each context is exactly 2 letters (leave the beginnings aside). How many free numbers does the model have?",
    answer: () => 4 * 4 * (4 + 1 - 1),
    tolerance: 0.1,
    why: "16 contexts, each with 5 probabilities that sum to one: 16 × 4 = 64.",
    hint: "Count the contexts, then the free numbers in the distribution of each.",
    hints: [
      {
        value: 4 * 4 * 5,
        why: "You counted 5 numbers for each of 16 contexts. They sum to one, so the fifth is not free."
      },
      {value: 4 * 4 * 3, why: "The end can follow, too: 5 outcomes, of which 4 are free."},
      {value: 4 * 4, why: "These are the contexts. Each has a distribution."}
    ],
    solution:
      "There are 4² = 16 contexts. After each, 4 letters or the end can follow: 5 probabilities that sum to one, so 4 are free. 16 × 4 = 64, which is V to the power n + 1, as in equation (6)."
  },
  {
    kind: "choose",
    name: "language-models-same-future",
    prompt: "A character model of order 4. Which two beginnings have the same distribution of the next character?",
    options: [
      {
        text: "“the sea” and “a sea”",
        why: "The last four characters are a space, s, e and a in both, and the model sees no more than these.",
        right: true,
        holds: alike("the sea", "a sea")
      },
      {
        text: "“sea” and “the sea”",
        holds: alike("sea", "the sea"),
        why: "“sea” has three characters, so its context begins with ⊢: the model knows that the text has just begun."
      },
      {
        text: "“the sea” and “the sea ”",
        holds: alike("the sea", "the sea "),
        why: "The space is a character: “sea ” and “ sea” are different contexts."
      },
      {
        text: "“The” and “the”",
        holds: alike("The", "the"),
        why: "A character model knows T and t as two tokens that have nothing in common."
      }
    ],
    solution:
      "Only the last four tokens count. “the sea” and “a sea” both end in space, s, e, a. A beginning that is shorter than the order is padded with ⊢, which makes it a context of its own."
  },
  {
    kind: "predict",
    name: "language-models-contexts",
    prompt: "The opening has about 42,000 characters. How many different contexts of five characters are in it?",
    range: [0, 42000],
    step: 500,
    start: 35000,
    within: 4000,
    truth: async (corpus) => contextsIn(await corpus("opening"), 5),
    why: "Words repeat, so many windows are repetitions even at five characters. But about as many are not: the curve bends slowly, and this text is far too short to reach what English has.",
    solution:
      "The library counts them: summary(countNgrams(…, {order: 5, …})).contexts. Each window is either one seen before or a new one, and in a text of this length about half are seen for the first time: 21,600, more or less."
  }
];
