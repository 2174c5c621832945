import type {Question} from "../../../components/exercise/question.js";
import {looks, reach, rowsOfWork} from "../model/masks.js";
import {tinyAttention} from "../model/tiny.js";

/** What the page “Masks and the cache” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "masking-leak",
    prompt:
      "A model is trained to predict every letter from those before it, but its mask was forgotten. What does its training loss do?",
    options: [
      {
        text: "It falls to nearly 0: each place simply looks at the next letter.",
        right: true,
        why: "The answer stands one place further on, and attention finds it. On text that it must write itself there is no next letter, and the model is lost."
      },
      {
        text: "It falls as usual: letters that come later say little about the next one.",
        why: "The next letter itself is among them."
      },
      {
        text: "It stays at the logarithm of the vocabulary.",
        why: "That would be so if it could not learn. It learns all too well."
      }
    ],
    solution:
      "A loss that is too good is a leak until the opposite is proved. Causality can be tested in bits: change a letter, and no prediction before it may change."
  },
  {
    kind: "compute",
    name: "masking-second",
    prompt:
      "In the tiny example with a causal mask, the second token’s scores are 1/√2 with the first token and 0 with itself. What weight does it give to the first?",
    answer: () => tinyAttention({causal: true}).weights[1][0],
    tolerance: 0.005,
    hint: "Only two tokens are seen: e to 0.707 against e to 0.707 plus e to 0.",
    hints: [
      {
        value: tinyAttention().weights[1][0],
        tolerance: 0.005,
        why: "That is without a mask: the third token must have no share."
      },
      {value: 0.5, tolerance: 0.005, why: "The scores differ."}
    ],
    why: "e^0.707 = 2.028, and 2.028 / (2.028 + 1) = 0.67.",
    solution:
      "2.028 / 3.028 = 0.67. Hiding the third token shares its weight out between the two others, in proportion."
  },
  {
    kind: "compute",
    name: "masking-looks",
    prompt: "How many looks does a causal mask allow in a text of 100 tokens?",
    answer: () => looks("causal", 100, {window: 0, prefix: 0}),
    tolerance: 0.001,
    hint: "1 + 2 + 3 + … + 100.",
    hints: [
      {value: 10000, tolerance: 0.001, why: "That is without a mask."},
      {value: 4950, tolerance: 0.001, why: "Each token sees itself too."}
    ],
    why: "100 · 101 / 2 = 5050.",
    solution: "100 · 101 / 2 = 5,050: a little more than half of 10,000."
  },
  {
    kind: "choose",
    name: "masking-window",
    prompt:
      "Every layer has a window of 5, so a letter sees itself and four before it. Of how many letters before it can it hear through 3 layers?",
    options: [
      {
        text: "12: four more with each layer.",
        right: true,
        holds: () => Promise.resolve(20 - reach("window", 20, 3, {window: 5, prefix: 0}) === 12),
        why: "What stands four letters back has itself heard of what stands four letters before it."
      },
      {
        text: "4: that is what the window is for.",
        holds: () => Promise.resolve(20 - reach("window", 20, 3, {window: 5, prefix: 0}) === 4),
        why: "So it is in one layer. The next layer reads what the first one brought."
      },
      {
        text: "15: five more with each layer.",
        holds: () => Promise.resolve(20 - reach("window", 20, 3, {window: 5, prefix: 0}) === 15),
        why: "The window of five has the letter itself in it, so each layer reaches four further."
      }
    ],
    solution:
      "With windows of w, L layers reach L · (w − 1) letters back: 3 · 4 = 12. Mistral’s 32 layers with windows of 4,096 reach 131,040 tokens back."
  },
  {
    kind: "predict",
    name: "masking-saved",
    prompt:
      "A prompt of 100 tokens is read, and 400 are written after it. Each layer must work on a row for each token that is read. By what factor is it fewer rows with a cache than when the whole text is read anew for each token?",
    range: [0, 500],
    step: 5,
    start: 20,
    unit: "times",
    truth: () => {
      const {cached, anew} = rowsOfWork(100, 400);
      return anew / cached;
    },
    within: 30,
    why: "Anew, the text has 100, then 101, up to 499 rows: about 300 on the mean, 400 times. With a cache it is one row a token.",
    solution: "119,800 rows against 499: 240 times fewer. And the longer the text, the larger the factor."
  }
];
