import type {Question} from "../../../components/exercise/question.js";
import {timesOf} from "../model/smallCounts.js";

/** What the page “Common mistakes” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "mistakes-leak-predict",
    prompt:
      "A careless add-one model counted “abracadabra” (5 different letters, 11 in all), without context. It divides by 11 + 5 and answers for every letter of the alphabet. What do its probabilities for the 26 letters sum to?",
    range: [0, 4],
    step: 0.05,
    start: 1,
    within: 0.15,
    truth: () => {
      const times = timesOf("abracadabra");
      const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
      return letters.reduce((sum, letter) => sum + ((times.get(letter) ?? 0) + 1) / (11 + times.size), 0);
    },
    why: "The five seen letters have (11 + 5)/16, which is 1 already. Each of the other 21 adds 1/16.",
    solution:
      "Seen letters: their counts sum to 11, plus one each makes 16/16 = 1. Unseen letters: 21 · (0 + 1)/16 = 1.3125. Together 37/16 = 2.3125."
  },
  {
    kind: "choose",
    name: "mistakes-perplexity-choose",
    prompt: "A model of words has perplexity 40 on a test text, one of characters 6. Which is better?",
    options: [
      {
        text: "The one of characters, 6 is less than 40.",
        why: "Less per token, but it has about five times as many tokens to pay for."
      },
      {
        text: "The one of words, for 6 to the power of five is far more than 40.",
        why: "It may be. But a word is not always five characters and a space, and a word model that puts one token for all unknown words pays too little."
      },
      {
        text: "These two numbers can't say; bits per byte of the same text, unknown words paid for, can.",
        right: true,
        why: "Both must encode the same bytes. Then their totals compare, whatever the pieces."
      },
      {
        text: "They are equally good if the vocabularies differ.",
        why: "Nothing says so: perplexities per token of different tokens have no common unit."
      }
    ],
    solution:
      "Multiply bits per token by tokens for the total, add the cost of spelling unknown words, and divide by the bytes of the text."
  },
  {
    kind: "compute",
    name: "mistakes-gain-compute",
    prompt:
      "A model needs 3.0 bits per character on held-out text and 1.0 on its training text. Of the test text 20% was in the training text. What does the test report, in bits per character?",
    answer: () => 3.0 - 0.2 * (3.0 - 1.0),
    unit: "bits",
    hint: "Equation (1): a mixture of 3.0 and 1.0.",
    hints: [
      {value: 0.2 * 3.0 + 0.8 * 1.0, why: "That takes the shares the other way round: only a fifth was leaked."},
      {value: 0.2 * (3.0 - 1.0), why: "That is how much is gained, by equation (2). What is reported is 3.0 less that."}
    ],
    why: "0.8 · 3.0 + 0.2 · 1.0 = 2.6 bits: 0.4 better than the truth.",
    solution: "By equation (1), 0.8 · 3.0 + 0.2 · 1.0 = 2.6. In perplexity it is 6.1 in place of 8."
  }
];
