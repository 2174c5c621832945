import {checkFields, oneOf} from "../../core/checkFields.js";
import {ConfigError, found} from "../../core/errors.js";
import {type pointSets} from "./datasets.js";

/** What the second stage of the book can be told. Everything has a default. */
export interface ScalarMlpConfig {
  readonly dataset?: keyof typeof pointSets;
  /** Points in all. */
  readonly samples?: number;
  /** Standard deviation of the noise on each coordinate. */
  readonly noise?: number;
  /** Share of the points that is held out. */
  readonly validation?: number;
  /** Neurons in each hidden layer; none is a line. */
  readonly hidden?: readonly number[];
  readonly activation?: "tanh" | "relu" | "sigmoid" | "sin";
  readonly loss?: "crossEntropy" | "hinge";
  readonly learningRate?: number;
  /** How much of the last step is taken again: 0 is plain gradient descent. */
  readonly momentum?: number;
  /** Times each parameter, added to its gradient. */
  readonly weightDecay?: number;
  /** Points in one step; at most those that are trained on. */
  readonly batchSize?: number;
  readonly seed?: number;
}

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
  whole("samples", full.samples, 4, 100_000);
  whole("batchSize", full.batchSize, 1, 100_000);
  whole("seed", full.seed, 0, Number.MAX_SAFE_INTEGER);
  if (!Array.isArray(full.hidden))
    throw new ConfigError("config.hidden", "this is a list of layers' sizes", [found("hidden", full.hidden)]);
  full.hidden.forEach((size: number, i) => whole(`hidden[${i}]`, size, 1, 1000));
  within("noise", full.noise, (x) => x >= 0 && x <= 10, "from 0 to 10");
  within("validation", full.validation, (x) => x > 0 && x < 1, "between 0 and 1");
  within("learningRate", full.learningRate, (x) => x > 0 && x < Infinity, "above 0");
  within("momentum", full.momentum, (x) => x >= 0 && x < 1, "from 0 to below 1");
  within("weightDecay", full.weightDecay, (x) => x >= 0 && x < Infinity, "0 or above");
  return full;
}

function whole(field: string, value: number, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw new ConfigError(`config.${field}`, `this is a whole number from ${least} to ${most}`, [found(field, value)]);
}

function within(field: string, value: number, fits: (x: number) => boolean, range: string): void {
  if (typeof value !== "number" || !fits(value))
    throw new ConfigError(`config.${field}`, `this is a number ${range}`, [found(field, value)]);
}
