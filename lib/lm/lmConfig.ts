import type {FieldsOf} from "../core/fields.js";

/** Optimizers by their names. */
export const OPTIMIZERS = [
  "adamw",
  "adam",
  "sgd",
  "momentum",
  "nesterov",
  "adagrad",
  "rmsprop",
  "nadam",
  "lion",
  "muon"
] as const;
/** The optimizers that a language model can be trained by. */
export type OptimizerName = (typeof OPTIMIZERS)[number];

/** Ways in which a learning rate changes from step to step. */
export const SCHEDULES = ["constant", "linear", "cosine", "stable-decay", "inverse-sqrt"] as const;
/** The schedules of a language model's learning rate. */
export type ScheduleName = (typeof SCHEDULES)[number];

/** What every neural language model is told about its text and its training. */
export interface LmTrainingConfig {
  /** The text to learn. */
  readonly corpus: string;
  /**
   * Whether each line is a text of its own, such as a name, that begins and ends: false unless it is named. What is held out
   * are then whole lines, drawn from all of them.
   */
  readonly documents?: boolean;
  /** Share of the text, or of the documents, that is held out: 0.1 unless it is named. */
  readonly validation?: number;
  /** Held-out tokens that metrics look at, at most: 2,000 unless it is named. */
  readonly scored?: number;
  /** Examples of a batch: 64 unless it is named. */
  readonly batchSize?: number;
  /** `adamw` unless it is named. `momentum` and `nesterov` keep 0.9 of their velocity, and `sgd` has none. */
  readonly optimizer?: OptimizerName;
  /** The highest of the schedule. Each model has its own. */
  readonly learningRate?: number;
  /** How the rate changes: `constant` unless it is named. `stable-decay` falls over the last fifth of the steps. */
  readonly schedule?: ScheduleName;
  /** Steps in which the rate rises from 0 first: 0 unless they are named. */
  readonly warmup?: number;
  /** The steps that a falling schedule is made for; its rate stays at its last. 2,000 unless they are named. */
  readonly totalSteps?: number;
  /** 0 unless it is named. */
  readonly weightDecay?: number;
  /** Gradients longer than this, all together, are shortened to it: 1 unless it is named; Infinity leaves them alone. */
  readonly clip?: number;
  /** 1 unless it is named. */
  readonly seed?: number;
}

/** What one is told whose tokens are characters or words. */
export interface LmConfig extends LmTrainingConfig {
  /** The kind of tokens: characters unless it is named. */
  readonly tokens?: "characters" | "words";
}

/** The settings that every model has, with the learning rate that it starts from. */
export const lmFields = (learningRate: number): FieldsOf<LmConfig> => ({
  corpus: {kind: "text", label: "Text", about: "what the model learns from"},
  tokens: {
    kind: "choice",
    label: "Tokens",
    about: "what the text is cut into",
    default: "characters",
    choices: ["characters", "words"]
  },
  documents: {
    kind: "switch",
    label: "Each line by itself",
    about: "whether every line is a text of its own, such as a name, with a beginning and an end",
    default: false
  },
  validation: {
    kind: "real",
    label: "Held out",
    about: "the share of the text that it is judged on and never learns: its end, or some of the lines",
    default: 0.1,
    above: 0,
    below: 1,
    offered: [0.05, 0.1, 0.2]
  },
  scored: {
    kind: "whole",
    label: "Scored tokens",
    about: "how many held-out tokens it is judged on, at most",
    default: 2000,
    least: 1,
    offered: [500, 1000, 2000, 4000]
  },
  batchSize: {
    kind: "whole",
    label: "Batch size",
    about: "examples of one step",
    default: 64,
    least: 1,
    offered: [1, 4, 16, 32, 64, 128, 256]
  },
  optimizer: {
    kind: "choice",
    label: "Optimizer",
    about: "how a gradient becomes a step",
    default: "adamw",
    choices: OPTIMIZERS
  },
  learningRate: {
    kind: "real",
    label: "Learning rate",
    about: "how long a step is",
    default: learningRate,
    least: 0,
    offered: [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]
  },
  schedule: {
    kind: "choice",
    label: "Schedule",
    about: "how the rate changes from step to step",
    default: "constant",
    choices: SCHEDULES
  },
  warmup: {
    kind: "whole",
    label: "Warm-up",
    about: "steps in which the rate rises from 0 first",
    default: 0,
    least: 0,
    offered: [0, 20, 100, 500]
  },
  totalSteps: {
    kind: "whole",
    label: "Schedule’s length",
    about: "the steps that a falling schedule is made for",
    default: 2000,
    least: 1,
    offered: [500, 1000, 2000, 5000]
  },
  weightDecay: {
    kind: "real",
    label: "Weight decay",
    about: "how much of each weight a step of rate 1 takes away",
    default: 0,
    least: 0,
    offered: [0, 0.01, 0.1, 1]
  },
  clip: {
    kind: "real",
    label: "Clip at",
    about: "the length to which longer gradients are shortened",
    default: 1,
    above: 0,
    most: Infinity,
    offered: [0.1, 1, 10, Infinity]
  },
  seed: {kind: "whole", label: "Seed", about: "what decides all that is drawn", default: 1, offered: [1, 2, 3, 4, 5]}
});
