import {backward, variable, type Expression} from "/lib/scalar.js";

/** The slope of a function of one variable, by the engine. */
export function slopeOf(f: (x: Expression) => Expression, at: number): number {
  const x = variable(at);
  return backward(f(x)).get(x);
}
