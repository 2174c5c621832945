import {affine} from "../autodiff/ops/affine.js";
import {add, div, mul} from "../autodiff/ops/binary.js";
import {sum} from "../autodiff/ops/broadcast.js";
import {matmul} from "../autodiff/ops/matmul.js";
import {transpose} from "../autodiff/ops/strided.js";
import {sqrt, square} from "../autodiff/ops/unary.js";
import {real, whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {ShapeError} from "../core/errors.js";
import type {Tensor} from "../core/tensorData.js";
import {givenFloats} from "../tensor/given.js";
import {computed} from "../tensor/region.js";
import {foundShape} from "../tensor/shape.js";

/** How far the iteration goes. */
export interface NewtonSchulzOptions {
  /** 5 unless it is named. */
  readonly steps?: number;
  /** What is added to the norm that the matrix is divided by at first: 1e-7 unless it is named. */
  readonly eps?: number;
}

/** All settings of the iteration. @throws ConfigError for settings that cannot be. */
export function iterationOf(where: string, options: NewtonSchulzOptions): Required<NewtonSchulzOptions> {
  checkFields(`${where}.options`, options, ["steps", "eps"]);
  const {steps = 5, eps = 1e-7} = options;
  whole(`${where}.steps`, steps);
  real(`${where}.eps`, eps, {least: 0});
  return {steps, eps};
}

/** a, b, c of the polynomial a·σ + b·σ³ + c·σ⁵ (Jordan et al. 2024): steep at 0, and within 0.7 to 1.2 after five steps. */
const [A, B, C] = [3.4445, -4.775, 2.0315];

/**
 * A matrix with the singular vectors of x and all singular values near 1, by products alone (Jordan et al. 2024, *Muon*):
 * X ← a·X + (b·XXᵀ + c·(XXᵀ)²)·X, from x over its Frobenius norm.
 *
 * @param x - [m, n]
 * @returns [m, n]; zeros of zeros.
 * @throws ShapeError unless x is a matrix.
 */
export function newtonSchulz(x: Tensor, options: NewtonSchulzOptions = {}): Tensor {
  const where = "newtonSchulz";
  const {steps, eps} = iterationOf(where, options);
  givenFloats(where, "x", x);
  if (x.shape.length !== 2) throw new ShapeError(where, "x is a matrix", [foundShape("x", x)]);
  const [m, n] = x.shape as readonly [number, number];
  return computed(x.dtype, () => {
    // the smaller product: X·Xᵀ has as many rows as X
    const wide = m > n ? transpose(x) : x;
    let y = div(wide, affine(sqrt(sum(square(wide))), 1, eps));
    for (let i = 0; i < steps; i++) {
      const gram = matmul(y, y, {transposeB: true});
      const polynomial = add(mul(gram, B), mul(matmul(gram, gram), C));
      y = add(mul(y, A), matmul(polynomial, y));
    }
    return m > n ? transpose(y) : y;
  });
}
