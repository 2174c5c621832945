import type {MlpParams} from "../../autodiff/scalar/mlp.js";
import {rules} from "../../autodiff/scalar/rules.js";
import {scalarMlpConfig, type ScalarMlpConfig} from "./scalarMlpConfig.js";

/** Points at equal distances, in rows from the bottom, as a picture has them. */
export interface Grid {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
  readonly columns: number;
  readonly rows: number;
}

/** The score of a point, in plain numbers: the same as the network's, without its graph. */
export function scoreOf(config: ScalarMlpConfig): (params: MlpParams, x: number, y: number) => number {
  const {activation, hidden} = scalarMlpConfig(config);
  const act: (x: number, y: number) => number = rules[activation].value;
  const width = Math.max(2, ...hidden);
  let [from, to] = [new Float64Array(width), new Float64Array(width)];
  return (params, x, y) => {
    from[0] = x;
    from[1] = y;
    params.forEach((neurons, depth) => {
      neurons.forEach(({weights, bias}, j) => {
        let total = 0;
        for (let i = 0; i < weights.length; i++) total += weights[i]! * from[i]!;
        to[j] = depth === params.length - 1 ? total + bias : act(total + bias, NaN);
      });
      [from, to] = [to, from];
    });
    return from[0]!;
  };
}

/** The decision surface: the score at each point of a grid, `[rows, columns]`; above 0 is class 1. */
export function surface(params: MlpParams, config: ScalarMlpConfig, {x, y, columns, rows}: Grid): Float64Array {
  const score = scoreOf(config);
  const values = new Float64Array(rows * columns);
  const at = ([from, to]: readonly [number, number], i: number, n: number): number =>
    n < 2 ? from : from + ((to - from) * i) / (n - 1);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      values[row * columns + column] = score(params, at(x, column, columns), at(y, row, rows));
  return values;
}
