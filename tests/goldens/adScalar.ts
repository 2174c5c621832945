import {backward} from "../../lib/autodiff/scalar/backward.js";
import {expressions} from "../../lib/autodiff/scalar/arithmetic.js";
import {variable, type Expression, type Operand} from "../../lib/autodiff/scalar/expression.js";
import {gradients} from "../../lib/autodiff/scalar/gradients.js";
import {tangents} from "../../lib/autodiff/scalar/tangents.js";
import {number, type Families} from "./types.js";

type Line = readonly [name: string, op: keyof typeof expressions, ...operands: (string | number)[]];

const record = <T>(names: Iterable<string>, of: (name: string) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Array.from(names, (name) => [name, of(name)]));

export const families: Families = {
  ad_scalar: ({inputs, config, expected}) => {
    const values = inputs["variables"] as Readonly<Record<string, unknown>>;
    const direction = inputs["direction"] as Readonly<Record<string, unknown>>;
    const program = config["program"] as readonly Line[];
    const named = new Map<string, Expression>();
    for (const [name, value] of Object.entries(values)) named.set(name, variable(number(value), name));
    for (const [name, op, ...operands] of program) {
      const [x, y] = operands.map((operand): Operand => (typeof operand === "string" ? named.get(operand)! : operand));
      named.set(name, (expressions[op] as (x: Operand, y?: Operand) => Expression)(x!, y));
    }
    const root = named.get(program.at(-1)![0])!;
    const reverse = backward(root);
    const moving = new Map(Object.entries(direction).map(([name, speed]) => [named.get(name)!, number(speed)]));
    const symbolic = gradients(root, [...named.values()]);
    const lines = program.map(([name]) => name);
    const again = new Map([...named.keys()].map((name, i) => [name, symbolic[i]!.value]));
    return [
      {what: "value", actual: root.value, expected: expected["value"]},
      {what: "values", actual: record(lines, (name) => named.get(name)!.value), expected: expected["values"]},
      {
        what: "gradients",
        actual: record(Object.keys(values), (name) => reverse.get(named.get(name)!)),
        expected: expected["gradients"]
      },
      {
        what: "adjoints",
        actual: record(lines, (name) => reverse.get(named.get(name)!)),
        expected: expected["adjoints"]
      },
      {
        what: "gradients as expressions",
        actual: record(Object.keys(values), (name) => again.get(name)),
        expected: expected["gradients"]
      },
      {what: "tangent", actual: tangents(root, moving).get(root), expected: expected["tangent"]}
    ];
  }
};
