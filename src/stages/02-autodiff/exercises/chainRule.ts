import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on the chain rule writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "chain-rule-paths",
    title: "Add over paths without walking them",
    prompt:
      "A graph has the nodes 0, 1, …, n − 1. An edge [from, to, slope] says that node to uses node from, with this local derivative; to is always larger than from. Write derivative(n, edges): that of the last node by node 0. There may be more paths than you can walk.",
    start: "function derivative(n, edges) {\n  // edges: a list of [from, to, slope], in any order\n  return 0;\n}",
    functionName: "derivative",
    cases: [
      {args: [2, [[0, 1, 3]]], expected: 3, hint: "One edge: its slope."},
      {
        args: [
          3,
          [
            [0, 1, 2],
            [1, 2, 5]
          ]
        ],
        expected: 10,
        hint: "Along a path, slopes multiply."
      },
      {
        args: [
          4,
          [
            [0, 1, 2],
            [0, 2, 3],
            [1, 3, 5],
            [2, 3, 7]
          ]
        ],
        expected: 31,
        hint: "Two paths: 2 · 5 and 3 · 7. They add up."
      },
      {
        args: [
          2,
          [
            [0, 1, 4],
            [0, 1, 4]
          ]
        ],
        expected: 8,
        hint: "Two edges between the same nodes are two paths, as in x · x."
      },
      {args: [3, [[1, 2, 6]]], expected: 0, hint: "No path leads from node 0 to the last one."},
      {
        args: [
          4,
          [
            [2, 3, 1],
            [0, 2, 1],
            [1, 2, 10],
            [0, 1, 1]
          ]
        ],
        expected: 11,
        hint: "The edges come in any order; the nodes have one."
      },
      {
        args: [
          101,
          Array.from({length: 100}, (_, i) => [
            [i, i + 1, 0.5],
            [i, i + 1, 0.5]
          ]).flat()
        ],
        expected: 1,
        hint: "2¹⁰⁰ paths: keep one number for each node instead of walking them."
      }
    ],
    solution: `function derivative(n, edges) {
  const share = new Array(n).fill(0);
  share[0] = 1;
  for (let node = 1; node < n; node++)
    for (const [from, to, slope] of edges) if (to === node) share[node] += slope * share[from];
  return share[n - 1];
}`,
    wrong: [
      {
        code: "function derivative(n, edges) { const s = new Array(n).fill(0); s[0] = 1; for (let k = 1; k < n; k++) for (const [a, b, m] of edges) if (b === k) s[k] = m * s[a]; return s[n - 1]; }",
        why: "It overwrites instead of adding: only the last edge into a node counts."
      },
      {
        code: "function derivative(n, edges) { const walk = (k) => k === 0 ? 1 : edges.filter(([, b]) => b === k).reduce((s, [a, , m]) => s + m * walk(a), 0); return walk(n - 1); }",
        why: "It walks each path, and there are 2¹⁰⁰ of them."
      },
      {
        code: "function derivative(n, edges) { const s = new Array(n).fill(0); s[0] = 1; for (const [a, b, m] of edges) s[b] += m * s[a]; return s[n - 1]; }",
        why: "It takes the edges in the order of the list, before what they start from is complete."
      },
      {
        code: "function derivative(n, edges) { const s = new Array(n).fill(0); s[0] = 1; for (let k = 1; k < n; k++) for (const [a, b, m] of edges) if (b === k) s[k] += m + s[a]; return s[n - 1]; }",
        why: "Slopes along a path multiply; it adds them."
      }
    ],
    explanation:
      "The share of a node is the sum over all paths from node 0 to it. Paths are sorted by their last edge, so it is the sum of slope times share over the edges that end there; whatever order the list has, smaller nodes are finished first. One product for each edge is enough, however many paths there are."
  }
];
