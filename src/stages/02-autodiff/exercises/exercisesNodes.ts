import {BUILD, MAKER, OPERATIONS, ORDER} from "../model/engineParts.js";
import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const MAKE = `// Given: makes a node for each [value, places of its inputs, slopes], and returns all.
function make(list) {
  const node = maker();
  const made = [];
  for (const [value, places, slopes] of list)
    made.push(places === undefined ? node(value) : node(value, places.map((i) => made[i]), slopes));
  return made;
}`;

const RUN = `// Given: runs a program, lines [name, number] or [name, operation, x, y], and tells of its last node.
function run(program) {
  const node = maker();
  const operation = operations(node);
  const nodes = new Map();
  let last;
  for (const [name, op, ...operands] of program) {
    last = typeof op === "number" ? node(op) : operation[op](...operands.map((x) => nodes.get(x) ?? x));
    nodes.set(name, last);
  }
  const {value, inputs, slopes, birth} = last;
  return {value, slopes, inputs: inputs.map((input) => input.value), youngest: inputs.every((input) => input.birth < birth)};
}`;

const NAMES = `// Given: the names of what \`order\` finds, and how many nodes it finds in all.
function namesInOrder(program, more = 0) {
  const {root, nodes} = build(program, more);
  const names = new Map([...nodes].map(([name, node]) => [node, name]));
  const found = order(root);
  return {names: found.flatMap((node) => names.get(node) ?? []), count: found.length};
}`;

const makerSolution = `${MAKER}\n\n${MAKE}`;
const operationsSolution = `${MAKER}\n\n${OPERATIONS}\n\n${RUN}`;
const orderSolution = `${MAKER}\n\n${OPERATIONS}\n\n${ORDER}\n\n${BUILD}\n\n${NAMES}`;
const withOrder = (order: string): string => orderSolution.replace(ORDER, order);

const x = {value: 2, inputs: [], slopes: [], birth: 1};
const y = {value: 5, inputs: [], slopes: [], birth: 2};

/** The first three parts of the engine that a reader writes: nodes, operations, an order. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "autodiff-project-node",
    title: "1. A node",
    prompt:
      "Write maker(): it returns a function node(value, inputs, slopes), which makes an object with these three fields and birth: 1 for the first node that this maker makes, 2 for the second, and so on. A node that is given a value alone has empty lists. Each maker counts for itself.",
    start: `function maker() {\n  return (value) => ({value});\n}\n\n${MAKE}`,
    functionName: "make",
    cases: [
      {args: [[[2]]], expected: [x], hint: "A leaf has no inputs and no slopes: empty lists."},
      {args: [[[2], [5]]], expected: [x, y], hint: "Births rise by one, and begin at 1 for each maker."},
      {
        args: [[[2], [5], [7, [0, 1], [1, 1]]]],
        expected: [x, y, {value: 7, inputs: [x, y], slopes: [1, 1], birth: 3}],
        hint: "Its inputs are the nodes that it is given."
      },
      {
        args: [[[2], [4, [0, 0], [2, 2]]]],
        expected: [x, {value: 4, inputs: [x, x], slopes: [2, 2], birth: 2}],
        hint: "One node may be an input twice."
      }
    ],
    solution: makerSolution,
    wrong: [
      {
        code: makerSolution.replace("function maker() {\n  let births = 0;", "let births = 0;\nfunction maker() {"),
        why: "One count for all makers: births depend on what happened elsewhere."
      },
      {code: makerSolution.replace("++births", "births++"), why: "It begins at 0."},
      {
        code: makerSolution.replace("birth: ++births", "birth: inputs.length + 1"),
        why: "The number of inputs is no age."
      },
      {
        code: makerSolution.replace(
          "({value, inputs, slopes, birth: ++births})",
          "({value, inputs: [...new Set(inputs)], slopes, birth: ++births})"
        ),
        why: "It keeps an input once that is used twice, so a slope is left without its input."
      }
    ],
    explanation:
      "A count in a closure: no two nodes of one maker have the same birth, and a node is always younger than its inputs, since they had to exist before it. That one number will spare us all sorting by hand later. The fields are never changed again."
  },
  {
    kind: "write",
    name: "autodiff-project-operations",
    title: "2. Add, subtract, multiply",
    prompt:
      "Write operations(node): it returns {add, sub, mul}. Each takes two operands, nodes or plain numbers, and returns a new node of the result, with both operands as inputs and its local slopes: how fast the result changes with the first, and with the second. A plain number becomes a node.",
    start: `${MAKER}\n\nfunction operations(node) {\n  return {\n    add: (x, y) => x,\n    sub: (x, y) => x,\n    mul: (x, y) => x\n  };\n}\n\n${RUN}`,
    functionName: "run",
    cases: [
      {
        args: [
          [
            ["x", 3],
            ["y", 4],
            ["z", "add", "x", "y"]
          ]
        ],
        expected: {value: 7, slopes: [1, 1], inputs: [3, 4], youngest: true},
        hint: "A sum changes as fast as each of its terms."
      },
      {
        args: [
          [
            ["x", 3],
            ["y", 4],
            ["z", "sub", "x", "y"]
          ]
        ],
        expected: {value: -1, slopes: [1, -1], inputs: [3, 4], youngest: true},
        hint: "The second is taken away."
      },
      {
        args: [
          [
            ["x", 3],
            ["y", 4],
            ["z", "mul", "x", "y"]
          ]
        ],
        expected: {value: 12, slopes: [4, 3], inputs: [3, 4], youngest: true},
        hint: "Move x by h, and x · y moves by h · y."
      },
      {
        args: [
          [
            ["x", 3],
            ["y", "mul", "x", "x"],
            ["z", "mul", "y", "x"]
          ]
        ],
        expected: {value: 27, slopes: [3, 9], inputs: [9, 3], youngest: true},
        hint: "Slopes are local: those of this one product, not of what came before."
      },
      {
        args: [
          [
            ["x", 3],
            ["z", "sub", 10, "x"]
          ]
        ],
        expected: {value: 7, slopes: [1, -1], inputs: [10, 3], youngest: true},
        hint: "Plain numbers become nodes, before the result does."
      }
    ],
    solution: operationsSolution,
    wrong: [
      {
        code: operationsSolution.replace("(x, y) => [y, x]", "(x, y) => [x, y]"),
        why: "The slopes of the product are exchanged."
      },
      {code: operationsSolution.replace("[1, -1]", "[1, 1]"), why: "A difference falls as its second operand rises."},
      {
        code: operationsSolution.replace(
          'const lift = (x) => (typeof x === "number" ? node(x) : x);',
          "const lift = (x) => x;"
        ),
        why: "Plain numbers have no value field."
      },
      {
        code: operationsSolution.replace(
          "[a, b], slopes(a.value, b.value));",
          "[a, b], slopes(a.value, b.value).map((s, i) => s * ([a, b][i].slopes[0] ?? 1)));"
        ),
        why: "It multiplies by slopes of what came before: that is the work of the pass back."
      }
    ],
    explanation:
      "Everything that an engine knows about an operation is its value and its local slopes. Both are computed when the node is made, since then the operands are at hand. Nothing is known yet of what the result will be used for, and nothing need be."
  },
  {
    kind: "write",
    name: "autodiff-project-order",
    title: "3. An order, without recursion",
    prompt:
      "Write order(root): a list of all nodes that root depends on, itself included, each once, the youngest first. Then each comes before all its inputs. Graphs may be 30,000 nodes deep, so a function that calls itself will not do.",
    start: `${MAKER}\n\n${OPERATIONS}\n\nfunction order(root) {\n  return [root];\n}\n\n${BUILD}\n\n${NAMES}`,
    functionName: "namesInOrder",
    cases: [
      {args: [[["x", 2]]], expected: {names: ["x"], count: 1}, hint: "A leaf depends on itself alone."},
      {
        args: [
          [
            ["x", 2],
            ["y", "mul", "x", "x"]
          ]
        ],
        expected: {names: ["y", "x"], count: 2},
        hint: "x is used twice, and is one node."
      },
      {
        args: [
          [
            ["x", 2],
            ["a", "mul", "x", "x"],
            ["b", "mul", "a", "x"],
            ["c", "add", "x", "b"]
          ]
        ],
        expected: {names: ["c", "b", "a", "x"], count: 4},
        hint: "x is an input of c, but also of a and b: it comes after both."
      },
      {
        args: [
          [
            ["x", 2],
            ["y", 3],
            ["unused", "mul", "x", "y"],
            ["f", "add", "x", "x"]
          ]
        ],
        expected: {names: ["f", "x"], count: 2},
        hint: "Only what the root depends on."
      },
      {
        args: [
          [
            ["x", 2],
            ["y", "mul", "x", "x"]
          ],
          30_000
        ],
        expected: {names: ["y", "x"], count: 60_002},
        hint: "A list of what is still to be looked at takes the place of the calls."
      }
    ],
    solution: orderSolution,
    wrong: [
      {
        code: withOrder(
          "function order(root) { const found = new Set(); const visit = (n) => { if (found.has(n)) return; found.add(n); n.inputs.forEach(visit); }; visit(root); return [...found].sort((a, b) => b.birth - a.birth); }"
        ),
        why: "It calls itself for each level, and a deep graph has more levels than calls can be nested."
      },
      {
        code: withOrder(
          "function order(root) { const found = new Set([root]); for (const n of found) for (const i of n.inputs) found.add(i); return [...found]; }"
        ),
        why: "In the order of being found: a node may come before one that uses it."
      },
      {
        code: withOrder(
          "function order(root) { const list = [root]; for (const n of list) for (const i of n.inputs) { if (list.length > 500000) return list; list.push(i); } return list.sort((a, b) => b.birth - a.birth); }"
        ),
        why: "A node that is used twice is in the list twice."
      },
      {
        code: withOrder(
          "function order(root) { const found = new Set([root]); for (const n of found) for (const i of n.inputs) found.add(i); return [...found].sort((a, b) => a.birth - b.birth); }"
        ),
        why: "Oldest first: that is the order of the evaluation."
      }
    ],
    explanation:
      "A Set in JavaScript can be walked while it grows, so it is both the list of what is to be done and the memory of what was. Sorting by birth makes of it an order in which users come before what they use. Our scalar engine can mostly leave out the sort as well: where the births of a graph lie close together, it gives each a place in an array; where they do not, it sorts them, as you did."
  }
];
