import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on derivative rules writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "rules-machine",
    title: "A machine for rules",
    prompt:
      'A formula in x is a number, the text "x", or a list [sign, a, b] with two formulas and one of the signs + − * /, as "+", "-", "*", "/". Write evaluate(formula, x): the pair [value, slope] at x.',
    start: 'function evaluate(formula, x) {\n  // ["*", "x", ["+", "x", 3]] is x(x + 3)\n  return [0, 0];\n}',
    functionName: "evaluate",
    cases: [
      {args: [7, 2], expected: [7, 0], hint: "A constant has slope 0."},
      {args: ["x", 2], expected: [2, 1], hint: "x has slope 1."},
      {args: [["*", "x", "x"], 3], expected: [9, 6], hint: "Product rule: u′v + uv′."},
      {args: [["-", 1, ["*", 2, "x"]], 5], expected: [-9, -2], hint: "A difference of slopes, in this order."},
      {
        args: [["/", 1, "x"], 2],
        expected: [0.5, -0.25],
        hint: "Quotient rule with u = 1: −v′/v²."
      },
      {
        args: [["/", ["*", "x", "x"], ["+", "x", 1]], 1],
        expected: [0.5, 0.75],
        hint: "(u′v − uv′)/v² with u = x², v = x + 1: (2 · 2 − 1 · 1)/4."
      },
      {
        args: [["*", ["+", "x", 1], ["*", "x", ["-", "x", 2]]], 3],
        expected: [12, 19],
        hint: "(x + 1)(x² − 2x) = x³ − x² − 2x has the slope 3x² − 2x − 2."
      }
    ],
    solution: `function evaluate(formula, x) {
  if (formula === "x") return [x, 1];
  if (typeof formula === "number") return [formula, 0];
  const [sign, a, b] = formula;
  const [u, du] = evaluate(a, x);
  const [v, dv] = evaluate(b, x);
  if (sign === "+") return [u + v, du + dv];
  if (sign === "-") return [u - v, du - dv];
  if (sign === "*") return [u * v, du * v + u * dv];
  return [u / v, (du * v - u * dv) / (v * v)];
}`,
    wrong: [
      {
        code: 'function evaluate(f, x) { if (f === "x") return [x, 1]; if (typeof f === "number") return [f, 0]; const [s, a, b] = f; const [u, du] = evaluate(a, x), [v, dv] = evaluate(b, x); return s === "+" ? [u + v, du + dv] : s === "-" ? [u - v, du - dv] : s === "*" ? [u * v, du * dv] : [u / v, du / dv]; }',
        why: "It takes the slope of a product to be the product of slopes."
      },
      {
        code: 'function evaluate(f, x) { if (f === "x") return [x, 1]; if (typeof f === "number") return [f, 0]; const [s, a, b] = f; const [u, du] = evaluate(a, x), [v, dv] = evaluate(b, x); return s === "+" ? [u + v, du + dv] : s === "-" ? [u - v, du - dv] : s === "*" ? [u * v, du * v + u * dv] : [u / v, (u * dv - du * v) / (v * v)]; }',
        why: "The numerator of the quotient rule has its sign turned."
      },
      {
        code: 'function evaluate(f, x) { if (f === "x") return [x, 1]; if (typeof f === "number") return [f, 1]; const [s, a, b] = f; const [u, du] = evaluate(a, x), [v, dv] = evaluate(b, x); return s === "+" ? [u + v, du + dv] : s === "-" ? [u - v, du - dv] : s === "*" ? [u * v, du * v + u * dv] : [u / v, (du * v - u * dv) / (v * v)]; }',
        why: "It gives constants the slope 1."
      },
      {
        code: 'function evaluate(f, x) { const at = (f, x) => { if (f === "x") return x; if (typeof f === "number") return f; const [s, a, b] = f; const u = at(a, x), v = at(b, x); return s === "+" ? u + v : s === "-" ? u - v : s === "*" ? u * v : u / v; }; return [at(f, x), (at(f, x + 1e-4) - at(f, x)) / 1e-4]; }',
        why: "A difference quotient is near, and not right."
      }
    ],
    explanation:
      "Each part of a formula returns its value together with its slope; a rule makes the pair of the whole from the pairs of its parts. Such pairs are called dual numbers, and what you have written is forward mode: a later section comes back to it."
  }
];
