import {ConfigError, found} from "../core/errors.js";
import type {Dtype, Numbers, Tensor} from "../core/tensor.js";
import {given} from "../tensor/given.js";
import {computed} from "../tensor/region.js";
import {kindOf, tensorMethods, TRACKED} from "../tensor/storage.js";
import type {Applied, Primitive} from "./primitive.js";

/**
 * A tensor that remembers where it came from: a node of the graph that derivatives are taken through. It is never
 * changed, and holds on to its inputs alone.
 *
 * `birth` rises with every node, so a node is younger than its inputs, and an order by birth is an order in which
 * everything comes after what it is made of: there is nothing to sort by hand, and no recursion.
 *
 * `oldest` is the birth of the oldest variable that the node depends on. It tells whose derivative is being taken: a
 * node that depends on no variable older than those of `grad(f)` is of no interest to whatever called `grad(f)`.
 */
export interface Tracked extends Tensor {
  readonly value: Tensor;
  readonly birth: number;
  readonly oldest: number;
  readonly op: Primitive<unknown> | undefined;
  readonly inputs: readonly Tensor[];
  readonly params: unknown;
  readonly saved: readonly Tensor[];
  readonly label: string | undefined;
}

const prototype = {
  kind: TRACKED,
  get shape(): readonly number[] {
    return (this as unknown as Tracked).value.shape;
  },
  get dtype(): Dtype {
    return (this as unknown as Tracked).value.dtype;
  },
  get data(): Numbers {
    return (this as unknown as Tracked).value.data;
  },
  ...tensorMethods
};

let births = 0; // only its order is ever looked at, which is that of the program

type Node = Omit<Tracked, keyof Tensor | "birth" | "oldest">;

const track = ({value, op, inputs, params, saved, label}: Node, oldest: number): Tracked => {
  const birth = ++births;
  return {
    __proto__: prototype,
    value,
    birth,
    oldest: Math.min(oldest, birth),
    op,
    inputs,
    params,
    saved,
    label
  } as unknown as Tracked;
};

export const isTracked = (x: Tensor): x is Tracked => kindOf(x) === TRACKED;

/** The numbers of a tensor, without where they came from. */
export const valueOf = (x: Tensor): Tensor => (isTracked(x) ? x.value : x);

const NONE: readonly Tensor[] = [];

function oldestOf(inputs: readonly Tensor[]): number {
  let oldest = Infinity;
  for (let i = 0; i < inputs.length; i++) {
    const x = inputs[i]!;
    if (isTracked(x) && x.oldest < oldest) oldest = x.oldest;
  }
  return oldest;
}

/** A variable: derivatives are taken with respect to it. It depends on x, where x is tracked for someone else. */
export const variable = (x: Tensor): Tracked =>
  track(
    {
      value: valueOf(x),
      op: identity as Primitive<unknown>,
      inputs: isTracked(x) ? [x] : NONE,
      params: undefined,
      saved: NONE,
      label: undefined
    },
    isTracked(x) ? x.oldest : Infinity
  );

/** The tensor itself. The node of a variable, and of a name. */
const identity: Primitive = {
  name: "identity",
  forward: ([x]) => x!,
  vjp: (dy) => [dy],
  jvp: ([dx]) => dx!
};

/** A tensor under a name that `trace` reports. It is the tensor itself where nothing is being traced. */
export function named(label: string, x: Tensor): Tensor {
  if (typeof label !== "string") throw new ConfigError("named", "`label` is a text", [found("label", label)]);
  given("named", "x", x);
  if (!isTracked(x)) return x;
  const op = identity as Primitive<unknown>;
  return track({value: x.value, op, inputs: [x], params: undefined, saved: NONE, label}, x.oldest);
}

/** The same numbers, as a constant: no derivative goes through it. */
export const stopGradient = (x: Tensor): Tensor => valueOf(given("stopGradient", "x", x));

/** Applies an operation to tensors, and remembers it where an input is tracked. */
export function apply<P>(op: Primitive<P>, inputs: readonly Tensor[], params: P): Tensor {
  const oldest = oldestOf(inputs);
  const {dtype} = inputs[0]!;
  if (oldest === Infinity) return computed(dtype, () => op.forward(inputs, params, ignore));
  let saved = NONE;
  const keep = (...tensors: readonly Tensor[]): void => {
    saved = tensors;
  };
  const values = inputs.map(valueOf);
  // outside of any region, what is kept for the way back is carried out with the result
  const [value, ...kept] = computed(dtype, (): readonly Tensor[] => [op.forward(values, params, keep), ...saved]);
  return track({value: value!, op: op as Primitive<unknown>, inputs, params, saved: kept, label: undefined}, oldest);
}

const ignore = (): void => {};

/** What a rule sees of a node: tracked tensors if someone older asks for derivatives of this derivative, else numbers. */
export const seenBy = (node: Tracked, since: number, wants: (input: Tracked) => boolean): Applied<unknown> => {
  const plain = node.oldest >= since;
  return {
    inputs: plain ? node.inputs.map(valueOf) : node.inputs,
    output: plain ? node.value : node,
    params: node.params,
    saved: node.saved,
    wants: (i) => {
      const input = node.inputs[i]!;
      return isTracked(input) && wants(input);
    }
  };
};

/** A result as its caller gets it: plain numbers, unless it depends on a variable that is older than those of the call. */
export const seenOutside = (x: Tensor, since: number): Tensor => (isTracked(x) && x.oldest >= since ? x.value : x);
