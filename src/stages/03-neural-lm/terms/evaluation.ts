import {define} from "../../../components/stage.js";

/** How well a model knows what it has not read, and how surely that can be said. */
export const evaluation = [
  define(
    "evaluation",
    "validation text",
    ["validation texts"],
    "Held-out text by which something is chosen: a setting, a model, when to stop. What was chosen by it looks better on it than it is."
  ),
  define(
    "evaluation",
    "test text",
    ["test texts"],
    "Held-out text that nothing is chosen by. It is read once, at the end."
  ),
  define(
    "evaluation",
    "early stopping",
    [],
    "Ending a training run when the loss on validation text has brought nothing better for a while, and keeping the best parameters before."
  ),
  define(
    "evaluation",
    "bootstrap",
    [],
    "Drawing as many documents as there are from the documents themselves, with replacement, again and again: how much a measure varies between the draws estimates how much it would vary between samples."
  ),
  define(
    "evaluation",
    "reliability curve",
    ["reliability curves"],
    "How often predictions of about one confidence are right, drawn over that confidence."
  ),
  define(
    "evaluation",
    "expected calibration error",
    [],
    "The mean distance between confidence and the share that was right, over groups of predictions of about one confidence. Abbreviated ECE."
  ),
  define(
    "evaluation",
    "Brier score",
    ["Brier scores"],
    "The mean squared distance between the predicted probabilities and what came, as zeros and a one: from 0 to 2."
  )
];
