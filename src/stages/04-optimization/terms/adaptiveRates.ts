import {define} from "../../../components/stage.js";

/** Words for rates that follow their gradients. */
export const adaptiveRates = [
  define(
    "adaptive-rates",
    "regret",
    [],
    "What a row of choices cost more than the best single choice, known in hindsight, would have."
  ),
  define(
    "adaptive-rates",
    "bias correction",
    ["bias corrections"],
    "Dividing a running mean that began at 0 by 1 − βᵏ, so that its first values are as large as they should be."
  ),
  define(
    "adaptive-rates",
    "weight decay",
    [],
    "A small pull of each weight toward zero in each step, in AdamW apart from the gradient."
  ),
  define(
    "adaptive-rates",
    "Newton–Schulz",
    [],
    "An iteration that brings all singular values of a matrix near 1 by products alone."
  )
];
