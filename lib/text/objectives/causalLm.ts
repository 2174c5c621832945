import {whole} from "../../core/check.js";
import {checkFields} from "../../core/checkFields.js";
import {integer} from "../../core/random/integer.js";
import {IGNORED} from "../paddedBatch.js";
import {requireLength} from "../readText.js";
import {keyAt, type Aligned, type IgnoreOptions, type Objective} from "./objective.js";

/**
 * Each token from those before it: inputs are all ids but the last, targets all but the first. Nothing of it is random.
 *
 * @throws TextError for fewer than two ids.
 */
export const causalLm = (): Objective<Aligned> => (ids) => {
  requireLength(ids, 2, "an example of causalLm");
  const all = Int32Array.from(ids);
  return {inputs: all.slice(0, -1), targets: all.slice(1)};
};

/** How long the part is that is read in both directions. */
export interface PrefixLmOptions extends IgnoreOptions {
  /** How many ids are the prefix; unless it is named, any length that leaves a target is as likely as every other. */
  readonly prefix?: number;
}

export interface PrefixExample extends Aligned {
  /** So many places at the start are seen by all: the `prefix` of a transformer's forward pass. */
  readonly prefix: number;
}

/**
 * A text in two parts: the first is seen by all of its places, and of the second each token is said from all before it
 * (Liu et al. 2018; Raffel et al. 2020, section 3.2.1). Inputs are all ids but the last; the first target that counts is that
 * of the prefix's last place. The prefix depends on key, step and length alone, so rows that share them share it.
 *
 * @throws ConfigError for a prefix that leaves no target, TextError for fewer than two ids.
 */
export function prefixLm(options: PrefixLmOptions = {}): Objective<PrefixExample> {
  checkFields("prefixLm", options, ["prefix", "ignoreIndex"]);
  const {ignoreIndex = IGNORED, prefix: fixed} = options;
  whole("prefixLm.ignoreIndex", ignoreIndex, {});
  if (fixed !== undefined) whole("prefixLm.prefix", fixed, {least: 1});
  return (ids, key, step) => {
    const here = keyAt("prefixLm", ids, 2, key, step);
    const prefix = whole("prefixLm.prefix", fixed ?? 1 + integer(here, ids.length - 1), {
      least: 1,
      most: ids.length - 1,
      hint: "the text has no token after such a prefix"
    });
    const {inputs, targets} = causalLm()(ids, key, step);
    return {inputs, targets: targets.fill(ignoreIndex, 0, prefix - 1), prefix};
  };
}
