import {define} from "../../../components/stage.js";

/** Words for what size, text and budget do to a loss. */
export const scaling = [
  define(
    "scaling-laws",
    "scaling law",
    ["scaling laws"],
    "A formula for the loss of a model by its number of parameters, the number of tokens that it reads, or the operations that training takes."
  ),
  define(
    "scaling-laws",
    "power law",
    ["power laws"],
    "A quantity that is multiplied by the same factor whenever another is multiplied by ten: a straight line on logarithmic axes."
  ),
  define(
    "scaling-laws",
    "compute-optimal",
    [],
    "Of all sizes of a model and its text that cost the same to train, those with the least loss."
  )
];
