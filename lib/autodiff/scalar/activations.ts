import {lift, type Expression, type Operand} from "./expression.js";
import {relu, sigmoid, sin, tanh} from "./operations.js";

/** What a neuron does with its weighted sum; the identity for the last layer. */
export type Activation = "tanh" | "relu" | "sigmoid" | "sin" | "identity";

/** The activations, as operations on expressions. */
export const activations: Readonly<Record<Activation, (x: Operand) => Expression>> = {
  tanh,
  relu,
  sigmoid,
  sin,
  identity: lift
};
