import {whole} from "../../core/check.js";
import {ConfigError, found} from "../../core/errors.js";
import {split} from "../../core/random/key.js";
import type {Activation} from "./activations.js";
import {lift, variable, type Expression, type Operand} from "./expression.js";
import {layer, type LayerParams} from "./layer.js";
import type {ScalarModule} from "./neuron.js";

/** The parameters of layers one after another. */
export type MlpParams<T = number> = readonly LayerParams<T>[];

/** How wide the layers of a network are, and their activation. */
export interface MlpShape {
  /** Numbers of inputs, of neurons in each layer, and of outputs: `[2, 8, 8, 1]`. */
  readonly sizes: readonly number[];
  /** Of all layers but the last, which has none. */
  readonly activation: Activation;
}

/**
 * A multilayer perceptron: `[sizes[0]]` to `[sizes.at(-1)]`.
 *
 * @throws ConfigError unless there are two sizes or more, all whole numbers above 0.
 */
export function mlp({
  sizes,
  activation
}: MlpShape): ScalarModule<MlpParams, MlpParams<Operand>, readonly Operand[], readonly Expression[]> {
  if (!Array.isArray(sizes) || sizes.length < 2)
    throw new ConfigError("mlp.sizes", "must be two numbers or more: of inputs, and of each layer's neurons", [
      found("sizes", sizes)
    ]);
  sizes.forEach((size, i) => whole(`mlp.sizes[${i}]`, size, {least: 1}));
  const layers = sizes.slice(1).map((outputs, i) => {
    const last = i === sizes.length - 2;
    return layer({inputs: sizes[i]!, outputs, activation: last ? "identity" : activation});
  });
  return {
    init: (key) => split(key, layers.length).map((child, i) => layers[i]!.init(child)),
    apply: (params, inputs) =>
      layers.reduce<readonly Expression[]>((xs, {apply}, i) => apply(params[i]!, xs), inputs.map(lift))
  };
}

/** Parameters of the same structure, each f of the one at its place. */
export const mapMlp = <T, R>(f: (param: T) => R, params: MlpParams<T>): MlpParams<R> =>
  params.map((neurons) => neurons.map(({weights, bias}) => ({weights: weights.map(f), bias: f(bias)})));

/** Parameters as variables, to be given to `apply` and asked for in `backward`. */
export const liftMlp = (params: MlpParams): MlpParams<Expression> => mapMlp((value) => variable(value), params);
