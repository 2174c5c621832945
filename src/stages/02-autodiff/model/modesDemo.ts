import {
  add,
  backward,
  constant,
  cos,
  derivative,
  gradients,
  mul,
  sin,
  tangents,
  variable,
  type Expression
} from "/lib/scalar.js";

/** f(x, y) = x² y + sin(x y), and all that is asked of it at a point in a direction. */
export function secondOrder([a, b]: readonly [number, number], [u, v]: readonly [number, number]) {
  const [x, y] = [variable(a, "x"), variable(b, "y")];
  const f = add(mul(mul(x, x), y), sin(mul(x, y)));
  const slopes = gradients(f, [x, y]);
  const along = new Map([
    [x, u],
    [y, v]
  ]);
  const forwardOverReverse = slopes.map((slope) => tangents(slope, along).get(slope));
  const total = slopes.map((slope, i) => mul(slope, constant([u, v][i]!))).reduce(add);
  const reverseOverReverse = [x, y].map((leaf) => backward(total).get(leaf));
  const hessian = slopes.map((slope: Expression) => [x, y].map((leaf) => backward(slope).get(leaf)));
  return {gradient: slopes.map(({value}) => value), hessian, forwardOverReverse, reverseOverReverse};
}

/** The slope of sin(x²) at 1 from a secant of step h, and by a dual number: the error of each. */
export function secantError(h: number): {readonly secant: number; readonly dual: number} {
  const f = (x: number) => sin(constant(x * x)).value;
  const exact = 2 * cos(constant(1)).value;
  return {
    secant: Math.abs((f(1 + h) - f(1)) / h - exact),
    dual: Math.abs(derivative((o, x) => o.sin(o.mul(x, x)))(1) - exact)
  };
}
