import {slopeOf, type Expression, type Operand} from "./expression.js";
import {cos, div, log, mul, neg, pow, sin, sub} from "./operations.js";
import type {Op} from "./rules.js";

/** A local derivative as an expression, which can be differentiated again. A number where it does not change. */
type SlopeExpression = (value: Expression, x: Expression, y: Expression) => Operand;

/** The slopes that `rules` has as functions, made of expressions; not those that jump, and are numbers in between. */
const table: Readonly<Partial<Record<Op, readonly SlopeExpression[]>>> = {
  div: [(_, x, y) => div(1, y), (value, x, y) => neg(div(value, y))],
  pow: [
    (_, x, y) => (isConstant(y) ? powerSlope(x, y.value) : mul(y, pow(x, sub(y, 1)))),
    (value, x, y) => (isConstant(y) || (x.value === 0 && y.value >= 0) ? 0 : mul(value, log(x)))
  ],
  log: [(_, x) => div(1, x)],
  tanh: [(value) => sub(1, mul(value, value))],
  sigmoid: [(value) => mul(value, sub(1, value))],
  sin: [(_, x) => cos(x)],
  cos: [(_, x) => neg(sin(x))],
  sqrt: [(value) => div(0.5, value)]
};

const isConstant = ({rule}: Expression): boolean => rule.op === "constant";

/** n xⁿ⁻¹, a number for n = 0 and 1, so that repeated derivatives of a polynomial end. */
const powerSlope = (x: Expression, n: number): Operand =>
  n === 0 ? 0 : n === 1 ? 1 : n === 2 ? mul(2, x) : mul(n, pow(x, n - 1));

/** The local derivative of an expression with respect to its i-th input, as an expression. */
export function slopeExpression(expression: Expression, i: number): Operand {
  const {rule, first, second, rest} = expression;
  if (rule.op === "dot") return rest![(i + rest!.length / 2) % rest!.length]!;
  const slope = rule.slopes[i]!;
  if (slope === "x") return first!;
  if (slope === "y") return second!;
  if (slope === "value") return expression;
  const made = table[rule.op]?.[i];
  return made === undefined ? slopeOf(expression, i) : made(expression, first!, second ?? first!);
}
