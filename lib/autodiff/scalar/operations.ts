import {binary, lift, unary, type Expression, type Operand} from "./expression.js";
import {rules} from "./rules.js";

/** x + y */
export const add = (x: Operand, y: Operand): Expression => binary(rules.add, x, y);
/** x − y */
export const sub = (x: Operand, y: Operand): Expression => binary(rules.sub, x, y);
/** x y */
export const mul = (x: Operand, y: Operand): Expression => binary(rules.mul, x, y);
/** x / y */
export const div = (x: Operand, y: Operand): Expression => binary(rules.div, x, y);
/** The larger of two. */
export const max = (x: Operand, y: Operand): Expression => binary(rules.max, x, y);
/** The smaller of two. */
export const min = (x: Operand, y: Operand): Expression => binary(rules.min, x, y);
/** −x */
export const neg = (x: Operand): Expression => unary(rules.neg, x);
/** e to the x */
export const exp = (x: Operand): Expression => unary(rules.exp, x);
/** The natural logarithm: −Infinity at 0, NaN below. */
export const log = (x: Operand): Expression => unary(rules.log, x);
/** The hyperbolic tangent. */
export const tanh = (x: Operand): Expression => unary(rules.tanh, x);
/** 1 / (1 + e^-x), for every x. */
export const sigmoid = (x: Operand): Expression => unary(rules.sigmoid, x);
/** x above 0, and 0 elsewhere. */
export const relu = (x: Operand): Expression => unary(rules.relu, x);
/** The sine of an angle in radians. */
export const sin = (x: Operand): Expression => unary(rules.sin, x);
/** The cosine of an angle in radians. */
export const cos = (x: Operand): Expression => unary(rules.cos, x);
/** The square root: NaN below 0. */
export const sqrt = (x: Operand): Expression => unary(rules.sqrt, x);
/** The size of x. */
export const abs = (x: Operand): Expression => unary(rules.abs, x);

const FIXED = {...rules.pow, slopes: [rules.pow.slopes[0], 0]} as const;

/** x to the y. An exponent that is a constant has slope 0: it cannot change, and x may be negative. */
export function pow(x: Operand, y: Operand): Expression {
  const exponent = lift(y);
  return binary(exponent.rule.op === "constant" ? FIXED : rules.pow, x, exponent);
}
