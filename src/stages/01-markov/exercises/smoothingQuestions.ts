import type {Question} from "../../../components/exercise/question.js";
import {absoluteDiscounting} from "/lib/stages/markov.js";
import {addOneAfter} from "../model/exerciseTruths.js";
import {discounted, PLACES} from "../model/oneContext.js";
import {chanceAfter} from "../model/smallCounts.js";

/** Settings of D in the figure of shaved counts. */
const SETTINGS = Array.from({length: 21}, (_, i) => i / 20);
const settingWith = (lower?: readonly number[]): number =>
  SETTINGS.find((D) => Math.abs(discounted(D, lower)[3]! - 0.048) < 1e-9)!;

/** What each component gives to the three held-out tokens. */
const HELD_OUT = [
  [0.6, 0.2],
  [0.3, 0.3],
  [0, 0.1]
] as const;
const guesses = HELD_OUT.reduce((sum, [first, second]) => sum + first / (first + second), 0);
const [firstTotal, secondTotal] = [0, 1].map((i) => HELD_OUT.reduce((sum, pair) => sum + pair[i]!, 0)) as [
  number,
  number
];

/** What the page “Smoothing” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "smoothing-unseen-context",
    prompt:
      "The opening has between 80 and 90 different characters. Under add-1 at order 3, what probability has e after zzz, a context that never occurs?",
    range: [0, 20],
    step: 0.1,
    start: 10,
    unit: "%",
    within: 1,
    truth: async (corpus) => 100 * addOneAfter(await corpus("opening"), "zzz", "e"),
    why: "Nothing was counted after zzz, so what is left of the formula is 1/V: about 1.2%. That e is the commonest letter does not matter to add-1.",
    solution:
      "(0 + 1)/(0 + V) = 1/V. Add-k never asks a shorter context, so every unseen context is uniform. Any method that interpolates or backs off would answer with what it knows of e."
  },
  {
    kind: "choose",
    name: "smoothing-lower-order",
    prompt: "Why does Kneser–Ney count distinct predecessors in its lower orders?",
    options: [
      {
        text: "Because true counts would not sum to one.",
        holds: () => {
          const text = "abracadabra";
          const sum = [..."abcdr"].reduce(
            (all, next) => all + chanceAfter(text, ["a", next], absoluteDiscounting()),
            0
          );
          return Math.abs(sum - 1) > 1e-9;
        },
        why: "They would: absolute discounting uses them, and is a proper distribution."
      },
      {
        text: "Because a lower order is asked in new contexts, and there it matters in how many contexts a token has appeared.",
        right: true,
        why: "A token that is frequent in one place only has its probability there already, from the higher order."
      },
      {
        text: "Because rare words should be less likely.",
        why: "Rarity is not the point: “Dick” and “enough” are about equally frequent, and only one of them is versatile."
      },
      {text: "Because it is faster.", why: "It is slower: distinct predecessors have to be counted."}
    ],
    solution:
      "The lower order’s part in the mixture is large exactly where the higher order has seen little. Given that a context is new, tokens that appear in many contexts are likelier than tokens that are frequent in one."
  },
  {
    kind: "compute",
    name: "smoothing-discount-mass",
    prompt:
      "A context was followed 10 times, by 4 different tokens. With absolute discounting and D = 0.75, what probability goes to the shorter context?",
    answer: () => 1 - [4, 3, 2, 1].reduce((kept, count) => kept + (count - 0.75) / 10, 0),
    tolerance: 0.002,
    hint: "Each of the different tokens gives D, once.",
    hints: [
      {value: 0.75 / 10, tolerance: 0.001, why: "That is D/N. Each of the four tokens gives D."},
      {value: 4 * 0.75, tolerance: 0.01, why: "That is what was taken in counts. Divide by the ten."},
      {value: 1 - (4 * 0.75) / 10, tolerance: 0.001, why: "That is what the seen tokens keep."}
    ],
    why: "4 · 0.75 / 10 = 0.3.",
    solution:
      "D times the number of different tokens is taken: 3 of 10 counts. So the shorter context has weight 0.3, whatever the four counts were."
  },
  {
    kind: "compute",
    name: "smoothing-turing-hand",
    prompt:
      "In a text 100 different n-grams occur once, 40 twice, 18 three times. What is a count of 2 worth by Good and Turing, r*?",
    answer: () => (3 * 18) / 40,
    tolerance: 0.005,
    hint: "r* = (r + 1) n₍r+1₎ / nᵣ with r = 2.",
    hints: [
      {value: (2 * 40) / 100, tolerance: 0.005, why: "That is 2 · 40 / 100, what a count of 1 is worth."},
      {value: (2 * 18) / 40, tolerance: 0.005, why: "The factor is r + 1, which is 3 here."},
      {value: 18 / 40, tolerance: 0.005, why: "That is 18/40 without the factor r + 1 = 3."}
    ],
    why: "3 · 18 / 40 = 1.35.",
    solution:
      "The places whose n-gram is seen twice in the rest are those with three in all: 3 · 18 = 54. Spread over the 40 n-grams seen twice: 54/40 = 1.35."
  },
  {
    kind: "compute",
    name: "smoothing-alpha-hand",
    prompt:
      "A context was followed by a (6 times) and b (2 times); Katz multiplies counts of 2 by 0.75 and leaves 6 as it is. The shorter context gives a 0.5, b 0.2, c 0.2, d 0.1. What is α?",
    answer: () => (1 - 6 / 8 - (0.75 * 2) / 8) / (1 - 0.5 - 0.2), // so that all four sum to 1
    tolerance: 0.002,
    hint: "How much of the 8 counts was freed? Divide by what the shorter context gives to c and d together.",
    hints: [
      {
        value: (2 - 1.5) / 8,
        tolerance: 0.001,
        why: "That is the freed mass. It still has to be divided by what c and d have in the shorter context."
      },
      {value: 0.5 / 0.3, tolerance: 0.01, why: "Half a count was freed; as mass it is 0.5/8."},
      {
        value: (2 - 1.5) / 8 / 0.5,
        tolerance: 0.001,
        why: "Only what was not seen shares it: divide by 0.3, not by 0.5."
      }
    ],
    why: "0.5 of 8 counts is 0.0625; c and d have 0.3 together.",
    solution:
      "b keeps 2 · 0.75 = 1.5 counts, so 0.5/8 = 0.0625 is freed. α = 0.0625/0.3 ≈ 0.208; c gets 0.042 and d 0.021, and all four sum to 1."
  },
  {
    kind: "compute",
    name: "smoothing-em-hand",
    prompt:
      "Two components, weights ½ and ½. On three held-out tokens the first gives 0.6, 0.3 and 0, the second 0.2, 0.3 and 0.1. What is the weight of the first after one step?",
    answer: () => guesses / 3,
    tolerance: 0.002,
    hint: "Guess for each token from which component it came: 0.6/(0.6 + 0.2), …",
    hints: [
      {
        value: firstTotal / (firstTotal + secondTotal),
        tolerance: 0.005,
        why: "That is 0.9/1.5, a ratio of sums. The guesses are made for each token, and then averaged."
      },
      {value: guesses, tolerance: 0.005, why: "These are the guesses summed. The weight is their mean."}
    ],
    why: "The guesses are 3/4, 1/2 and 0; their mean is 5/12.",
    solution:
      "0.6/0.8 = 0.75, 0.3/0.6 = 0.5 and 0/0.1 = 0. The mean is 1.25/3 ≈ 0.417. The third token, which the first component calls impossible, took its whole vote away."
  },
  {
    kind: "compute",
    name: "smoothing-steer",
    prompt: "In the figure of shaved counts, pour out by how common words are. For which D is P(boat) exactly 0.048?",
    answer: () => settingWith(),
    tolerance: 0.001,
    hint: "Boat gets a tenth of the pool, and the pool is 3 D of 5 counts.",
    hints: [
      {
        value: settingWith(PLACES),
        tolerance: 0.001,
        why: "That is what it takes if boat gets a fifth: the other setting of the figure."
      },
      {
        value: 5 * 0.048,
        tolerance: 0.001,
        why: "That is what boat gets, in counts. It is a tenth of the pool, and each of three words gives D to the pool."
      },
      {
        value: (5 * 0.048) / 0.1,
        tolerance: 0.001,
        why: "That is the whole pool. The pool is three times D: each of the three words gives it."
      }
    ],
    why: "0.1 · 3D/5 = 0.048 gives D = 0.8.",
    solution:
      "P(boat) = 0.1 · 3D/5 = 0.06 D, so D = 0.8. Sea and ship keep a fifth of their count, and get most of what they have from the pool."
  },
  {
    kind: "choose",
    name: "smoothing-paired",
    prompt:
      "Two models have perplexities 4.20 and 4.21 on the same 10,000 characters. How would you find out whether the first is really better?",
    options: [
      {
        text: "Compare σ/√10,000 of each with the difference.",
        why: "That treats the two measurements as independent. Both models find the same passages hard, so their errors move together, and the difference scatters far less than either."
      },
      {
        text: "Take the difference of their surprisals at each place, average it over passages, and see whether the mean is far from zero for how much passages scatter.",
        right: true,
        why: "Pairing removes what both share, and whole passages in place of characters respect that neighbors are alike."
      },
      {
        text: "Nothing to find out: 4.20 is smaller.",
        why: "On this text. Draw other passages, and the order may turn."
      },
      {
        text: "Use a longer context and see which one falls more.",
        why: "That is another pair of models, and another question."
      }
    ],
    solution:
      "A paired comparison over blocks (or a bootstrap that draws blocks again) says how far the mean difference would move on other text of the kind. The box on which method to choose has the numbers."
  }
];
