import {define} from "../../../components/stage.js";

/** Words for how training is fed. */
export const implementation = [
  define(
    "implementation",
    "epoch",
    ["epochs"],
    "One pass through all examples, each of them once: as many steps as it takes batches to hold them."
  ),
  define(
    "implementation",
    "sparse gradient",
    ["sparse gradients"],
    "A gradient that is zero but for a few rows, such as that of a table of which a batch looked up only some tokens."
  )
];
