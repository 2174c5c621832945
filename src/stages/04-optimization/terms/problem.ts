import {define} from "../../../components/stage.js";

/** Words for the shape of a loss. */
export const problem = [
  define(
    "problem",
    "Hessian",
    ["Hessians"],
    "The matrix of all second derivatives of a function: how each slope changes as each number changes."
  ),
  define(
    "problem",
    "convex",
    [],
    "Said of a function that lies nowhere above the straight line between two of its points. Each of its local minima is a global one."
  ),
  define(
    "problem",
    "saddle point",
    ["saddle points"],
    "A place of gradient zero from which the function rises in some directions and falls in others."
  ),
  define(
    "problem",
    "condition number",
    ["condition numbers"],
    "The largest curvature of a bowl over its smallest: how many times steeper it is in one direction than in another."
  )
];
