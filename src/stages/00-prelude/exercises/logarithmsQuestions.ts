import {exp, log, log2} from "/lib/index.js";
import type {Question} from "../../../components/exercise/question.js";
import {timesUntilZero} from "../model/halvings.js";

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;
const [A, B, C] = [3, 5, 7];
const quotient = log((A * B) / C);

/** What the page “Logarithms and sums” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "logarithms-halvings",
    prompt:
      "You begin with 1 and halve it, again and again, in a program. After how many halvings does the program say 0?",
    range: [0, 2000],
    step: 25,
    start: 50,
    within: 150,
    truth: () => timesUntilZero(0.5),
    why: "After 1075. The smallest number above zero that a program’s usual numbers hold is 2 to the power −1074.",
    solution:
      "A number such as 0.5 is kept as a few digits and a power of two, and the power has room down to −1074. Halving needs one power each time, so the 1075th halving has nowhere to go and gives 0. A text of 2000 letters needs far more than that."
  },
  {
    kind: "choose",
    name: "logarithms-rules",
    prompt: "a, b and c are above zero. Which of these is log(a · b / c)?",
    options: [
      {
        text: "log a + log b − log c",
        right: true,
        holds: () => near(log(A) + log(B) - log(C), quotient),
        why: "Times becomes plus, and divided by becomes minus: dividing takes a length off the ruler again."
      },
      {
        text: "log a · log b / log c",
        holds: () => near((log(A) * log(B)) / log(C), quotient),
        why: "The signs stayed what they were. A logarithm changes the operation: that is what it is for."
      },
      {
        text: "log(a + b − c)",
        holds: () => near(log(A + B - C), quotient),
        why: "Here the change went into the bracket. The sum is one of logarithms, not the logarithm of a sum."
      },
      {
        text: "log a + log b / log c",
        holds: () => near(log(A) + log(B) / log(C), quotient),
        why: "The product was turned into a sum, and the quotient was forgotten."
      }
    ],
    solution:
      "log(a · b / c) = log a + log b + log(1/c), and log(1/c) = −log c, because c · (1/c) = 1 has the logarithm 0. There is no such rule for the logarithm of a sum."
  },
  {
    kind: "compute",
    name: "logarithms-bits",
    prompt:
      "A model gives the three letters of a word the probabilities 1/2, 1/8 and 1/4, each given those before it. What is the logarithm to base 2 of the probability of the word?",
    answer: () => log2((1 / 2) * (1 / 8) * (1 / 4)),
    tolerance: 0.001,
    why: "(−1) + (−3) + (−2) = −6.",
    hint: "To which power must 2 be raised to give 1/8? Do that for each, and add.",
    hints: [
      {
        value: 6,
        tolerance: 0.001,
        why: "The size is right: the word costs six bits. But a probability below 1 has a logarithm below 0."
      },
      {value: 1 / 64, tolerance: 0.0001, why: "That is the probability itself. The question asks for its logarithm."},
      {value: log(1 / 64), tolerance: 0.01, why: "That is the natural logarithm, in nats. Base 2 counts halvings."}
    ],
    solution:
      "1/2 is one halving of 1, 1/8 is three and 1/4 is two, so the logarithms are −1, −3 and −2. Their sum is −6, and indeed 1/2 · 1/8 · 1/4 = 1/64, which is six halvings."
  },
  {
    kind: "compute",
    name: "logarithms-momentum",
    prompt:
      "Each second you get one meter, and nine tenths of what you got the second before, and so on for ever: 1 + 0.9 + 0.81 + …. What does it come to?",
    answer: () => Array.from({length: 2000}, (_, k) => exp(k * log(0.9))).reduce((sum, x) => sum + x, 0),
    tolerance: 0.001,
    unit: "m",
    why: "1/(1 − 0.9) = 10.",
    hint: "It is a geometric sum with r = 0.9, and the pieces go on for ever.",
    hints: [
      {value: 1 / 0.9, tolerance: 0.005, why: "You divided by r. The limit is 1/(1 − r)."},
      {value: 9, tolerance: 0.001, why: "That is the sum without its first piece, the 1."}
    ],
    solution:
      "The limit is 1/(1 − r) = 10. Momentum, in stage 4, keeps nine tenths of its velocity in each step, and that is why its steps become ten times as long."
  }
];
