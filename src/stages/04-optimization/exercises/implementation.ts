import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that a reader writes about how optimizers are made. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "implementation-write-run",
    title: "Run a program",
    prompt:
      "Write run(operations, inputs, outputs). Registers begin as the inputs. Each operation is [name, a, b] and adds one register: “add”, “sub”, “mul” and “div” take two registers by their numbers, “sqrt” takes one, “times” takes a register and a number. Return the registers that outputs names.",
    start:
      "function run(operations, inputs, outputs) {\n  const registers = [...inputs];\n  // …\n  return outputs.map((r) => registers[r]);\n}",
    functionName: "run",
    cases: [
      {args: [[], [3, 4], [1, 0]], expected: [4, 3], hint: "No operation: the outputs are inputs."},
      {args: [[["mul", 0, 0]], [3], [1]], expected: [9], hint: "A register may be read twice."},
      {
        args: [
          [
            ["times", 2, 0.5],
            ["add", 3, 0],
            ["times", 4, -0.1],
            ["add", 1, 5]
          ],
          [2, 10, 4],
          [6, 4]
        ],
        expected: [9.6, 4],
        tolerance: 1e-9,
        hint: "Momentum: the velocity is 0.5 · 4 + 2 = 4, and the parameter 10 − 0.4."
      },
      {
        args: [
          [
            ["sub", 0, 1],
            ["mul", 2, 2],
            ["sqrt", 3],
            ["div", 2, 4]
          ],
          [1, 3],
          [5]
        ],
        expected: [-1],
        hint: "The order of operands matters: −2 over the root of 4."
      }
    ],
    solution: `function run(operations, inputs, outputs) {
  const registers = [...inputs];
  for (const [name, a, b] of operations) {
    const x = registers[a];
    const results = {
      add: () => x + registers[b],
      sub: () => x - registers[b],
      mul: () => x * registers[b],
      div: () => x / registers[b],
      sqrt: () => Math.sqrt(x),
      times: () => x * b
    };
    registers.push(results[name]());
  }
  return outputs.map((r) => registers[r]);
}`,
    wrong: [
      {
        code: "function run(operations, inputs, outputs) { const registers = [...inputs]; for (const [name, a, b] of operations) { const [x, y] = [registers[a], registers[b]]; registers.push({add: x + y, sub: x - y, mul: x * y, div: x / y, sqrt: Math.sqrt(x), times: x * y}[name]); } return outputs.map((r) => registers[r]); }",
        why: "“times” has a number and not a register."
      },
      {
        code: "function run(operations, inputs, outputs) { const registers = [...inputs]; for (const [name, a, b] of operations) { const x = registers[a]; registers[a] = {add: () => x + registers[b], sub: () => x - registers[b], mul: () => x * registers[b], div: () => x / registers[b], sqrt: () => Math.sqrt(x), times: () => x * b}[name](); } return outputs.map((r) => registers[r]); }",
        why: "It overwrites an operand. Each operation makes a register of its own."
      },
      {
        code: "function run(operations, inputs, outputs) { const registers = [...inputs]; for (const [name, a, b] of operations) { const x = registers[a]; registers.push({add: () => x + registers[b], sub: () => registers[b] - x, mul: () => x * registers[b], div: () => registers[b] / x, sqrt: () => Math.sqrt(x), times: () => x * b}[name]()); } return outputs.map((r) => registers[r]); }",
        why: "It takes differences and quotients the wrong way around."
      }
    ],
    explanation:
      "An interpreter for the lists of the figure. The library makes machine code of them in place of interpreting; what it means is the same."
  },
  {
    kind: "write",
    name: "implementation-write-masked",
    title: "Decay where a path says so",
    prompt:
      "Write decayed(updates, params, lambda): both are records from paths to lists of numbers. Add lambda times the parameter to the updates of every path that ends in “.weight”, and leave the others alone. Change none of the records.",
    start: "function decayed(updates, params, lambda) {\n  return updates;\n}",
    functionName: "decayed",
    cases: [
      {args: [{}, {}, 0.1], expected: {}, hint: "No path."},
      {
        args: [{"layer.weight": [1, 0], "layer.bias": [1]}, {"layer.weight": [10, -10], "layer.bias": [10]}, 0.1],
        expected: {"layer.weight": [2, -1], "layer.bias": [1]},
        tolerance: 1e-9,
        hint: "The bias is left alone."
      },
      {
        args: [{"weight.scale": [0], "a.weight": [0]}, {"weight.scale": [4], "a.weight": [4]}, 0.5],
        expected: {"weight.scale": [0], "a.weight": [2]},
        hint: "“weight.scale” only begins with it."
      },
      {
        args: [{"b.weight": [1], "a.weight": [2]}, {"a.weight": [10], "b.weight": [100]}, 0.1],
        expected: {"b.weight": [11], "a.weight": [3]},
        tolerance: 1e-9,
        hint: "The records may have their paths in another order: pair by name."
      }
    ],
    solution: `function decayed(updates, params, lambda) {
  return Object.fromEntries(
    Object.entries(updates).map(([path, list]) => [
      path,
      path.endsWith(".weight") ? list.map((u, i) => u + lambda * params[path][i]) : list
    ])
  );
}`,
    wrong: [
      {
        code: 'function decayed(updates, params, lambda) { return Object.fromEntries(Object.entries(updates).map(([path, list]) => [path, path.includes("weight") ? list.map((u, i) => u + lambda * params[path][i]) : list])); }',
        why: "It also decays “weight.scale”."
      },
      {
        code: 'function decayed(updates, params, lambda) { const values = Object.values(params); return Object.fromEntries(Object.entries(updates).map(([path, list], j) => [path, path.endsWith(".weight") ? list.map((u, i) => u + lambda * values[j][i]) : list])); }',
        why: "It pairs by position, and the order of keys means nothing."
      },
      {
        code: "function decayed(updates, params, lambda) { return Object.fromEntries(Object.entries(updates).map(([path, list]) => [path, list.map((u, i) => u + lambda * params[path][i])])); }",
        why: "It decays biases as well."
      }
    ],
    explanation:
      'What `masked("**.weight", addDecayedWeights(lambda))` does. A bias or a gain is one of few numbers, and pulling it to zero takes away what nothing else can give.'
  }
];
