import {define} from "../../../components/stage.js";

/** Words for optimizers that remember a direction. */
export const momentum = [
  define(
    "momentum",
    "momentum",
    [],
    "A velocity that an optimizer keeps: at each step it shrinks to a share and takes up the new gradient, and the parameters follow it."
  ),
  define(
    "momentum",
    "effective rate",
    ["effective rates"],
    "The learning rate over 1 − β: how far momentum goes in each step for a gradient that stays the same."
  )
];
