import {embedding} from "../autodiff/ops/gather.js";
import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import type {FloatDtype, Tensor} from "../core/tensorData.js";
import {givenDtype} from "../tensor/given.js";
import {normalOf, type Initializer} from "./initializers.js";
import type {Module} from "./module.js";

/** The size of a table of vectors, and how it starts. */
export interface LookupOptions {
  /** How many ids there are. */
  readonly count: number;
  /** Numbers of each vector. */
  readonly width: number;
  /** Normal draws of deviation 1 unless it is named, as in PyTorch. */
  readonly initializer?: Initializer;
  /** float32 unless it is named. */
  readonly dtype?: FloatDtype;
}

/** `weight` is [count, width]: a row for each id. */
export interface LookupParams {
  readonly weight: Tensor;
}

/**
 * A table of vectors, one for each id: int32 ids of any shape [..] to [.., width]. It is a product with one-hot rows, without
 * the product (Bengio et al. 2003, section 2).
 *
 * @throws ConfigError for sizes that cannot be.
 */
export function lookup(options: LookupOptions): Module<LookupParams> {
  checkFields("lookup.options", options, ["count", "width", "initializer", "dtype"]);
  const {count, width, initializer = normalOf(1), dtype = "float32"} = options;
  whole("lookup.count", count, {least: 1});
  whole("lookup.width", width, {least: 1});
  givenDtype("lookup", dtype, ["float32", "float64"]);
  return {
    init: (key) => ({weight: initializer(key, [count, width], dtype)}),
    apply: ({weight}, ids) => embedding(weight, ids)
  };
}
