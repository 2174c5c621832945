import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes before the stage begins: a chain that knows its own slope. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "autodiff-chain",
    title: "A chain that knows its slope",
    prompt:
      "A number goes through a chain of operations, each one of “double” (2x), “square” (x²) and “invert” (1/x). Write chain(x, names): the pair [value, slope] of the whole chain at x. Each operation changes the slope too: a small change of its input becomes a change 2, 2x or −1/x² times as large.",
    start:
      "function chain(x, names) {\n  let value = x;\n  let slope = 1; // how fast value changes with x: so far it is x\n  for (const name of names) {\n    // double, square or invert\n  }\n  return [value, slope];\n}",
    functionName: "chain",
    cases: [
      {args: [3, ["double"]], expected: [6, 2], hint: "One operation: its own value and its own slope."},
      {
        args: [3, ["square"]],
        expected: [9, 6],
        hint: "The slope of a square at x is 2x: use the input, not the result."
      },
      {
        args: [3, ["double", "square"]],
        expected: [36, 24],
        hint: "The square sees 6 and not 3: its slope there is 12, and what arrives has slope 2. They multiply."
      },
      {args: [4, ["invert"]], expected: [0.25, -0.0625], hint: "−1/x² at 4 is −1/16."},
      {
        args: [2, ["square", "invert", "square", "double"]],
        expected: [0.125, -0.25],
        hint: "Multiply the slope at each step, by the slope of the operation at what it is given."
      },
      {args: [5, []], expected: [5, 1], hint: "Nothing is done, so the value changes as fast as x."}
    ],
    solution: `function chain(x, names) {
  let value = x;
  let slope = 1;
  for (const name of names) {
    if (name === "double") {
      slope *= 2;
      value *= 2;
    } else if (name === "square") {
      slope *= 2 * value;
      value *= value;
    } else {
      slope *= -1 / value ** 2;
      value = 1 / value;
    }
  }
  return [value, slope];
}`,
    wrong: [
      {
        code: 'function chain(x, names) { let v = x, s = 1; for (const n of names) { if (n === "double") { v *= 2; s *= 2; } else if (n === "square") { v *= v; s *= 2 * v; } else { v = 1 / v; s *= -1 / v ** 2; } } return [v, s]; }',
        why: "It takes each slope at the result of the operation: the input has been written over."
      },
      {
        code: 'function chain(x, names) { let v = x, s = 1; for (const n of names) { if (n === "double") { s *= 2; v *= 2; } else if (n === "square") { s *= 2 * x; v *= v; } else { s *= -1 / x ** 2; v = 1 / v; } } return [v, s]; }',
        why: "It takes every slope at x, and not at what the operation is given."
      },
      {
        code: 'function chain(x, names) { let v = x, s = 0; for (const n of names) { if (n === "double") { s += 2; v *= 2; } else if (n === "square") { s += 2 * v; v *= v; } else { s += -1 / v ** 2; v = 1 / v; } } return [v, s]; }',
        why: "It adds the slopes along the chain: they multiply. Sums are for several paths."
      },
      {
        code: 'function chain(x, names) { const f = (x) => names.reduce((v, n) => n === "double" ? 2 * v : n === "square" ? v * v : 1 / v, x); const h = 1e-4; return [f(x), (f(x + h) - f(x)) / h]; }',
        why: "A difference quotient: right to a few digits, not to all."
      }
    ],
    explanation:
      "Carry two numbers in place of one: the value, and how fast it changes. Each operation multiplies the second by its own slope, taken at its input, before the input is lost. That is forward mode, and with a library of operations it is complete for functions of one number. For many numbers, and for values that are used twice, you need the rest of the stage."
  }
];
