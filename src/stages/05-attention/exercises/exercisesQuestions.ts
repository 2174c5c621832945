import type {Question} from "../../../components/exercise/question.js";

/** The sharpness that gives one of n keys this weight, when all others have the score 0. */
const sharpness = (n: number, weight: number): number => Math.log((weight * (n - 1)) / (1 - weight));

/** What the page of exercises of attention asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "stage5-which-needs-two",
    prompt:
      "A transformer with one head in each layer and positions by rotation is to say a word once more. Which of these lines can a single layer learn to continue without error?",
    options: [
      {
        text: "abcdef=abcdef, all words of six letters.",
        right: true,
        why: "What is to be said next always stands six places back. One head that looks at one distance is enough."
      },
      {
        text: "abcdabcd, words of any length, with nothing between.",
        why: "The distance differs from word to word. One must find where the present letter stood before, and then say what came after it: two steps, and the second needs the result of the first."
      },
      {
        text: "Both of them.",
        why: "Look at what a key knows in the first layer: its own letter and its place, and not what stands before it."
      }
    ],
    solution:
      "Only the first. Change “Layers” in the figure: a single layer says all of the fixed words rightly, and less than half of the others."
  },
  {
    kind: "predict",
    name: "stage5-softly",
    prompt:
      "In the second part of the mini-project a head asks for the place before its own, with a query of length 100. Eight places are seen, and d is 8. If it asked ten times more softly, with a length of 10, what weight would the wanted place get?",
    range: [0, 1],
    step: 0.01,
    start: 0.5,
    truth: () => Math.exp(10 / Math.sqrt(8)) / (Math.exp(10 / Math.sqrt(8)) + 7),
    within: 0.06,
    why: "The score is 10/√8 = 3.54, and e to it is 34, beside seven ones.",
    solution:
      "34.3 / (34.3 + 7) = 0.83. To look at one thing alone, a head must ask for it loudly, and trained heads have learned to."
  },
  {
    kind: "compute",
    name: "stage5-sharpness",
    prompt: "One of 1,000 keys is to get the weight 0.99, and all others have the score 0. Which score does it need?",
    answer: () => sharpness(1000, 0.99),
    tolerance: 0.05,
    hint: "e to s against e to s and 999 ones: s = ln(99 · 999).",
    hints: [
      {value: Math.log(99), tolerance: 0.05, why: "That is against a single other key. There are 999."},
      {value: Math.log(999), tolerance: 0.05, why: "That gives the weight 0.5."}
    ],
    why: "ln(99 · 999) = ln 98,901 = 11.5.",
    solution: "ln 98,901 = 11.5. It grows with the logarithm of the length: ten times as many keys cost 2.3 more."
  },
  {
    kind: "compute",
    name: "stage5-looks",
    prompt:
      "A model has 4 layers with 4 heads each, and reads 96 tokens under a causal mask. How many weights does it compute?",
    answer: () => (4 * 4 * 96 * 97) / 2,
    tolerance: 0.001,
    hint: "Each head has 1 + 2 + … + 96 of them.",
    hints: [
      {value: 16 * 96 * 96, tolerance: 0.001, why: "That is without a mask."},
      {value: (96 * 97) / 2, tolerance: 0.001, why: "That is one head. There are sixteen."}
    ],
    why: "16 · 96 · 97 / 2 = 74,496.",
    solution: "16 · 4,656 = 74,496."
  },
  {
    kind: "choose",
    name: "stage5-mask-clock",
    prompt:
      "A model has no positions of any kind, but a causal mask. Can a head find out how far it is from the beginning?",
    options: [
      {
        text: "Yes: if it looks everywhere alike, the first token’s share is 1/i at place i.",
        right: true,
        why: "The mask treats places differently, so what is seen depends on the place. With a begin token, its share is a clock."
      },
      {
        text: "No: attention without positions does not depend on order.",
        why: "That is true without a mask. A mask is a knowledge of order."
      },
      {
        text: "Only if the text has no letter twice.",
        why: "The begin token comes once in any text, and that is enough."
      }
    ],
    solution:
      "Yes. That is why models without any positions learn more than one would think, as long as they are causal."
  }
];
