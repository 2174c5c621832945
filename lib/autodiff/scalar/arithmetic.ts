import type {Expression} from "./expression.js";
import * as graph from "./operations.js";
import {rules, type BinaryOp, type Rule, type UnaryOp} from "./rules.js";

/** The operations on some kind of number. A function written with them works for numbers, duals and expressions. */
export type Arithmetic<T> = {readonly [K in UnaryOp]: (x: T | number) => T} & {
  readonly [K in BinaryOp]: (x: T | number, y: T | number) => T;
};

/** Makes an arithmetic from what it does with a rule of one operand, and of two. */
export function arithmeticOf<T>(
  one: (rule: Rule) => (x: T | number) => T,
  two: (rule: Rule) => (x: T | number, y: T | number) => T
): Arithmetic<T> {
  const entries = Object.entries(rules as Readonly<Record<string, Rule>>);
  return Object.fromEntries(
    entries.map(([op, rule]) => [op, rule.slopes.length === 1 ? one(rule) : two(rule)])
  ) as Arithmetic<T>;
}

/** Values alone. */
export const numbers: Arithmetic<number> = arithmeticOf(
  ({value}) =>
    (x) =>
      value(x, NaN),
  ({value}) => value
);

/** Values with the graph that they come from. */
export const expressions: Arithmetic<Expression> = graph;
