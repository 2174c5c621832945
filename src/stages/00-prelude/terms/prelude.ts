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
  ),
  define(
    "functions",
    "logistic function",
    ["logistic functions", "sigmoid"],
    "The S-shaped function 1/(1 + e⁻ˣ), which takes any score to a number between 0 and 1."
  ),
  define(
    "functions",
    "contour line",
    ["contour lines"],
    "A line on the map of a function of two numbers that joins places of one height. Where such lines are close together, it is steep."
  ),
  define(
    "vectors",
    "dot product",
    ["dot products"],
    "Two lists of numbers, multiplied number by number and added. It is the length of one arrow times the shadow that the other throws on it."
  ),
  define(
    "vectors",
    "transpose",
    ["transposed"],
    "A matrix with its rows written as columns, so that the shape [2, 3] becomes [3, 2]."
  ),
  define(
    "chance",
    "law of large numbers",
    [],
    "Shares and means of many independent throws settle at the probability and the expectation. It swamps the past and does not correct it."
  ),
  define(
    "chance",
    "standard deviation",
    ["standard deviations"],
    "The root of the variance, which is the mean squared distance from the mean: how far a random number usually lies from what is expected. That of a mean falls like one over the root of how many."
  ),
  define(
    "chance",
    "cumulative distribution",
    ["cumulative distributions"],
    "Running sums of probabilities: the ends of pieces laid end to end from 0 to 1. Where a uniform number falls among them is a draw."
  ),
  define(
    "typescript",
    "reducer",
    ["reducers"],
    "A function from a state and an item to the next state: what folds a list into one value, and what a step of training is."
  ),
  define(
    "typescript",
    "generic type",
    ["generic types", "generic"],
    "A type with blanks in pointed brackets, which are filled in where it is used: the same for any."
  )
];
