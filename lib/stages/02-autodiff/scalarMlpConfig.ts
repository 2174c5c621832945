import {real, whole} from "../../core/check.js";
import {checkFields, oneOf} from "../../core/checkFields.js";
import {ConfigError, found} from "../../core/errors.js";
import {type pointSets} from "./datasets.js";

/** What the second stage of the book can be told. Everything has a default. */
export interface ScalarMlpConfig {
  /** The points: `twoMoons` unless it is named. */
  readonly dataset?: keyof typeof pointSets;
  /** Points in all. */
  readonly samples?: number;
  /** Standard deviation of the noise on each coordinate. */
  readonly noise?: number;
  /** Share of the points that is held out. */
  readonly validation?: number;
  /** Neurons in each hidden layer; none is a line. */
  readonly hidden?: readonly number[];
  /** Of hidden neurons: `tanh` unless it is named. */
  readonly activation?: "tanh" | "relu" | "sigmoid" | "sin";
  /** What training makes small: `crossEntropy` unless it is named. */
  readonly loss?: "crossEntropy" | "hinge";
  /** What gradients are multiplied by: 0.1 unless it is named. */
  readonly learningRate?: number;
  /** How much of the last step is taken again: 0 is plain gradient descent. */
  readonly momentum?: number;
  /** Times each parameter, added to its gradient. */
  readonly weightDecay?: number;
  /** Points in one step; at most those that are trained on. */
  readonly batchSize?: number;
  /** Of the points and of the first weights: 1 unless it is named. */
  readonly seed?: number;
}

/** The config of the stage with every default filled in. */
export type FullScalarMlpConfig = Required<ScalarMlpConfig>;

const defaults: FullScalarMlpConfig = {
  dataset: "twoMoons",
  samples: 200,
  noise: 0.1,
  validation: 0.25,
  hidden: [8, 8],
  activation: "tanh",
  loss: "crossEntropy",
  learningRate: 0.1,
  momentum: 0.9,
  weightDecay: 0,
  batchSize: 20,
  seed: 1
};

/**
 * A config with its defaults.
 *
 * @throws ConfigError naming the field, the rule and the fix.
 */
export function scalarMlpConfig(config: ScalarMlpConfig = {}): FullScalarMlpConfig {
  checkFields("config", config, Object.keys(defaults));
  const full = {...defaults, ...config};
  oneOf("config.dataset", full.dataset, ["xor", "twoMoons", "circles", "spirals"]);
  oneOf("config.activation", full.activation, ["tanh", "relu", "sigmoid", "sin"]);
  oneOf("config.loss", full.loss, ["crossEntropy", "hinge"]);
  whole("config.samples", full.samples, {least: 4, most: 100_000});
  whole("config.batchSize", full.batchSize, {least: 1, most: 100_000});
  whole("config.seed", full.seed);
  if (!Array.isArray(full.hidden))
    throw new ConfigError("config.hidden", "this is a list of layers' sizes", [found("hidden", full.hidden)]);
  full.hidden.forEach((size: number, i) => whole(`config.hidden[${i}]`, size, {least: 1, most: 1000}));
  real("config.noise", full.noise, {least: 0, most: 10});
  real("config.validation", full.validation, {above: 0, below: 1});
  real("config.learningRate", full.learningRate, {above: 0});
  real("config.momentum", full.momentum, {least: 0, below: 1});
  real("config.weightDecay", full.weightDecay, {least: 0});
  return full;
}
