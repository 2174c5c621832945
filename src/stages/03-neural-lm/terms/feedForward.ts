import {define} from "../../../components/stage.js";

/** Layers, and what bends them. */
export const feedForward = [
  define(
    "feed-forward",
    "feed-forward network",
    ["feed-forward networks"],
    "A network in which numbers go from layer to layer and never come back to one that they have passed."
  ),
  define(
    "feed-forward",
    "hidden layer",
    ["hidden layers"],
    "A layer of neurons between what goes in and what comes out: weighted sums of what the layer before gives, each bent by an activation."
  ),
  define(
    "feed-forward",
    "activation function",
    ["activation functions"],
    "The function that bends a neuron's weighted sum, such as tanh or relu. Without one, any number of layers is a single matrix."
  ),
  define(
    "feed-forward",
    "universal approximation",
    [],
    "That a network with one hidden layer comes as close as one likes to any continuous function on a bounded region, if it has enough neurons."
  ),
  define(
    "feed-forward",
    "dead neuron",
    ["dead neurons", "dead relu", "dead relus"],
    "A neuron with relu whose sum is below zero for every input: it answers 0, its slope is 0, and so no gradient reaches it again."
  ),
  define(
    "feed-forward",
    "saturation",
    [],
    "The state of a neuron whose sum lies where its activation is flat: its answer hardly changes, and hardly any gradient passes."
  )
];
