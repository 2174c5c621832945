import {define} from "../../../components/stage.js";

/** The pipeline: how the library thinks of a run. */
export const training = [
  define(
    "implementation",
    "stage record",
    [],
    "A model of the book as four pure functions of its config: data, model, step, metrics."
  ),
  define(
    "implementation",
    "batch",
    ["batches"],
    "What one step of training sees. It is addressed by the step's number, so it can be had again."
  ),
  define(
    "implementation",
    "training step",
    ["training steps"],
    "One update of a model: a pure function from a state and a batch to the next state."
  ),
  define("implementation", "metric", ["metrics"], "What is measured on a state, without changing it."),
  define("implementation", "frame", ["frames"], "A run at one moment: the step's number, the state, and its metrics."),
  define(
    "implementation",
    "timeline",
    ["timelines"],
    "A run as a function of the step's number, which can be asked for any step in any order."
  ),
  define(
    "trade-offs",
    "fork",
    ["forks", "forked"],
    "A run that shares another's past up to a step, and has a future of its own under a changed config."
  ),
  define(
    "implementation",
    "observable",
    ["observables"],
    "A stream of values in time, which does nothing until it is subscribed to and stops when it is not."
  ),
  define(
    "implementation",
    "operator",
    ["operators"],
    "A function from one stream to another, such as those that make a run: batches, training, measuring."
  ),
  define(
    "sampling",
    "random key",
    ["random keys"],
    "A value that decides random numbers. It is passed, never advanced: the same key gives the same numbers."
  ),
  define("sampling", "seed", ["seeds"], "The whole number that a first random key is made from.")
];
