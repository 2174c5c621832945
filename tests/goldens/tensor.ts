import type {Tensor} from "../../lib/core/tensorData.js";
import {vjp} from "../../lib/autodiff/directions.js";
import {tensor, toNested, type Nested} from "../../lib/tensor/make.js";
import {number, type Check, type GoldenCase} from "./types.js";

/** A tensor as the files write it. */
interface Written {
  readonly shape: readonly number[];
  readonly data: unknown;
  readonly dtype?: "int32" | "bool";
}

type Float = "float64" | "float32";

const isWritten = (value: unknown): value is Written =>
  typeof value === "object" && value !== null && "shape" in value && "data" in value;

const numbers = (data: unknown): Nested =>
  Array.isArray(data) ? data.map(numbers) : typeof data === "boolean" ? data : number(data);

/** A tensor of a file: of the given kind of float, or of the kind that the file names. */
export function read(value: unknown, dtype: Float): Tensor {
  if (!isWritten(value)) throw new TypeError(`not a tensor of a golden file: ${JSON.stringify(value)}`);
  return tensor(numbers(value.data), {shape: value.shape, dtype: value.dtype ?? dtype});
}

/** What a family computes: an output from named inputs. */
export type Compute = (inputs: Readonly<Record<string, Tensor>>, golden: GoldenCase, dtype: Float) => Tensor;

/** Compares a tensor, shape included, with what the file has. */
export const compare = (what: string, actual: Tensor, expected: unknown, tolerance?: number): Check => ({
  what,
  actual: {shape: actual.shape, data: toNested(actual)},
  expected: {shape: (expected as Written).shape, data: (expected as Written).data},
  ...(tolerance === undefined ? {} : {tolerance})
});

const FORWARD_32 = 1e-5; // where a file has no tolerance for float32, as tests/golden/README.md says
const BACKWARD_32 = 1e-4;

/** The kinds of float that a case is meaningful in, with its tolerance for values and for gradients. */
export function kinds(golden: GoldenCase): readonly (readonly [Float, number, number])[] {
  const wide = ["float64", golden.tolerance, golden.tolerance] as const;
  if (golden.tolerance32 === null) return [wide];
  const narrow = golden.tolerance32;
  return [wide, ["float32", narrow ?? FORWARD_32, narrow ?? BACKWARD_32]];
}

/** Output and gradients of a case, on the reference kernels in float64 and on wasm in float32. */
export function outputAndGrads(golden: GoldenCase, compute: Compute): readonly Check[] {
  const expected = golden.expected as {readonly output: unknown; readonly grads?: Readonly<Record<string, unknown>>};
  return kinds(golden).flatMap(([dtype, forward, backward]) => {
    const {cotangent, ...rest} = golden.inputs;
    const inputs = Object.fromEntries(
      Object.entries(rest)
        .filter(([, value]) => isWritten(value))
        .map(([name, value]) => [name, read(value, dtype)])
    );
    const names = Object.keys(expected.grads ?? {});
    const wanted = Object.fromEntries(names.map((name) => [name, inputs[name]!]));
    const {value, pull} = vjp(
      (params: Readonly<Record<string, Tensor>>) => compute({...inputs, ...params}, golden, dtype),
      wanted
    );
    const output = compare(`${dtype} output`, value, expected.output, forward);
    if (names.length === 0) return [output];
    const grads = pull(read(cotangent, dtype));
    return [
      output,
      ...names.map((name) => compare(`${dtype} grad of ${name}`, grads[name]!, expected.grads![name], backward))
    ];
  });
}
