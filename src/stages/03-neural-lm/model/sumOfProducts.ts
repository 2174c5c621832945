/** A neuron's sum over many inputs, drawn anew many times: numbers for the simplest picture of a variance. */
import {fold, key, normal, uniform} from "/lib/index.js";

export const DRAWS = 2000;

/** 2,000 sums Σ w x of so many products: x normal with variance 1, w uniform with this variance. */
export function sumsOfProducts(inputs: number, weightVariance: number, seed = 1): Float64Array {
  const bound = Math.sqrt(3 * weightVariance); // the variance of numbers between −bound and bound is bound²/3
  const [weights, values] = [fold(key(seed), 1), fold(key(seed), 2)];
  return Float64Array.from({length: DRAWS}, (_, draw) => {
    let sum = 0;
    for (let i = 0; i < inputs; i++) {
      const at = draw * inputs + i;
      sum += bound * (2 * uniform(weights, at) - 1) * normal(values, at);
    }
    return sum;
  });
}

/** The mean of squares: the variance of what has no mean. */
export const meanSquare = (list: ArrayLike<number>): number =>
  Array.from(list).reduce((sum, x) => sum + x * x, 0) / list.length;
