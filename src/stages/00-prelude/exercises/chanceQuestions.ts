import type {Question} from "../../../components/exercise/question.js";
import {die, expectation, variance, type Chances} from "../model/die.js";
import {soundPairs} from "../model/soundPairs.js";

const {vowel, consonant} = soundPairs("banana");
const all = vowel.vowel + vowel.consonant + consonant.vowel + consonant.consonant;
const LOTTERY: Chances = {values: [0, 10], probs: [0.8, 0.2]};
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/** What the page “Chance” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "chance-ten-thousand",
    prompt:
      "You throw a fair coin 10,000 times. By how many heads does the count typically miss 5000: what is its standard deviation?",
    range: [0, 1000],
    step: 10,
    within: 60,
    unit: "heads",
    truth: () => Math.sqrt(10_000 * variance({values: [0, 1], probs: [0.5, 0.5]})),
    why: "Only 50. A result such as 5200 would be four of these away, and nobody should believe that the coin is fair.",
    solution:
      "One throw has the variance 1/4. Variances of independent throws add, so 10,000 throws have 2500, and its root is 50 heads. As a share of the throws that is half a percent."
  },
  {
    kind: "choose",
    name: "chance-given",
    prompt:
      "In “banana” there are five pairs of neighbors. What is the probability that the next letter is a vowel, given that this one is a consonant?",
    options: [
      {
        text: "1",
        right: true,
        holds: () => near(consonant.vowel / (consonant.vowel + consonant.consonant), 1),
        why: "The pairs that begin with a consonant are ba, na and na: a vowel follows in each of the three."
      },
      {
        text: "3/5",
        holds: () => near(consonant.vowel / (consonant.vowel + consonant.consonant), 3 / 5),
        why: "That is the share of all five pairs: both at once. The condition takes out the pairs that begin with a vowel."
      },
      {
        text: "1/2",
        holds: () => near(consonant.vowel / (consonant.vowel + consonant.consonant), 1 / 2),
        why: "Half of the letters are vowels, if nothing is given. But something is given."
      },
      {
        text: "0",
        holds: () => near(consonant.vowel / (consonant.vowel + consonant.consonant), 0),
        why: "You turned it around: after a vowel of this word another vowel never follows."
      }
    ],
    solution: `Write down the pairs: ba, an, na, an, na, which are ${String(all)}. Keep those that begin with a consonant, and ask for the share of vowels among them: 3/3.`
  },
  {
    kind: "compute",
    name: "chance-lottery",
    prompt: "A ticket pays 10 with probability 0.2, and otherwise nothing. What is the variance of what it pays?",
    answer: () => variance(LOTTERY),
    tolerance: 0.001,
    why: "The mean is 2 and the mean square 20, and 20 − 4 = 16.",
    hint: "Compute the mean of what it pays, the mean of its square, and take the square of the mean off.",
    hints: [
      {
        value: expectation(LOTTERY),
        tolerance: 0.001,
        why: "That is the expectation. The variance says how far one ticket is from it, squared."
      },
      {
        value: 4,
        tolerance: 0.001,
        why: "That is the standard deviation, or the square of the mean. Neither is the variance."
      },
      {
        value: 20,
        tolerance: 0.001,
        why: "That is the mean of the square. The square of the mean is still to be taken off."
      }
    ],
    solution:
      "The mean is 0.2 · 10 = 2, and the mean of the square 0.2 · 100 = 20. So the variance is 20 − 2 · 2 = 16, and the standard deviation 4: twice the mean, as is usual for lotteries."
  },
  {
    kind: "compute",
    name: "chance-how-many",
    prompt:
      "The mean of 25 throws of a die has a certain standard deviation. How many throws do you need for one that is ten times as small?",
    answer: () => 25 * (variance(die) / (variance(die) / 100)),
    tolerance: 0.5,
    why: "It falls with the root of the number: 100 times as many, so 2500.",
    hint: "By how much must n grow for its root to grow tenfold?",
    hints: [
      {
        value: 250,
        tolerance: 0.5,
        why: "Ten times as many throws make it only about three times as small, because of the root."
      }
    ],
    solution:
      "The standard deviation of a mean is σ/√n. For a tenth of it the root must be ten times as large, so n must be 100 times as large: 25 · 100 = 2500. Precision is expensive, for pollsters and for everybody who compares two models."
  }
];
