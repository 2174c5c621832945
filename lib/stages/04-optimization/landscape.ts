import {ShapeError} from "../../core/errors.js";
import {shapeText, type Tensor} from "../../core/tensorData.js";
import {given} from "../../tensor/given.js";

/** A lowest point, and how low it is. */
export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
}

/** A function whose lowest point is looked for, and what is known of it. */
export interface Landscape {
  /** Its name for readers. */
  readonly label: string;
  /** The height at a point, of float tensors: [n] to a scalar. n is 2, but for quadratics of more dimensions. */
  readonly value: (x: Tensor) => Tensor;
  /** All its lowest points. Where there are local minima besides, they are not listed. */
  readonly minima: readonly Minimum[];
  /** What a picture of its first two coordinates shows. */
  readonly box: {readonly x: readonly [from: number, to: number]; readonly y: readonly [from: number, to: number]};
  /** Where a walk begins: [n] numbers. */
  readonly start: readonly number[];
}

/** A point of n coordinates. @throws ShapeError for another shape. */
export function pointOf(where: string, x: Tensor, n: number): Tensor {
  const point = given(where, "x", x);
  if (point.shape.length === 1 && point.shape[0] === n) return point;
  throw new ShapeError(where, `a point of ${n} coordinates, [${n}]`, [{name: "x", value: shapeText(point.shape)}]);
}
