import {reshape} from "../../autodiff/ops/reshape.js";
import {relu, sigmoid, tanh} from "../../autodiff/ops/unary.js";
import {whole} from "../../core/check.js";
import {oneOf} from "../../core/checkFields.js";
import {split} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";
import {normalOf} from "../../nn/initializers.js";
import {lookup, type LookupParams} from "../../nn/lookup.js";
import {mlp, type MlpParams} from "../../nn/mlp.js";
import {gelu, silu} from "../../autodiff/fused/activations.js";
import {lmConfig, type LmConfig} from "./lmConfig.js";
import {windowModel, type WindowModel} from "./windowModel.js";

const activations = {tanh, relu, gelu: (x: Parameters<typeof gelu>[0]) => gelu(x), silu, sigmoid} as const;

/** What the network of Bengio and others is told. */
export interface BengioConfig extends LmConfig {
  /** Tokens that it looks at: 8 unless it is named. */
  readonly context?: number;
  /** Numbers of a token's vector: 16 unless it is named. */
  readonly width?: number;
  /** Neurons of each hidden layer: one layer of 128 unless they are named. */
  readonly hidden?: readonly number[];
  /** `tanh` unless it is named. */
  readonly activation?: keyof typeof activations;
}

/** `embedding.weight` is [vocabulary, width]; `layers` are the dense layers in their order. */
export interface BengioParams {
  readonly embedding: LookupParams;
  readonly layers: MlpParams;
}

/**
 * A neural language model over a fixed window (Bengio, Ducharme, Vincent & Jauvin 2003, section 2, without the direct
 * connections): the vectors of the last tokens, beside each other, go through hidden layers to a logit for each token.
 *
 * The last layer's weights start a tenth as large as usual, so that the first loss is near ln V: each token is about equally likely.
 */
export const bengio: WindowModel<BengioConfig, BengioParams> = (config, reuse) => {
  const own = ["context", "width", "hidden", "activation"];
  const full = lmConfig(config, 0.003, own);
  const {context = 8, width = 16, hidden = [128], activation = "tanh"} = config;
  whole("config.context", context, {least: 1});
  whole("config.width", width, {least: 1});
  hidden.forEach((size, i) => whole(`config.hidden.${i}`, size, {least: 1}));
  const f =
    activations[oneOf("config.activation", activation, Object.keys(activations) as (keyof typeof activations)[])];
  const gain = activation === "tanh" || activation === "sigmoid" ? 1 : 2;
  return windowModel(
    full,
    context,
    (vocabulary) => {
      const table = lookup({count: vocabulary, width, initializer: normalOf(1)});
      const layers = mlp({sizes: [context * width, ...hidden, vocabulary], activation: f, gain, lastGain: 0.01});
      return {
        init: (key) => {
          const [first, second] = split(key) as [Key, Key]; // two, where no count is named
          return {embedding: table.init(first), layers: layers.init(second)};
        },
        apply: (params, contexts) => {
          const vectors = table.apply(params.embedding, contexts);
          return layers.apply(params.layers, reshape(vectors, [contexts.shape[0]!, context * width]));
        }
      };
    },
    reuse
  );
};
