import {mul} from "../autodiff/ops/binary.js";
import {real, whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";
import {scheduleOf, type Rate} from "./schedules/schedule.js";

/** How many steps were done. */
export interface StepState {
  readonly step: number;
}

/** Multiplies updates by a number. */
export function scale(factor: number): GradientTransformation<null> {
  real("scale.factor", factor);
  return {
    elementwise: true,
    init: () => null,
    update: (updates) => [mapTensors("scale", (u) => mul(u, factor), ["updates", updates]), null]
  };
}

/**
 * Turns a direction in which the loss rises into a step against it: updates times −rate. The first step has a schedule's
 * rate of step 0.
 */
export function scaleByLearningRate(rate: Rate): GradientTransformation<StepState> {
  const where = "scaleByLearningRate";
  const rateAt = scheduleOf(`${where}.rate`, rate);
  return {
    elementwise: true,
    init: () => ({step: 0}),
    update: (updates, state) => {
      const step = stepOf(where, state);
      const factor = -rateAt(step);
      return [mapTensors(where, (u) => mul(u, factor), ["updates", updates]), {step: step + 1}];
    }
  };
}

/** The number of the step to do. @throws ConfigError for a state that no `init` and no step made. */
function stepOf(where: string, state: unknown): number {
  checkFields(`${where}.state`, state, ["step"]);
  return whole(`${where}.state.step`, (state as StepState).step);
}
