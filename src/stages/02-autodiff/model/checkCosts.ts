/** Three ways to compare a gradient with differences, on a layer whose gradient has one wrong entry. */
import * as t from "/lib/tensor.js";

export const WIDTH = 24;
export const DIRECTIONS = 20;

interface Check {
  /** How often the function was computed. */
  readonly evaluations: number;
  /** Whether the wrong entry was seen. */
  readonly finds: boolean;
}

const draw = (seed: number, shape: readonly number[]): t.Tensor => t.randomNormal(t.key(seed), shape, "float64");

/** Tries random directions, or each input alone where there are none, by differences of two points or of five. */
function check(
  f: (w: t.Tensor) => t.Tensor,
  w: t.Tensor,
  wrong: Float64Array,
  directions: number,
  five: boolean
): Check {
  const n = w.data.length;
  const h = five ? 3e-4 : 1e-5;
  let evaluations = 0;
  let finds = false;
  const at = (v: ArrayLike<number>, step: number): number => {
    evaluations++;
    const moved = Float64Array.from(v, (x, i) => w.data[i]! + step * x);
    return t.item(f(t.tensor(moved, {shape: w.shape})));
  };
  const slope = (v: ArrayLike<number>): number =>
    five ? (8 * (at(v, h) - at(v, -h)) - (at(v, 2 * h) - at(v, -2 * h))) / (12 * h) : (at(v, h) - at(v, -h)) / (2 * h);
  for (let i = 0; i < (directions || n); i++) {
    const v = directions > 0 ? draw(100 + i, [n]).data : Float64Array.from({length: n}, (_, j) => (i === j ? 1 : 0));
    const expected = slope(v);
    let claimed = 0;
    for (let j = 0; j < n; j++) claimed += wrong[j]! * v[j]!;
    finds ||= Math.abs(claimed - expected) > 1e-6 * Math.max(1, Math.abs(expected));
  }
  return {evaluations, finds};
}

/** The checks, ready to be run: a layer of WIDTH · WIDTH inputs, an entry of whose gradient is twice what it should be. */
export function checks(): Readonly<Record<"central" | "five" | "directions", () => Check>> {
  const [x, u, w] = [draw(1, [8, WIDTH]), draw(2, [8, WIDTH]), draw(3, [WIDTH, WIDTH])];
  const f = (weights: t.Tensor) => t.sum(t.mul(t.tanh(t.matmul(x, weights)), u));
  const wrong = Float64Array.from(t.grad(f)(w).data);
  wrong[100]! *= 2;
  return {
    central: () => check(f, w, wrong, 0, false),
    five: () => check(f, w, wrong, 0, true),
    directions: () => check(f, w, wrong, DIRECTIONS, true)
  };
}
