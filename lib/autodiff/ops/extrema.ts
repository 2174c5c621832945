import type {Tensor} from "../../core/tensorData.js";
import {affine} from "./affine.js";
import {add, binary, mul, pairwise} from "./binary.js";
import {cast} from "./cast.js";
import {equal, less} from "./compare.js";

/** d where the operand was chosen, half of it where both are equal. */
const share = (d: Tensor, chosen: Tensor, tied: Tensor): Tensor =>
  mul(d, add(cast(chosen, d.dtype), affine(cast(tied, d.dtype), 0.5, 0)));

/** The larger operand's slope is 1; of equal ones, each has half. */
const larger = pairwise(
  "maximum",
  (d, a, b) => share(d, less(b, a), equal(a, b)),
  (d, a, b) => share(d, less(a, b), equal(a, b))
);

/** The smaller operand's slope is 1; of equal ones, each has half. */
const smaller = pairwise(
  "minimum",
  (d, a, b) => share(d, less(a, b), equal(a, b)),
  (d, a, b) => share(d, less(b, a), equal(a, b))
);

/** The larger of a and b, with broadcasting; NaN where either is. */
export const maximum = binary(larger);
/** The smaller of a and b, with broadcasting; NaN where either is. */
export const minimum = binary(smaller);
