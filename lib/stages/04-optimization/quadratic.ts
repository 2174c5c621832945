import {mul} from "../../autodiff/ops/binary.js";
import {sum} from "../../autodiff/ops/broadcast.js";
import {matmul} from "../../autodiff/ops/matmul.js";
import {reshape} from "../../autodiff/ops/reshape.js";
import {square} from "../../autodiff/ops/unary.js";
import {real, whole} from "../../core/check.js";
import {checkFields} from "../../core/checkFields.js";
import {pow} from "../../core/math/pow.js";
import {cos, sin} from "../../core/math/trig.js";
import {tensor} from "../../tensor/make.js";
import {pointOf, type Landscape} from "./landscape.js";

/** How a quadratic is shaped. */
export interface QuadraticOptions {
  /** The largest curvature over the smallest, which is 1: 10 unless it is named. */
  readonly conditionNumber?: number;
  /** How many coordinates: 2 unless it is named. */
  readonly dimensions?: number;
  /** The angle, in radians, by which each coordinate is turned towards the next: 0 unless it is named. */
  readonly rotation?: number;
}

/** A quadratic, and the eigenvalues of its Hessian. */
export interface Quadratic extends Landscape {
  /** From 1 to the condition number, each the same multiple of the one before. */
  readonly curvatures: readonly number[];
}

/** The unit matrix with each neighboring pair of coordinates turned, one pair after the other: orthogonal. */
function turned(n: number, angle: number): readonly (readonly number[])[] {
  const [c, s] = [cos(angle), sin(angle)];
  const rows: number[][] = Array.from({length: n}, (_, i) => Array.from({length: n}, (_, j) => (i === j ? 1 : 0)));
  for (let i = 0; i + 1 < n; i++) {
    const [a, b] = [rows[i]!, rows[i + 1]!];
    rows[i] = a.map((x, j) => c * x + s * b[j]!);
    rows[i + 1] = a.map((x, j) => c * b[j]! - s * x);
  }
  return rows;
}

/**
 * ½ Σ λᵢ yᵢ², where y is x turned and λ goes from 1 to the condition number: the landscape on which all rates of convergence
 * are proved (Nesterov 2004, Introductory Lectures on Convex Optimization, section 2.1). Its minimum is 0, at 0.
 *
 * @throws ConfigError for a condition number below 1, or fewer than two dimensions.
 */
export function quadratic(options: QuadraticOptions = {}): Quadratic {
  checkFields("quadratic.options", options, ["conditionNumber", "dimensions", "rotation"]);
  const {conditionNumber = 10, dimensions = 2, rotation = 0} = options;
  real("quadratic.conditionNumber", conditionNumber, {least: 1});
  const n = whole("quadratic.dimensions", dimensions, {least: 2});
  real("quadratic.rotation", rotation);
  const curvatures = Array.from({length: n}, (_, i) =>
    i === n - 1 ? conditionNumber : pow(conditionNumber, i / (n - 1))
  );
  const basis = rotation === 0 ? undefined : turned(n, rotation);
  return {
    label: "Quadratic",
    curvatures,
    value: (x) => {
      const point = pointOf("quadratic", x, n);
      const {dtype} = point;
      const y = basis === undefined ? point : reshape(matmul(tensor(basis, dtype), reshape(point, [n, 1])), [n]);
      return mul(sum(mul(square(y), tensor(curvatures, dtype))), 0.5);
    },
    minima: [{at: curvatures.map(() => 0), value: 0}],
    box: {x: [-2, 2], y: [-2, 2]},
    start: curvatures.map((_, i) => (i % 2 === 0 ? -1.5 : 1))
  };
}
