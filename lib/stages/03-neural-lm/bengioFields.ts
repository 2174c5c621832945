import type {FieldsOf} from "../../core/fields.js";
import {lmFields, type LmConfig} from "../../lm/lmConfig.js";
import {vectorWidth} from "./vectorWidth.js";

const ACTIVATIONS = ["tanh", "relu", "gelu", "silu", "sigmoid"] as const;

/** What the network of Bengio and others is told. */
export interface BengioConfig extends LmConfig {
  /** Tokens that it looks at: 8 unless it is named. */
  readonly context?: number;
  /** Numbers of a token's vector: 16 unless it is named. */
  readonly width?: number;
  /** Neurons of each hidden layer: one layer of 128 unless they are named. */
  readonly hidden?: readonly number[];
  /** `tanh` unless it is named. */
  readonly activation?: (typeof ACTIVATIONS)[number];
  /** The deviation of the hidden layers' first weights, against what keeps the scale of a signal: 1 unless it is named. */
  readonly scale?: number;
  /** The share of the answers of hidden layers that each training step drops: 0 unless it is named. */
  readonly dropout?: number;
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
  width: vectorWidth,
  hidden: {kind: "sizes", label: "Hidden layers", about: "neurons of each", default: [128], offered: layers},
  activation: {
    kind: "choice",
    label: "Activation",
    about: "what bends the sums of a hidden layer",
    default: "tanh",
    choices: ACTIVATIONS
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
