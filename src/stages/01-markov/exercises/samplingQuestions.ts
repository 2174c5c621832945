import type {Question} from "../../../components/exercise/question.js";
import {log, minP, softmax, temperature, topK, topP, typical, type LogitsRule} from "/lib/index.js";
import {counted, fitted} from "../model/models.js";
import {realWords} from "../model/realWords.js";

/** P(first) / P(second) at a temperature, with other tokens beside them. */
function odds(T: number, probabilities: readonly number[]): number {
  const [first, second] = softmax(temperature(T)(Float64Array.from(probabilities, log), []));
  return first! / second!;
}
/** How many times as likely as o is e at temperature 3, however much the other letters have. */
const heated = [0, 0.1, 0.5].map((rest) => odds(3, [(8 / 9) * (1 - rest), (1 / 9) * (1 - rest), rest]));
const all = (value: number) => (): boolean => heated.every((one) => Math.abs(one - value) < 1e-9);

const FIFTY = Float64Array.from({length: 50}, (_, id) => id / 1000); // logits, no two equal
/** Whether a rule keeps fewer than half of fifty tokens that are almost equally likely. */
const keepsFew = (rule: LogitsRule) => (): boolean => rule(FIFTY, []).filter((x) => x > -Infinity).length < 25;

/** What the page “Sampling” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "sampling-real-words",
    prompt:
      "The order-3 model of this page writes 3,000 characters at temperature 0.5. What share of its words are words of the text it learnt from?",
    range: [0, 100],
    step: 1,
    unit: "%",
    truth: async (corpus) => {
      const text = await corpus("opening");
      return 100 * realWords(text, fitted(counted(text, 3), "kneser-ney"), temperature(0.5), 3000);
    },
    why: "About 82%. Cold text repeats a few safe words, and safe words are real ones. At temperature 1 the share is much lower.",
    solution:
      "Cooling raises the odds of likely characters, and likely characters after each other spell frequent words. Real words are therefore bought with repetition: compare the two columns of the table above."
  },
  {
    kind: "choose",
    name: "sampling-odds",
    prompt: "“e” is 8 times as likely as “o”. How many times as likely is it at temperature 3?",
    options: [
      {text: "24", holds: all(24), why: "That multiplies the odds by T. Heat makes odds smaller, not larger."},
      {
        text: "8/3",
        holds: all(8 / 3),
        why: "Logits are divided by T, not odds. Odds are powers of e, so they get a root."
      },
      {text: "2", right: true, holds: all(2), why: "Odds are raised to the power 1/T, and the cube root of 8 is 2."},
      {
        text: "It depends on the other letters",
        holds: () => heated.some((one) => Math.abs(one - heated[0]!) > 1e-9),
        why: "The sum over the other letters cancels in the quotient: see the equation for odds."
      }
    ],
    solution: "By the formula for odds, 8 to the power 1/3 is 2, whatever else is in the vocabulary."
  },
  {
    kind: "compute",
    name: "sampling-cool",
    prompt: "Two tokens have probabilities 0.8 and 0.2. What is the probability of the first at temperature 0.5?",
    answer: () => {
      const to1 = odds(0.5, [0.8, 0.2]);
      return to1 / (to1 + 1);
    },
    tolerance: 0.002,
    hint: "What are the odds, and what does 1/T = 2 make of them?",
    hints: [
      {
        value: 0.8 * 0.8,
        tolerance: 0.002,
        why: "0.8² is 0.64, but 0.64 and 0.04 don't sum to one: divide by their sum."
      },
      {value: 2 / 3, tolerance: 0.002, why: "That is the square root of the odds: temperature 2, not 0.5."}
    ],
    why: "Odds of 4 become 16, and 16/17 is 0.941.",
    solution:
      "The odds are 0.8 / 0.2 = 4. At T = 0.5 they are squared: 16. Odds of 16 to 1 are a probability of 16/17, about 0.941."
  },
  {
    kind: "choose",
    name: "sampling-which-rule",
    prompt: "Fifty tokens are almost equally likely, no two exactly. Which rule keeps fewer than half of them?",
    options: [
      {
        text: "min-p with 0.1",
        holds: keepsFew(minP(0.1)),
        why: "All are nearly as likely as the likeliest, so all pass the bar."
      },
      {
        text: "top-p with 0.9",
        holds: keepsFew(topP(0.9)),
        why: "Nine tenths of the mass are about nine tenths of the tokens here: 45."
      },
      {
        text: "top-k with 10",
        right: true,
        holds: keepsFew(topK(10)),
        why: "Top-k counts tokens and looks at nothing else. Here it drops 40 that are nearly as good as those it keeps."
      },
      {
        text: "typical with 0.9",
        holds: keepsFew(typical(0.9)),
        why: "All surprisals are near the entropy here, so it keeps about 45 to get its mass."
      }
    ],
    solution:
      "Rules that look at probabilities see hardly any difference between the tokens. Top-k alone cuts by number: a flat distribution is its worst case."
  }
];
