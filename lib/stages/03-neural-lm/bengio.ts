import {reshape} from "../../autodiff/ops/reshape.js";
import {named} from "../../autodiff/tracked.js";
import {relu, sigmoid, tanh} from "../../autodiff/ops/unary.js";
import {settled, type FieldsOf} from "../../core/fields.js";
import {fold, split} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";
import {dropout} from "../../nn/dropout.js";
import {normalOf} from "../../nn/initializers.js";
import {lookup, type LookupParams} from "../../nn/lookup.js";
import {mlp, type MlpParams} from "../../nn/mlp.js";
import {gelu, silu} from "../../autodiff/fused/activations.js";
import {lmFields, type LmConfig} from "../../lm/lmConfig.js";
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
  /** The deviation of the hidden layers' first weights, against what keeps the scale of a signal: 1 unless it is named. */
  readonly scale?: number;
  /** The share of the answers of hidden layers that each training step drops: 0 unless it is named. */
  readonly dropout?: number;
}

/** `embedding.weight` is [vocabulary, width]; `layers` are the dense layers in their order. */
export interface BengioParams {
  readonly embedding: LookupParams;
  readonly layers: MlpParams;
}

const layers = [[32], [128], [256], [128, 128], [64, 64, 64]];

/** What its config is made of. */
export const bengioFields: FieldsOf<BengioConfig> = {
  ...lmFields(0.003),
  context: {
    kind: "whole",
    label: "Context",
    about: "tokens that it looks at",
    default: 8,
    least: 1,
    offered: [1, 2, 3, 5, 8, 12, 16]
  },
  width: {
    kind: "whole",
    label: "Vector width",
    about: "numbers of a token’s vector",
    default: 16,
    least: 1,
    offered: [2, 4, 8, 16, 32]
  },
  hidden: {kind: "sizes", label: "Hidden layers", about: "neurons of each", default: [128], offered: layers},
  activation: {
    kind: "choice",
    label: "Activation",
    about: "what bends the sums of a hidden layer",
    default: "tanh",
    choices: ["tanh", "relu", "gelu", "silu", "sigmoid"]
  },
  scale: {
    kind: "real",
    label: "First weights",
    about: "how large they are drawn, against what keeps the scale of a signal",
    default: 1,
    above: 0,
    offered: [0.01, 0.1, 0.5, 1, 2, 5, 10]
  },
  dropout: {
    kind: "real",
    label: "Dropout",
    about: "the share of the hidden layers’ answers that each training step drops",
    default: 0,
    least: 0,
    below: 1,
    offered: [0, 0.1, 0.2, 0.5]
  }
};

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
