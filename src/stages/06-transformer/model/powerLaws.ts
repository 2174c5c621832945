/** What three losses at sizes n, kn and k²n say, if a power law with a floor goes through them. */
interface ThreePoints {
  /** The loss that stays, however large the model. */
  readonly floor: number;
  /** By what is left above the floor is multiplied where the size is multiplied by k. */
  readonly ratio: number;
  readonly exponent: number;
}

/** The one law E + A/Nᵅ through three losses whose sizes grow by a factor: what is above E falls by the same ratio twice. */
export function throughThree([first, second, third]: readonly [number, number, number], factor: number): ThreePoints {
  const floor = (first * third - second * second) / (first + third - 2 * second);
  const ratio = (second - floor) / (first - floor);
  return {floor, ratio, exponent: -Math.log(ratio) / Math.log(factor)};
}

/** The value at x of the straight line on logarithmic axes through two points. */
export function onLine(
  x: number,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number]
): {readonly value: number; readonly slope: number} {
  const slope = Math.log(y1 / y0) / Math.log(x1 / x0);
  return {value: y0 * Math.pow(x / x0, slope), slope};
}

/** Whether a task of k tokens is solved, if each is right with probability e to minus the loss: all of them must be. */
export const allRight = (loss: number, tokens: number): number => Math.exp(-loss * tokens);

/** The loss of a smooth power law of compute: 2 nats at 10¹⁸ operations, and a tenth of it ten thousand times further. */
export const smoothLoss = (flops: number): number => 2 * Math.pow(flops / 1e18, -0.25);
