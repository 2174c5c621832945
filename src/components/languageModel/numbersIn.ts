import {isTensor, leaves, sizeOf} from "/lib/tensor.js";

/** How many numbers there are in the tensors of a tree, such as the parameters of a model. */
export const numbersIn = (tree: unknown): number =>
  leaves(tree).reduce((sum, [, leaf]) => sum + (isTensor(leaf) ? sizeOf(leaf.shape) : 0), 0);
