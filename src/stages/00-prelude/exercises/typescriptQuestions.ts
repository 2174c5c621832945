import type {Question} from "../../../components/exercise/question.js";

const ten = Array.from({length: 10}, (_, i) => i + 1);

/** What the page “Reading TypeScript” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "typescript-chain",
    prompt: "What is [1, 2, …, 10].filter((x) => x % 2 === 1).map((x) => x * x).reduce((sum, x) => sum + x, 0)?",
    range: [0, 400],
    step: 5,
    within: 10,
    start: 30,
    truth: () =>
      ten
        .filter((x) => x % 2 === 1)
        .map((x) => x * x)
        .reduce((sum, x) => sum + x, 0),
    why: "165. The odd numbers are kept, squared and added.",
    solution:
      "Read from left to right: 1, 3, 5, 7, 9 are kept, their squares are 1, 9, 25, 49, 81, and 1 + 9 + 25 + 49 + 81 = 165."
  },
  {
    kind: "choose",
    name: "typescript-type",
    prompt: "f has the type (list: readonly string[]) => number | undefined. Which sentence about f is right?",
    options: [
      {
        text: "It takes a list of texts that it does not change, and returns a number or nothing.",
        right: true,
        why: "readonly is a promise about the list, and the bar between two types reads “or”."
      },
      {
        text: "It takes a text that may be missing, and returns a list of numbers.",
        why: "The brackets [] stand behind string, so the list is what it takes. And undefined stands with what it returns."
      },
      {
        text: "It takes a list of texts and returns a number that is never missing.",
        why: "The type says number | undefined: whoever calls f must be ready for undefined."
      },
      {
        text: "It is a list of functions from texts to numbers.",
        why: "The arrow joins what it takes and what it returns. The list stands on the left side of it."
      }
    ],
    solution:
      "Read the arrow first: a function. Left of it is what it takes: list, a readonly list of string. Right of it is what it returns: a number or undefined. A function that finds the length of the longest text has this type, because an empty list has no longest text."
  },
  {
    kind: "compute",
    name: "typescript-destructuring",
    prompt: "const [first, ...rest] = [4, 5, 6, 7]; const {length} = rest; What is first * length?",
    answer: () => {
      const [first = NaN, ...rest] = [4, 5, 6, 7];
      const {length} = rest;
      return first * length;
    },
    tolerance: 0.001,
    why: "first is 4, and rest has 3 items: 4 · 3 = 12.",
    hint: "The three dots collect what is left. Then one field of that list is taken out by its name.",
    hints: [
      {
        value: 16,
        tolerance: 0.001,
        why: "You took the length of the whole list. rest is what is left after the first."
      },
      {value: 28, tolerance: 0.001, why: "length is how many items there are, and not the last of them."}
    ],
    solution:
      "The left side mirrors the right one: first gets 4, and ...rest collects [5, 6, 7]. A list has a field named length, so {length} takes the 3 out of it. Then 4 · 3 = 12."
  },
  {
    kind: "compute",
    name: "typescript-every",
    prompt:
      "ticks() gives 0, 1, 2, …, and is stopped after the number 20. How many items does every(6) let through, if it keeps the multiples of 6 and the last item?",
    answer: () => {
      const steps = Array.from({length: 21}, (_, i) => i);
      return steps.filter((step) => step % 6 === 0 || step === 20).length;
    },
    tolerance: 0.01,
    why: "0, 6, 12, 18 and the last one, 20: there are 5.",
    hint: "List the multiples of 6 from 0 on, and do not forget the last item.",
    hints: [
      {
        value: 4,
        tolerance: 0.01,
        why: "These are the multiples. The last item comes through as well, so that nobody misses how a run ended."
      },
      {value: 3, tolerance: 0.01, why: "0 is a multiple of 6, too: the frame before any training is always kept."}
    ],
    solution:
      "The multiples are 0, 6, 12 and 18, which are 4, and when the stream ends the last item is let through as well: 4 + 1 = 5."
  }
];
