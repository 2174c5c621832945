import {expect} from "vitest";

/** ⟨a, b⟩ */
export function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

/** The gradient of ⟨f(x), dy⟩ by central differences, one number of x after another. */
export function differences(
  f: (x: Float64Array) => Float64Array,
  x: Float64Array,
  dy: Float64Array,
  h = 1e-5
): Float64Array {
  const dx = new Float64Array(x.length);
  const moved = x.slice();
  for (let i = 0; i < x.length; i++) {
    moved[i] = x[i]! + h;
    const above = inner(f(moved), dy);
    moved[i] = x[i]! - h;
    dx[i] = (above - inner(f(moved), dy)) / (2 * h);
    moved[i] = x[i]!;
  }
  return dx;
}

/** |actual − expected| ≤ tolerance · max(1, |expected|) for every number; NaN and infinities must be the same. */
export function expectNear(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-12): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const [a, b] = [actual[i]!, expected[i]!];
    if (Number.isFinite(b) ? !(Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b))) : !Object.is(a, b))
      expect.fail(`at ${i}: ${a} instead of ${b}`);
  }
}
