import {ConfigError, found} from "../core/errors.js";
import {named} from "../autodiff/tracked.js";
import {checkFields} from "../core/checkFields.js";
import type {FloatDtype, Tensor} from "../core/tensorData.js";
import {dense, type DenseParams} from "./dense.js";
import {followedBy} from "./followedBy.js";
import type {Module} from "./module.js";
import {sequence} from "./sequence.js";

/** The layers of a multilayer perceptron. */
export interface MlpOptions {
  /** What goes in, what each hidden layer has, and what comes out: at least two. */
  readonly sizes: readonly number[];
  /** Between layers, and not after the last. It is told which hidden layer it follows, from 0 on. */
  readonly activation: (x: Tensor, layer: number) => Tensor;
  /** Weights start with variance gain/inputs: 1 unless it is named; 2 for relu. */
  readonly gain?: number;
  /** The gain of the last layer: 1 unless it is named. A small one makes the first outputs small. */
  readonly lastGain?: number;
  /** float32 unless it is named. */
  readonly dtype?: FloatDtype;
  /** What hidden layers are called in a trace: `hidden` makes `hidden.0`, `hidden.1`, …; nothing unless it is named. */
  readonly name?: string;
}

/** Layers in their order. */
export type MlpParams = readonly DenseParams[];

/**
 * A multilayer perceptron: dense layers with an activation between them, [.., sizes[0]] to [.., sizes.at(-1)].
 *
 * @throws ConfigError for sizes that cannot be.
 */
export function mlp(options: MlpOptions): Module<MlpParams> {
  checkFields("mlp.options", options, ["sizes", "activation", "gain", "lastGain", "dtype", "name"]);
  const {sizes, activation, gain = 1, lastGain = 1, dtype = "float32", name} = options;
  if (!Array.isArray(sizes) || sizes.length < 2)
    throw new ConfigError("mlp.sizes", "there are at least two sizes: of what goes in and of what comes out", [
      found("sizes", sizes)
    ]);
  const last = sizes.length - 2;
  const activated = (i: number) => (x: Tensor) =>
    name === undefined ? activation(x, i) : named(`${name}.${i}`, activation(x, i));
  const layers = sizes.slice(1).map((outputs, i) => {
    const layer = dense({inputs: sizes[i]!, outputs, gain: i === last ? lastGain : gain, dtype});
    return i === last ? layer : followedBy(layer, activated(i));
  });
  return sequence(...layers);
}
