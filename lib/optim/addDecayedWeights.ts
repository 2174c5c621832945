import {add, mul} from "../autodiff/ops/binary.js";
import {real} from "../core/check.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";

/**
 * Adds decay · parameter to each update. After Adam's scaling that is decoupled weight decay (Loshchilov & Hutter 2019);
 * before it, or with plain gradient descent, it is the gradient of decay/2 · Σ parameter².
 */
export function addDecayedWeights(decay: number): GradientTransformation<null> {
  real("addDecayedWeights.decay", decay, {least: 0});
  return {
    elementwise: true,
    init: () => null,
    update: (updates, _, params) =>
      decay === 0
        ? [updates, null]
        : [
            mapTensors("addDecayedWeights", (u, p) => add(u, mul(p, decay)), ["updates", updates], ["params", params]),
            null
          ]
  };
}
