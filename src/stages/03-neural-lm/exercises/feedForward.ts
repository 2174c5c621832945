import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on the feed-forward model writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "feed-forward-logits",
    title: "From a window to logits",
    prompt:
      "Write logits(window, model): window is a list of ids; model has vectors (a row for each id), hidden and output, each with weight (rows by input) and bias. Put the vectors side by side, go through the hidden layer with relu, and return the logits.",
    start:
      "function logits(window, {vectors, hidden, output}) {\n  // hidden.weight[i][j]: from input i to neuron j; likewise output.weight\n  return [];\n}",
    functionName: "logits",
    cases: [
      {
        args: [
          [1],
          {
            vectors: [
              [0, 0],
              [1, 2]
            ],
            hidden: {
              weight: [
                [1, 0],
                [0, 1]
              ],
              bias: [0, 0]
            },
            output: {
              weight: [
                [1, 0, 2],
                [0, 1, 1]
              ],
              bias: [0, 0, 0]
            }
          }
        ],
        expected: [1, 2, 4],
        hint: "A window of one token, and a hidden layer that hands everything on."
      },
      {
        args: [
          [1],
          {
            vectors: [
              [0, 0],
              [-1, 2]
            ],
            hidden: {
              weight: [
                [1, 0],
                [0, 1]
              ],
              bias: [0, 0]
            },
            output: {
              weight: [
                [1, 0],
                [0, 1]
              ],
              bias: [-5, 0]
            }
          }
        ],
        expected: [-5, 2],
        hint: "relu makes the hidden −1 a 0; the logits themselves may be negative."
      },
      {
        args: [
          [0, 1],
          {
            vectors: [[1], [10]],
            hidden: {
              weight: [
                [1, 2],
                [3, 0]
              ],
              bias: [0.5, -1]
            },
            output: {weight: [[1], [100]], bias: [0]}
          }
        ],
        expected: [131.5],
        hint: "The input is (1, 10), in the order of the window; the hidden layer (31.5, 1)."
      },
      {
        args: [
          [1, 0],
          {
            vectors: [[1], [10]],
            hidden: {
              weight: [
                [1, 2],
                [3, 0]
              ],
              bias: [0.5, -1]
            },
            output: {weight: [[1], [100]], bias: [0]}
          }
        ],
        expected: [1913.5],
        hint: "Another order of the window is another input: (10, 1)."
      }
    ],
    solution: `function logits(window, {vectors, hidden, output}) {
  const dense = (x, {weight, bias}) => bias.map((b, j) => x.reduce((sum, v, i) => sum + v * weight[i][j], b));
  const x = window.flatMap((id) => vectors[id]);
  const h = dense(x, hidden).map((z) => Math.max(0, z));
  return dense(h, output);
}`,
    wrong: [
      {
        code: "function logits(w, {vectors, hidden, output}) { const d = (x, {weight, bias}) => bias.map((b, j) => x.reduce((s, v, i) => s + v * weight[i][j], b)); return d(d(w.flatMap((id) => vectors[id]), hidden), output); }",
        why: "The activation is missing: two matrices are one."
      },
      {
        code: "function logits(w, {vectors, hidden, output}) { const d = (x, {weight, bias}) => bias.map((b, j) => Math.max(0, x.reduce((s, v, i) => s + v * weight[i][j], b))); return d(d(w.flatMap((id) => vectors[id]), hidden), output); }",
        why: "It applies relu to the logits as well, so that none can be negative."
      },
      {
        code: "function logits(w, {vectors, hidden, output}) { const d = (x, {weight, bias}) => bias.map((b, j) => x.reduce((s, v, i) => s + v * weight[i][j], 0)); return d(d(w.flatMap((id) => vectors[id]), hidden).map((z) => Math.max(0, z)), output); }",
        why: "It forgets the biases."
      },
      {
        code: "function logits(w, {vectors, hidden, output}) { const d = (x, {weight, bias}) => bias.map((b, j) => x.reduce((s, v, i) => s + v * weight[i][j], b)); return d(d([...w].sort().flatMap((id) => vectors[id]), hidden).map((z) => Math.max(0, z)), output); }",
        why: "It sorts the window: the order of the tokens is lost."
      }
    ],
    explanation:
      "Three lines are the whole model of Bengio and others: look up and put side by side, one dense layer and a bend, one more dense layer. The order of the window is kept because each place has its own rows of the hidden weights. The bend stands between the two layers, and not behind the second: a logit may be any number."
  },
  {
    kind: "write",
    name: "feed-forward-hats",
    title: "A curve from relus",
    prompt:
      "A curve has the given heights at x = 0, 1, 2, …, and is straight between them. Write units(heights): a list of pairs [corner, out] so that heights[0] + Σ out · relu(x − corner) is that curve, for x from 0 to the last place. Leave out units that add nothing.",
    start:
      "function units(heights) {\n  // heights: a list of at least two numbers\n  // returns a list of [corner, out], corners ascending\n  return [];\n}",
    functionName: "units",
    cases: [
      {args: [[0, 1]], expected: [[0, 1]], hint: "One slope, from the start: one unit."},
      {
        args: [[0, 1, 0]],
        expected: [
          [0, 1],
          [1, -2]
        ],
        hint: "The slope changes from 1 to −1, by −2."
      },
      {
        args: [[5, 7, 8, 8]],
        expected: [
          [0, 2],
          [1, -1],
          [2, -1]
        ],
        hint: "The first height is the constant; the units only add slopes."
      },
      {
        args: [[1, 1, 1, 4, 7]],
        expected: [[2, 3]],
        hint: "Where the slope does not change there is no unit."
      },
      {
        args: [[0, 0, 1, 0, 0]],
        expected: [
          [1, 1],
          [2, -2],
          [3, 1]
        ],
        hint: "A hat: three units, with 1, −2 and 1."
      }
    ],
    solution: `function units(heights) {
  const list = [];
  let slope = 0;
  for (let k = 0; k + 1 < heights.length; k++) {
    const next = heights[k + 1] - heights[k];
    if (next !== slope) list.push([k, next - slope]);
    slope = next;
  }
  return list;
}`,
    wrong: [
      {
        code: "function units(h) { const list = []; for (let k = 0; k + 1 < h.length; k++) if (h[k + 1] !== h[k]) list.push([k, h[k + 1] - h[k]]); return list; }",
        why: "It adds the slopes and not their changes: units that came before are still there."
      },
      {
        code: "function units(h) { const list = []; let s = 0; for (let k = 0; k + 1 < h.length; k++) { const n = h[k + 1] - h[k]; list.push([k, n - s]); s = n; } return list; }",
        why: "It keeps units that add nothing."
      },
      {
        code: "function units(h) { const list = []; for (let k = 0; k < h.length; k++) if (h[k] !== 0) list.push([k, h[k]]); return list; }",
        why: "It puts the heights themselves at the corners, as if each unit were a hat."
      }
    ],
    explanation:
      "A relu is zero before its corner, and adds a slope from there on, for ever. So the unit at a corner has to add the difference between the slope after it and the slope before it. This is the proof of the page as a program: the heights decide all weights, and n pieces take at most n units."
  }
];
