import {define} from "../../../components/stage.js";

/** Words for what a model is trained to say. */
export const objectives = [
  define(
    "objectives",
    "causal language model",
    ["causal language models"],
    "A model that predicts each token from those before it, so that the chain rule gives every text a probability."
  ),
  define(
    "objectives",
    "masked language model",
    ["masked language models"],
    "A model that predicts some tokens, hidden behind a mask, from all the others on both sides."
  ),
  define(
    "objectives",
    "span corruption",
    [],
    "An objective in which spans of a text give way to sentinels, and are to be said behind these."
  ),
  define(
    "objectives",
    "pseudo-likelihood",
    [],
    "The product of the probabilities of each token, given all others: no probability of the text, but learned like one."
  )
];
