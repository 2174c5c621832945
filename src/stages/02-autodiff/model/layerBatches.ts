import {add, backward, mul, sub, variable, type Expression} from "/lib/scalar.js";

export interface Example {
  readonly x: number;
  readonly target: number;
}

/** Mean squared error of w x + b, and its slopes with w, with b, and with each prediction. */
export function meanLoss(batch: readonly Example[]) {
  const [w, b] = [variable(0.5), variable(0.1)];
  const predictions = batch.map(({x}) => add(mul(w, x), b));
  const square = (error: Expression) => mul(error, error);
  const sum = batch.reduce<Expression>(
    (all, {target}, i) => add(all, square(sub(predictions[i]!, target))),
    variable(0)
  );
  const slopes = backward(mul(sum, 1 / batch.length));
  return {weight: slopes.get(w), bias: slopes.get(b), predictions: predictions.map((one) => slopes.get(one))};
}
