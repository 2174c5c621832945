/** A line through some points, and the gradients of its loss: one for each example, all of them known. */
import type {Place} from "./walk.js";

/** Examples. */
const COUNT = 64;

/**
 * Points (x, y) near the line ½ + ½ x, that lie the same each time: x is spread evenly, and the deviations from the line come
 * from the fractions of multiples of √2, which look random enough.
 */
const points: readonly Place[] = Array.from({length: COUNT}, (_, i): Place => {
  const x = (2 * i + 1) / COUNT - 1;
  const off = 2 * (((i + 1) * Math.SQRT2) % 1) - 1;
  return [x, 0.5 + 0.5 * x + 1.2 * off];
});

/** For the line y = 0, the gradient of ½ (y − (a + b x))² by a and b, for each point: −y · (1, x). */
export const exampleGradients: readonly Place[] = points.map(([x, y]): Place => [-y, -y * x]);

/** The mean of some places. */
export const meanPlace = (list: readonly Place[]): Place => [
  list.reduce((sum, [x]) => sum + x, 0) / list.length,
  list.reduce((sum, [, y]) => sum + y, 0) / list.length
];

/** The covariance of places around their mean: divided by their number, for they are all that there are. */
export function covarianceOf(list: readonly Place[]): readonly [Place, Place] {
  const [mx, my] = meanPlace(list);
  const sum = (of: (dx: number, dy: number) => number): number =>
    list.reduce((total, [x, y]) => total + of(x - mx, y - my), 0) / list.length;
  const across = sum((dx, dy) => dx * dy);
  return [
    [sum((dx) => dx * dx), across],
    [across, sum((_, dy) => dy * dy)]
  ];
}

/** All batches of a size, each example at most once, as lists of places. For few examples only. */
export const allBatches = (count: number, size: number, from = 0): readonly (readonly number[])[] =>
  size === 0
    ? [[]]
    : Array.from({length: Math.max(0, count - from)}, (_, i) => from + i).flatMap((first) =>
        allBatches(count, size - 1, first + 1).map((rest) => [first, ...rest])
      );
