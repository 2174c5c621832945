/** All pairs of a context and its next letter that a network learns from, by number: so that a batch can be chosen. */
import {bengio, type BengioParams} from "/lib/stages/neural-lm.js";
import {crossEntropy, inRegion, item, tensor, valueAndGrad, type Tensor} from "/lib/tensor.js";
import {racedNetwork} from "./networks.js";
import {numbersOf} from "./numbersOf.js";

const AT_ONCE = 4096;

/** Examples by number: their contexts, [places, context], and the tokens that follow. */
interface Pairs {
  readonly count: number;
  readonly at: (places: ArrayLike<number>) => {readonly contexts: Tensor; readonly next: Tensor};
}

/** The pairs of documents that each end with the same token; begin tokens stand before each. */
export function pairsOf(ids: ArrayLike<number>, context: number, begin: number, end: number): Pairs {
  const table = new Int32Array(ids.length * context);
  const row = new Int32Array(context).fill(begin);
  for (let i = 0; i < ids.length; i++) {
    table.set(row, i * context);
    if (ids[i] === end) row.fill(begin);
    else {
      row.copyWithin(0, 1);
      row[context - 1] = ids[i]!;
    }
  }
  return {
    count: ids.length,
    at: (places) => {
      const contexts = new Int32Array(places.length * context);
      for (let k = 0; k < places.length; k++)
        contexts.set(table.subarray(places[k]! * context, (places[k]! + 1) * context), k * context);
      return {
        contexts: tensor(contexts, {shape: [places.length, context]}),
        next: tensor(Int32Array.from(places, (place) => ids[place]!))
      };
    }
  };
}

/** The small network of the stage, with the mean loss of any of its pairs, and the gradient of it. */
export function namesProblem(corpus: string, seed = 1) {
  const {train, documents, context, logits, model} = bengio({...racedNetwork(corpus), seed});
  const pairs = pairsOf(train, context, documents!.begin, documents!.end); // it reads documents
  const lossOn =
    (places: ArrayLike<number>) =>
    (params: BengioParams): Tensor => {
      const {contexts, next} = pairs.at(places);
      return crossEntropy(logits(params, contexts), next);
    };
  const loss = inRegion((params: BengioParams, places: ArrayLike<number>) => item(lossOn(places)(params)));
  const gradients = (params: BengioParams, places: ArrayLike<number>) => valueAndGrad(lossOn(places))(params).grads;
  const numbers = inRegion((params: BengioParams, places: ArrayLike<number>) => numbersOf(gradients(params, places)));
  return {
    count: pairs.count,
    params: () => model().params,
    lossOn,
    loss,
    gradients,
    /** The gradient as a list of numbers, of any number of pairs: by parts, each weighted by its share. */
    gradient: (params: BengioParams, places: ArrayLike<number>): Float64Array => {
      const list = Uint32Array.from(places);
      const sum = new Float64Array(numbers(params, list.subarray(0, 1)).length);
      for (let from = 0; from < list.length; from += AT_ONCE) {
        const part = list.subarray(from, from + AT_ONCE);
        const share = part.length / list.length;
        numbers(params, part).forEach((g, i) => (sum[i]! += share * g));
      }
      return sum;
    }
  };
}
