import {reshape} from "../../autodiff/ops/reshape.js";
import {named} from "../../autodiff/tracked.js";
import {relu, sigmoid, tanh} from "../../autodiff/ops/unary.js";
import {settled} from "../../core/fields.js";
import {fold, split} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";
import {dropout} from "../../nn/dropout.js";
import {normalOf} from "../../nn/initializers.js";
import {lookup, type LookupParams} from "../../nn/lookup.js";
import {mlp, type MlpParams} from "../../nn/mlp.js";
import {gelu, silu} from "../../autodiff/fused/activations.js";
import {bengioFields, type BengioConfig} from "./bengioFields.js";
import {windowModel, type WindowModel} from "./windowModel.js";

const activations = {tanh, relu, gelu: (x: Parameters<typeof gelu>[0]) => gelu(x), silu, sigmoid} as const;

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
  const full = settled("config", bengioFields, config);
  const {context, width, hidden, activation, scale, dropout: rate} = full;
  const gain = activation === "tanh" || activation === "sigmoid" ? 1 : 2;
  return windowModel(
    full,
    context,
    (vocabulary) => {
      const table = lookup({count: vocabulary, width, initializer: normalOf(1)});
      const bend = activations[activation];
      const layers = (drawn?: Key) =>
        mlp({
          sizes: [context * width, ...hidden, vocabulary],
          activation: (x, layer) => (drawn === undefined ? bend(x) : dropout(bend(x), {rate, key: fold(drawn, layer)})),
          gain: gain * scale * scale,
          lastGain: 0.01,
          name: "hidden"
        });
      return {
        init: (key) => {
          const [first, second] = split(key) as [Key, Key]; // two, where no count is named
          return {embedding: table.init(first), layers: layers().init(second)};
        },
        apply: (params, contexts, drawn) => {
          const vectors = named("vectors", table.apply(params.embedding, contexts));
          const side = reshape(vectors, [contexts.shape[0]!, context * width]);
          return named("logits", layers(drawn).apply(params.layers, side));
        }
      };
    },
    reuse
  );
};
