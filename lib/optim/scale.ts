import {mul} from "../autodiff/ops/binary.js";
import {real} from "../core/check.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";

/** Multiplies updates by a number. */
export function scale(factor: number): GradientTransformation<null> {
  real("scale.factor", factor);
  return scaling("scale", factor);
}

/** Turns a direction in which the loss rises into a step against it: updates times −rate. */
export function scaleByLearningRate(rate: number): GradientTransformation<null> {
  real("scaleByLearningRate.rate", rate, {least: 0});
  return scaling("scaleByLearningRate", -rate);
}

const scaling = (where: string, factor: number): GradientTransformation<null> => ({
  init: () => null,
  update: (updates) => [mapTensors(where, (u) => mul(u, factor), ["updates", updates]), null]
});
