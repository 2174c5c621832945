import type {Question} from "../../../components/exercise/question.js";
import {bitsOf, copyableShare, heldLetters, remembered} from "../model/memory.js";

/** What the page “The attention problem” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "attention-problem-bits",
    prompt:
      "A text of 24 letters is drawn, each of eight kinds, all equally likely. How many bits must a memory have so that every such text can be written once more from it?",
    range: [0, 200],
    step: 1,
    start: 30,
    unit: "bits",
    truth: () => bitsOf(24, 8),
    within: 4,
    why: "One of eight is three bits, and letters are independent, so the bits add up.",
    solution:
      "24 · 3 = 72 bits. Fewer will not do, whatever the machine: there are 2 to 72 texts, and each needs a state of its own."
  },
  {
    kind: "choose",
    name: "attention-problem-long",
    prompt:
      "A GRU with 80 numbers of memory and a transformer with as many parameters learn to copy words of 24 letters. The memory has 80 · 32 = 2560 bits, the word 72. What share of the letters will the GRU have right after 1,000 steps?",
    options: [
      {
        text: "About a third.",
        right: true,
        why: "There would be room, but the network must find out how to use it, with a gradient that comes back through 25 steps."
      },
      {
        text: "Nearly all: the memory is 35 times as large as need be.",
        why: "Room is needed, and does not suffice. Nothing tells the network where to put which letter, except a gradient that hardly arrives."
      },
      {
        text: "An eighth: no more than guessing.",
        why: "It is better than that, as something gets through. Most of the word does not."
      }
    ],
    solution:
      "About a third. The pigeonhole bound is far away and does not bite; what bites is the way back. The transformer has all of them right."
  },
  {
    kind: "compute",
    name: "attention-problem-tiny",
    prompt:
      "There are three tokens, a, b and c, and texts of three of them. A machine has a memory of 4 bits. What is the largest share of all texts that it can copy whole?",
    answer: () => copyableShare(3, 3, 4),
    tolerance: 0.005,
    hint: "Count the texts, and count the states.",
    hints: [
      {value: 4 / 27, tolerance: 0.005, why: "4 bits are not 4 states: they are 2 to the fourth."},
      {value: 1, tolerance: 0.005, why: "There are 27 texts and only 16 states."},
      {value: 4 / bitsOf(3, 3), tolerance: 0.005, why: "That compares bits with bits. Whole texts go by states."}
    ],
    why: "16 states for 3 · 3 · 3 = 27 texts.",
    solution:
      "16/27 = 0.593. At most one text for each state comes out right. With a fifth bit there are 32 states, enough for all."
  },
  {
    kind: "compute",
    name: "attention-problem-fade",
    prompt:
      "A memory halves what it has at each step and adds what it reads. By what factor is the first of 11 tokens multiplied when the last has been read?",
    answer: () => remembered([[1, 0], ...Array.from({length: 10}, () => [0, 0] as const)], 0.5)[0],
    tolerance: 0.00002,
    hint: "It is halved by each token that is read after it.",
    hints: [
      {value: Math.pow(0.5, 11), tolerance: 0.00002, why: "Its own step does not halve it: ten tokens come after it."},
      {value: 0.05, tolerance: 0.001, why: "Halving ten times is not dividing by twenty."}
    ],
    why: "Ten halvings: 1/1024 = 0.000977.",
    solution:
      "1/1024 = 0.000977. The gradient by the first token has this factor too, since the memory is linear in it. In attention the factor is the weight, however far away the token is."
  },
  {
    kind: "choose",
    name: "attention-problem-steer",
    prompt:
      "In the first figure, with eight kinds of letters, give the memory 48 bits. What is the longest text that still comes out whole, whatever it is?",
    options: [
      {
        text: "16 letters.",
        right: true,
        holds: () => Promise.resolve(heldLetters(32, 8, 48) === 16),
        why: "Three bits a letter: 48/3."
      },
      {
        text: "48 letters.",
        holds: () => Promise.resolve(heldLetters(64, 8, 48) === 48),
        why: "That would be so with two kinds of letters, at one bit each."
      },
      {
        text: "6 letters.",
        holds: () => Promise.resolve(heldLetters(32, 8, 48) === 6),
        why: "That divides by the number of kinds. A letter of eight kinds needs log₂ 8 bits."
      }
    ],
    solution: "48/3 = 16. With 26 kinds of letters it would be 10, at 4.7 bits each."
  }
];
