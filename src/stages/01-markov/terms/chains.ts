import {define} from "../../../components/stage.js";

/** Chains of states, and what a long walk of one tells. */
export const chains = [
  define(
    "chains",
    "transition matrix",
    ["transition matrices"],
    "The probabilities of a chain's steps as a table: row i is the distribution of the state after state i, so each row sums to one."
  ),
  define(
    "chains",
    "stationary distribution",
    ["stationary"],
    "A distribution over states that one step leaves as it is. A chain that can reach every state from every other, and has no fixed rhythm, approaches it from any start."
  ),
  define(
    "chains",
    "entropy rate",
    [],
    "The entropy of a source's next token, given all before it, on average: what no model can pay less than in the long run."
  )
];
