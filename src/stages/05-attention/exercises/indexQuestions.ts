import type {Question} from "../../../components/exercise/question.js";
import {tinyAttention} from "../model/tiny.js";

/** What the page “Attention” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "attention-without-positions",
    prompt:
      "The model below reads “The whale, the white whale, the wh” with a loss of about 0.7 nats a letter. Now it is not told where letters stand: every head sees the same letters, and nothing of their order. What becomes of the loss on the sentence?",
    options: [
      {
        text: "About 2.4 nats: what pairs of letters know.",
        right: true,
        why: "Each letter still knows itself. But heads that looked for the letter before can no longer find it, because nothing tells before from long ago."
      },
      {
        text: "About 1 nat: letters matter, and their order a little.",
        why: "In a language of letters nearly everything is order: “the” and “het” have the same letters."
      },
      {
        text: "About 4.5 nats: it knows nothing any more.",
        why: "That would be the loss of one who guesses evenly among 90 signs. The letter itself is still known, and what tends to follow it."
      }
    ],
    solution:
      "About 2.4 nats. The model was trained with positions and leans on them; one that was trained without would do a little better, but it would still see a bag of letters."
  },
  {
    kind: "choose",
    name: "attention-which-head",
    prompt:
      "One of the sixteen heads is silenced: what it says is replaced by zeros. For which of them does the loss on the sentence grow most?",
    options: [
      {
        text: "For one in the first layer: most others hardly matter on this sentence.",
        right: true,
        why: "All later layers build on what this head brings, and no other head brings the same. Many of the others double each other."
      },
      {
        text: "For all of them about equally: each has a sixteenth of the work.",
        why: "Nobody told the heads to share evenly. Some carry much, many carry little."
      },
      {
        text: "For one in the last layer, since it is nearest to the answer.",
        why: "The last layer can only move what is still missing. What earlier layers brought is used by all that come after."
      }
    ],
    solution:
      "Silence them one by one in the figure. The head that is missed most is in the first layer, and without it the loss is half as large again."
  },
  {
    kind: "compute",
    name: "attention-tiny-last",
    prompt:
      "In the tiny example the scores of the last token are 1/√2, 1/√2 and 2/√2. What weight does it give to itself?",
    answer: () => tinyAttention().weights[2][2],
    tolerance: 0.005,
    hint: "e to each score, and then the share of the last in the sum of all three.",
    hints: [
      {
        value: Math.exp(2) / (2 * Math.exp(1) + Math.exp(2)),
        tolerance: 0.005,
        why: "The scores were not divided by √2."
      }
    ],
    why: "e^1.414 = 4.113 and e^0.707 = 2.028, so the share is 4.113 / (4.113 + 2 · 2.028).",
    solution: "4.113 / 8.169 = 0.503: a little more than half, and a quarter for each of the others."
  },
  {
    kind: "choose",
    name: "attention-path",
    prompt:
      "The last letter of a text of 1,000 letters depends on the first. Through how many steps must what the first letter says travel, in a recurrent network and in attention?",
    options: [
      {
        text: "999 and 1.",
        right: true,
        why: "A recurrent network hands its memory from letter to letter. Attention looks straight at the first letter, and so its gradient comes straight back."
      },
      {
        text: "999 and 999: both read the text in order.",
        why: "A transformer does not read in order. All places look at all places before them at the same time."
      },
      {
        text: "1 and 1: the memory of a recurrent network holds the whole text.",
        why: "It holds what is left of the text after each of 999 steps has had the chance to write over it."
      }
    ],
    solution:
      "One step instead of 999. The price is that every letter must look at every other: half a million looks in place of 999 steps."
  }
];
