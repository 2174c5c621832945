import {define} from "../../../components/stage.js";

/** Words for how fast descent is. */
export const gradientDescent = [
  define(
    "gradient-descent",
    "smooth",
    [],
    "Said of a function whose slopes change by at most a constant L times the way. Its curvatures are at most L in size, and a step of gradient descent with a rate below 2/L goes down."
  ),
  define(
    "gradient-descent",
    "edge of stability",
    [],
    "The state of a training in which the largest curvature has risen to about 2 over the learning rate and hovers there."
  )
];
