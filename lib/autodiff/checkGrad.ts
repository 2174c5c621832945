import {real, whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {DtypeError} from "../core/errors.js";
import {fold, key} from "../core/random/key.js";
import {sizeOf, type Tensor} from "../core/tensorData.js";
import {given, givenFunction} from "../tensor/given.js";
import {randomNormal} from "../tensor/random.js";
import {arrayOf, heapTensor} from "../tensor/storage.js";
import {jvp, vjp} from "./directions.js";
import {grad} from "./grad.js";
import {add, mul} from "./ops/binary.js";
import {sum} from "./ops/broadcast.js";
import {checkDifferentiable, tensorsOf, withTensors} from "./variables.js";

/** How closely, and how often, derivatives are compared. */
export interface CheckGradOptions {
  /** 1 for gradients, 2 for gradients of gradients as well. */
  readonly order?: 1 | 2;
  /** Random directions that are tried. */
  readonly directions?: number;
  /** Inputs up to which every partial derivative is compared. */
  readonly full?: number;
  /** The largest difference that passes, relative to the larger of 1 and the derivative. */
  readonly tolerance?: number;
  /** The step of the differences, relative to |x|, but to no less than 0.1 and no more than 10. */
  readonly step?: number;
  /** Of the random directions: 0 unless it is named. */
  readonly seed?: number;
}

/** What `checkGrad` found. */
export interface GradReport {
  readonly passed: boolean;
  /** The largest relative difference. */
  readonly worst: number;
  /** Where it was: the order, the mode and the direction. */
  readonly where: string;
  readonly comparisons: number;
}

// on the side of rounding, about 1e-16/h: there the error of the five-point rule, h⁴·f⁽⁵⁾/30, is far smaller, also for rough functions
const STEP = 3e-4;

/** x + t·v, tensor by tensor, on the heap: differences owe nothing to the operations that they check. */
function moved<P>(x: P, direction: P, t: number): P {
  const directions = tensorsOf(direction);
  const shifted = tensorsOf(x).map(({data, shape, dtype}, i) => {
    const array = arrayOf(dtype, data.length);
    const v = directions[i]!.data;
    for (let j = 0; j < array.length; j++) array[j] = data[j]! + t * v[j]!;
    return heapTensor(array, shape, dtype);
  });
  return withTensors(x, shifted);
}

const dot = (a: readonly Tensor[], b: readonly Tensor[]): number =>
  a.reduce((total, x, i) => {
    const [p, q] = [x.data, b[i]!.data];
    let part = 0;
    for (let j = 0; j < p.length; j++) part += p[j]! * q[j]!;
    return total + part;
  }, 0);

/**
 * ⟨u, f⟩ moved along v, by the five-point rule: (8(f₁ − f₋₁) − (f₂ − f₋₂))/12h, whose error falls with h⁴.
 */
function difference<P>(f: (x: P) => Tensor, x: P, v: P, u: Tensor, h: number): number {
  const at = (t: number): number => dot([f(moved(x, v, t))], [u]);
  return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
}

/** A direction like a tree, each number in proportion to the size of the one that it moves. */
function directionLike<P>(x: P, make: (tensor: Tensor, i: number) => Tensor): P {
  const scaled = tensorsOf(x).map((tensor, i) => {
    const array = Float64Array.from(make(tensor, i).data);
    for (let j = 0; j < array.length; j++) array[j]! *= Math.min(10, Math.max(0.1, Math.abs(tensor.data[j]!)));
    return heapTensor(array, tensor.shape, "float64");
  });
  return withTensors(x, scaled);
}

function unitDirections<P>(x: P): readonly P[] {
  const tensors = tensorsOf(x);
  return tensors.flatMap(({shape}, which) =>
    Array.from({length: sizeOf(shape)}, (_, i) =>
      directionLike(x, (tensor, j) => {
        const array = arrayOf(tensor.dtype, sizeOf(tensor.shape));
        if (j === which) array[i] = 1;
        return heapTensor(array, tensor.shape, tensor.dtype);
      })
    )
  );
}

function settingsOf(options: CheckGradOptions): Required<CheckGradOptions> {
  checkFields("checkGrad.options", options, ["order", "directions", "full", "tolerance", "step", "seed"]);
  const {order = 1, directions = 20, full = 64, tolerance = 1e-6, step = STEP, seed = 0} = options;
  whole("checkGrad.order", order, {least: 1, most: 2});
  whole("checkGrad.directions", directions);
  whole("checkGrad.full", full);
  whole("checkGrad.seed", seed);
  real("checkGrad.tolerance", tolerance, {least: 0});
  real("checkGrad.step", step, {above: 0});
  return {order, directions, full, tolerance, step, seed};
}

/**
 * Compares f's derivatives with differences: vjp and jvp along random directions and, for few inputs, along every one;
 * with order 2, those of its gradient too. In float64: float32 differences are mostly rounding.
 *
 * At a kink (relu at 0) differences measure neither side's slope: check such points by value.
 *
 * @throws DtypeError unless all tensors of x are float64.
 *
 * @example
 * checkGrad((x) => sum(square(x)), tensor([1, 2, 3], "float64")).passed; // true
 */
export function checkGrad<P>(f: (x: P) => Tensor, x: P, options: CheckGradOptions = {}): GradReport {
  givenFunction("checkGrad", "f", f);
  const {order, directions, full, tolerance, step, seed} = settingsOf(options);
  checkDifferentiable("checkGrad", x);
  const tensors = tensorsOf(x);
  const narrow = tensors.find(({dtype}) => dtype !== "float64");
  if (narrow !== undefined)
    throw new DtypeError(
      "checkGrad",
      "tensors of float64",
      [{name: "dtype", value: narrow.dtype}],
      'make them with dtype "float64"'
    );
  const size = tensors.reduce((total, {shape}) => total + sizeOf(shape), 0);
  const random = Array.from({length: directions}, (_, i) =>
    directionLike(x, (tensor, j) => randomNormal(fold(fold(key(seed), i), j), tensor.shape, "float64"))
  );
  const tried = [...random, ...(size <= full ? unitDirections(x) : [])];
  const {shape} = given("checkGrad", "f(x)", f(x));
  let report: GradReport = {passed: true, worst: 0, where: "nowhere", comparisons: 0};
  const compare = (where: string, found: number, expected: number): void => {
    const error = Math.abs(found - expected) / Math.max(1, Math.abs(expected));
    const worse = !(error <= report.worst); // NaN is worst
    report = {
      passed: report.passed && error <= tolerance,
      worst: worse ? error : report.worst,
      where: worse ? `${where}: ${found}, by differences ${expected}` : report.where,
      comparisons: report.comparisons + 1
    };
  };
  const examine = (g: (x: P) => Tensor, weights: (i: number) => Tensor, name: string): void => {
    const {pull} = vjp(g, x);
    tried.forEach((v, i) => {
      const u = weights(i);
      const back = tensorsOf(pull(u));
      const expected = difference(g, x, v, u, step);
      compare(`${name}, vjp, direction ${i}`, dot(back, tensorsOf(v)), expected);
      compare(`${name}, jvp, direction ${i}`, dot([jvp(g, x, v).tangent], [u]), expected);
    });
  };
  // each direction is seen through other weights: a wrong rule that one choice of them hides is shown by the next
  const weight = (i: number): Tensor => randomNormal(fold(fold(key(seed), 1e6), i), shape, "float64");
  examine(f, weight, "order 1");
  if (order === 2) {
    const weighted = (y: P): Tensor => sum(mul(f(y), weight(tried.length)));
    const w = random[0] ?? tried[0];
    if (w !== undefined) {
      // one number that depends on all of the gradient: ⟨grad, w⟩
      const along = (y: P): Tensor => {
        const gradients = tensorsOf(grad(weighted)(y));
        return gradients.map((g, i) => sum(mul(g, tensorsOf(w)[i]!))).reduce((a, b) => add(a, b));
      };
      examine(along, () => heapTensor(Float64Array.of(1), [], "float64"), "order 2");
    }
  }
  return report;
}
