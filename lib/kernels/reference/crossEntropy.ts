import {exp} from "../../core/math/exp.js";
import {logSumExp} from "./softmax.js";

/**
 * What each row of logits costs, in nats, when its target comes: lse − x_target = −ln softmax(x)_target.
 *
 * With `smoothing` s the target is (1 − s) of the way from uniform: (1−s)(lse − x_target) + s (lse − mean x); with `z`
 * z·lse² is added, which keeps logits from drifting. A row whose target is `ignore` costs 0. lse[i] = ln Σ eˣ.
 *
 * @see Szegedy et al., Rethinking the Inception Architecture, 2016, section 7; Chowdhery et al., PaLM, 2022, section 5.
 */
export function crossEntropy(
  rows: number,
  n: number,
  ignore: number,
  smoothing: number,
  z: number,
  x: Float64Array,
  targets: Int32Array,
  loss: Float64Array,
  lse: Float64Array
): void {
  for (let i = 0; i < rows; i++) {
    const total = logSumExp(x, i * n, n);
    lse[i] = total;
    if (targets[i] === ignore) {
      loss[i] = 0;
      continue;
    }
    let cost = (1 - smoothing) * (total - x[i * n + targets[i]!]!);
    if (smoothing > 0) cost += smoothing * (total - mean(x, i * n, n)); // else a logit of −Infinity gave 0 · Infinity
    if (z > 0) cost += z * total * total;
    loss[i] = cost;
  }
}

function mean(x: Float64Array, start: number, n: number): number {
  let total = 0;
  for (let j = 0; j < n; j++) total += x[start + j]!;
  return total / n;
}

/**
 * dx = dloss · (p (1 + 2 z lse) − (1−s) onehot − s/n) with p = e^(x − lse), since ∂lse/∂xⱼ = pⱼ; 0 in ignored rows.
 */
export function crossEntropyGrad(
  rows: number,
  n: number,
  ignore: number,
  smoothing: number,
  z: number,
  x: Float64Array,
  targets: Int32Array,
  lse: Float64Array,
  dloss: Float64Array,
  dx: Float64Array
): void {
  for (let i = 0; i < rows; i++) {
    const ignored = targets[i] === ignore;
    const weight = z > 0 ? 1 + 2 * z * lse[i]! : 1;
    for (let j = 0; j < n; j++) {
      const target = (j === targets[i] ? 1 - smoothing : 0) + smoothing / n;
      dx[i * n + j] = ignored ? 0 : dloss[i]! * (exp(x[i * n + j]! - lse[i]!) * weight - target);
    }
  }
}
