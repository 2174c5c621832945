import {BUILD, MAKER, OPERATIONS, ORDER} from "../model/engineParts.js";
import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const BACKWARD = `function backward(root) {
  const slopes = new Map([[root, 1]]);
  for (const node of order(root))
    node.inputs.forEach((input, i) => {
      slopes.set(input, (slopes.get(input) ?? 0) + slopes.get(node) * node.slopes[i]);
    });
  return slopes;
}`;

const ASK = `// Given: the slope of the last line with respect to each name. It asks twice, and tells the second answer.
function slopesOf(program, names, more = 0) {
  const {root, nodes} = build(program, more);
  backward(root);
  const slopes = backward(root);
  return names.map((name) => slopes.get(nodes.get(name)) ?? 0);
}`;

const backwardSolution = [MAKER, OPERATIONS, ORDER, BACKWARD, BUILD, ASK].join("\n\n");
const withBackward = (backward: string): string => backwardSolution.replace(BACKWARD, backward);

const ladder = Array.from({length: 40}, (_, i) => [`x${i + 1}`, "add", `x${i}`, `x${i}`]);

const RULES = `function rule(op, x, n) {
  switch (op) {
    case "exp": {
      const value = Math.exp(x);
      return [value, value];
    }
    case "log":
      return [Math.log(x), 1 / x];
    case "tanh": {
      const value = Math.tanh(x);
      return [value, 1 - value * value];
    }
    case "pow":
      return [x ** n, n === 0 ? 0 : n * x ** (n - 1)];
  }
}`;

/** The heart of the engine that a reader writes: the pass back, and rules for more operations. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "autodiff-project-backward",
    title: "4. The pass back",
    prompt:
      "Write backward(root): a Map from each node that root depends on to the slope of root with respect to it. The root’s own is 1. Each node, youngest first, hands its slope times a local slope to each of its inputs, and an input adds up what it is handed. Change no node: asking twice must give the same.",
    start: `${[MAKER, OPERATIONS, ORDER].join("\n\n")}\n\nfunction backward(root) {\n  const slopes = new Map([[root, 1]]);\n  // for each node of order(root) …\n  return slopes;\n}\n\n${BUILD}\n\n${ASK}`,
    functionName: "slopesOf",
    cases: [
      {args: [[["x", 3]], ["x"]], expected: [1], hint: "A leaf that is the root itself."},
      {
        args: [
          [
            ["x", 3],
            ["y", 4],
            ["z", "mul", "x", "y"]
          ],
          ["x", "y", "z"]
        ],
        expected: [4, 3, 1],
        hint: "One product: the slopes are its local ones."
      },
      {
        args: [
          [
            ["x", 3],
            ["z", "mul", "x", "x"]
          ],
          ["x"]
        ],
        expected: [6],
        hint: "x is used twice: 3 from one side, and 3 from the other. Add."
      },
      {
        args: [
          [
            ["x", 3],
            ["a", "mul", "x", "x"],
            ["b", "sub", "a", "x"],
            ["c", "mul", "a", "b"]
          ],
          ["x", "a", "b"]
        ],
        expected: [81, 15, 9],
        hint: "c = x²(x² − x). a is used twice, and must have heard from both before it hands on."
      },
      {
        args: [
          [
            ["x", 2],
            ["y", 5],
            ["unused", "mul", "x", "y"],
            ["f", "sub", 1, "x"]
          ],
          ["x", "y", "unused"]
        ],
        expected: [-1, 0, 0],
        hint: "What the root does not depend on is not in the map."
      },
      {
        args: [
          [["x0", 1], ...ladder],
          ["x0", "x39"]
        ],
        expected: [2 ** 40, 2],
        hint: "Each of 40 lines doubles the one before. There are 2⁴⁰ paths: visit nodes, not paths."
      },
      {
        args: [
          [
            ["x", 2],
            ["y", "mul", "x", "x"]
          ],
          ["x"],
          10_000
        ],
        expected: [4],
        hint: "A graph that is 10,000 nodes deep."
      }
    ],
    solution: backwardSolution,
    wrong: [
      {
        code: backwardSolution.replace("(slopes.get(input) ?? 0) + slopes.get(node)", "slopes.get(node)"),
        why: "It sets where it should add: of several users, the last one wins."
      },
      {
        code: backwardSolution.replace(
          "for (const node of order(root))\n    node",
          "for (const node of [...order(root)].reverse())\n    node"
        ),
        why: "Oldest first: a node hands on what it has not been handed yet."
      },
      {
        code: withBackward(
          "function backward(root) { for (const n of order(root)) n.grad = n.grad ?? 0; root.grad = 1; for (const n of order(root)) n.inputs.forEach((input, i) => { input.grad += n.grad * n.slopes[i]; }); return new Map(order(root).map((n) => [n, n.grad])); }"
        ),
        why: "Slopes are kept on the nodes, so the second answer adds to the first."
      },
      {
        code: withBackward(
          "function backward(root) { const s = new Map(); const stack = [[root, 1]]; while (stack.length > 0) { const [n, g] = stack.pop(); s.set(n, (s.get(n) ?? 0) + g); n.inputs.forEach((input, i) => stack.push([input, g * n.slopes[i]])); } return s; }"
        ),
        why: "It walks every path. That is right, and takes for ever where paths double."
      }
    ],
    explanation:
      "A fold over the order: the map begins with the root alone, and each node adds its shares. When a node’s turn comes, all its users are done, since they are younger. So every edge is walked once, although there may be more paths than atoms. This is all of reverse mode."
  },
  {
    kind: "write",
    name: "autodiff-project-rules",
    title: "5. More rules",
    prompt:
      "Write rule(op, x, n): the pair [value, slope] of “exp”, “log” (natural) or “tanh” at x, or of “pow”: x to the power of the whole number n. Take care at the ends: no value or slope that exists may come out as NaN.",
    start:
      'function rule(op, x, n) {\n  switch (op) {\n    case "exp":\n      return [Math.exp(x), 1];\n    // log, tanh, pow\n  }\n}',
    functionName: "rule",
    cases: [
      {args: ["exp", 1], expected: [2.718281828459045, 2.718281828459045], hint: "exp is its own slope."},
      {args: ["exp", -1000], expected: [0, 0], hint: "Far below 0 it is 0, and flat."},
      {args: ["log", 4], expected: [1.3862943611198906, 0.25], hint: "The slope of ln x is 1/x."},
      {
        args: ["tanh", 0.5],
        expected: [0.46211715726000973, 0.7864477329659274],
        hint: "1 − tanh² x: the square of the value, not of x."
      },
      {args: ["tanh", 1000], expected: [1, 0], hint: "e¹⁰⁰⁰ is infinite, and Infinity / Infinity is NaN."},
      {args: ["pow", 3, 2], expected: [9, 6], hint: "n · xⁿ⁻¹"},
      {args: ["pow", -2, 3], expected: [-8, 12], hint: "A base below 0 has no logarithm, but it has a cube."},
      {args: ["pow", 2, -1], expected: [0.5, -0.25], hint: "1/x is a power as well."},
      {args: ["pow", 0, 0], expected: [1, 0], hint: "x⁰ is 1 everywhere, so its slope is 0, and not 0 · Infinity."}
    ],
    solution: RULES,
    wrong: [
      {
        code: RULES.replace(
          "const value = Math.tanh(x);",
          "const value = (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x));"
        ),
        why: "By the definition, which overflows."
      },
      {code: RULES.replace("1 - value * value", "1 - x * x"), why: "It squares the operand instead of the value."},
      {
        code: RULES.replace("n === 0 ? 0 : n * x ** (n - 1)", "n * x ** (n - 1)"),
        why: "At n = 0 and x = 0 it is 0 · Infinity."
      },
      {
        code: RULES.replace(
          "[x ** n, n === 0 ? 0 : n * x ** (n - 1)]",
          "[Math.exp(n * Math.log(x)), n * Math.exp((n - 1) * Math.log(x))]"
        ),
        why: "By way of logarithms: NaN for bases below 0."
      }
    ],
    explanation:
      "With the value at hand, two of the slopes cost nearly nothing: that of exp is the value, that of tanh is 1 minus its square. The end points need thought once, here, so that no one has to think of them again."
  }
];
