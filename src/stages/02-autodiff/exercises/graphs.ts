import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on graphs writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
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
