import type {Question} from "../../../components/exercise/question.js";
import {bytesPerCharacter} from "../model/exerciseTruths.js";
import {entriesOf, together} from "../model/smallCounts.js";

const arraysOf = (contexts: number, rows: number): readonly {readonly byteLength: number}[] => [
  new Uint16Array(contexts), // oldest
  new Uint32Array(contexts + 1), // children
  new Uint32Array(contexts + 1), // rows
  new Uint16Array(rows), // next
  new Uint32Array(rows) // count
];

const reversed = (text: string): string => [...text].reverse().join("");
const CONTEXTS = ["at", "be", "he", "it", "me", "no", "so", "to"];

/** What the page “Implementation” asks. */
export const questions: readonly Question[] = [
  {
    kind: "compute",
    name: "implementation-bytes",
    prompt:
      "A level has 1,000 contexts and 2,500 rows; ids take 2 bytes, indices and counts 4. How many bytes do its five arrays take?",
    answer: () => arraysOf(1000, 2500).reduce((sum, {byteLength}) => sum + byteLength, 0),
    tolerance: 0.5,
    hint: "Add the arrays: oldest, children, rows, next, count. Two of them have one entry more than there are contexts.",
    hints: [
      {
        value: 10 * 1000 + 6 * 2500,
        why: "Nearly: children and rows end with one entry more, the end of the last range."
      },
      {value: 6 * 2500, why: "That is next and count alone; add the arrays of the contexts."}
    ],
    why: "10 · 1,000 + 6 · 2,500 + 8 = 25,008.",
    solution:
      "oldest takes 2 · 1,000, children and rows 4 · 1,001 each, next 2 · 2,500 and count 4 · 2,500: 2,000 + 4,004 + 4,004 + 5,000 + 10,000 = 25,008 bytes."
  },
  {
    kind: "choose",
    name: "implementation-newest-first",
    prompt: "Why are contexts sorted by their newest token first, and not in reading order?",
    options: [
      {
        text: "Because the newest token is stored last in the text",
        why: "Where it stands in the text does not matter to the sort: any order of keys would do."
      },
      {
        text: "So that contexts with a common shorter context are neighbors",
        right: true,
        holds: () => together(CONTEXTS.map(reversed).sort().map(reversed)) && !together([...CONTEXTS].sort()),
        why: "A shorter context drops the oldest tokens. Sorted by newest first, all that share it stand in one range, and its counts are sums over that range."
      },
      {text: "Because a radix sort can't sort in reading order", why: "It can sort by any sequence of keys."},
      {
        text: "So that fewer bytes are needed",
        why: "In reading order a trie would be as large. But a shorter context would be scattered over it."
      }
    ],
    solution:
      "Smoothing asks for the same context with its oldest token dropped, again and again. Newest first, that is one step up the path of the lookup, and its counts are a range."
  },
  {
    kind: "predict",
    name: "implementation-bytes-predict",
    prompt:
      "The opening of Moby Dick is counted at order 5, in arrays like these. How many bytes do the counts take for each character of the text?",
    range: [0, 40],
    step: 0.5,
    start: 1,
    unit: " bytes",
    within: 4,
    truth: async (corpus) => bytesPerCharacter(await corpus("opening"), 5),
    why: "Counting does not compress: about half of the windows are new ones, and each new one is a row, usually with a context of its own.",
    solution:
      "In this text about every second character begins a context of five that was not there before, and such a context takes about 27 bytes with its rows and with all that leads to it. So the model takes 13.8 bytes for each character. A longer text repeats more of its windows, and pays less for each character."
  },
  {
    kind: "compute",
    name: "implementation-by-hand",
    prompt:
      "The text “abab” is counted at order 1. How many entries have the five arrays of level 1 together? (Level 1 has the contexts of one token; the first a has none.)",
    answer: () => entriesOf("abab", 1),
    tolerance: 0.1,
    hint: "Which contexts of one token were followed by something? Then: oldest, children (one more), rows (one more), next, count.",
    hints: [
      {
        value: 5 * 2,
        tolerance: 0.1,
        why: "children and rows have one entry more than there are contexts, the end of the last range."
      },
      {
        value: 2 + 3 + 3 + 3 + 3,
        tolerance: 0.1,
        why: "“ab” occurs twice but is one row: equal windows are counted, not listed."
      }
    ],
    why: "Contexts a and b: 2 + 3 + 3; rows ab and ba: 2 + 2.",
    solution:
      "a was followed by b twice, b by a once. oldest: 2 entries, children: 3, rows: 3 (0, 1, 2), next: 2 (b, a), count: 2 (2, 1): 12 in all."
  }
];
