import {ConfigError, DtypeError, found} from "../core/errors.js";
import type {Dtype} from "../core/tensorData.js";

/** Whether a kind of number has this one: floats round, the others have what they have. */
export const holds = (dtype: Dtype, x: number): boolean =>
  dtype === "int32" ? (x | 0) === x : dtype === "bool" ? x === 0 || x === 1 : true;

const rules = {
  int32: ["int32 holds whole numbers from -2³¹ to 2³¹ - 1", 'convert the tensor with cast(x, "float32")'],
  bool: ["bool holds 0 and 1, or false and true", "compare: notEqual(x, 0)"]
} as const;

/** An error for a number that a kind cannot hold. */
export function notHeld(where: string, name: string, dtype: Dtype, x: number): DtypeError {
  const [rule, hint] = rules[dtype as keyof typeof rules];
  return new DtypeError(where, rule, [found(name, x)], hint);
}

/**
 * A number as a kind holds it.
 *
 * @throws ConfigError for what is no number; DtypeError for a fraction as int32, or any but 0 and 1 as bool.
 */
export function held(where: string, name: string, dtype: Dtype, value: unknown): number {
  const x = typeof value === "boolean" ? Number(value) : value;
  if (typeof x !== "number") throw new ConfigError(where, `\`${name}\` is a number`, [found(name, value)]);
  if (!holds(dtype, x)) throw notHeld(where, name, dtype, x);
  return x;
}
