import {define} from "../../../components/stage.js";

/** Words for training on many machines. */
export const scale = [
  define(
    "training-at-scale",
    "micro-batch",
    ["micro-batches"],
    "A part of a batch that is small enough for one machine; the gradients of several are added up before a step."
  ),
  define(
    "training-at-scale",
    "data parallelism",
    ["data parallel"],
    "Training in which every worker has the whole model and a part of the batch, and gradients are summed over all workers."
  ),
  define(
    "training-at-scale",
    "tensor parallelism",
    ["tensor parallel"],
    "Training in which the matrices of each layer are cut among workers, which exchange activations in every layer."
  ),
  define(
    "training-at-scale",
    "pipeline parallelism",
    ["pipeline parallel"],
    "Training in which each worker has some of the layers, and micro-batches go through the workers one after another."
  ),
  define(
    "training-at-scale",
    "all-reduce",
    [],
    "An exchange after which every worker has the sum of what all workers had; on a ring each sends nearly twice its numbers, however many workers there are."
  ),
  define(
    "training-at-scale",
    "activation checkpointing",
    ["gradient checkpointing"],
    "Keeping only some activations of the forward pass, and computing the others again when gradients come back: less memory for about a third more work."
  )
];
