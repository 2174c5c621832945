const CUBE_ROOT_OF_EPSILON = 6.0554544523933395e-6;

/**
 * The gradient of a function of several numbers by central differences, which need no derivative rules: to check those.
 *
 * Each coordinate is moved by h to both sides. The truncation error is h²/6 times the third derivative, and rounding adds
 * about 1e-16 times the value over h.
 *
 * @param h - the step; if it is not given, 6e-6 (the cube root of the float's precision) times max(1, |xᵢ|).
 */
export function numericalGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h?: number
): readonly number[] {
  const at = (i: number, value: number): number => f(x.map((xj, j) => (j === i ? value : xj)));
  return x.map((xi, i) => {
    const step = h ?? CUBE_ROOT_OF_EPSILON * Math.max(1, Math.abs(xi));
    const [right, left] = [xi + step, xi - step];
    return (at(i, right) - at(i, left)) / (right - left); // by the step that was taken, rounding included
  });
}
