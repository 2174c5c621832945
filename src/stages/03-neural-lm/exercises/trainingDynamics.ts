import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

const identity = [
  [1, 0],
  [0, 1]
];

/** Functions that the reader of the section on training dynamics writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "dynamics-sizes",
    title: "The size of every layer",
    prompt:
      "Write sizes(batch, layers): batch is a list of examples, each a list of numbers; layers is a list of weight matrices (weight[i][j] from input i to neuron j), with relu after each. Return the root mean square of the batch, and then that of what each layer passes on.",
    start:
      "function sizes(batch, layers) {\n  // returns a list with one number more than there are layers\n  return [];\n}",
    functionName: "sizes",
    cases: [
      {
        args: [[[3, 4]], []],
        expected: [Math.sqrt(12.5)],
        hint: "Without layers there is the batch alone: √((9 + 16)/2)."
      },
      {args: [[[1, 1]], [identity]], expected: [1, 1], hint: "A layer that hands everything on."},
      {
        args: [[[1, -1]], [identity]],
        expected: [1, Math.sqrt(0.5)],
        hint: "relu makes the −1 a 0, and half of the mean square is left."
      },
      {
        args: [
          [
            [2, 0],
            [0, 2]
          ],
          [
            [
              [1, -1],
              [1, 1]
            ],
            [[0.5], [0]]
          ]
        ],
        expected: [Math.sqrt(2), Math.sqrt(3), 1],
        hint: "The first layer makes (2, −2) and (2, 2), so (2, 0) and (2, 2) after relu; the second makes 1 and 1."
      },
      {
        args: [[[1, 2]], [[[1], [1]], [[-1]], [[5]]]],
        expected: [Math.sqrt(2.5), 3, 0, 0],
        hint: "What is 0 in one layer is 0 in all that follow."
      }
    ],
    solution: `function sizes(batch, layers) {
  const size = (rows) => {
    const all = rows.flat();
    return Math.sqrt(all.reduce((sum, x) => sum + x * x, 0) / all.length);
  };
  const list = [size(batch)];
  let rows = batch;
  for (const weight of layers) {
    rows = rows.map((x) => weight[0].map((_, j) => Math.max(0, x.reduce((sum, v, i) => sum + v * weight[i][j], 0))));
    list.push(size(rows));
  }
  return list;
}`,
    wrong: [
      {
        code: "function sizes(b, layers) { const s = (r) => { const a = r.flat(); return Math.sqrt(a.reduce((t, x) => t + x * x, 0) / a.length); }; const l = [s(b)]; let r = b; for (const w of layers) { r = r.map((x) => w[0].map((_, j) => x.reduce((t, v, i) => t + v * w[i][j], 0))); l.push(s(r)); } return l; }",
        why: "The relu is missing."
      },
      {
        code: "function sizes(b, layers) { const s = (r) => { const a = r.flat(); return a.reduce((t, x) => t + x * x, 0) / a.length; }; const l = [s(b)]; let r = b; for (const w of layers) { r = r.map((x) => w[0].map((_, j) => Math.max(0, x.reduce((t, v, i) => t + v * w[i][j], 0)))); l.push(s(r)); } return l; }",
        why: "It returns mean squares, without the root."
      },
      {
        code: "function sizes(b, layers) { const s = (r) => { const a = r.flat(); return Math.sqrt(a.reduce((t, x) => t + x * x, 0) / a.length); }; const l = [s(b)]; for (const w of layers) { l.push(s(b.map((x) => w[0].map((_, j) => Math.max(0, x.reduce((t, v, i) => t + v * (w[i] ?? w[0])[j], 0)))))); } return l; }",
        why: "It gives the batch to every layer, and not what the layer before passes on."
      },
      {
        code: "function sizes(b, layers) { const s = (r) => { const a = r.flat(); return a.reduce((t, x) => t + Math.abs(x), 0) / a.length; }; const l = [s(b)]; let r = b; for (const w of layers) { r = r.map((x) => w[0].map((_, j) => Math.max(0, x.reduce((t, v, i) => t + v * w[i][j], 0)))); l.push(s(r)); } return l; }",
        why: "It takes the mean of sizes. The derivation is of squares: they are what adds up."
      }
    ],
    explanation:
      "Six lines find what hours of training may not tell: print these numbers once before the first step. If each is a fixed factor times the one before, the factor to the power of the depth is what the last layer sees of the input."
  },
  {
    kind: "write",
    name: "dynamics-alarms",
    title: "Which layers move too far, or not at all",
    prompt:
      'Write alarms(layers): each layer has a name, its weights and the update that the next step adds, both lists of numbers. Its ratio is the length of the update over the length of the weights. Return a list of [name, "long"] for each ratio above 0.01, and [name, "still"] for each below 0.00001, in order. Where all weights are 0 there is no ratio: leave such a layer out.',
    start:
      'function alarms(layers) {\n  // layers: [{name, weights, update}, …]\n  // returns [[name, "long" or "still"], …]\n  return [];\n}',
    functionName: "alarms",
    cases: [
      {
        args: [[{name: "a", weights: [3, 4], update: [0.003, 0.004]}]],
        expected: [],
        hint: "A thousandth is as it should be."
      },
      {
        args: [[{name: "a", weights: [3, 4], update: [0.3, -0.4]}]],
        expected: [["a", "long"]],
        hint: "A tenth of all weights is thrown over in one step."
      },
      {
        args: [[{name: "a", weights: [3, 4], update: [0, 0]}]],
        expected: [["a", "still"]],
        hint: "A ratio of 0 is below 0.00001."
      },
      {
        args: [
          [
            {name: "bias", weights: [0, 0], update: [0.1, 0.1]},
            {name: "last", weights: [0.1, -0.1], update: [0.02, -0.02]}
          ]
        ],
        expected: [["last", "long"]],
        hint: "A bias that starts at 0 has no length to compare with. The last layer has: its ratio is 0.2."
      },
      {
        args: [
          [
            {name: "x", weights: [1, -1], update: [0.001, -0.001]},
            {name: "y", weights: [125, 0, 0, 0], update: [0.5, 0.5, 0.5, 0.5]}
          ]
        ],
        expected: [],
        hint: "The first is at 0.001, though its weights sum to 0; the second has the length 1 against 125."
      },
      {
        args: [[{name: "z", weights: [0.001], update: [0.0001]}]],
        expected: [["z", "long"]],
        hint: "The update is small, but a tenth of the weight."
      }
    ],
    solution: `function alarms(layers) {
  const length = (list) => Math.sqrt(list.reduce((sum, x) => sum + x * x, 0));
  const list = [];
  for (const {name, weights, update} of layers) {
    const size = length(weights);
    if (size === 0) continue;
    const ratio = length(update) / size;
    if (ratio > 0.01) list.push([name, "long"]);
    if (ratio < 0.00001) list.push([name, "still"]);
  }
  return list;
}`,
    wrong: [
      {
        code: 'function alarms(layers) { const n = (l) => Math.sqrt(l.reduce((s, x) => s + x * x, 0)); return layers.flatMap(({name, weights, update}) => { const r = n(update) / n(weights); return r > 0.01 ? [[name, "long"]] : r < 0.00001 ? [[name, "still"]] : []; }); }',
        why: "A bias that begins at 0 has an infinite ratio here, and rings at the first step of every run."
      },
      {
        code: 'function alarms(layers) { const n = (l) => Math.sqrt(l.reduce((s, x) => s + x * x, 0)); return layers.flatMap(({name, weights, update}) => { if (n(weights) === 0) return []; const r = n(update); return r > 0.01 ? [[name, "long"]] : r < 0.00001 ? [[name, "still"]] : []; }); }',
        why: "It looks at the length of the update alone, and not against the weights."
      },
      {
        code: 'function alarms(layers) { const n = (l) => Math.abs(l.reduce((s, x) => s + x, 0)); return layers.flatMap(({name, weights, update}) => { if (n(weights) === 0) return []; const r = n(update) / n(weights); return r > 0.01 ? [[name, "long"]] : r < 0.00001 ? [[name, "still"]] : []; }); }',
        why: "Sums cancel: weights of both signs have a sum near 0 and a length that is not."
      }
    ],
    explanation:
      "A gradient has no natural size, and neither has a weight; their quotient after the optimizer has done its work has one. Two thresholds three decades apart leave room for what is normal. The layer that rings is often the one whose first weights were drawn smallest, since the same step is longer against them."
  }
];
