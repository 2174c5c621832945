import {define} from "../../../components/stage.js";

/** Words of the whole stage. */
export const optimization = [
  define(
    "index",
    "optimizer",
    ["optimizers"],
    "The rule that turns gradients into steps. It may remember something of the gradients before, such as their running mean."
  ),
  define(
    "index",
    "divergence",
    [],
    "That a run goes away from every minimum, faster and faster: most often because its learning rate is too high for how sharply the loss curves."
  )
];
