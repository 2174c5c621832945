import {valueAndGrad} from "../../autodiff/grad.js";
import {NaNError, findNaN, firstNonFinite} from "../../autodiff/nan.js";
import {add, mul} from "../../autodiff/ops/binary.js";
import {settled} from "../../core/fields.js";
import {fold, key} from "../../core/random/key.js";
import type {Stage} from "../../core/stage.js";
import type {Tensor} from "../../core/tensorData.js";
import {applyUpdates} from "../../optim/applyUpdates.js";
import {globalNorm} from "../../optim/globalNorm.js";
import {namedOptimizer} from "../../optim/named.js";
import {item, tensor, zeros} from "../../tensor/make.js";
import {randomNormal} from "../../tensor/random.js";
import {inRegion} from "../../tensor/region.js";
import {descentFields, type DescentConfig} from "./descentConfig.js";
import type {Landscape} from "./landscape.js";
import {landscapes} from "./landscapes.js";
import {quadratic} from "./quadratic.js";

/** Where a walk is: x is [2], float64. */
export interface DescentParams {
  readonly x: Tensor;
}

/** A walk on its way. */
export interface DescentState {
  readonly step: number;
  readonly params: DescentParams;
  /** What the optimizer remembers. */
  readonly optimizer: unknown;
}

/** What is added to the gradient of a step: [2], float64. */
export interface DescentNoise {
  readonly noise: Tensor;
}

/** The height, the place, and the length of the gradient without its noise. */
export interface DescentMetrics {
  readonly loss: number;
  readonly x: number;
  readonly y: number;
  readonly gradientNorm: number;
}

/** What an opened walk has besides its stage. */
export interface DescentView {
  readonly landscape: Landscape;
}

/**
 * A walk down a landscape. A batch is the noise of a step, so noise is a function of the seed and the step alone: walks of
 * one seed are pushed alike, whatever their optimizers.
 *
 * A step from where the height or its gradient is not finite throws a NaNError with the step and the operation.
 */
export const descent: Stage<DescentConfig, DescentNoise, DescentState, DescentMetrics, DescentView> = (config) => {
  const full = settled("config", descentFields, config);
  const {noise, seed, startX, startY, conditionNumber} = full;
  const landscape = full.landscape === "quadratic" ? quadratic({conditionNumber}) : landscapes[full.landscape];
  const optimizer = namedOptimizer(full.optimizer, full);
  const height = ({x}: DescentParams): Tensor => landscape.value(x);
  const slope = valueAndGrad(height);
  const drawn = fold(key(seed), 0);
  return {
    landscape,
    data: (step) => ({
      noise: noise === 0 ? zeros([2], "float64") : mul(randomNormal(fold(drawn, step), [2], "float64"), noise)
    }),
    model: () => {
      const params = {x: tensor([startX, startY], "float64")};
      return {step: 0, params, optimizer: optimizer.init(params)};
    },
    step: inRegion(({step, params, optimizer: remembered}: DescentState, batch: DescentNoise): DescentState => {
      const {value, grads} = slope(params);
      if ([value, grads.x].some((each) => firstNonFinite(each) >= 0)) {
        const cause = findNaN(height, params);
        const {op, param} = cause ?? {op: "the gradient", param: "x"};
        throw new NaNError({op, param, step}, cause?.fault.found.slice(2) ?? []);
      }
      const [updates, next] = optimizer.update({x: add(grads.x, batch.noise)}, remembered, params);
      return {step: step + 1, params: applyUpdates(params, updates), optimizer: next};
    }),
    metrics: inRegion(({params}: DescentState): DescentMetrics => {
      const {value, grads} = slope(params);
      const [x, y] = params.x.data as unknown as readonly [number, number];
      return {loss: item(value), x, y, gradientNorm: item(globalNorm(grads))};
    })
  };
};
