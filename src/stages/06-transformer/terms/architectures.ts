import {define} from "../../../components/stage.js";

/** Words for what models are made of. */
export const architectures = [
  define(
    "architectures",
    "mixture of experts",
    ["mixtures of experts"],
    "A layer of several feed-forward networks of which each token is sent to a few, so that a model has more parameters than a token meets."
  ),
  define(
    "architectures",
    "router",
    ["routers"],
    "The matrix of a mixture of experts that gives each token a probability for each expert."
  ),
  define(
    "architectures",
    "load-balancing loss",
    [],
    "A loss beside the model’s own whose slope takes probability from experts that are used more than others: the number of experts times the sum of used share times mean probability."
  ),
  define(
    "architectures",
    "sliding window",
    ["sliding windows"],
    "Attention in which a token sees only so many tokens before it, so that the cache ends there; through many layers more is heard."
  )
];
