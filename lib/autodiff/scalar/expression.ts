import {ConfigError, found} from "../../core/errors.js";
import {slopeAt, type Op, type Rule} from "./rules.js";

/**
 * A number that knows what it was computed from: a node of a computational graph. Nobody changes one.
 *
 * The inputs of an operation on one or two numbers are `first` and `second`, those of `sum` and `dot` are `rest`.
 */
export interface Expression {
  readonly rule: ExpressionKind;
  readonly value: number;
  /** When it was made, counted in expressions: after its inputs, so that sorting by it is never needed. */
  readonly birth: number;
  /** The birth of the oldest expression that this one depends on, or its own. */
  readonly oldest: number;
  readonly first: Expression | undefined;
  readonly second: Expression | undefined;
  readonly rest?: readonly Expression[];
  /** What a drawing calls it. */
  readonly label?: string | undefined;
}

/** What made an expression: a rule, or the part of one that a leaf or an operation on many numbers has. */
export interface ExpressionKind extends Pick<Rule, "slopes"> {
  readonly op: Op;
  /** The slope for `rest[i]`. */
  readonly slopeOfRest?: (rest: readonly Expression[], i: number) => number;
}

/** What operations take: a number stands for a constant. */
export type Operand = Expression | number;

type Fields = {-readonly [K in keyof Expression]: Expression[K]};

/**
 * A constructor and not a literal, as V8 moves literals that live for a while to its old heap, and makes a graph of
 * 100,000 seven times as slowly there. For trees of values it also makes an expression what it is: a leaf.
 */
function Node(
  this: Fields,
  rule: ExpressionKind,
  value: number,
  birth: number,
  oldest: number,
  first: Expression | undefined,
  second: Expression | undefined
) {
  this.rule = rule;
  this.value = value;
  this.birth = birth;
  this.oldest = oldest;
  this.first = first;
  this.second = second;
}
const construct = Node as unknown as new (...fields: Parameters<typeof Node>) => Fields;

// the library's only count: it says which of two was made first, and no result depends on anything else about it
let births = 0;

const none = [] as const;
const VARIABLE: ExpressionKind = {op: "variable", slopes: none};
const CONSTANT: ExpressionKind = {op: "constant", slopes: none};

function leaf(kind: ExpressionKind, value: number, label?: string): Expression {
  if (typeof value !== "number") throw notANumber(kind.op, value);
  const birth = ++births;
  const made = new construct(kind, value, birth, birth, undefined, undefined);
  if (label !== undefined) made.label = label;
  return made;
}

/**
 * An input of a computation.
 *
 * @throws ConfigError unless `value` is a number.
 */
export const variable = (value: number, label?: string): Expression => leaf(VARIABLE, value, label);

/**
 * A number that stays as it is. Operations make one of every plain number that they are given.
 *
 * @throws ConfigError unless `value` is a number.
 */
export const constant = (value: number, label?: string): Expression => leaf(CONSTANT, value, label);

/** An operand as an expression. */
export function lift(operand: Operand): Expression {
  if (typeof operand === "number") return leaf(CONSTANT, operand);
  if (operand instanceof Node) return operand;
  throw notANumber("an operation", operand);
}

/** The value of a rule at one operand. */
export function unary(rule: ExpressionKind & Rule, operand: Operand): Expression {
  const x = lift(operand);
  return new construct(rule, rule.value(x.value, NaN), ++births, x.oldest, x, undefined);
}

/** The value of a rule at two operands. */
export function binary(rule: ExpressionKind & Rule, left: Operand, right: Operand): Expression {
  const x = lift(left);
  const y = lift(right);
  const oldest = x.oldest < y.oldest ? x.oldest : y.oldest;
  return new construct(rule, rule.value(x.value, y.value), ++births, oldest, x, y);
}

/** A value computed from any number of expressions. */
export function many(kind: ExpressionKind, value: number, rest: readonly Expression[]): Expression {
  const birth = ++births;
  let oldest = birth;
  for (const input of rest) if (input.oldest < oldest) oldest = input.oldest;
  const made = new construct(kind, value, birth, oldest, undefined, undefined);
  made.rest = rest;
  return made;
}

/** What an expression was computed from, in order; nothing for a leaf. */
export function inputsOf({first, second, rest}: Expression): readonly Expression[] {
  if (first !== undefined) return second === undefined ? [first] : [first, second];
  return rest ?? none;
}

/** The local derivative of an expression with respect to its i-th input. */
export function slopeOf({rule, value, first, second, rest}: Expression, i: number): number {
  if (first === undefined) return rule.slopeOfRest!(rest!, i);
  return slopeAt(rule.slopes[i]!, value, first.value, second === undefined ? NaN : second.value);
}

const notANumber = (where: string, value: unknown): ConfigError =>
  new ConfigError(
    where,
    "operands are numbers and expressions",
    [found("given", value)],
    "make an expression of a number with variable()"
  );
