import {split} from "../core/random/key.js";
import type {Tensor} from "../core/tensorData.js";
import type {Module} from "./module.js";

/**
 * Modules from tensors to tensors, one after another: `compose` for a list. Its parameters are the list of theirs, from
 * keys of their own.
 */
export const sequence = <P extends readonly unknown[]>(
  ...layers: {readonly [K in keyof P]: Module<P[K]>}
): Module<Readonly<P>> => {
  const list: readonly Module<unknown>[] = layers;
  return {
    // as many parameters as layers, in their order
    init: (key) => split(key, list.length).map((child, i) => list[i]!.init(child)) as unknown as Readonly<P>,
    apply: (params, input) => list.reduce<Tensor>((x, {apply}, i) => apply(params[i], x), input)
  };
};
