import {oneOf} from "../core/checkFields.js";
import {ConfigError, DtypeError, found} from "../core/errors.js";
import type {Key} from "../core/random/threefry.js";
import {dtypes, isTensor, resemblesTensor, type Dtype, type Tensor} from "../core/tensorData.js";

/** A number, or a tensor: numbers take the kind of the tensor that they meet. */
export type Operand = Tensor | number;

const JSON_HINT =
  "JSON loses typed arrays: write with JSON.stringify(state, tensorToJson), read with JSON.parse(text, tensorFromJson)";

function remedy(name: string, value: unknown): string {
  if (typeof value === "number") return `make one: scalar(${name})`;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return `make one: tensor(${name})`;
  if (resemblesTensor(value)) return `its data are no typed array of its kind and size. ${JSON_HINT}`;
  if (typeof value === "object" && value !== null && "base64" in value) return JSON_HINT;
  return "tensor([1, 2, 3]) makes one";
}

const refuse = (where: string, name: string, kind: string, value: unknown): ConfigError =>
  new ConfigError(where, `\`${name}\` is ${kind}`, [found(name, value)], remedy(name, value));

/** What the caller gave, if it is a tensor. @throws ConfigError */
export function given(where: string, name: string, value: unknown): Tensor {
  if (isTensor(value)) return value;
  throw refuse(where, name, "a tensor", value);
}

/** What the caller gave, if it is a tensor or a number. @throws ConfigError */
export function givenOperand(where: string, name: string, value: unknown): Operand {
  if (typeof value === "number" || isTensor(value)) return value;
  throw refuse(where, name, "a tensor or a number", value);
}

/** What the caller gave, if it is a list of tensors. @throws ConfigError */
export function givenList(where: string, name: string, value: unknown): readonly Tensor[] {
  if (!Array.isArray(value)) throw refuse(where, name, "a list of tensors", value);
  return value.map((item, i) => given(where, `${name}[${i}]`, item));
}

/** What the caller gave, if it is a list. @throws ConfigError */
export function listOf<T>(where: string, value: readonly T[]): readonly T[] {
  if (Array.isArray(value)) return value;
  throw new ConfigError(where, "must be a list", [found(where.slice(where.lastIndexOf(".") + 1), value)]);
}

/** What the caller gave, if it is a tensor of floats. @throws ConfigError, DtypeError */
export function givenFloats(where: string, name: string, value: unknown): Tensor {
  const x = given(where, name, value);
  if (x.dtype === "float32" || x.dtype === "float64") return x;
  throw new DtypeError(where, "floats", [found(name, x.dtype)], 'convert it with cast(x, "float32")');
}

/** What the caller gave, if it is a tensor of a kind. @throws ConfigError, DtypeError */
export function givenKind(where: string, name: string, value: unknown, dtype: Dtype, hint: string): Tensor {
  const x = given(where, name, value);
  if (x.dtype === dtype) return x;
  throw new DtypeError(where, `\`${name}\` as ${dtype}`, [found(name, x.dtype)], hint);
}

/** What the caller gave, if it is a function. @throws ConfigError */
export function givenFunction<F extends (...args: never[]) => unknown>(where: string, name: string, value: F): F {
  if (typeof value === "function") return value;
  throw new ConfigError(where, `\`${name}\` is a function`, [found(name, value)]);
}

/** The name of a kind of number. @throws ConfigError, with the kinds that there are. */
export const givenDtype = <D extends Dtype>(where: string, dtype: D, known: readonly D[] = dtypes as readonly D[]): D =>
  oneOf(`${where}.dtype`, dtype, known);

const isWord = (word: unknown): boolean => typeof word === "number" && word >>> 0 === word;

/** What the caller gave, if it is a key. @throws ConfigError */
export function givenKey(where: string, value: Key): Key {
  if (Array.isArray(value) && value.length === 2 && value.every(isWord)) return value;
  throw new ConfigError(
    where,
    "`key` is a key: two words that key, fold and splitKey give",
    [found("key", value)],
    "key(1) is the key of seed 1"
  );
}
