import type {Question} from "../../../components/exercise/question.js";
import {oddsRatio, partLength, ruleOf, spanSizes} from "../model/objectiveCounts.js";

/** What the page “Objectives” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "objectives-share",
    prompt:
      "A causal model reads 512 tokens and is told at 511 of them what should have been said. A masked model with the usual rate reads the same 512. At how many is it told?",
    range: [0, 512],
    step: 1,
    start: 511,
    truth: () => Math.round(512 * 0.15),
    within: 15,
    unit: "places",
    why: "15 % of 512 are 77: it has less than a sixth of the signals for the same work.",
    solution:
      "0.15 · 512 = 76.8, about 77. It must read all the others only to know them. That is the price for seeing both sides."
  },
  {
    kind: "choose",
    name: "objectives-blank",
    prompt:
      "A causal model never sees what stands to the right. Can it say how likely each letter is in a blank in the middle of a text?",
    options: [
      {
        text: "Yes: put each letter into the blank, and compare the probabilities of the whole texts.",
        right: true,
        why: "The chain rule gives every text a probability, and with it every conditional there is. It only costs one pass for each letter."
      },
      {
        text: "No: what is right of the blank is hidden from it.",
        why: "It is hidden while the letter is predicted. But the letters behind it are predicted too, and they are likelier after the right letter."
      },
      {
        text: "Yes: it has learned to fill blanks on the way.",
        why: "No step of its training had a blank. It is its joint distribution that knows more than its single predictions."
      }
    ],
    solution:
      "P(letter | both sides) is proportional to P(whole text with this letter). A model of whole texts can be asked anything that a distribution can be asked."
  },
  {
    kind: "choose",
    name: "objectives-inconsistent",
    prompt:
      "A masked model of two tokens, each 0 or 1, says: if the second is known, the first is its copy with probability 0.9; if the first is known, the second is its copy with probability 0.7. Which distribution over the four texts has it learned?",
    options: [
      {
        text: "None: no distribution has both conditionals.",
        right: true,
        holds: () => oddsRatio(0.9) !== oddsRatio(0.7),
        why: "The odds ratio of a table is the same read by rows or by columns. Here it is 81 by the one, and 5.4 by the other."
      },
      {
        text: "Both alike with probability 0.8, the mean of the two.",
        holds: () => oddsRatio(0.9) === oddsRatio(0.8) && oddsRatio(0.7) === oddsRatio(0.8),
        why: "Then either would be a copy of the other with probability 0.8, which is neither 0.9 nor 0.7."
      },
      {
        text: "Both alike with probability 0.63.",
        holds: () => oddsRatio(0.63) === oddsRatio(0.9),
        why: "Conditionals of the same pair are not independent events that could be multiplied."
      }
    ],
    solution:
      "(0.9/0.1)² = 81 and (0.7/0.3)² = 5.4. Whoever draws the two by turns finds them alike in 90 % of the cases after drawing the first, and in 70 % after drawing the second: what it writes depends on the order of writing."
  },
  {
    kind: "compute",
    name: "objectives-span-sizes",
    prompt:
      "A text of 512 tokens under span corruption with rate 0.15 and spans of 3 on the mean. How many tokens do inputs and targets have together?",
    answer: () => {
      const {inputs, targets} = spanSizes(512, 0.15, 3);
      return inputs + targets;
    },
    tolerance: 0.5,
    hint: "77 tokens go, in 26 spans. Each span puts one sentinel into the inputs and one into the targets, and one more ends them.",
    hints: [
      {value: 512, why: "Sentinels are tokens too, and each stands twice."},
      {value: 512 + 2 * 26, why: "That lacks the last sentinel, which ends the targets."}
    ],
    why: "512 + 2 · 26 + 1 = 565.",
    solution:
      "0.15 · 512 = 76.8, so 77 tokens in 26 spans. Inputs have 512 − 77 + 26 = 461, and targets 77 + 26 + 1 = 104, together 565."
  },
  {
    kind: "compute",
    name: "objectives-part",
    prompt:
      "Five tokens are cut into two spans of at least one, each way as likely as every other. How likely is it that the first span is a single token?",
    answer: () => partLength(5, 2, 1),
    tolerance: 0.001,
    hint: "A border can stand at four places.",
    hints: [{value: 1 / 5, why: "There are five tokens, but only four places between them."}],
    why: "One of four borders: 0.25.",
    solution:
      "The border stands after token 1, 2, 3 or 4, each with probability 0.25. After the first, the first span is a single token."
  },
  {
    kind: "compute",
    name: "objectives-trusted",
    prompt:
      "Under the rule of 80, 10 and 10 with a rate of 15 %, a model reads an ordinary token, not a mask. With which probability, in percent, is it the token of the text?",
    answer: () => 100 * ruleOf(0.15).trusted,
    tolerance: 0.05,
    unit: "%",
    hint: "Of all places 85 % are no targets, 1.5 % are targets left as they are, and 1.5 % are exchanged.",
    hints: [
      {value: 85, why: "Those that are no targets are 85 % of all places, masks among them."},
      {
        value: 90,
        why: "Of the targets that are not masked a half is exchanged, but most ordinary tokens are no targets."
      }
    ],
    why: "(0.85 + 0.015)/(0.85 + 0.03) = 98.3%.",
    solution:
      "(0.85 + 0.015)/(0.85 + 0.015 + 0.015) = 0.983, so 98.3 %. It may nearly always trust what it reads, but never quite: so it has to look at every token with some doubt."
  },
  {
    kind: "choose",
    name: "objectives-steer",
    prompt:
      "In the first figure, with its first sentence, set the rate to 40 %. From which mean span on is all that is taken out in a single span?",
    options: [
      {
        text: "From 4 on.",
        right: true,
        holds: () => spanSizes(13, 0.4, 4).spans === 1 && spanSizes(13, 0.4, 3).spans > 1,
        why: "Five words go, and 5/4 is nearer to one than to two."
      },
      {
        text: "From 3 on.",
        holds: () => spanSizes(13, 0.4, 3).spans === 1,
        why: "Five words in spans of 3 are nearer to two spans than to one. Count the sentinels above the line."
      },
      {
        text: "Never: there are always at least two.",
        holds: () => spanSizes(13, 0.4, 5).spans >= 2,
        why: "The last sentinel only ends the targets. Move the span to its largest, and count again."
      }
    ],
    solution:
      "The sentence has 13 words, of which 5 are taken out. The number of spans is 5 by the mean span, rounded: 2 at a mean of 3, and 1 from 4 on."
  },
  {
    kind: "choose",
    name: "objectives-packing",
    prompt:
      "Documents are packed into rows one after the other, and no token has to predict the first of the next document. What still goes wrong if nothing else is changed?",
    options: [
      {
        text: "A place reads the document before its own, which has nothing to do with it.",
        right: true,
        why: "A causal mask lets it look at all that stands before, so a mask at each border is needed, or a model that has learned to ignore what stands before a begin."
      },
      {
        text: "The last token of a document has to predict the first of the next.",
        why: "It would, in a stream that is simply cut. The library’s batches have no such target: no target is of another document than its input."
      },
      {
        text: "Some tokens are never learned.",
        why: "Each token that can be predicted is a target once in an epoch, also where a document goes on in the next row."
      }
    ],
    solution:
      "Targets stop at borders, attention does not. In practice one often leaves it, and pays a little; with many short documents a mask helps."
  }
];
