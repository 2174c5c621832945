import {editDistance} from "../../core/checkFields.js";
import {constant, lift, variable, type Expression, type Operand} from "./expression.js";
import {
  abs,
  add,
  cos,
  div,
  exp,
  log,
  max,
  min,
  mul,
  neg,
  pow,
  relu,
  sigmoid,
  sin,
  sqrt,
  sub,
  tanh
} from "./operations.js";
import {formulaError, formulaTokens, type FormulaToken} from "./tokens.js";

type Make = (...operands: readonly Expression[]) => Expression;
const call = (arity: number, make: (x: Operand, y: Operand) => Expression) => ({arity, make: make as Make});

const functions: ReadonlyMap<string, {readonly arity: number; readonly make: Make}> = new Map([
  ...Object.entries({exp, log, tanh, sigmoid, relu, sin, cos, sqrt, abs}).map(
    ([name, f]) => [name, call(1, f)] as const
  ),
  ["max", call(2, max)],
  ["min", call(2, min)]
]);

/** How strongly a sign binds its operands. A sign before an operand binds less than a power: −x² is −(x²). */
const BINDING: Readonly<Record<string, number>> = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3};
const made: Readonly<Record<string, (x: Operand, y: Operand) => Expression>> = {
  "+": add,
  "-": sub,
  "*": mul,
  "/": div,
  "^": pow
};

const DEEPEST = 200; // levels of parentheses, signs and powers: each is a call, and calls are not without end

/**
 * A formula such as `(x + y) * tanh(z) ^ 2` as an expression.
 *
 * It may have numbers, names, + - * / ^, parentheses, and exp log tanh sigmoid relu sin cos sqrt abs (of one operand),
 * max min (of two). ^ binds strongest, and to the right; every product needs its sign. A name used twice is one variable.
 *
 * @param variables - the value of each name, or the expression that it stands for.
 * @throws TextError with the position, for anything else, and for a name that has no value.
 *
 * @example
 * const x = variable(2);
 * const y = parse("x^2 + 3*x", {x});
 * y.value; // 10
 * backward(y).get(x); // 7
 */
export function parse(text: string, variables: Readonly<Record<string, Operand>> = {}): Expression {
  const tokens = formulaTokens(text);
  const known = new Map<string, Expression>();
  let next = 0;
  const fail = ({position}: FormulaToken, rule: string, hint: string) => formulaError(text, position, rule, hint);
  const peek = (): FormulaToken => tokens[next]!;
  const take = (): FormulaToken => tokens[next++]!;

  const expect = (sign: string, why: string): void => {
    if (peek().text !== sign || peek().kind !== "sign")
      throw fail(peek(), `a ${sign} is missing here: ${said(peek())} was found`, why);
    next++;
  };

  /** Operands joined by signs that bind at least so strongly. */
  const chain = (binding: number, depth: number): Expression => {
    let left = operand(depth);
    for (;;) {
      const {kind, text: sign} = peek();
      const strength = kind === "sign" ? (BINDING[sign] ?? 0) : 0;
      if (strength < Math.max(binding, 1)) return left;
      next++;
      const right = chain(sign === "^" ? strength : strength + 1, depth + 1);
      left = made[sign]!(left, right);
    }
  };

  const operand = (depth: number): Expression => {
    const token = take();
    if (depth > DEEPEST) throw fail(token, `the formula is nested more than ${DEEPEST} deep`, "name its parts");
    if (token.kind === "number") return constant(Number(token.text));
    if (token.kind === "name") return peek().text === "(" ? application(token, depth) : named(token);
    if (token.text === "(") {
      const inner = chain(1, depth + 1);
      expect(")", "close every parenthesis");
      return inner;
    }
    if (token.text === "-" || token.text === "+") {
      const inner = chain(BINDING["^"]!, depth + 1);
      if (token.text === "+") return inner;
      return inner.rule.op === "constant" ? constant(-inner.value) : neg(inner);
    }
    throw fail(token, `an operand is missing here: ${said(token)} was found`, "give a number, a name or a parenthesis");
  };

  const application = (token: FormulaToken, depth: number): Expression => {
    const known = functions.get(token.text);
    if (known === undefined) {
      const near = [...functions.keys()].find((name) => editDistance(name, token.text) <= 1);
      const hint = Object.hasOwn(variables, token.text)
        ? "write * between factors"
        : `functions: ${[...functions.keys()].join(", ")}`;
      throw fail(token, `there is no function ${token.text}`, near === undefined ? hint : `did you mean ${near}?`);
    }
    next++;
    const operands = [chain(1, depth + 1)];
    while (operands.length < known.arity) {
      expect(",", `${token.text} takes ${known.arity} operands`);
      operands.push(chain(1, depth + 1));
    }
    expect(")", `${token.text} takes ${known.arity} operand${known.arity === 1 ? "" : "s"}, in parentheses`);
    return known.make(...operands);
  };

  const named = (token: FormulaToken): Expression => {
    const name = token.text;
    const before = known.get(name);
    if (before !== undefined) return before;
    if (!Object.hasOwn(variables, name)) {
      const names = Object.keys(variables).join(", ");
      const hint = functions.has(name)
        ? `${name} takes its operand in parentheses`
        : names === ""
          ? `give ${name} a value`
          : `names with a value: ${names}`;
      throw fail(token, `${name} has no value`, hint);
    }
    const value = variables[name]!;
    const expression = typeof value === "number" ? variable(value, name) : lift(value);
    known.set(name, expression);
    return expression;
  };

  const root = chain(1, 0);
  if (peek().kind !== "end")
    throw fail(peek(), `a sign is missing before ${said(peek())}`, "write * between factors, and close what you open");
  return root;
}

const said = ({kind, text}: FormulaToken): string => (kind === "end" ? text : `"${text}"`);

/** The names in a formula that stand for values, each once, in the order of their first use. */
export function namesIn(text: string): readonly string[] {
  const names = formulaTokens(text).flatMap(({kind, text: name}) => (kind === "name" ? [name] : []));
  return [...new Set(names)].filter((name) => !functions.has(name));
}
