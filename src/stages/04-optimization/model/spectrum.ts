/** All curvatures of a real loss: the Hessian of a small network, column by column from products, and its eigenvalues. */
import {timeline} from "/lib/index.js";
import {bengio, type BengioParams} from "/lib/stages/neural-lm.js";
import {symmetricEigen} from "/lib/stages/optimization.js";
import {
  cast,
  crossEntropy,
  globalNorm,
  hessianVectorProduct,
  inRegion,
  item,
  mapTree,
  tensor,
  valueAndGrad,
  type Tensor
} from "/lib/tensor.js";
import {smallestNetwork} from "./networks.js";
import {numbersOf} from "./numbersOf.js";

/** Steps after which the network is looked at. */
export const LOOKED_AT = [0, 100, 1000] as const;

/** The loss and its Hessian's eigenvalues, falling. */
export interface Spectrum {
  readonly step: number;
  readonly loss: number;
  readonly gradientNorm: number;
  readonly curvatures: readonly number[];
}

const wide = (params: BengioParams): BengioParams =>
  mapTree((x) => cast(x as Tensor, "float64"), params) as BengioParams;

/** A tree like another that is 0 but for its i-th number, which is 1. */
function unit<T extends object>(tree: T, i: number): T {
  let from = 0;
  return mapTree((leaf) => {
    const {data, shape} = leaf as Tensor;
    const numbers = new Float64Array(data.length);
    if (i >= from && i < from + numbers.length) numbers[i - from] = 1;
    from += numbers.length;
    return tensor(numbers, {shape});
  }, tree) as T;
}

/** All second derivatives of a loss at its parameters, of float64: as many products as there are numbers. */
export function hessianOf<T extends object>(loss: (params: T) => Tensor, params: T): readonly (readonly number[])[] {
  const column = inRegion((i: number) => numbersOf(hessianVectorProduct(loss, params, unit(params, i))));
  return numbersOf(params).map((_, i) => column(i));
}

/** The spectra of the loss of one fixed batch, as the network learns from others. */
export function spectra(corpus: string, steps: readonly number[], batchSize = 512): readonly Spectrum[] {
  const run = timeline(bengio, smallestNetwork(corpus), {history: false});
  const {logits} = run.opened();
  const {contexts, next} = bengio({...smallestNetwork(corpus), batchSize, seed: 2}).data(0);
  const loss = (params: BengioParams): Tensor => crossEntropy(logits(params, contexts), next);
  return steps.map((step) => {
    const params = wide(run.at(step).state.params);
    const {value, grads} = valueAndGrad(loss)(params);
    return {
      step,
      loss: item(value),
      gradientNorm: item(globalNorm(grads)),
      curvatures: symmetricEigen(hessianOf(loss, params)).values
    };
  });
}
