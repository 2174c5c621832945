import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {integer} from "../core/random/integer.js";
import {normal} from "../core/random/normal.js";
import type {Key} from "../core/random/threefry.js";
import {uniform} from "../core/random/uniform.js";
import {sizeOf, type Dtype, type FloatDtype, type Tensor} from "../core/tensorData.js";
import {givenDtype, givenKey} from "./given.js";
import {checkedShape} from "./shape.js";
import {arrayOf, heapTensor} from "./storage.js";

const floatDtypes: readonly FloatDtype[] = ["float32", "float64"];

/**
 * Draws from the normal distribution of mean 0 and variance 1: entry i is `normal(key, i)`.
 *
 * @example
 * randomNormal(key(1), [2, 3]).shape; // [2, 3]
 * const again = toNested(randomNormal(key(1), [2]));
 * JSON.stringify(again) === JSON.stringify(toNested(randomNormal(key(1), [2]))); // true
 */
export const randomNormal = (key: Key, shape: readonly number[], dtype: FloatDtype = "float32"): Tensor =>
  drawn("randomNormal", key, (i) => normal(key, i), shape, givenDtype("randomNormal", dtype, floatDtypes));

const BELOW_1 = 0.9999999403953552; // the largest float32 below 1

/** Draws that are uniform between 0 and 1 (never 1): entry i is `uniform(key, i)`, rounded to its kind. */
export function randomUniform(key: Key, shape: readonly number[], dtype: FloatDtype = "float32"): Tensor {
  const most = givenDtype("randomUniform", dtype, floatDtypes) === "float32" ? BELOW_1 : 1;
  return drawn("randomUniform", key, (i) => Math.min(uniform(key, i), most), shape, dtype);
}

/** Where random integers lie. */
export interface IntegerRange {
  /** The smallest that is drawn: 0, unless it is named. */
  readonly from?: number;
  /** All that are drawn are smaller. */
  readonly below: number;
}

/**
 * Whole numbers from `from` up and below `below`, each as likely as every other, as int32: entry i is
 * from + `integer(key, below − from, i)`.
 *
 * @throws ConfigError for a range that has no number, or one that int32 does not hold.
 */
export function randomInteger(key: Key, shape: readonly number[], range: IntegerRange): Tensor {
  checkFields("randomInteger.range", range, ["from", "below"]);
  const {from = 0, below} = range;
  whole("randomInteger.from", from, {least: -2147483648, most: 2147483647});
  whole("randomInteger.below", below, {above: from, most: 2147483648});
  return drawn("randomInteger", key, (i) => from + integer(key, below - from, i), shape, "int32");
}

function drawn(where: string, key: Key, draw: (i: number) => number, shape: readonly number[], dtype: Dtype): Tensor {
  givenKey(where, key);
  const checked = checkedShape(shape, where);
  const array = arrayOf(dtype, sizeOf(checked));
  for (let i = 0; i < array.length; i++) array[i] = draw(i);
  return heapTensor(array, checked, dtype);
}
