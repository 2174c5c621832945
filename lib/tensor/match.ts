import {checkFields} from "../core/checkFields.js";
import {isTensor, shapeText, type Tensor} from "../core/tensorData.js";
import {given} from "./given.js";
import {sameShape, stridesOf} from "./shape.js";

/** How far apart numbers may be: by `absolute`, or by `relative` times the expected number, whichever is more. */
export interface MatchOptions {
  /** The difference that passes, relative to what is expected: 1e-5 unless it is named. */
  readonly relative?: number;
  /** The difference that passes at any size: 1e-7 unless it is named. */
  readonly absolute?: number;
}

/** What a test framework is told. */
export interface Match {
  readonly pass: boolean;
  readonly message: () => string;
}

const placeOf = (i: number, shape: readonly number[]): string =>
  `[${stridesOf(shape)
    .map((stride, axis) => Math.floor(i / stride) % shape[axis]!)
    .join(", ")}]`;

const near = (a: number, b: number, allowed: number): boolean =>
  Object.is(a, b) || a === b || Math.abs(a - b) <= allowed;

/**
 * A matcher for tests: whether a tensor has the shape and kind of another, and numbers close to its. NaN matches NaN.
 *
 * `expect.extend({toBeCloseToTensor})` in vitest or jest, then `expect(x).toBeCloseToTensor(y, {relative: 1e-6})`.
 */
export function toBeCloseToTensor(actual: unknown, expected: Tensor, options: MatchOptions = {}): Match {
  given("toBeCloseToTensor", "expected", expected);
  checkFields("toBeCloseToTensor.options", options, ["relative", "absolute"]);
  const {relative = 1e-5, absolute = 1e-7} = options;
  const fail = (message: string): Match => ({pass: false, message: () => message});
  if (!isTensor(actual)) return fail(`expected a tensor ${shapeText(expected.shape)}, found ${typeof actual}`);
  const kinds = [actual, expected].map(({dtype, shape}) => `${dtype} ${shapeText(shape)}`);
  if (!sameShape(actual.shape, expected.shape) || actual.dtype !== expected.dtype)
    return fail(`expected ${kinds[1]!}, found ${kinds[0]!}`);
  const [a, b] = [actual.data, expected.data];
  let far = 0;
  let worst = -1;
  for (let i = 0; i < b.length; i++) {
    if (near(a[i]!, b[i]!, Math.max(absolute, relative * Math.abs(b[i]!)))) continue;
    far++;
    if (worst < 0 || Math.abs(a[i]! - b[i]!) > Math.abs(a[worst]! - b[worst]!)) worst = i;
  }
  if (worst < 0) return {pass: true, message: () => `expected tensors ${kinds[0]!} that differ, found none that do`};
  return fail(
    `${far} of ${b.length} numbers differ by more than ${absolute} and ${relative} of what is expected; ` +
      `the worst at ${placeOf(worst, actual.shape)}: ${a[worst]!}, expected ${b[worst]!}`
  );
}
