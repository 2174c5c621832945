/** Sizes and kinds of numbers that do not fit: what is done wrong, and what was meant. */
import {
  add,
  crossEntropy,
  embedding,
  matmul,
  mean,
  ones,
  region,
  reshape,
  tensor,
  zeros,
  type Tensor
} from "../lib/tensor.js";

export const innerSizes = () => matmul(ones([2, 3]), ones([2, 3]));
export const innerSizesMended = () => matmul(ones([2, 3]), ones([2, 3]), {transposeB: true});

export const rowsAndColumns = () => add(ones([3, 2]), tensor([1, 2, 3]));
export const rowsAndColumnsMended = () => add(ones([3, 2]), reshape(tensor([1, 2, 3]), [3, 1]));

export const raggedLists = () => tensor([[1, 2], [3]]);
export const raggedListsMended = () =>
  tensor([
    [1, 2],
    [3, 0]
  ]);

export const oneTargetTooFew = () => crossEntropy(zeros([4, 10]), tensor([1, 2, 3], "int32"));
export const oneTargetTooFewMended = () => crossEntropy(zeros([4, 10]), tensor([1, 2, 3, 4], "int32"));

export const idsAsFractions = () => embedding(ones([10, 4]), tensor([1, 2, 3]));
export const idsAsFractionsMended = () => embedding(ones([10, 4]), tensor([1, 2, 3], "int32"));

export const afterItsRegion = () => {
  const kept: Tensor[] = [];
  region(() => {
    kept.push(add(ones([2]), 1));
    return ones([1]);
  });
  return mean(kept[0]!);
};
export const afterItsRegionMended = () => mean(region(() => add(ones([2]), 1)));
