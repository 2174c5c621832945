/** All curvatures of a real loss: the Hessian of a small network, column by column from products, and its eigenvalues. */
import {leaves, timeline} from "/lib/index.js";
import {bengio, type BengioConfig, type BengioParams} from "/lib/stages/neural-lm.js";
import {symmetricEigen} from "/lib/stages/optimization.js";
import {
  cast,
  crossEntropy,
  globalNorm,
  hessianVectorProduct,
  inRegion,
  isTensor,
  mapTree,
  tensor,
  valueAndGrad,
  type Tensor
} from "/lib/tensor.js";

/** Steps after which the network is looked at. */
export const LOOKED_AT = [0, 100, 1000] as const;

/** The loss and its Hessian's eigenvalues, falling. */
export interface Spectrum {
  readonly step: number;
  readonly loss: number;
  readonly gradientNorm: number;
  readonly curvatures: readonly number[];
}

const config = (corpus: string): BengioConfig => ({
  corpus: corpus.toLowerCase(),
  documents: true,
  context: 2,
  width: 2,
  hidden: [6],
  learningRate: 0.01,
  batchSize: 64,
  scored: 500
});

const wide = (params: BengioParams): BengioParams =>
  mapTree((x) => cast(x as Tensor, "float64"), params) as BengioParams;

const numbersOf = (params: BengioParams): readonly number[] =>
  leaves(params).flatMap(([, leaf]) => (isTensor(leaf) ? Array.from(leaf.data) : []));

/** A tree like the parameters that is 0 but for its i-th number, which is 1. */
function unit(params: BengioParams, i: number): BengioParams {
  let from = 0;
  return mapTree((leaf) => {
    const {data, shape} = leaf as Tensor;
    const numbers = new Float64Array(data.length);
    if (i >= from && i < from + numbers.length) numbers[i - from] = 1;
    from += numbers.length;
    return tensor(numbers, {shape});
  }, params) as BengioParams;
}

/** The spectra of the loss of one fixed batch, as the network learns from others. */
export function spectra(corpus: string, steps: readonly number[], batchSize = 512): readonly Spectrum[] {
  const run = timeline(bengio, config(corpus), {history: false});
  const {logits} = run.opened();
  const {contexts, next} = bengio({...config(corpus), batchSize, seed: 2}).data(0);
  const loss = (params: BengioParams): Tensor => crossEntropy(logits(params, contexts), next);
  return steps.map((step) => {
    const params = wide(run.at(step).state.params);
    const count = numbersOf(params).length;
    const column = inRegion((i: number) => numbersOf(hessianVectorProduct(loss, params, unit(params, i))));
    const {value, grads} = valueAndGrad(loss)(params);
    return {
      step,
      loss: value.data[0]!,
      gradientNorm: globalNorm(grads).data[0]!,
      curvatures: symmetricEigen(Array.from({length: count}, (_, i) => column(i))).values
    };
  });
}
