/** What the code of an exercise may call that makes a transformer: tensors, and what is built of them. */
export {
  adamw,
  adamwInit,
  argmax,
  crossEntropy,
  inRegion,
  item,
  key,
  matmul,
  mul,
  silu,
  sortTask,
  tensor,
  valueAndGrad
} from "../lib/tensor.js";
export {emptyCache, readOn, transformer} from "../lib/transformer.js";
