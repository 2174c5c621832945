import type {Question} from "../../../components/exercise/question.js";
import {shareAfter} from "../model/pairs.js";

const PLACES = Array.from("that the other thing");
const share = (...letters: readonly string[]): number =>
  PLACES.filter((character) => letters.every((letter) => letter === character)).length / PLACES.length;
/** P(A, B) and P(A) · P(B) of the first question, in a text as good as any. */
const both = share("t", "h");
const product = share("t") * share("h");

/** What the page “Probability” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "probability-exclusive",
    prompt:
      "A is “this character is t”, B is “this character is h”, both about the same place in the text. What are they?",
    options: [
      {
        text: "Independent",
        holds: () => both === product,
        why: "If you know that this character is t, you know that it is not h. That is information, so they are dependent."
      },
      {
        text: "Exclusive, and so dependent",
        right: true,
        holds: () => both === 0 && both !== product,
        why: "One character can’t be two letters. P(A, B) is 0, and P(A) · P(B) is not."
      },
      {
        text: "Exclusive, and so independent",
        holds: () => both === 0 && both === product,
        why: "This is the classic mix-up. If they exclude each other then knowing one tells something of the other, namely that it is not so."
      },
      {
        text: "Neither",
        holds: () => both > 0 && both !== product,
        why: "They can’t both happen: one place holds one character."
      }
    ],
    solution:
      "P(A, B) = 0 because a place holds one character, so they exclude each other. P(A) · P(B) is above 0, so they are not independent. “t here” and “h in the next place” are another pair: those can both happen, and often do."
  },
  {
    kind: "compute",
    name: "probability-chain-the",
    prompt:
      "Suppose P(t) = 0.07, P(h | t) = 0.33 and P(e | th) = 0.6. What is the probability that three characters, drawn one after another, spell “the”?",
    answer: () => 0.07 * 0.33 * 0.6,
    tolerance: 0.0001,
    why: "0.07 × 0.33 × 0.6 = 0.01386: about 14 in a thousand.",
    hint: "Use the chain rule: multiply the three factors.",
    hints: [
      {
        value: 0.07 + 0.33 + 0.6,
        tolerance: 0.001,
        why: "You added them. “And” multiplies; adding is for events that exclude each other."
      },
      {value: 0.07 * 0.33, tolerance: 0.0001, why: "You stopped after “th”. One factor is left."}
    ],
    solution:
      "P(the) = P(t) · P(h | t) · P(e | th) = 0.07 × 0.33 × 0.6 = 0.01386. The condition of each factor is all that came before it."
  },
  {
    kind: "predict",
    name: "probability-th",
    prompt: "In the opening, what share of the letters t is followed by h?",
    range: [0, 100],
    step: 1,
    unit: "%",
    within: 6,
    truth: async (corpus) => 100 * shareAfter(await corpus("opening"), "t", "h"),
    why: "A little more than one t in three, 35%. The pair feels more certain than it is.",
    solution:
      "Count the pairs “th” and divide by the number of t’s: the figure at the top does it for any two characters."
  }
];
