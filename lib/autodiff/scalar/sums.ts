import {ShapeError, found} from "../../core/errors.js";
import {lift, many, type Expression, type ExpressionKind, type Operand} from "./expression.js";

/** ∂(x₁ + x₂ + …) / ∂xᵢ = 1 */
const SUM: ExpressionKind = {op: "sum", slopes: [], slopeOfRest: () => 1};

/** ∂(x₁ y₁ + x₂ y₂ + …) / ∂xᵢ = yᵢ, and the other way round; the inputs are all x, then all y */
const DOT: ExpressionKind = {
  op: "dot",
  slopes: [],
  slopeOfRest: (rest, i) => rest[i < rest.length / 2 ? i + rest.length / 2 : i - rest.length / 2]!.value
};

/** The sum of a list, as one expression; 0 for an empty one. */
export function sum(terms: readonly Operand[]): Expression {
  const inputs = terms.map(lift);
  let total = 0;
  for (const {value} of inputs) total += value;
  return many(SUM, total, inputs);
}

/**
 * x₁ y₁ + x₂ y₂ + …, as one expression: what a neuron computes from weights and inputs.
 *
 * @throws ShapeError unless both lists have the same length.
 */
export function dot(xs: readonly Operand[], ys: readonly Operand[]): Expression {
  const n = xs.length;
  if (ys.length !== n)
    throw new ShapeError("dot", "both lists have the same length", [found("first", n), found("second", ys.length)]);
  const inputs = new Array<Expression>(2 * n);
  let total = 0;
  for (let i = 0; i < n; i++) {
    const x = lift(xs[i]!);
    const y = lift(ys[i]!);
    inputs[i] = x;
    inputs[n + i] = y;
    total += x.value * y.value;
  }
  return many(DOT, total, inputs);
}
