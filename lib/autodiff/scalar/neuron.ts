import {uniform} from "../../core/random/uniform.js";
import type {Key} from "../../core/random/threefry.js";
import {activations, type Activation} from "./activations.js";
import type {Expression, Operand} from "./expression.js";
import {add} from "./operations.js";
import {dot} from "./sums.js";

/** The parameters of a neuron: numbers where they are kept, expressions where a gradient is asked for. */
export interface NeuronParams<T = number> {
  /** `[inputs]` */
  readonly weights: readonly T[];
  readonly bias: T;
}

/** How many inputs a neuron has, and its activation. */
export interface NeuronShape {
  readonly inputs: number;
  readonly activation: Activation;
}

/** What learns: numbers to start with, and what they do with an input. */
export interface ScalarModule<P, L, I, O> {
  readonly init: (key: Key) => P;
  readonly apply: (params: L, input: I) => O;
}

/**
 * One neuron: an activation of the weighted sum of its inputs and a bias.
 *
 * Weights start uniform with variance 1 / inputs (2 / inputs for relu, which drops half of them: He et al., Delving Deep
 * into Rectifiers, 2015), so that sums have the variance of inputs; biases start at 0.
 */
export const neuron = ({
  inputs,
  activation
}: NeuronShape): ScalarModule<NeuronParams, NeuronParams<Operand>, readonly Operand[], Expression> => ({
  init: (key) => {
    const bound = Math.sqrt((activation === "relu" ? 6 : 3) / inputs);
    return {weights: Array.from({length: inputs}, (_, i) => bound * (2 * uniform(key, i) - 1)), bias: 0};
  },
  apply: ({weights, bias}, xs) => activations[activation](add(dot(weights, xs), bias))
});
