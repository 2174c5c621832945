import {define} from "../../../components/stage.js";

/** Words for looking. */
export const attention = [
  define(
    "dot-product",
    "kernel regression",
    [],
    "The mean of values weighted by how similar their keys are to a query: attention, as statisticians had it in 1964."
  ),
  define(
    "multi-head",
    "attention head",
    ["attention heads"],
    "A stripe of a layer’s queries, keys and values that attends by itself; what all heads answer is added to the residual stream."
  ),
  define(
    "multi-head",
    "grouped-query attention",
    [],
    "Attention in which several heads of queries share one head of keys and values, so that the cache is smaller."
  ),
  define(
    "multi-head",
    "induction head",
    ["induction heads"],
    "An attention head that looks at what followed the same token when it stood there last, and so continues what came before."
  ),
  define(
    "positions",
    "rotary positions",
    [],
    "Positions told by turning pairs of a query’s and a key’s numbers by angles that grow with the position, so that products depend on distances alone."
  ),
  define(
    "positions",
    "ALiBi",
    [],
    "Positions told by subtracting from each score a slope times the distance between query and key."
  ),
  define(
    "masking",
    "causal mask",
    ["causal masks"],
    "The rule that a token sees itself and those before it, and none after, so that all predictions of a text can be learned at once."
  ),
  define(
    "masking",
    "key–value cache",
    ["cache of keys and values"],
    "The keys and values of all tokens read so far, kept because a causal model would compute the same again."
  )
];
