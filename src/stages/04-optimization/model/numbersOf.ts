import {leaves} from "/lib/index.js";
import {isTensor, type Tensor} from "/lib/tensor.js";

/** All numbers of a tree of tensors, one after the other. */
export const numbersOf = <T extends object>(tree: T): readonly number[] =>
  leaves(tree).flatMap(([, leaf]) => (isTensor(leaf) ? Array.from((leaf as Tensor).data) : []));
