import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const diamond = [
  {inputs: []},
  {inputs: [{id: 0, slope: 2}]},
  {inputs: [{id: 0, slope: 5}]},
  {
    inputs: [
      {id: 1, slope: 3},
      {id: 2, slope: 7}
    ]
  }
];
const square = [
  {inputs: []},
  {
    inputs: [
      {id: 0, slope: 3},
      {id: 0, slope: 3}
    ]
  }
];
const ladder = [
  {inputs: []},
  {inputs: []},
  {
    inputs: [
      {id: 0, slope: 2},
      {id: 1, slope: 1}
    ]
  },
  {
    inputs: [
      {id: 2, slope: -1},
      {id: 1, slope: 4}
    ]
  },
  {
    inputs: [
      {id: 2, slope: 1},
      {id: 3, slope: 10}
    ]
  }
];
const apart = [{inputs: []}, {inputs: []}, {inputs: [{id: 0, slope: 6}]}];

/** Functions that the reader of the section on graphs writes. */
export const exercises: readonly WriteExercise[] = [
  {
    name: "graphs-backward",
    title: "The backward sweep",
    prompt:
      "Write backward(nodes): the derivative of the last node with respect to each node, as an array. Nodes stand in order of birth. Each has inputs, a list of {id, slope}: the place of the input, and the local derivative.",
    start:
      "function backward(nodes) {\n  // nodes[i].inputs: [{id, slope}, …], with id < i\n  const gradients = nodes.map(() => 0);\n  return gradients;\n}",
    functionName: "backward",
    cases: [
      {args: [[{inputs: []}]], expected: [1], hint: "The output changes as fast as itself: its gradient is 1."},
      {
        args: [[{inputs: []}, {inputs: [{id: 0, slope: 4}]}, {inputs: [{id: 1, slope: -2}]}]],
        expected: [-8, -2, 1],
        hint: "Along a chain, slopes multiply, from the output back."
      },
      {
        args: [square],
        expected: [6, 1],
        hint: "An input that is used twice has two edges, and gets a share over each of them."
      },
      {
        args: [diamond],
        expected: [41, 3, 7, 1],
        hint: "Two paths lead from the first node to the output: 3·2 and 7·5. Their products are added."
      },
      {
        args: [ladder],
        expected: [-18, 31, -9, 10, 1],
        hint: "A node may hand on its gradient only when all nodes that use it, which are younger, have handed it theirs."
      },
      {args: [apart], expected: [6, 0, 1], hint: "What the output does not depend on has gradient 0."}
    ],
    solution: `function backward(nodes) {
  const gradients = nodes.map(() => 0);
  gradients[nodes.length - 1] = 1;
  for (let i = nodes.length - 1; i >= 0; i--) {
    for (const {id, slope} of nodes[i].inputs) gradients[id] += gradients[i] * slope;
  }
  return gradients;
}`,
    wrong: [
      {
        code: "function backward(nodes) { const g = nodes.map(() => 0); g[nodes.length - 1] = 1; for (let i = nodes.length - 1; i >= 0; i--) for (const {id, slope} of nodes[i].inputs) g[id] = g[i] * slope; return g; }",
        why: "It replaces what had arrived before: only the last share is left."
      },
      {
        code: "function backward(nodes) { const g = nodes.map(() => 0); g[nodes.length - 1] = 1; for (let i = 0; i < nodes.length; i++) for (const {id, slope} of nodes[i].inputs) g[id] += g[i] * slope; return g; }",
        why: "It goes from the oldest to the youngest, so nodes hand on what they don't have yet."
      },
      {
        code: "function backward(nodes) { const g = nodes.map(() => 0); g[nodes.length - 1] = 1; for (let i = nodes.length - 1; i >= 0; i--) { const done = new Set(); for (const {id, slope} of nodes[i].inputs) { if (done.has(id)) continue; done.add(id); g[id] += g[i] * slope; } } return g; }",
        why: "It counts two edges from the same input as one, so x·x has half of its slope."
      },
      {
        code: "function backward(nodes) { const g = nodes.map(() => 0); const last = nodes.length - 1; g[last] = 1; const queue = [last]; for (const i of queue) for (const {id, slope} of nodes[i].inputs) { g[id] += g[i] * slope; if (!queue.includes(id)) queue.push(id); } return g; }",
        why: "It visits nodes in the order in which they are reached, so one may hand on its gradient before it is complete."
      }
    ],
    explanation:
      "Inputs are older than what uses them. Going from the youngest node to the oldest, all users of a node have had their turn before its own comes, so what has been added up by then is complete. Adding, not assigning, is the sum over paths."
  },
  {
    name: "graphs-paths",
    title: "Count the paths",
    prompt:
      "Write countPaths(nodes): in how many ways the edges lead from node 0 to the last node. nodes[i] is the list of the places of its inputs, all smaller than i. It must be quick for graphs with more paths than there are atoms.",
    start: "function countPaths(nodes) {\n  // nodes[i]: the places of the inputs of node i\n  return 0;\n}",
    functionName: "countPaths",
    cases: [
      {args: [[[], [0], [1]]], expected: 1, hint: "A chain has one path."},
      {args: [[[], [0, 0]]], expected: 2, hint: "Two edges between the same nodes are two paths."},
      {args: [[[], [0], [0], [1, 2]]], expected: 2, hint: "A diamond has two paths."},
      {args: [[[], [], [1]]], expected: 0, hint: "Node 0 may be no part of what the last one depends on."},
      {args: [[[]]], expected: 1, hint: "A node alone is a path of no edges."},
      {
        args: [Array.from({length: 101}, (_, i) => (i === 0 ? [] : [i - 1, i - 1]))],
        expected: 1267650600228229401496703205376,
        hint: "2 to the power 100: walking along each path would outlast the sun. Keep a number for each node."
      }
    ],
    solution: `function countPaths(nodes) {
  const ways = nodes.map(() => 0);
  ways[nodes.length - 1] = 1;
  for (let i = nodes.length - 1; i >= 0; i--) for (const input of nodes[i]) ways[input] += ways[i];
  return ways[0];
}`,
    wrong: [
      {
        code: "function countPaths(nodes) { const ways = nodes.map(() => 1); for (let i = 1; i < nodes.length; i++) if (nodes[i].length > 0) ways[i] = nodes[i].reduce((s, j) => s + ways[j], 0); return ways[nodes.length - 1]; }",
        why: "It counts paths from every leaf, not only from node 0."
      },
      {
        code: "function countPaths(nodes) { const ways = nodes.map(() => 0); ways[0] = 1; for (let i = 1; i < nodes.length; i++) ways[i] = [...new Set(nodes[i])].reduce((s, j) => s + ways[j], 0); return ways[nodes.length - 1]; }",
        why: "It takes two edges from the same input for one."
      },
      {
        code: "function countPaths(nodes) { return nodes.reduce((s, inputs) => s + inputs.length, 0); }",
        why: "It counts edges."
      }
    ],
    explanation:
      "It is the backward sweep with all slopes equal to 1: the sum over paths of a product of ones. So the same few lines that count paths also add up derivatives, and neither ever walks a path to its end."
  }
];
