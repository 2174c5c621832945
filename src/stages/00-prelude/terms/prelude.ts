import {define} from "../../../components/stage.js";

/** What the book takes for granted everywhere. */
export const prelude = [
  define(
    "logarithms",
    "natural logarithm",
    ["natural logarithms"],
    "The power to which e, about 2.718, must be raised to give a number. It turns products into sums, and its unit is the nat."
  ),
  define(
    "logarithms",
    "geometric sum",
    ["geometric series"],
    "A sum whose terms shrink by one factor r each: 1 + r + r² + …. If r lies between −1 and 1, it never passes 1/(1 − r)."
  )
];
