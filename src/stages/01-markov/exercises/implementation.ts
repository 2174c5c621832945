import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on implementation writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "implementation-search",
    title: "Find a token in a range",
    prompt:
      "Write search(sorted, value, from, to): the index of value among sorted[from], …, sorted[to - 1], which ascend, or -1 if it is not there. The array holds many ranges; the whole of it is not sorted.",
    start: "function search(sorted, value, from, to) {\n  // halve the range until it is empty\n  return -1;\n}",
    functionName: "search",
    cases: [
      {args: [[2, 4, 6, 8], 6, 0, 4], expected: 2, hint: "The index is counted from the start of the array."},
      {args: [[5, 9, 1, 3, 7, 2, 8], 7, 2, 5], expected: 4, hint: "Only the range ascends, from 2 to 4 here."},
      {args: [[5, 9, 1, 3, 7, 2, 8], 9, 2, 5], expected: -1, hint: "9 is in the array, but not in the range."},
      {args: [[5, 9, 1, 3, 7, 2, 8], 2, 2, 5], expected: -1, hint: "`to` itself is outside the range."},
      {args: [[1, 2, 3], 2, 1, 1], expected: -1, hint: "An empty range has nothing in it."},
      {args: [[1, 3, 5], 1, 0, 3], expected: 0, hint: "The first of a range can be found, too."},
      {args: [[1, 3, 5], 5, 0, 3], expected: 2, hint: "And the last."},
      {args: [[1, 3, 5], 4, 0, 3], expected: -1, hint: "The place where 4 would stand is not 4."}
    ],
    solution: `function search(sorted, value, from, to) {
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle] === value) return middle;
    if (sorted[middle] < value) from = middle + 1;
    else to = middle;
  }
  return -1;
}`,
    wrong: [
      {
        code: "function search(sorted, value, from, to) { return sorted.indexOf(value); }",
        why: "It looks at the whole array, so it finds what belongs to other contexts."
      },
      {
        code: "function search(sorted, value, from, to) { const i = sorted.slice(from, to).indexOf(value); return i; }",
        why: "Its index counts from the start of the range."
      },
      {
        code: "function search(sorted, value, from, to) { while (from < to) { const m = (from + to) >>> 1; if (sorted[m] < value) from = m + 1; else to = m; } return from; }",
        why: "It returns where the value would stand, also if it is not there."
      },
      {
        code: "function search(sorted, value, from, to) { for (let i = from; i <= to; i++) if (sorted[i] === value) return i; return -1; }",
        why: "It looks at `to`, too, which belongs to the next context."
      }
    ],
    explanation:
      "What is looked for lies in from … to − 1 at all times. Each turn halves that range or ends, so a range of d tokens takes at most about log₂ d + 1 turns."
  }
];
