import {arithmeticOf, type Arithmetic} from "./arithmetic.js";
import {slopeAt} from "./rules.js";

/** A number and how fast it changes: value + tangent ε, where ε² = 0. */
export interface Dual {
  readonly value: number;
  readonly tangent: number;
}

/** A dual number; one that does not change, unless a tangent is given. */
export const dual = (value: number, tangent = 0): Dual => ({value, tangent});

const lift = (x: Dual | number): Dual => (typeof x === "number" ? dual(x) : x);

// what does not move contributes nothing, also where its slope is no number: (−2)³ has one, as long as 3 stays 3
const product = (slope: number, tangent: number): number => (tangent === 0 ? 0 : slope * tangent);

/** Values with their rate of change, by the same rules as the graph's: forward mode without a graph. */
export const duals: Arithmetic<Dual> = arithmeticOf<Dual>(
  ({value, slopes: [slope]}) =>
    (operand) => {
      const x = lift(operand);
      const result = value(x.value, NaN);
      return {value: result, tangent: product(slopeAt(slope!, result, x.value, NaN), x.tangent)};
    },
  ({value, slopes: [first, second]}) =>
    (left, right) => {
      const [x, y] = [lift(left), lift(right)];
      const result = value(x.value, y.value);
      const tangent =
        product(slopeAt(first!, result, x.value, y.value), x.tangent) +
        product(slopeAt(second!, result, x.value, y.value), y.tangent);
      return {value: result, tangent};
    }
);

/**
 * The derivative of a function of one number, exact to rounding: it is run once, on x + 1 ε.
 *
 * The function takes the arithmetic that it is to use: `derivative((o, x) => o.mul(x, o.sin(x)))(2)`. So it can be
 * written once, and run on numbers, on duals, and on expressions, whose graph `backward` and `tangents` go through.
 *
 * @example
 * derivative(({mul}, x) => mul(x, x))(3); // 6
 */
export const derivative =
  (f: (operations: Arithmetic<Dual>, x: Dual) => Dual) =>
  (x: number): number =>
    f(duals, dual(x, 1)).tangent;
