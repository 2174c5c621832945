import type {Question} from "../../../components/exercise/question.js";
import {entropy, log, log2, sequenceInformation, toBits} from "/lib/index.js";
import {meanBits} from "../model/meanBits.js";
import {sharesOf} from "../model/smallCounts.js";

/** What a text of 10,000 characters costs, in nats each, if all but one are certain and that one is excluded. */
const costOfOneZero = (): number =>
  sequenceInformation({
    logProbs: Array.from({length: 10_000}, (_, i) => (i === 77 ? -Infinity : 0)),
    characters: 10_000,
    bytes: 10_000
  }).crossEntropyNats;

/** What the page “Information” asks. */
export const questions: readonly Question[] = [
  {
    kind: "compute",
    name: "information-three",
    prompt: "Three outcomes have probabilities 1/2, 1/4 and 1/4. What is the entropy in bits?",
    answer: () => toBits(entropy([1 / 2, 1 / 4, 1 / 4])),
    tolerance: 0.005,
    hint: "The surprisals are 1, 2 and 2 bits. Weigh them.",
    hints: [
      {value: (1 + 2 + 2) / 3, why: "That is the plain mean of the surprisals. Weigh each by its probability."},
      {value: entropy([1 / 2, 1 / 4, 1 / 4]), why: "That is in nats. Divide by ln 2."},
      {value: log2(3), why: "That is the entropy of three equal outcomes; these are not equal."}
    ],
    why: "½ · 1 + ¼ · 2 + ¼ · 2 = 1.5.",
    solution:
      "The surprisals are −log₂ ½ = 1 and −log₂ ¼ = 2 bits. Their mean, weighed by the probabilities, is ½ · 1 + ¼ · 2 + ¼ · 2 = 1.5 bits, below log₂ 3 ≈ 1.585, as it must be."
  },
  {
    kind: "choose",
    name: "information-infinite",
    prompt:
      "A model gives probability 0 to one character out of 10,000 in a text, and is right about all others with certainty. What is its cross-entropy on that text?",
    options: [
      {
        text: "Almost 0",
        holds: () => costOfOneZero() < 0.01,
        why: "All other characters cost nothing, but the one costs −log 0."
      },
      {
        text: "Infinite",
        right: true,
        holds: () => costOfOneZero() === Infinity,
        why: "One surprisal is infinite, and a mean with an infinite term is infinite."
      },
      {
        text: "log(10,000)/10,000",
        holds: () => costOfOneZero() === log(10_000) / 10_000,
        why: "That would be the mean if it had given that character 1 in 10,000 and been certain of all others: one cost of log 10,000, shared by 10,000 characters."
      },
      {
        text: "It is not defined",
        holds: () => Number.isNaN(costOfOneZero()),
        why: "Only 0 · log 0 needs a convention. Here something happened that was given probability 0: the surprisal is infinite."
      }
    ],
    solution:
      "Cross-entropy is a mean of surprisals. −log 0 is infinite, and no number of good predictions pays for it. That is why models are smoothed."
  },
  {
    kind: "predict",
    name: "information-context",
    prompt:
      "Without context (order 0), the sentence of the second figure costs a little more than 4 bits per character. What does it cost under order 4?",
    range: [0, 5],
    step: 0.1,
    unit: " bits",
    within: 0.4,
    truth: async (corpus) =>
      meanBits(await corpus("opening"), "It was the whiteness of the whale that above all things appalled me.", 4),
    why: "About 2 bits: half of the cost of order 0 is gone once four characters are seen.",
    solution:
      "The model shares its counts between contexts of four, three, two and one characters; common endings such as “the ” and “ing ” are nearly free, beginnings of words stay dear. The figure shows each."
  },
  {
    kind: "compute",
    name: "information-own-text",
    prompt:
      "Copy a message of your own, of about 300 letters, and guess how many bits per character an order-0 model of that very message needs. Then paste it into the figure above, or count it. To check your method: what does order 0 need for the message “aabbccdd”, counted on itself, in bits per character?",
    answer: () => toBits(entropy(sharesOf("aabbccdd"))),
    tolerance: 0.01,
    hint: "Four characters, each a quarter of the text.",
    hints: [
      {value: 8 * 2, tolerance: 0.01, why: "That is the whole message. Per character it is an eighth of that."},
      {
        value: log2(8),
        tolerance: 0.01,
        why: "log₂ 8 would be for eight different characters; here there are four kinds."
      }
    ],
    why: "Each character has probability 1/4, so each costs 2 bits.",
    solution:
      "Counted on itself a text costs the entropy of its letters: here log₂ 4 = 2 bits. Most English messages come out between 4 and 4.5: long enough to have all common letters, too short for the rare ones. And it flatters: the counts have seen what they are judged by."
  }
];
