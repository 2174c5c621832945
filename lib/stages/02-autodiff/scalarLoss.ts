import {backward} from "../../autodiff/scalar/backward.js";
import type {Expression} from "../../autodiff/scalar/expression.js";
import {liftMlp, mapMlp, mlp, type MlpParams, type MlpShape} from "../../autodiff/scalar/mlp.js";
import {abs, add, div, exp, log, max, mul, neg, relu, sub} from "../../autodiff/scalar/operations.js";
import {sum} from "../../autodiff/scalar/sums.js";
import type {LabeledPoint} from "./datasets.js";
import {scalarMlpConfig, type FullScalarMlpConfig, type ScalarMlpConfig} from "./scalarMlpConfig.js";

/** The network of a config: a point in, one score out, whose sign is the class. */
export const shapeOfMlp = ({hidden, activation}: FullScalarMlpConfig): MlpShape => ({
  sizes: [2, ...hidden, 1],
  activation
});

/** How bad a score is for a label, in nats for cross-entropy: functions of the margin, which is their product. */
export const pointLosses = {
  /** −ln σ(m) = max(−m, 0) + ln(1 + e^−|m|), which no score overflows */
  crossEntropy: (margin: Expression): Expression => add(max(neg(margin), 0), log(add(1, exp(neg(abs(margin)))))),
  /** max(1 − m, 0) */
  hinge: (margin: Expression): Expression => relu(sub(1, margin))
} as const;

/** The gradient of the mean loss over a batch, as parameters are: what a step descends, without weight decay. */
export interface ScalarGradients {
  readonly loss: number;
  readonly gradients: MlpParams;
}

/** The loss over a batch of points, and its gradient by the scalar engine. */
export const gradientsOf = (config: ScalarMlpConfig) => {
  const full = scalarMlpConfig(config);
  const {apply} = mlp(shapeOfMlp(full));
  const lossOf = pointLosses[full.loss];
  return (params: MlpParams, batch: readonly LabeledPoint[]): ScalarGradients => {
    const lifted = liftMlp(params);
    const losses = batch.map(({x, label}) => lossOf(mul(apply(lifted, x)[0]!, label)));
    const loss = div(sum(losses), losses.length);
    const gradients = backward(loss);
    return {loss: loss.value, gradients: mapMlp((param) => gradients.get(param), lifted)};
  };
};
