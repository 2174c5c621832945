import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on the language modeling problem writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "language-models-windows",
    title: "Write the windows",
    prompt:
      "Write windows(ids, order, begin, end): the list of [context, next] pairs of a text, context being an array of exactly `order` ids. Before the text stands begin, as often as needed, and after it end, once.",
    start:
      "function windows(ids, order, begin, end) {\n  // ids: an array of token ids, without begin and end\n  // returns an array of pairs [context, next]\n  return [];\n}",
    functionName: "windows",
    cases: [
      {
        args: [[5, 6], 1, 0, 1],
        expected: [
          [[0], 5],
          [[5], 6],
          [[6], 1]
        ],
        hint: "Two tokens and the end are predicted: three windows."
      },
      {
        args: [[5, 6, 7], 2, 0, 1],
        expected: [
          [[0, 0], 5],
          [[0, 5], 6],
          [[5, 6], 7],
          [[6, 7], 1]
        ],
        hint: "At the first token the whole context is begin: as many of them as the order says."
      },
      {args: [[], 2, 8, 9], expected: [[[8, 8], 9]], hint: "An empty text still ends."},
      {
        args: [[3, 3], 0, 0, 1],
        expected: [
          [[], 3],
          [[], 3],
          [[], 1]
        ],
        hint: "At order 0 every context is empty. Mind that slice(-0) is slice(0)."
      }
    ],
    solution: `function windows(ids, order, begin, end) {
  const padded = [...Array(order).fill(begin), ...ids, end];
  return [...ids, end].map((next, i) => [padded.slice(i, i + order), next]);
}`,
    wrong: [
      {
        code: "function windows(ids, order, begin, end) { const p = [...Array(order).fill(begin), ...ids]; return ids.map((next, i) => [p.slice(i, i + order), next]); }",
        why: "It never predicts the end, so the strings of each single length sum to one."
      },
      {
        code: "function windows(ids, order, begin, end) { const p = [begin, ...ids, end]; return p.slice(1).map((next, i) => [p.slice(Math.max(0, i + 1 - order), i + 1), next]); }",
        why: "It puts one begin before the text, so the first contexts are too short when the order is above 1."
      },
      {
        code: "function windows(ids, order, begin, end) { const p = [...Array(order).fill(begin), ...ids, end]; return p.map((_, i) => [p.slice(i, i + order), p[i + order]]).slice(0, ids.length); }",
        why: "It stops one window early: a text of n tokens has n + 1 of them."
      },
      {
        code: "function windows(ids, order, begin, end) { const p = [...Array(order).fill(begin), ...ids, end]; const out = []; for (let i = 1; i < p.length; i++) out.push([p.slice(Math.max(0, i - order), i), p[i]]); return out; }",
        why: "It starts to predict too early: begin is looked at, never predicted."
      }
    ],
    explanation:
      "Pad once, then slide: window i has the tokens i … i + order − 1 of the padded text as its context and the next one as what is predicted. There are as many windows as tokens, and one more for the end. Slicing forward from i works for order 0, too."
  }
];
